"""A lesson plan for school, with times for a longer and a shorter lesson."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from downhill.lessons import all_models, every_lesson
from downhill.text.format import PAGE, fill

PLANS = {45: (5, 10, 8, 7, 10, 5), 30: (3, 7, 5, 5, 7, 3)}
"""Minutes that each part of the plan takes, by the length of the lesson."""
PARTS = range(1, 7)  # of the plan
PROJECT = range(1, 6)  # parts of the class project


def plan() -> Iterator[dict[str, Any]]:
    """Yield the parts of the lesson plan: their minutes in each plan, what happens, and what to ask."""
    called = _titles() | _buttons()
    called |= {name: PAGE[f"preset.{name}"] for name in ("small", "good", "big")}
    model = all_models()[0]
    called |= {
        "race": PAGE["race"],
        "train": model.words["train"],
        "result": PAGE["result"],
        "collect": PAGE["collect.title"],
    }
    times = [list(_times(minutes)) for minutes in PLANS.values()]
    for part, *spans in zip(PARTS, *times, strict=True):
        yield {"times": spans, "what": fill(PAGE[f"plan.{part}"], called), "ask": PAGE[f"plan.{part}.ask"]}


def project() -> list[str]:
    """Return the parts of a project in which a class makes a lesson, in order."""
    called = _buttons() | {"run": PAGE["editing.run"]}
    return [fill(PAGE[f"plan.project.{part}"], called) for part in PROJECT]


def shorter() -> str:
    """Say what to leave out if there is less time, and what to do with more."""
    return fill(PAGE["plan.shorter"], _titles() | {"more": PAGE["sheet.more"]})


def _titles() -> dict[str, str]:
    """Return the titles of all lessons."""
    return {lesson.id.replace("-", "_"): lesson.words["title"] for lesson in every_lesson()}


def _buttons() -> dict[str, str]:
    """Return the labels of the machine's buttons."""
    return {name: PAGE[f"action.{name}"] for name in ("step", "play", "reset")}


def _times(minutes: Sequence[int]) -> Iterator[str]:
    """Yield the first and last minute of each part."""
    at = 0
    for each in minutes:
        yield f"{at}–{at + each}"
        at += each
