"""Edits the points of a lesson's own picture: drag, add, remove, paste, undo.

Places of the hand are in CSS pixels from the picture's top left. Points are counted from 0 in code, and from
1 in texts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from downhill.drawing.easel import Easel
from downhill.lesson import Plot
from downhill.play.lesson_state import LessonState
from downhill.points.pasted_table import parse
from downhill.points.points import MOST, NAMES, Points, write
from downhill.session.fragment import decode
from downhill.studio.picture import OWN
from downhill.studio.studio import Studio
from downhill.text.format import PAGE, enumerated, fill, number
from downhill.text.mistake import Mistake

STRIDES = 100  # key presses from one end of an axis to the other
MARKS = 400  # the least number of marks on an axis to which points snap
CHANGES_KEPT = 100
Change = dict[str, str]  # choices and texts by their names


class Editor:
    """Edits points. Methods raise `KeyError` for a lesson that doesn't exist or has no points to edit."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.before: dict[str, list[Change]] = {}
        self.remarks: dict[str, str] = {}

    def drag(self, lesson: str, index: int, where: Sequence[float]) -> None:
        """Move a point to the place on the axes nearest to `where`, without letting go of it."""
        self._move(lesson, index, self._easel(lesson).within(*where))

    def nudge(self, lesson: str, index: int, across: float, up: float) -> None:
        """Move a point by some strides, without letting go of it."""
        points, (wide, high) = self.points(lesson), self._spans(lesson)
        if not 0 <= index < len(points.places):
            return
        x, y = points.places[index].tolist()
        place = x + across * wide / STRIDES, y + up * high / STRIDES
        self.drag(lesson, index, self._easel(lesson).seen([place])[0])

    def drop(self, lesson: str) -> None:
        """Let go: sliders and axes follow the points."""
        state, _ = self._at(lesson)
        if state.variant.held:
            state.edit({})

    def add(self, lesson: str, where: Sequence[float] | None = None) -> None:
        """Add a point, at the place on the axes nearest to `where`, or in their middle.

        Raises `Mistake` if there are too many already.
        """
        points, easel = self.points(lesson), self._easel(lesson)
        if len(points.places) >= MOST:
            raise Mistake("points.full", most=str(MOST))
        place = self._on_marks(lesson, easel.within(*(where or (easel.width / 2, easel.height / 2))))
        self._replace(lesson, [*points.places.tolist(), place], points.names)

    def remove(self, lesson: str, index: int) -> None:
        """Remove a point; one that isn't there is left alone."""
        points = self.points(lesson)
        if 0 <= index < len(points.places):
            self._replace(lesson, np.delete(points.places, index, axis=0), points.names)

    def paste(self, lesson: str, text: str) -> None:
        """Take all points from a table that the reader wrote. Raises `Mistake` if it can't be read."""
        self._at(lesson)
        table = parse(text)
        self._replace(lesson, table.points, table.names or NAMES)
        if table.columns > 2:
            self.remarks[lesson] = fill(PAGE["points.columns"], {"columns": str(table.columns)})

    def undo(self, lesson: str) -> None:
        """Undo the last change of the points; a point that is held goes back too."""
        state, _ = self._at(lesson)
        if self.before.get(lesson):
            self.remarks.pop(lesson, None)
            state.edit(self.before[lesson].pop())

    def restore(self, link: str) -> dict[str, Any]:
        """Apply a link to all lessons; earlier changes of points can no longer be undone.

        Returns the parts that could not be read (`ignored`), whether the link is from a `newer` version, and
        the readers' `codes` in it, by lesson, which don't run.
        """
        self.forget()
        session = self.studio.session
        return {"ignored": session.restore(link), "newer": decode(link).newer, "codes": session.brought}

    def forget(self) -> None:
        """Forget earlier changes, because everything was replaced: they can no longer be undone."""
        self.before.clear()
        self.remarks.clear()

    def points(self, lesson: str) -> Points:
        """Return the current points."""
        state, _ = self._at(lesson)
        return state.lesson.points

    def state(self, lesson: str) -> dict[str, Any]:
        """Return what the page shows of the points: their places in a picture of that size, in CSS pixels,
        their table as text, and any remarks.
        """
        points, easel = self.points(lesson), self._easel(lesson)
        return {
            "spots": easel.seen(points.places.tolist()),
            "size": (easel.width, easel.height),
            "text": listed(points),
            "remark": self.remarks.get(lesson, ""),
            "undo": bool(self.before.get(lesson)),
        }

    def tell(self, lesson: str, index: int) -> str:
        """Return a point in words: its number and its place; '' if there is none."""
        points = self.points(lesson)
        if not 0 <= index < len(points.places):
            return fill(PAGE["points.none"], {}) if not len(points.places) else ""
        shown = (
            fill(PAGE["read.value"], {"name": name, "value": number(value, decimals(span))})
            for name, value, span in zip(points.names, points.places[index], self._spans(lesson), strict=True)
        )
        counts = {"point": str(index + 1), "points": str(len(points.places))}
        return fill(PAGE["points.told"], {**counts, "place": enumerated(shown)})

    def _at(self, lesson: str) -> tuple[LessonState, Plot]:
        state = self.studio.session.state(lesson)
        if state.plain.plot is None:
            raise KeyError(f"lesson {lesson} has no points to edit")
        return state, state.plain.plot

    def _easel(self, lesson: str) -> Easel:
        return self.studio.drawn(lesson, OWN)

    def _spans(self, lesson: str) -> tuple[float, float]:
        """Return the lengths of the axes, across and up."""
        (left, right), (low, high) = (
            getattr(self._easel(lesson).figure.axes[0], get)() for get in ("get_xlim", "get_ylim")
        )
        return abs(right - left), abs(high - low)

    def _on_marks(self, lesson: str, place: Sequence[float]) -> list[float]:
        spans = self._spans(lesson)
        return [round(value, mark(span)) for value, span in zip(place, spans, strict=True)]

    def _move(self, lesson: str, index: int, place: Sequence[float]) -> None:
        points = self.points(lesson)
        if 0 <= index < len(points.places):
            places = points.places.copy()
            places[index] = self._on_marks(lesson, place)
            self._replace(lesson, places, points.names, held=True)

    def _replace(self, lesson: str, places: Any, names: tuple[str, str], held: bool = False) -> None:
        """Set the reader's own points, and remember the previous ones, once per change."""
        state, plot = self._at(lesson)
        if not state.variant.held:
            kept = self.before.setdefault(lesson, [])
            kept.append({name: state.choices[name] for name in (plot.choice, plot.entry)})
            del kept[:-CHANGES_KEPT]
            self.remarks.pop(lesson, None)
        if state.choices[plot.choice] != plot.own:
            # A copy first, so that slider ranges fit it before they are frozen while a point is held.
            before = state.lesson.points
            state.edit({plot.choice: plot.own, plot.entry: write(before.places, before.names)})
        state.edit({plot.choice: plot.own, plot.entry: write(places, names)}, held)


def mark(span: float) -> int:
    """Return how many decimals points snap to along an axis of that length; negative for tens and more."""
    return -math.floor(math.log10(span / MARKS))


def decimals(span: float) -> int:
    """Return how many decimals show every mark of an axis of that length."""
    return max(0, mark(span))


def listed(points: Points) -> str:
    """Return the points as a table to read and edit: a row of names, if any, then a row per point."""
    names = [", ".join(map(_cell, points.names))] if points.names != NAMES else []
    rows = [f"{_plain(x)}, {_plain(y)}" for x, y in points.places.tolist()]
    return "\n".join(names + rows)


def _plain(value: float) -> str:
    return repr(value).removesuffix(".0")


def _cell(name: str) -> str:
    """Return a name as a cell of a table: in quotes if it could be read as several."""
    return '"' + name.replace('"', '""') + '"' if set(name) & set(',;"') else name
