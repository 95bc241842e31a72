"""The end of the film: from four sliders to a trillion, the years a hand would need; and the table below."""

from __future__ import annotations

import json
import math
from typing import Any, NamedTuple

from downhill.text.essay import PROSE
from downhill.text.format import PAGE, big, fill, number
from downhill.training.model_lesson import ModelLesson
from downhill.training.trainer import trainer_of

SOURCES = (
    *("lenet", "alexnet", "gpt2", "gpt3", "patterson", "bigscience", "bloom", "llama", "deepseek", "kimi"),
    *("eia", "dauphin", "ouyang", "dodge", "ji"),
)
HOME = 10.715  # MWh that an American home used in 2020
SMALLEST_GPT2 = 124e6  # weights; source: gpt2


class LargeModel(NamedTuple):
    """A model: how many weights, tokens of text, steps of descent and MWh; None if unpublished.

    `name` is its own, or a key of `PROSE`. `sources` are of `SOURCES`, whose texts are `source.…` in `PROSE`.
    """

    name: str
    year: int | None
    weights: float
    tokens: float | None = None
    steps: float | None = None
    energy: float | None = None
    sources: tuple[str, ...] = ()


def steps_for(tokens: float, *sizes: tuple[float, float]) -> float:
    """Return how many steps it takes to read `tokens` tokens when steps grow along the way.

    `sizes` are pairs: from how many tokens on, and how many tokens a step then has; the first is from 0.
    """
    ends = [*(start for start, _ in sizes[1:]), tokens]
    return sum((end - start) / size for (start, size), end in zip(sizes, ends, strict=True))


# The Llama 3 Herd of Models, 2024, section 3.4.1.
LLAMA = (0, 4e6), (252e6, 8e6), (2.87e12, 16e6)
GIANTS = (
    LargeModel("giant.four", None, 4),
    LargeModel("giant.thousands", None, 10_000),
    LargeModel("LeNet-5", 1998, 60e3, sources=("lenet",)),
    LargeModel("AlexNet", 2012, 60e6, sources=("alexnet",)),
    LargeModel("GPT-2", 2019, 1.5e9, sources=("gpt2",)),
    LargeModel("GPT-3", 2020, 175e9, 300e9, steps_for(300e9, (0, 3.2e6)), 1287, ("gpt3", "patterson")),
    LargeModel("BLOOM", 2022, 176e9, 366e9, energy=433, sources=("bigscience", "bloom")),
    LargeModel(
        "Llama 3.1", 2024, 405e9, 15.6e12, steps_for(15.6e12, *LLAMA), 30.84e6 * 700 / 1e6, ("llama",)
    ),
    LargeModel("DeepSeek-V3", 2024, 671e9, 14.8e12, sources=("deepseek",)),
    LargeModel("Kimi K2", 2025, 1e12, 15.5e12, sources=("kimi",)),
)


WALLS = 10_000  # walls in the next picture
TRILLION = 1e12
HOUR, YEAR = 3600.0, 365.25 * 24 * 3600  # seconds
SHOTS = ("zoom", "years", "card", "rest")
"""The presses of the filled button; the last two share a title."""


class Row(NamedTuple):
    """A model in the table: name and year, cells of text, and the numbers of its sources."""

    name: str
    cells: list[str]
    sources: list[int]


class Ending(NamedTuple):
    """The end as the page has it: titles with sentences, labels, the table of hours, and data as JSON."""

    beats: list[tuple[str, list[str]]]
    labels: list[str]
    hours: list[tuple[str, str]]
    json: str


def counts(wall: int) -> list[float]:
    """Return the number of sliders in four pictures: lesson three's, a wall, walls, and walls of walls."""
    return [GIANTS[0].weights, wall, wall * WALLS, wall * WALLS**2]


def years() -> float:
    """Return how long a hand takes to move a trillion sliders once, at one a second, to three digits."""
    exact = TRILLION / YEAR
    return round(exact, 2 - math.floor(math.log10(exact)))


def ending(model: ModelLesson) -> Ending:
    """Return the end in the current language; `model` is the one whose weights are the first wall."""
    found = counts(len(trainer_of(model).training.weights))
    says = [PAGE[f"ending.{shot}"] for shot in SHOTS]
    titles = [PAGE[f"ending.{shot}.title"] for shot in SHOTS[:-1]]
    beats = [(title, [text]) for title, text in zip(titles, says, strict=False)]
    beats[-1][1].append(says[-1])
    labels = [PAGE[f"ending.{shot}.go"] for shot in SHOTS]
    gaps = {"walls": WALLS, "small": SMALLEST_GPT2, "model": title(GIANTS[-1])}
    script: dict[str, Any] = {
        "labels": labels,
        "counts": found,
        "shown": [shown(count) for count in found],
        "notes": [fill(PAGE[f"ending.count.{nth}"], gaps) for nth in (1, 2, 3, 4)],
        "years": years(),
        "group": number(1000, 0)[1:-3],
        "in_years": PAGE["ending.in.years"],
        "nobody": [PAGE["ending.nobody"], PAGE["ending.nobody.note"]],
    }
    return Ending(beats, labels, hours(found), json.dumps(script, ensure_ascii=False))


def hours(found: list[float]) -> list[tuple[str, str]]:
    """Return how many sliders, and how long it takes to move each of them once."""
    four, wall, walls, _ = found
    told = [
        (four, fill(PAGE["ending.in.seconds"], {"time": four})),
        (wall, fill(PAGE["ending.in.hours"], {"time": wall / HOUR})),
        (walls, fill(PAGE["ending.in.years"], {"years": number(walls / YEAR, 1)})),
        (TRILLION, fill(PAGE["ending.in.years"], {"years": number(years(), 0)})),
    ]
    return [(shown(count), time) for count, time in told]


def shown(count: float) -> str:
    """Write a number of sliders: in full if it is below a million."""
    return number(count, 0) if count < 1e6 else large(count)


def large(value: float | None) -> str:
    """Write a number of any size so that it can be read: 405 billion; a dash for none."""
    if value is None:
        return "–"
    return number(value, 0) if value < 1e4 else big(value, 4 if value >= 1e6 else 2)


def title(giant: LargeModel) -> str:
    """Return a model's name, with its year if it has one."""
    name = PROSE.get(giant.name, giant.name)
    return fill(PROSE["giant.dated"], {"name": name, "year": str(giant.year)}) if giant.year else name


def rows() -> list[Row]:
    """Return the rows of the table, smallest model first."""
    return [
        Row(
            title(giant),
            [
                large(giant.weights),
                large(giant.tokens),
                large(giant.steps),
                "–" if giant.energy is None else number(giant.energy, 0),
            ],
            [SOURCES.index(key) + 1 for key in giant.sources],
        )
        for giant in GIANTS
    ]


def sources() -> list[str]:
    """Return the sources, in the order of their reference numbers."""
    return [PROSE[f"source.{key}"] for key in SOURCES]
