"""The sentences about a lesson: what is true where the sliders are, and how the run is going."""

from __future__ import annotations

from downhill.maths import truths
from downhill.play.lesson_state import LessonState
from downhill.play.rates import Presets
from downhill.play.verdicts import WILD
from downhill.text.format import PAGE, fill

LEAPING = (*WILD, truths.BOUNCING, "overflow")  # verdicts on a rate that isn't good here
ADVISED = (*LEAPING, truths.CRAWLING, "undefined")  # another rate would help


def sentence(state: LessonState) -> str:
    """Say what is true where the sliders are, and whether the next step would leave the picture."""
    lesson = state.lesson
    told = fill(lesson.words[f"now.{lesson.describe(state.now)}"], state.now._asdict())
    if state.covers or state.ahead is None or "beyond.left" not in lesson.words:
        return told
    slider, raw = lesson.sliders[0], float(state.ahead.raw[0])
    if raw == slider.clamp(raw):
        return told
    way = "left" if raw < slider.low else "right"
    return _more(told, fill(lesson.words[f"beyond.{way}"], {"step": abs(raw - state.values[0])}))


def told_verdict(state: LessonState, verdict: str) -> str:
    """Return the verdict that the variant shows: if it is concealed, a run at rest just rests."""
    resting = verdict in (truths.CONVERGED, "stuck")
    return "rests" if resting and state.lesson.concealed else verdict


def said(state: LessonState, verdict: str) -> str:
    """Say how the run is going, and what to do about it; '' without a verdict."""
    if not verdict:
        return ""
    key = f"verdict.{told_verdict(state, verdict)}"
    told = fill(
        state.lesson.word(key, state.choices) or PAGE[key],
        {"times": state.variant.rates.hopeless, "kept": _kept(state)},
    )
    return _more(told, PAGE[f"advice.{verdict}"]) if _is_advised(state, verdict) else told


def _kept(state: LessonState) -> float:
    """Return how much of its memory the chosen way keeps, 0 if it has none."""
    betas = state.way.betas
    return betas[0] if betas else 0.0


def _is_advised(state: LessonState, verdict: str) -> bool:
    """Return whether to advise another rate: only if there is one, and never against the good one."""
    rates = state.rates
    end = rates.high if verdict == truths.CRAWLING else rates.low
    wanted = verdict in ADVISED and state.rate != end and not state.pressing
    return wanted and lit(state.presets, state.rate, verdict) != "good"


def lit(presets: Presets, rate: float, verdict: str) -> str:
    """Return the name of the suggested rate that is set, or ''. None that leaps over the valley is good."""
    name = presets._fields[presets.index(rate)] if rate in presets else ""
    return "" if name == "good" and verdict in LEAPING else name


def _more(told: str, more: str) -> str:
    return fill(PAGE["said.more"], {"said": told, "more": more})
