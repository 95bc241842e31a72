"""Builds the view of a lesson with sliders from its state: its rows, its table, its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from downhill.lesson import Cell, ChosenLesson, Kept, Slider
from downhill.maths import truths
from downhill.play import ways
from downhill.play.lesson_state import LessonState
from downhill.play.overshoot import overshoot
from downhill.play.rewritten import STEP
from downhill.play.telling import lit, said, sentence, told_verdict
from downhill.play.verdicts import is_finished
from downhill.session.view import Row, View
from downhill.text.format import PAGE, figures, fill, loss_with_unit, number, numbers, rate_shown, with_unit
from downhill.text.mistake import Mistake

WAYS = {-1: "left", 0: "level", 1: "right"}
NO_RUN = {"verdict": "", "said": "", "finished": False, "overshoot": ""}


def view(
    state: LessonState,
    challenge: dict[str, Any] | None = None,
    mistake: Mistake | None = None,
    maths: dict[str, str] | None = None,
    python: dict[str, str] | None = None,
    code: dict[str, Any] | None = None,
) -> View:
    """Return the view of a lesson as it is now.

    It includes an attempt at a challenge, a mistake in a text, the math, and the values of its Python.
    """
    lesson, variant, trail, verdict = state.lesson, state.variant, state.trail, state.verdict()
    loss, rates, aims = shown_loss(state, state.now), state.rates, state.aims
    own = (*((STEP,) if lesson.step else ()), *lesson.ways)  # steps that a reader's own code replaces
    return View(
        lesson=lesson.id,
        rows={s.name: row(state, i, s) for i, s in enumerate(lesson.sliders)},
        loss=float(state.now.loss),
        loss_shown=in_lines(loss, variant.loss_unit) if " " in variant.loss_unit else loss,
        sentence=sentence(state),
        maths=maths or {},
        python=python or {},
        code=code or {},
        table=table(lesson, state.now) if lesson.table else [],
        rate=state.rate,
        rate_low=rates.low,
        rate_high=rates.high,
        rate_shown=rate_shown(state.rate),
        preset=lit(state.presets, state.rate, verdict),
        presets=variant.preset_names(state.ways.name),
        way=ways.shown(state.ways, own),
        mistake=mistake_texts(state, mistake) if mistake else {},
        offered=[*filter(state.changes, lesson.actions)],
        outcome=outcome(state) if lesson.outcome else "",
        hand_moves=state.hand_moves,
        machine_steps=state.machine_steps,
        place=trail.count - 1,
        places=trail.kept,
        place_spoken=place(state, loss),
        mover=trail.mover,
        solved=state.solved and not lesson.concealed,
        challenge=challenge or {},
        has_run=trail.has_run,
        can_return=trail.can_return,
        kept=[*map(partial(kept, state), state.shelf.runs)],
        kept_said=state.shelf.said,
        log=state.log,
        aims=dict(zip(aims, map(" ".join, aims.values()), strict=True)),
        written=written(state) if lesson.writes else [],
        **variant.fixed,
        **(of_run(state, verdict) if verdict else NO_RUN),
    )


def of_run(state: LessonState, verdict: str) -> dict[str, Any]:
    """Return what the page shows of a run with that verdict."""
    return {
        "verdict": told_verdict(state, verdict),
        "said": said(state, verdict),
        "finished": is_finished(verdict, state.pressing),
        "overshoot": overshoot(state, verdict),
    }


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


def table(lesson: ChosenLesson, measured: Any) -> list[list[str]]:
    """Return the rows of the lesson's table, cell by cell."""
    rows = lesson.table(measured) if lesson.table else ()
    columns = map(partial(_column, lesson), zip(*rows, strict=True))
    return [*map(list, zip(*columns, strict=True))]


def _column(lesson: ChosenLesson, cells: Sequence[Any]) -> Sequence[str]:
    """Return the cells of a column as text: numbers all in one go, since there are many."""
    kinds = {*map(type, cells)}
    if kinds == {str}:
        return cells
    if kinds == {float}:
        return numbers(cells, lesson.table_decimals)
    return [_cell(lesson, cell) for cell in cells]


def _cell(lesson: ChosenLesson, cell: Cell) -> str:
    if isinstance(cell, tuple):
        return fill(lesson.words[cell[0]], cell[1])
    return cell if isinstance(cell, str) else number(cell, lesson.table_decimals)


def written(state: LessonState) -> list[tuple[str, bool]]:
    """Return the words that the lesson's model writes, and whether each is right."""
    if state.lesson.writes is None:
        return []
    return [(state.lesson.words[key], right) for key, right in state.lesson.writes(state.scene().now)]


def outcome(state: LessonState) -> str:
    """Say what the lesson's own buttons have led to; '' if it has none."""
    told = state.lesson.outcome(state.now) if state.lesson.outcome else ()
    return " ".join(fill(state.lesson.words[key], gaps) for key, gaps in told)


def place(state: LessonState, loss: str) -> str:
    """Say where the sliders are in the current run, at that loss."""
    counts = {"hand": str(state.hand_moves), "machine": str(state.machine_steps)}
    return fill(PAGE["rewind.spoken"], counts | {"name": state.variant.loss_name, "loss": loss})


def shown_loss(state: LessonState, measured: Any) -> str:
    """Return the measured loss as it is shown: a dash if there is none."""
    lesson = state.lesson
    loss = measured.loss if lesson.is_defined(measured) else float("nan")
    return loss_with_unit(loss, lesson.loss_decimals, state.variant.loss_unit)


def in_lines(shown: str, unit: str) -> str:
    """Put a loss's unit, which has several words, on a line of its own."""
    return shown.replace(f"\N{NO-BREAK SPACE}{unit}", f"\n{unit}")


def kept(state: LessonState, run: Kept) -> list[str]:
    """Return a kept run as the page lists it: its number, its name, and how it ended."""
    loss = loss_with_unit(run.losses[-1], state.lesson.loss_decimals, state.variant.loss_unit)
    said = PAGE[f"kept.verdict.{told_verdict(state, run.verdict)}"]
    told = {"name": state.variant.loss_name, "loss": loss, "verdict": said}
    return [str(run.number), run.name, fill(PAGE["kept.end"], told)]


def mistake_texts(state: LessonState, mistake: Mistake) -> dict[str, str | int]:
    """Return the sentence about a mistake in an entry, and where it is in the reader's text."""
    template = state.lesson.words.get(mistake.key) or PAGE[mistake.key]
    sentence = fill(template, mistake.numbers)
    return {"sentence": sentence, "start": mistake.start, "end": mistake.end}
