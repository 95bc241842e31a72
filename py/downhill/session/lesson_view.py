"""Builds the view of a lesson with sliders from its state."""

from __future__ import annotations

from typing import Any

from downhill.play import way_view
from downhill.play.actions import offered
from downhill.play.lesson_state import LessonState
from downhill.play.overshoot import overshoot
from downhill.play.present_run import can_return, has_run
from downhill.play.rewritten import STEP
from downhill.play.telling import lit, said, sentence, told_verdict
from downhill.play.verdicts import is_finished
from downhill.session.view import Ends, View
from downhill.session.view_rows import row, table, written
from downhill.session.view_texts import in_lines, kept, mistake_texts, outcome, place, shown_loss
from downhill.text.format import DASH, PAGE, rate_shown
from downhill.text.mistake import Mistake


def _own_steps(state: LessonState) -> list[str]:
    """Return the names of the steps that a reader's own code replaces."""
    plain = [STEP] if state.lesson.step is not None else []
    return [*plain, *state.lesson.ways]


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
    lesson, verdict = state.lesson, state.verdict()
    return View(
        lesson=lesson.id,
        rows={s.name: row(state, i, s) for i, s in enumerate(lesson.sliders)},
        ends={s.name: Ends(s.low, s.high, s.step, s.unit) for s in lesson.sliders},
        loss=float(state.now.loss),
        loss_shown=in_lines(state, shown_loss(state, state.now)),
        sentence=sentence(state),
        verdict=told_verdict(state, verdict),
        said=said(state, verdict),
        maths=maths or {},
        python=python or {},
        code=code or {},
        table=table(state),
        columns=state.variant.columns,
        notes=state.variant.notes,
        rate=state.rate,
        rate_low=state.rates.low,
        rate_high=state.rates.high,
        rate_shown=rate_shown(state.rate),
        preset=lit(state.presets, state.rate, verdict),
        presets={name: PAGE[key] for name, key in state.variant.preset_keys(state.ways.name).items()},
        way=way_view.shown(state, _own_steps(state)),
        choices={c.name: state.choices[c.name] for c in lesson.choices},
        entries={e.name: state.choices[e.name] for e in lesson.entries},
        causes={e.name: e.spoken(state.choices[e.name]) or DASH for e in lesson.entries if e.only_shows},
        mathml=state.variant.mathml,
        mistake=mistake_texts(state, mistake) if mistake else {},
        offered=offered(state),
        outcome=outcome(state),
        hand_moves=state.hand_moves,
        machine_steps=state.machine_steps,
        place=len(state.trail) - 1,
        places=state.trail.kept,
        place_spoken=place(state),
        mover=state.trail.mover,
        solved=state.solved and not lesson.concealed,
        challenge=challenge or {},
        finished=is_finished(verdict, state.pressing),
        overshoot=overshoot(state, verdict),
        has_run=has_run(state),
        can_return=can_return(state),
        kept=[kept(state, run) for run in state.shelf.runs],
        kept_said=state.shelf.said,
        log=state.log,
        aims={picture: " ".join(axes) for picture, axes in state.aims.items()},
        written=written(state),
    )
