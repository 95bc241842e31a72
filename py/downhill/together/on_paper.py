"""Lesson three's four weights, as each group calls them out: read from what a teacher types, and averaged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import ChosenLesson, Lesson
from downhill.text import language
from downhill.text.english.together import ROOM, TOGETHER
from downhill.text.format import fill, number, percent
from downhill.together.averaging import together
from downhill.together.class_text import MOST_GROUPS
from downhill.together.collecting import SHOWN

CHANCES = {"output": "probabilities"}  # the lesson's choice
HALF = 0.505  # a chance that is shown as more than 50 %
SAME = str.maketrans("−–，；：、．", "--,;:,.")
NUMBER = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)")


class Row(NamedTuple):
    """The weights of a group, shape (n,), and what it is called."""

    title: str
    weights: np.ndarray


class Unfit(ValueError):
    """A row that holds no weights: the key of the sentence that says why, and its gaps."""

    def __init__(self, key: str, **gaps: Any) -> None:
        super().__init__(key)
        self.key, self.gaps = key, gaps


def averaged(small: Lesson, text: str) -> dict[str, Any]:
    """Return what the page shows of groups' weights, a row for each, and of their mean.

    The lesson `small` measures the chance of each sentence's right word, the diagonal of `says`. A row that
    can't be read is told in `said` with the reason, and is left out.
    """
    lesson = small.chosen(CHANCES)
    said = language.spoken(ROOM, TOGETHER)
    rows, unfit = read(lesson, text, said)
    shown = [_shown(lesson, row) for row in rows]
    if len(rows) < 2:
        return {"rows": shown, "said": [*unfit, said["paper.few"]], "wrong": bool(unfit)}
    models = np.array([row.weights for row in rows])
    mean = together(models, np.ones(len(rows)))
    shown.append(_shown(lesson, Row(fill(said["row.mean"], {"groups": len(rows)}), mean)) | {"kind": "mean"})
    told = [_told(lesson, shown, said), fill(said["paper.mean"], {"weights": _written(mean)})]
    return {"rows": shown, "said": told + unfit, "wrong": bool(unfit), "mean": mean.tolist()}


def read(lesson: ChosenLesson, text: str, said: dict[str, str]) -> tuple[list[Row], list[str]]:
    """Return the rows of a text that hold a weight for each slider, and why the others don't.

    A name may stand before a colon. Blanks, semicolons, commas, and bars part the numbers; empty rows
    don't count.
    """
    rows, unfit = [], []
    lines = [line for line in text.translate(SAME).splitlines() if line.strip()]
    for at, line in enumerate(lines[:MOST_GROUPS], 1):
        name, _, rest = line.rpartition(":")
        title = " ".join(name.split()) or fill(said["paper.group"], {"group": str(at)})
        try:
            rows.append(Row(title[:40], _weights(lesson, rest)))
        except Unfit as why:
            unfit.append(fill(said[why.key], {"row": str(at), **why.gaps}))
    return rows, unfit[:SHOWN] + [said["said.long"]] * (len(lines) > MOST_GROUPS)


def _weights(lesson: ChosenLesson, text: str) -> np.ndarray:
    """Return the weights in a row. Raises `Unfit` with the reason."""
    parts = [part.strip(",") for part in re.split(r"[\s;|]+", text)]
    parts = [part for part in parts if part]
    if not all(NUMBER.fullmatch(part) for part in parts):  # then a comma may part numbers
        parts = [part for part in re.split(r"[\s;|,]+", text) if part]
    for part in parts:
        if not NUMBER.fullmatch(part):
            raise Unfit("paper.number", text=part[:20])
    if len(parts) != len(lesson.sliders):
        raise Unfit("paper.count", count=len(parts), needed=len(lesson.sliders))
    found = [float(part.replace(",", ".")) for part in parts]
    for value, slider in zip(found, lesson.sliders, strict=True):
        if not slider.low <= value <= slider.high:
            raise Unfit("paper.beyond", value=value, low=slider.low, high=slider.high)
    return np.array(found)


def _shown(lesson: ChosenLesson, row: Row) -> dict[str, Any]:
    chances = lesson.measure_at(row.weights.tolist()).says.diagonal()
    right = [bool(chance > HALF) for chance in chances]
    texts = [percent(float(chance)) for chance in chances]
    return {"title": row.title, "chances": chances.tolist(), "right": right, "shown": texts}


def _told(lesson: ChosenLesson, shown: list[dict[str, Any]], said: dict[str, str]) -> str:
    """Return the sentence on what the mean, the last of the rows, gets right."""
    *groups, mean = shown
    right = mean["right"]
    names = sentences(lesson.words)
    one = names[right.index(True)] if any(right) else ""
    key = "paper.both" if all(right) else "paper.one" if one else "paper.none"
    alone = sum(all(group["right"]) for group in groups)
    return fill(said[key], {"right": one, "alone": alone, "groups": len(groups)})


def sentences(words: Mapping[str, str]) -> list[str]:
    """Return the sentences to learn, each with its right word, in the words of the lesson."""
    right = enumerate(("cat", "plane"), 1)
    return [fill(words[f"writes.{at}"], {"word": words[f"word.{word}"]}) for at, word in right]


def _written(weights: np.ndarray) -> str:
    return " · ".join(number(weight) for weight in weights.tolist())
