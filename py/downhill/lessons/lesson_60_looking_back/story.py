"""What the story of this lesson says of a model that looks back; comes late."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from downhill.lessons.lesson_60_looking_back.attention import BACK
from downhill.lessons.lesson_60_looking_back.learning import AHEAD, EVERY
from downhill.lessons.lesson_60_looking_back.texts import BEHIND, TEXTS, draw
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.lessons.lesson_60_looking_back.training import TESTS, ThreeWords, kept_texts

STORIES = 800
SIX = 6  # facts, twice as many as in any text to learn from


def back(trainer: Looking, kept: Looking | None = None) -> dict[str, Any]:
    """The word that tells the answer, its `place` in the text, and how many words before the gap it is."""
    text = trainer.at_text()
    place = text.right[0] if text.right else -1
    word = trainer.world.tokens[text.tokens[place]] if text.right else ""
    return {"word": word, "place": place, "back": text.back(place) if text.right else 0}


def always(trainer: Looking, kept: Looking | None = None) -> dict[str, Any]:
    """What the network of three words says after many stories that end with the same three words.

    It has taken fifty steps. `same` is after how many of the `stories` it says that word, `right` the word
    that the text at work has in the gap.
    """
    world, text = trainer.world, trainer.at_text()
    network = ThreeWords(world, trainer.seed)
    network.train(AHEAD, trainer.lesson.rates.good, EVERY)
    said = int(network.chances([*text.tokens]).argmax())
    dice, end = Random(trainer.seed), list(text.tokens[-BACK:])
    stories = (draw(world, dice) for _ in range(STORIES))
    same = sum(
        int(network.chances([*each.tokens[: each.asked - BEHIND], *end]).argmax()) == said for each in stories
    )
    told = {"said": world.tokens[said], "right": text.told()["right"]}
    return told | {"same": same, "stories": STORIES, "steps": AHEAD}


def telling(trainer: Looking, kept: Looking | None = None) -> dict[str, Any]:
    """What is said in the gap, with its `chance`; `whose` it is in the text, or '', and who is `asked` for.

    `share` of the look goes to the word that tells, and the most of all, `most_share`, to the word `most`.
    """
    text, world = trainer.at_text(), trainer.world
    places = [i for i, token in enumerate(text.tokens) if token == text.likeliest and i > BEHIND]
    owners = (world.tokens[text.tokens[i - BEHIND]] for i in places)
    told, names = text.told(), {*world.names}
    shown = {key: told[key] for key in ("said", "right", "most", "surprise")}
    shares = {key: told[key] / 100 for key in ("chance", "share", "most_share")}
    whose = next((owner for owner in owners if owner in names), "")
    asked = world.names[text.asked.name] if text.asked else ""
    pet = world.thing_of(text.likeliest) is not None
    return shown | shares | {"whose": whose, "asked": asked, "thing": pet}


def made_up(trainer: Looking, kept: Looking | None = None) -> dict[str, Any]:
    """The sentence that is written of somebody of whom the text tells nothing; '' where it does."""
    text = trainer.in_words(trainer.write()) if not trainer.at_text().right else ""
    return {"text": text}


def answers(trainer: Looking, kept: Looking | None = None) -> dict[str, Any]:
    """Count the new texts that it answers right (`new`), and of those with six facts (`six`)."""
    measure = trainer.training.measure
    new, six = (measure(kept_texts(trainer.world, True, *facts)).right for facts in ((), (SIX,)))
    return {"new": round(TESTS * new), "six": round(TESTS * six), "texts": TESTS, "facts": SIX}


def texts(trainer: Looking, kept: Looking | None = None) -> dict[str, Any]:
    """The texts that the story goes through, by their names."""
    return {key: trainer.text_of(key) for key in TEXTS}


TRIALS: dict[str, Callable[[Looking], None]] = {}
FACTS: dict[str, Callable[..., dict[str, Any]]] = {
    each.__name__: each for each in (back, always, telling, made_up, answers, texts)
}
