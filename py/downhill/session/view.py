"""What the page shows of a lesson after a move, pixels apart: numbers to set and sentences to read."""

from __future__ import annotations

from typing import Any, NamedTuple

from downhill.lesson import Cell, Kept, Lesson, Slider
from downhill.maths import truths
from downhill.play import predicted
from downhill.play.actions import offered
from downhill.play.lesson_state import LessonState
from downhill.play.overshoot import overshoot
from downhill.play.present_run import can_return, has_run
from downhill.play.telling import lit, said, sentence, told_verdict
from downhill.play.verdicts import is_finished
from downhill.text.format import PAGE, figures, fill, loss_with_unit, number, rate_shown, with_unit
from downhill.text.mistake import Mistake

DASH = "\N{EN DASH}"  # for a text that is empty
WAYS = {-1: "left", 0: "level", 1: "right"}


class Row(NamedTuple):
    """One slider's row: its value, shown and spoken, and where downhill is (-1 left, 0 level, 1 right)."""

    value: float
    shown: str
    spoken: str
    downhill: int
    slope: str
    downhill_spoken: str


class Ends(NamedTuple):
    """What a slider of the page is made of; it changes only with the lesson's variant."""

    low: float
    high: float
    step: float
    unit: str


class View(NamedTuple):
    """A lesson as a reader sees it. `loss` and the rows' `value` keep full precision; all else is text.

    `verdict` is a key of the run's verdict, `sentence` and `said` what is true now and what the run amounts
    to; `preset` names the rate to try that is set, or is '', `presets` says what each is called here;
    `finished` tells that more steps of this run
    lead nowhere. Where the variant is `concealed`, `verdict` is `rests` of every run that rests, and `solved`
    is never set. `choices` are the switches, `entries` the texts that the reader wrote, `mathml` those of
    them that are formulas, `mistake` what was wrong with the last text, or nothing. `columns` are
    the titles of the table's, `notes` sentences that hold in the whole variant. `place` is where the sliders
    stand among the trail's `places`, counted from 0. `maths` holds the next step in numbers
    (`step_in_numbers`) while somebody looks at it, else nothing, `python` what the lines of the lesson's
    functions work out (`python_values`) while somebody reads them; `challenge` an attempt at a challenge
    while one is on (`downhill.play.attempt`).
    `overshoot` is why the run diverges, in numbers, or ''; `has_run` tells whether there is a run to keep,
    `can_return` whether there is a start of the hand's moves to go back to,
    `kept` lists those that are (number, name, end), `kept_said` what was done with them. `log` tells
    that losses stand on a logarithmic scale, `aims` the axes of the views that can be chosen.
    `offered` names the lesson's own buttons that would change something, `causes` are the entries that these
    go by as they read, `outcome` is what they led to.
    `prediction` is what the reader has foretold (`downhill.play.predicted.shown`), `predicted` what came of
    it, in words, or ''.
    """

    lesson: str
    rows: dict[str, Row]
    ends: dict[str, Ends]
    loss: float
    loss_shown: str
    sentence: str
    verdict: str
    said: str
    maths: dict[str, str]
    python: dict[str, str]
    code: dict[str, Any]
    table: list[list[str]]
    columns: list[str]
    notes: list[str]
    rate: float
    rate_low: float
    rate_high: float
    rate_shown: str
    preset: str
    presets: dict[str, str]
    choices: dict[str, str]
    entries: dict[str, str]
    causes: dict[str, str]
    mathml: dict[str, str]
    mistake: dict[str, str | int]
    offered: list[str]
    outcome: str
    hand_moves: int
    machine_steps: int
    place: int
    places: int
    place_spoken: str
    mover: str
    solved: bool
    finished: bool
    challenge: dict[str, Any]
    overshoot: str
    has_run: bool
    can_return: bool
    kept: list[list[str]]
    kept_said: str
    log: bool
    aims: dict[str, str]
    prediction: dict[str, Any]
    predicted: str

    def as_dict(self) -> dict[str, Any]:
        """The view as plain dictionaries and lists, for the road to the page."""
        parts = {part: {name: one._asdict() for name, one in getattr(self, part).items()} for part in NAMED}
        return self._asdict() | parts


NAMED = ("rows", "ends")  # fields of a view that hold a named tuple for each slider


def view(
    state: LessonState,
    challenge: dict[str, Any] | None = None,
    mistake: Mistake | None = None,
    maths: dict[str, str] | None = None,
    python: dict[str, str] | None = None,
    code: dict[str, Any] | None = None,
) -> View:
    """The view of a lesson as it stands.

    With it go an attempt at a challenge, a mistake in a text, the maths, and what its Python works out.
    """
    lesson, verdict = state.lesson, state.verdict()
    return View(
        lesson=lesson.id,
        rows={s.name: _row(state, i, s) for i, s in enumerate(lesson.sliders)},
        ends={s.name: Ends(s.low, s.high, s.step, s.unit) for s in lesson.sliders},
        loss=float(state.now.loss),
        loss_shown=_in_lines(state, shown_loss(state, state.now)),
        sentence=sentence(state),
        verdict=told_verdict(state, verdict),
        said=said(state, verdict),
        maths=maths or {},
        python=python or {},
        code=code or {},
        table=_table(state),
        columns=state.variant.columns,
        notes=state.variant.notes,
        rate=state.rate,
        rate_low=state.variant.rates.low,
        rate_high=state.variant.rates.high,
        rate_shown=rate_shown(state.rate),
        preset=lit(state.variant.presets, state.rate, verdict),
        presets={name: PAGE[key] for name, key in state.variant.preset_keys.items()},
        choices={c.name: state.choices[c.name] for c in lesson.choices},
        entries={e.name: state.choices[e.name] for e in lesson.entries},
        causes={e.name: e.spoken(state.choices[e.name]) or DASH for e in lesson.entries if e.only_shows},
        mathml=state.variant.mathml,
        mistake=mistake_texts(state, mistake) if mistake else {},
        offered=offered(state),
        outcome=_outcome(state),
        hand_moves=state.hand_moves,
        machine_steps=state.machine_steps,
        place=len(state.trail) - 1,
        places=state.trail.kept,
        place_spoken=_place(state),
        mover=state.trail.mover,
        solved=state.solved and not lesson.concealed,
        challenge=challenge or {},
        finished=is_finished(verdict, state.pressing),
        overshoot=overshoot(state, verdict),
        has_run=has_run(state),
        can_return=can_return(state),
        kept=[_kept(state, run) for run in state.shelf.runs],
        kept_said=state.shelf.said,
        log=state.log,
        aims={picture: " ".join(axes) for picture, axes in state.aims.items()},
        prediction=predicted.shown(state),
        predicted=predicted.told(state),
    )


def _outcome(state: LessonState) -> str:
    """What the lesson's own buttons have led to, in sentences; '' where it has none."""
    told = state.lesson.outcome(state.now) if state.lesson.outcome else ()
    return " ".join(fill(state.lesson.words[key], numbers) for key, numbers in told)


def _place(state: LessonState) -> str:
    """Where the sliders stand in the present run, as it is spoken."""
    counts = {"hand": str(state.hand_moves), "machine": str(state.machine_steps)}
    named = {"name": state.lesson.word("loss", state.choices), "loss": shown_loss(state, state.now)}
    return fill(PAGE["rewind.spoken"], counts | named)


def shown_loss(state: LessonState, measured: Any) -> str:
    """The loss of what was measured, as it is shown: a dash where there is none."""
    lesson = state.lesson
    loss = measured.loss if lesson.is_defined(measured) else float("nan")
    return loss_with_unit(loss, lesson.loss_decimals, lesson.word("loss.unit", state.choices))


def _in_lines(state: LessonState, shown: str) -> str:
    """A loss with a unit of several words on a line of its own."""
    unit = state.lesson.word("loss.unit", state.choices)
    return shown.replace(f"\N{NO-BREAK SPACE}{unit}", f"\n{unit}") if " " in unit else shown


def _kept(state: LessonState, run: Kept) -> list[str]:
    """A kept run as the page lists it: its number, its name, and how it ended."""
    lesson, choices = state.lesson, state.choices
    loss = loss_with_unit(run.losses[-1], lesson.loss_decimals, lesson.word("loss.unit", choices))
    said = PAGE[f"kept.verdict.{told_verdict(state, run.verdict)}"]
    end = fill(PAGE["kept.end"], {"name": lesson.word("loss", choices), "loss": loss, "verdict": said})
    return [str(run.number), run.name, end]


def mistake_texts(state: LessonState, mistake: Mistake) -> dict[str, str | int]:
    """A mistake in an entry: the sentence, and the wrong place in the reader's text."""
    template = state.lesson.words.get(mistake.key) or PAGE[mistake.key]
    sentence = fill(template, mistake.numbers)
    return {"sentence": sentence, "start": mistake.start, "end": mistake.end}


def is_level(state: LessonState, slope: float, slider: Slider) -> bool:
    """Whether the ground along a slider reads level at that slope."""
    return truths.is_level(slope, slider.span, state.variant.scale)


def _row(state: LessonState, index: int, slider: Slider) -> Row:
    value = state.values[index]
    slope = float(state.ahead.gradient[index]) if state.ahead else 0.0
    way = 0 if is_level(state, slope, slider) else (-1 if slope > 0 else 1)
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


def _table(state: LessonState) -> list[list[str]]:
    if state.lesson.table is None:
        return []
    return [[_cell(state.lesson, cell) for cell in row] for row in state.lesson.table(state.now)]


def _cell(lesson: Lesson, cell: Cell) -> str:
    if isinstance(cell, tuple):
        return fill(lesson.words[cell[0]], cell[1])
    return cell if isinstance(cell, str) else number(cell, lesson.table_decimals)
