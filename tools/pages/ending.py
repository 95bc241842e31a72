"""The end of the film: from four sliders to a trillion, the years a hand would need; and the table below."""

from __future__ import annotations

import json
import math
from typing import Any, NamedTuple

from downhill.text.essay import PROSE
from downhill.text.format import PAGE, big, fill, number
from downhill.training.model_lesson import ModelLesson
from downhill.training.trainer import trainer_of
from tools.artwork.large_models import GIANTS, SMALLEST_GPT2, SOURCES, LargeModel

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
