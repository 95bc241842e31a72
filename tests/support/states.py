"""Where tests look: variants of every lesson, the corners of its sliders, and seeded random states.

A lesson of many choices has more variants than a test has time for. Tested are just enough that every pair of
options of two choices occurs in one of them, with the texts that a reader writes as they open, and beside
them the variants in `TEXTS`.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

import numpy as np
import pytest

from downhill.lesson import ChosenLesson, Lesson, LessonFields
from downhill.lessons import all_lessons
from downhill.play.lesson_state import LessonState


@dataclass(frozen=True, eq=False)
class Variant:
    """A lesson with one option of every choice chosen, and a text for every entry.

    A choice that `choices` leaves out is as the lesson opens.
    """

    plain: Lesson
    choices: dict[str, str]

    @property
    def name(self) -> str:
        first = self.plain.first_choices()
        texts = [e.name for e in self.plain.entries if self.choices[e.name] != first[e.name]]
        options = (self.choices[c.name] for c in self.plain.choices)
        return "-".join([self.plain.id, *options, *texts])

    @cached_property
    def lesson(self) -> ChosenLesson:
        """The lesson with the sliders and the words of this variant."""
        return self.plain.chosen(self.plain.first_choices() | self.choices)

    def state(self, values: tuple[float, ...] | None = None) -> LessonState:
        """A fresh lesson state in this variant, at its start or with the sliders somewhere else."""
        begun = self._begun
        lasting = (begun.plain, begun.variants, begun.variant, begun.lesson)
        state = deepcopy(begun, {id(each): each for each in lasting})
        if values is not None:
            state.place(values)
        return state

    @cached_property
    def _begun(self) -> LessonState:
        """A state at its start, of which others are copies: what a variant measures of its data is lasting."""
        state = LessonState(self.plain)
        self.put(state)
        state.restart()
        return state

    def put(self, state: LessonState) -> None:
        """Bring a lesson state into this variant."""
        for choice in self.plain.choices:
            state.choose(choice.name, self.choices.get(choice.name, choice.options[0]))
        for entry in self.plain.entries:
            state.enter(entry.name, self.choices.get(entry.name, entry.start))


Pair = tuple[tuple[str, str], ...]


def paired(lesson: Lesson) -> Iterator[dict[str, str]]:
    """Options for all choices, until every pair of options has occurred; first the ones it opens with."""
    options = [[(c.name, option) for option in c.options] for c in lesson.choices]
    every = [dict(chosen) for chosen in product(*options)]
    missing = {pair for chosen in every for pair in _pairs(chosen)}
    chosen = every[0]
    while True:
        yield chosen
        missing -= set(_pairs(chosen))
        if not missing:
            return
        chosen = max(every, key=lambda each: len(missing & set(_pairs(each))))


def _pairs(chosen: Mapping[str, str]) -> Iterator[Pair]:
    """Every pair of options, and with it, where there is one choice only, every option."""
    for many in (1, 2):
        yield from combinations(chosen.items(), many)


LESSONS = all_lessons()
TEXTS = {
    "line": [
        {"data": "own", "points": "3.0\t4.0", "error": "squared"},
        {"data": "own", "points": "2.0\t1.0\n2.0\t5.0\n2.0\t6.0", "error": "squared"},
        {"data": "own", "points": "0.0\t0.0\n1.0\t2.0\n2.0\t4.0", "error": "squared"},
    ]
}
VARIANTS = [
    Variant(lesson, lesson.first_choices() | chosen)
    for lesson in LESSONS
    for chosen in (*paired(lesson), *TEXTS.get(lesson.id, ()))
]
each_variant = pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)


def _each_option() -> Iterator[Variant]:
    known: set[tuple[str, ...]] = set()
    for variant in VARIANTS:
        mine = {(variant.plain.id, *chosen) for chosen in variant.choices.items()}
        if not mine <= known:
            yield variant
            known |= mine


SINGLY = [*_each_option()]
"""Return just enough of these that every option of a choice, and every text, occurs in one."""

# Texts that make a lesson say what it does not say of the text it opens with.
SAYING = {
    "valley": [
        *({"shape": "own", "f": text} for text in ("arcsin(x)", "1/x", "3", "x^3")),
        *({"shape": "own", "f": text, "fog": "fog"} for text in ("arcsin(x)", "|x - 1|", "-|x|")),
    ],
    "line": [{"data": "own", "points": ""}],
    "choose-word": [{"sentence": "horse"}, {"sentence": "horse and it neighed again"}],
}
OTHERS = [
    Variant(lesson, lesson.first_choices() | choices)
    for lesson in LESSONS
    for choices in SAYING.get(lesson.id, ())
]


def corners(lesson: LessonFields) -> Iterator[tuple[float, ...]]:
    """Every combination of the sliders' ends."""
    yield from product(*((slider.low, slider.high) for slider in lesson.sliders))


def states(lesson: LessonFields, count: int, seed: int = 1) -> list[tuple[float, ...]]:
    """Return places between the sliders' ends, the same ones every time."""
    lows, spans = (np.array([getattr(s, part) for s in lesson.sliders]) for part in ("low", "span"))
    places = lows + spans * np.random.default_rng(seed).random((count, len(lesson.sliders)))
    return [tuple(float(value) for value in place) for place in places]
