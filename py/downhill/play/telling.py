"""What is said of a lesson: what is true where the sliders stand, and what the run amounts to."""

from __future__ import annotations

from downhill.maths import truths
from downhill.play.lesson_state import LessonState
from downhill.play.rates import Presets
from downhill.play.verdicts import WILD
from downhill.text.format import PAGE, fill

LEAPING = (*WILD, truths.BOUNCING, "overflow")  # verdicts on a rate that is not good here
ADVISED = (*LEAPING, truths.CRAWLING, "undefined")  # another rate would help


def sentence(state: LessonState) -> str:
    """What is true where the sliders stand, and of the next step where that would leave the picture."""
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
    """The verdict as far as the variant tells it: where it is concealed, a run that rests just rests."""
    resting = verdict in (truths.CONVERGED, "stuck")
    return "rests" if resting and state.lesson.concealed else verdict


def said(state: LessonState, verdict: str) -> str:
    """What the run amounts to, and what to do about it; '' without a verdict."""
    if not verdict:
        return ""
    key = f"verdict.{told_verdict(state, verdict)}"
    told = fill(
        state.lesson.word(key, state.choices) or PAGE[key],
        {"times": state.variant.rates.hopeless, "kept": _kept(state)},
    )
    return _more(told, PAGE[f"advice.{verdict}"]) if _is_advised(state, verdict) else told


def _kept(state: LessonState) -> float:
    """The share of its memory that the chosen way keeps, 0 where it has none."""
    betas = state.way.betas
    return betas[0] if betas else 0.0


def _is_advised(state: LessonState, verdict: str) -> bool:
    """Whether another rate is to be taken: one that there is, and not while the good one is set."""
    rates = state.rates
    end = rates.high if verdict == truths.CRAWLING else rates.low
    wanted = verdict in ADVISED and state.rate != end and not state.pressing
    return wanted and lit(state.presets, state.rate, verdict) != "good"


def lit(presets: Presets, rate: float, verdict: str) -> str:
    """The name of the rate to try that is set, or ''. None is called good while it leaps over the valley."""
    name = next((name for name, each in presets._asdict().items() if each == rate), "")
    return "" if name == "good" and verdict in LEAPING else name


def _more(told: str, more: str) -> str:
    return fill(PAGE["said.more"], {"said": told, "more": more})
