"""Rows of a view: one for each slider, and those of the lesson's table."""

from __future__ import annotations

from downhill.lesson import Cell, LessonFields, Slider
from downhill.maths import truths
from downhill.play.lesson_state import LessonState
from downhill.session.view import Row
from downhill.text.format import PAGE, figures, fill, number, with_unit

WAYS = {-1: "left", 0: "level", 1: "right"}


def row(state: LessonState, index: int, slider: Slider) -> Row:
    """Return the row of the lesson's slider with that index."""
    value = state.values[index]
    slope = float(state.ahead.gradient[index]) if state.ahead else 0.0
    way = 0 if truths.is_level(slope, slider.span, state.variant.scale) else (-1 if slope > 0 else 1)
    shown = with_unit(value, slider.decimals, slider.unit)
    steepness = figures(abs(slope))
    name = state.lesson.words[f"slider.{slider.name}"]
    return Row(
        value=value,
        shown=shown,
        spoken=fill(PAGE["slider.spoken"], {"name": name, "value": shown}),
        downhill=way,
        slope=steepness if way else PAGE["slope.level"],
        downhill_spoken=fill(PAGE[f"downhill.{WAYS[way]}"], {"slope": steepness}),
    )


def table(state: LessonState) -> list[list[str]]:
    """Return the rows of the lesson's table, cell by cell; none if it has no table."""
    if state.lesson.table is None:
        return []
    return [[_cell(state.lesson, cell) for cell in row] for row in state.lesson.table(state.now)]


def written(state: LessonState) -> list[tuple[str, bool]]:
    """Return the words that the lesson's model writes, and whether each is right."""
    if state.lesson.writes is None:
        return []
    return [(state.lesson.words[key], right) for key, right in state.lesson.writes(state.scene().now)]


def _cell(lesson: LessonFields, cell: Cell) -> str:
    if isinstance(cell, tuple):
        return fill(lesson.words[cell[0]], cell[1])
    return cell if isinstance(cell, str) else number(cell, lesson.table_decimals)
