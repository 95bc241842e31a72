"""Sentences and losses of a view, as a reader sees them."""

from __future__ import annotations

from typing import Any

from downhill.lesson import Kept
from downhill.play.lesson_state import LessonState
from downhill.play.telling import told_verdict
from downhill.text.format import PAGE, fill, loss_with_unit
from downhill.text.mistake import Mistake


def outcome(state: LessonState) -> str:
    """Say what the lesson's own buttons have led to; '' if it has none."""
    told = state.lesson.outcome(state.now) if state.lesson.outcome else ()
    return " ".join(fill(state.lesson.words[key], numbers) for key, numbers in told)


def place(state: LessonState) -> str:
    """Say where the sliders are in the current run."""
    counts = {"hand": str(state.hand_moves), "machine": str(state.machine_steps)}
    named = {"name": state.lesson.word("loss", state.choices), "loss": shown_loss(state, state.now)}
    return fill(PAGE["rewind.spoken"], counts | named)


def shown_loss(state: LessonState, measured: Any) -> str:
    """Return the measured loss as it is shown: a dash if there is none."""
    lesson = state.lesson
    loss = measured.loss if lesson.is_defined(measured) else float("nan")
    return loss_with_unit(loss, lesson.loss_decimals, lesson.word("loss.unit", state.choices))


def in_lines(state: LessonState, shown: str) -> str:
    """Put a loss's unit on a line of its own if it has several words."""
    unit = state.lesson.word("loss.unit", state.choices)
    return shown.replace(f"\N{NO-BREAK SPACE}{unit}", f"\n{unit}") if " " in unit else shown


def kept(state: LessonState, run: Kept) -> list[str]:
    """Return a kept run as the page lists it: its number, its name, and how it ended."""
    lesson, choices = state.lesson, state.choices
    loss = loss_with_unit(run.losses[-1], lesson.loss_decimals, lesson.word("loss.unit", choices))
    said = PAGE[f"kept.verdict.{told_verdict(state, run.verdict)}"]
    end = fill(PAGE["kept.end"], {"name": lesson.word("loss", choices), "loss": loss, "verdict": said})
    return [str(run.number), run.name, end]


def mistake_texts(state: LessonState, mistake: Mistake) -> dict[str, str | int]:
    """Return the sentence about a mistake in an entry, and where it is in the reader's text."""
    template = state.lesson.words.get(mistake.key) or PAGE[mistake.key]
    sentence = fill(template, mistake.numbers)
    return {"sentence": sentence, "start": mistake.start, "end": mistake.end}
