"""The beats of a lesson's story, as the page shows them."""

from __future__ import annotations

from typing import NamedTuple

from downhill.lesson import Lesson
from downhill.text.format import PAGE, fill
from downhill.training.model_lesson import ModelLesson

NAMES = ("try", "name", "machine", "what-if", "challenge", "take-away")
SHORT = ("try", "machine", "take-away")  # what a lesson without a story of its own is told in


class Beat(NamedTuple):
    """One beat: its name, heading and text; what the filled button says, and what it does first.

    `deed` is `play`, `big` (the largest of the three rates, then play), `act` (the lesson's own next button),
    `begin` (the first challenge that is not done), `next` (the next lesson), or '' for the next beat.
    """

    name: str
    title: str
    text: str
    go: str
    deed: str


def beats(lesson: Lesson | ModelLesson, numbers: dict[str, str] | None = None) -> list[Beat]:
    """All beats of a lesson in the present language; `numbers` fill the gaps in their texts."""
    words = lesson.words
    if "beat.try" in words:
        return [
            Beat(
                name,
                words[f"beat.{name}.title"],
                fill(words[f"beat.{name}"], numbers or {}),
                words[f"beat.{name}.go"],
                _deed(lesson, name),
            )
            for name in NAMES
        ]
    texts = (words["task"], PAGE["beat.machine"], words["learned"])
    return [
        Beat(name, PAGE[f"beat.{name}.title"], text, PAGE[f"beat.{name}.go"], _deed(lesson, name))
        for name, text in zip(SHORT, texts, strict=True)
    ]


def _deed(lesson: Lesson | ModelLesson, name: str) -> str:
    """What the filled button does first in a beat."""
    acts = bool(getattr(lesson, "actions", None))
    deeds = {
        "machine": "act" if acts else "play",
        "what-if": "" if acts else "big",
        "challenge": "begin",
        "take-away": "next",
    }
    return deeds.get(name, "")
