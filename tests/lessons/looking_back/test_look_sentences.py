"""Every sentence on the model that looks back, held against the numbers of its state, in many states."""

import math
import re
from collections.abc import Callable, Iterator
from typing import cast

import numpy as np
import pytest

from downhill.lessons.lesson_60_looking_back import attention, lesson
from downhill.lessons.lesson_60_looking_back.attention import How
from downhill.lessons.lesson_60_looking_back.texts import TEXTS
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.session.session import Session
from downhill.text.format import fill
from tests.lessons.looking_back.conftest import NAME, Trained
from tests.support.often import slow

STEPS = (0, 50, 125, 300)


def states(trainer: Looking) -> Iterator[None]:
    """A model in many states of its text and its look; the training stays where it is."""
    for eyes in ("cover", "window", "hand", "model"):
        trainer.choose("eyes", eyes)
        for key in TEXTS:
            trainer.enter("prompt", trainer.text_of(key))
            yield
            for place in (1, 4, 14):
                trainer.select_weight(place)
                yield
            if eyes == "hand":
                for score in (1.0, 4.0, 9.5):
                    trainer.move("score2", score)
                    yield
            if eyes == "model":
                right = trainer.at_text().right
                for place in right:
                    trainer.choose("hide", str(place))
                    yield
                    trainer.choose("hide", str(place))
                for sharp in (0.0, 0.5, 2.5, 1.0):
                    trainer.move("sharp", sharp)
                    yield
                trainer.choose("attention", "off")
                yield
                trainer.choose("attention", "on")
        for text in ("", "Mia has a", "Tom has a dog. It is windy. Tom"):
            trainer.enter("prompt", text)
            yield


def facts(trainer: Looking) -> dict[str, float | str | bool]:
    """What is true, worked out here: of the text as it reads, and of the model as it scores."""
    words = re.findall(r"\w+|\.", trainer.prompt)
    *told, last = " ".join(words).split(" . ") if words else [""]
    name = last.split()[0] if last.split() else ""
    things = {"pets": trainer.world.things[:6], "flies": trainer.world.things[6:]}
    parts = last.split()
    asks = len(parts) == 3 and parts[1] in things and parts[2] in ("her", "his")
    owned = [fact.split()[3] for fact in told if fact.startswith(f"{name} has a ")]
    owned = [thing for thing in owned if asks and thing in things[parts[1]]]
    looks = trainer.looks
    tokens = [
        0,
        *(trainer.world.number(word[0].lower() + word[1:] if word == "It" else word) for word in words),
    ]
    hidden = np.isin(np.arange(len(tokens) + 1), [*looks.hidden])
    seen = attention.forward(
        trainer.training.net,
        np.array([[*tokens, 0]]),
        np.array([[len(tokens)]]),
        How(looks.sharp, hidden, looks.off),
    )
    chances = np.exp(seen.scores[0]) / np.exp(seen.scores[0]).sum()
    shares: dict[str, float] = {}
    for share, token in zip(seen.shares[0, 0].tolist(), tokens, strict=False):
        word = trainer.world.tokens[token]
        shares[word] = shares.get(word, 0.0) + share
    return {
        "asks": asks,
        "owns": bool(owned),
        "right": owned[-1] if owned else "",
        "name": name,
        "said": trainer.world.tokens[int(chances.argmax())],
        "chance": 100 * float(chances.max()),
        "share": 100 * shares.get(owned[-1], 0.0) if owned else 0.0,
        "words": len(words),
        "picked": words[trainer.chosen - 1] if trainer.chosen > 0 else "",
    }


Claim = Callable[[Looking, dict[str, float | str | bool], str], bool]


def has(said: str, *parts: object) -> bool:
    """Whether a sentence names all of these words, and whole numbers."""
    texts = (f"{part:.0f}" if isinstance(part, float) else str(part) for part in parts)
    return all(re.search(rf"(?<![\w.]){re.escape(text)}(?![\w])", said) for text in texts)


CLAIMS: dict[str, Claim] = {
    "cover": lambda t, f, s: bool(f["owns"]) and not f["picked"],
    "told": lambda t, f, s: f["picked"] == f["right"] and has(s, f["picked"], f["name"]),
    "astray": lambda t, f, s: f["picked"] != f["right"] and has(s, f["picked"], f["name"]),
    "open": lambda t, f, s: not f["asks"],
    "window": lambda t, f, s: t.at_text().told()["said"] != f["right"],
    "luck": lambda t, f, s: t.at_text().told()["said"] == f["right"] and has(s, f["right"]),
    "hand.even": lambda t, f, s: has(s, 3, 100 / 3),
    "hand": lambda t, f, s: has(s, f["right"]) and t.at_text().told()["share"] < 95,
    "hand.right": lambda t, f, s: has(s, f["right"]) and t.at_text().told()["share"] >= 95,
    "hand.other": lambda t, f, s: not f["owns"],
    "start": lambda t, f, s: t.steps == 0 and has(s, f["right"], f["share"]) and cast(float, f["share"]) < 12,
    "even": lambda t, f, s: t.mean_look < 0.1 and has(s, 100 * t.mean_look),
    "forming": lambda t, f, s: t.mean_look >= 0.1 and has(s, 100 * t.mean_look),
    "sharp": lambda t, f, s: t.mean_look > 0.8 and t.measured.right > 0.95 and has(s, 100 * t.mean_look),
    "off": lambda t, f, s: t.looks.off and has(s, f["said"], f["chance"]),
    "hidden": lambda t, f, s: f["share"] == 0 and has(s, f["right"], f["said"], f["chance"]),
    "sharpness": lambda t, f, s: (
        t.looks.sharp != 1 and has(s, f["right"], f["share"], f["said"], f["chance"])
    ),
    "nobody": lambda t, f, s: bool(f["asks"]) and not f["owns"] and has(s, f["name"], f["said"], f["chance"]),
    "goes.on": lambda t, f, s: not f["asks"] and has(s, f["said"], f["chance"]),
    "wild": lambda t, f, s: t.losses[0] > t.standing().first,
}


def test_each_sentence_has_its_claim() -> None:
    assert {f"now.{key}" for key in CLAIMS} == {key for key in lesson.words if key.startswith("now.")}


@slow
@pytest.mark.parametrize("steps", STEPS)
def test_every_sentence_is_true_of_its_state(steps: int, trained: Trained) -> None:
    trainer, said = cast(Looking, trained(steps).trainer(NAME)), set()
    for _ in states(trainer):
        now = trainer.standing()
        key = lesson.describe(now)
        sentence = fill(lesson.words[f"now.{key}"], now._asdict())
        assert CLAIMS[key](trainer, facts(trainer), sentence), (key, trainer.prompt, sentence)
        said.add(key)
    learned = {"start" if not steps else "even" if steps < 100 else "forming" if steps < 200 else "sharp"}
    never = {"start", "even", "forming", "sharp", "wild"} - learned
    assert {*CLAIMS} - never - said <= {"luck", "window"}


def test_a_hand_s_surprise_is_that_of_its_share(trained: Trained) -> None:
    trainer = cast(Looking, trained(0).trainer(NAME))
    trainer.choose("eyes", "hand")
    for score in (0.0, 0.5, 3.0, 9.5):
        trainer.move("score2", score)
        now = trainer.standing()
        assert now.surprise == pytest.approx(-math.log(now.share / 100))


def test_steps_that_are_too_big_are_said_to_lead_too_far() -> None:
    session = Session([], [lesson])
    trainer = cast(Looking, session.trainer(NAME))
    trainer.choose("eyes", "model")
    trainer.set_rate(trainer.presets.big)
    while trainer.step() and trainer.steps < 100:
        pass
    now = trainer.standing()
    assert lesson.describe(now) == "wild"
    assert CLAIMS["wild"](trainer, facts(trainer), "")


@slow
def test_asking_changes_no_weight_and_one_that_did_change_would_be_counted(trained: Trained) -> None:
    trainer = cast(Looking, trained(50).trainer(NAME))
    weights = trainer.training.weights.copy()
    for text in (*map(trainer.text_of, TEXTS), "Mia has a", "Tom", ""):
        trainer.enter("prompt", text)
        assert trainer.standing().changed == 0
    assert (trainer.training.weights == weights).all()
    trainer.training.weights[:7] += 1.0
    assert trainer.standing().changed == 7
    assert trainer.step()
    assert trainer.standing().changed == 0  # the step did that, not a text
