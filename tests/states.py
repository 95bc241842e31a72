"""Where tests look: every variant of every lesson, the corners of its sliders, and seeded random states."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import numpy as np

from downhill.desk import Desk
from downhill.lesson import Lesson
from downhill.lessons import all_lessons


class Variant(NamedTuple):
    """A lesson with one option of every choice chosen."""

    lesson: Lesson
    choices: dict[str, str]

    @property
    def name(self) -> str:
        return "-".join([self.lesson.id, *(self.choices[choice.name] for choice in self.lesson.choices)])

    def desk(self, values: tuple[float, ...] | None = None) -> Desk:
        """A fresh desk in this variant, at its start or with the sliders somewhere else."""
        desk = Desk(self.lesson)
        self.put(desk)
        if values is not None:
            desk.place(values)
        return desk

    def put(self, desk: Desk) -> None:
        """Bring a desk into this variant."""
        for choice in self.lesson.choices:
            desk.choose(choice.name, self.choices[choice.name])
        for entry in self.lesson.entries:
            desk.enter(entry.name, self.choices.get(entry.name, entry.start))


LESSONS = all_lessons()
VARIANTS = [
    Variant(
        lesson, lesson.first_choices() | dict(zip([c.name for c in lesson.choices], options, strict=True))
    )
    for lesson in LESSONS
    for options in product(*(c.options for c in lesson.choices))
]

# Texts that make a lesson say what it does not say of the text it opens with.
TEXTS = {"valley": [{"shape": "own", "f": text} for text in ("arcsin(x)", "1/x", "3")]}
OTHERS = [
    Variant(lesson, lesson.first_choices() | choices)
    for lesson in LESSONS
    for choices in TEXTS.get(lesson.id, ())
]


def corners(lesson: Lesson) -> Iterator[tuple[float, ...]]:
    """Every combination of the sliders' ends."""
    yield from product(*((slider.low, slider.high) for slider in lesson.sliders))


def states(lesson: Lesson, count: int, seed: int = 1) -> list[tuple[float, ...]]:
    """So many places between the sliders' ends, the same ones every time."""
    lows, spans = (np.array([getattr(s, part) for s in lesson.sliders]) for part in ("low", "span"))
    places = lows + spans * np.random.default_rng(seed).random((count, len(lesson.sliders)))
    return [tuple(float(value) for value in place) for place in places]
