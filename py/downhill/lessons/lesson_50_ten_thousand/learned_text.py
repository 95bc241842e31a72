"""What is said of a text of the reader's own, and of a model that has learned it; comes late."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from downhill.lessons.lesson_50_ten_thousand.changed_text import sentence_with
from downhill.text.format import fill
from downhill.training.landmarks import stands
from downhill.training.own_text import drawn, lit
from downhill.training.tokens import LOOKS_BACK, Text, written
from downhill.training.trainer import Trainer

SHOWN = 6  # texts that it writes
NEAR = 0.1  # nats above the lowest held-out loss: a training was stopped in time there


def own_text(trainer: Trainer, kept: Trainer | None = None) -> dict[str, Any]:
    """What the page says of a reader's own text, and what a model of it now writes, with what it copies.

    `told` are sentences, `stopped` is one on where a training was stopped. Each of the `written` has its
    words, which of them are `lit`, as they are in a run of four that stands so in the text, and the sentence
    of the text where the first such run `stands`.
    """
    own, words, text = trainer.own_text, trainer.lesson.words, trainer.training.text
    if own is None:
        return {"source": trainer.brought_text}
    numbers = own.numbers | {"copied": 100 * own.copied(trainer.training)}
    some = {"cut": own.sentences < text.sentences, "rare": own.rare, "left-out": own.left_out}
    asked = ["own.read", *(f"own.{key}" for key, value in some.items() if value), "own.size"]
    numbers["weights"] = len(trainer.training.weights)
    shown = []
    for tokens in drawn(trainer.training)[:SHOWN]:
        lights = lit(text, tokens)
        named = [text.tokens[i] for i in tokens]
        place = _standing(text, tokens) if any(lights) else ""
        shown.append({"text": written(named), "words": named, "lit": lights, "stands": place})
    return {
        "told": [fill(words[key], numbers) for key in asked],
        "little": fill(words["own.little"], numbers),
        "share": numbers["share"],
        "copied": fill(words["own.copied"], numbers),
        "written": shown,
        "source": own.source,
        **_stopped(trainer, numbers["copied"]),
    }


def _stopped(trainer: Trainer, copied: float) -> dict[str, Any]:
    """Say whether a training was stopped in time, by the held-out loss; nothing while it goes on.

    Too late is more than 0.1 nats above its lowest, early is at its lowest so far.
    """
    if trainer.is_training or not trainer.steps:
        return {"stopped": ""}
    held = trainer.losses[1]
    best, _, least = min(trainer.course.seen.tolist(), key=lambda point: point[2])
    then = next((100 * share for steps, share in trainer.copies if steps >= best), copied)
    key = "late" if held > least + NEAR else "early" if held <= least else "good"
    told = {"steps": trainer.steps, "held": held, "best": best, "least": least}
    told |= {"copied": copied, "then": then}
    return {
        "stopped": fill(trainer.lesson.words[f"own.{key}"], told),
        "code": {"stopped": f"{trainer.steps}:{copied:.0f}"},
    }


def _standing(text: Text, new: Sequence[int]) -> str:
    """The sentence to learn in which the first copied run of four stands."""
    more = LOOKS_BACK + 1
    runs = [tuple(new[i : i + more]) for i in range(len(new) - LOOKS_BACK)]
    first = next((run for run in runs if stands(text.learned, run)), ())
    return written([text.tokens[i] for i in sentence_with(text, first) or ()])


def story(trainer: Trainer, kept: Trainer | None = None) -> dict[str, str]:
    """Return a short story in the current language, a paragraph a line, to learn in place of an own text."""
    paragraphs = trainer.lesson.words["own.example"].strip().split("\n\n")
    return {"source": "\n\n".join(" ".join(each.splitlines()) for each in paragraphs)}
