"""What a way downhill remembers: its rule, and the rule filled in with each slider's numbers, as MathML."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from downhill.lesson.way import ADAM, MOMENTUM
from downhill.maths import descent
from downhill.play.lesson_state import LessonState
from downhill.session import clean_slopes
from downhill.session.numbers_in_mathml import bracketed, rounded
from downhill.text.format import MINUS, PAGE, fill

TIMES = "<mo>·</mo>"
TURN = "<i></i>"  # between two formulas: the next one begins a line


class Recall(NamedTuple):
    """How the next step updates one slider's memory: `kept` and `square`, before and after.

    `slope` is the gradient that goes in, `pull` what then multiplies the learning rate, in the slider's own
    unit. Momentum has no `square`.
    """

    slope: float
    kept: tuple[float, float]
    square: tuple[float, float]
    pull: float


def recalls(state: LessonState) -> list[Recall]:
    """Return how the next step updates the memory, slider by slider."""
    name, betas, _ = way = state.way
    before, scaling = way.remembered(len(state.values)), state.lesson.scaling
    if name == MOMENTUM:
        slopes = clean_slopes.pulls(state)
        pulls = kept = betas[0] * before.kept + slopes
        squares = before.squares
    else:
        slopes = clean_slopes.in_units(state)
        kept = betas[0] * before.kept + (1 - betas[0]) * slopes
        squares = betas[1] * before.squares + (1 - betas[1]) * slopes**2
        count = before.taken + 1
        size = np.sqrt(squares / (1 - betas[1] ** count)) + 1e-8
        pulls = descent.from_units(kept / (1 - betas[0] ** count) / size, scaling)
    columns = (slopes, before.kept, kept, before.squares, squares, pulls)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [Recall(slope, (a, b), (c, d), pull) for slope, a, b, c, d, pull in rows]


def rule(way: str) -> str:
    """Return the rule of a way downhill, in words."""
    words = {name: PAGE[f"maths.{name}"] for name in ("new", "old", "rate", "gradient")}
    old, rate, gradient = (_word(words[name]) for name in ("old", "rate", "gradient"))
    if way == MOMENTUM:
        velocity = PAGE["maths.velocity"]
        lines = [_kept_rule(velocity, _beta(""), gradient)]
        pull = _word(velocity)
    else:
        mean, square = PAGE["maths.mean"], PAGE["maths.square"]
        squared = f"<msup>{gradient}<mn>2</mn></msup>"
        lines = [_kept_rule(mean, _beta("1"), f"{_rest(_beta('1'))}{TIMES}{gradient}")]
        lines += [_kept_rule(square, _beta("2"), f"{_rest(_beta('2'))}{TIMES}{squared}")]
        pull = f"<mfrac>{_fair(mean, '1')}<msqrt>{_fair(square, '2')}</msqrt></mfrac>"
    taken = f"{_infix(MINUS)}{rate}{TIMES}{pull}"
    return TURN.join([*lines, _pieces(_word(words["new"]), f"{_infix('=')}{old}", taken)])


def memory(state: LessonState, recall: Recall) -> list[str]:
    """Return the lines for one slider's memory: each shows what was kept, what is added, and the result."""
    name, betas, _ = state.way
    slope = bracketed(recall.slope)
    if name == MOMENTUM:
        return [_filled("velocity", betas[0], recall.kept, slope)]
    taken = [f"{rounded(1 - beta, short=True)}{TIMES}" for beta in betas]
    squared = f"<msup>{slope}<mn>2</mn></msup>"
    return [
        _filled("mean", betas[0], recall.kept, f"{taken[0]}{slope}"),
        _filled("square", betas[1], recall.square, f"{taken[1]}{squared}"),
    ]


def aside(state: LessonState) -> str:
    """Return a note about these numbers if their units aren't the sliders'."""
    scaled = state.ways.name == ADAM and state.lesson.scaling is not None
    return PAGE["maths.scaled.adam"] if scaled else ""


def _filled(key: str, beta: float, kept: tuple[float, float], new: str) -> str:
    """Write a line of numbers: the name, the part that is kept, the part that is new, and the result."""
    left = f"{_infix('=')}{rounded(beta, short=True)}{TIMES}{bracketed(kept[0])}"
    return _pieces(
        _word(PAGE[f"maths.{key}"]), left, f"{_infix('+')}{new}", f"{_infix('=')}{rounded(kept[1])}"
    )


def _kept_rule(name: str, beta: str, new: str) -> str:
    before = _word(fill(PAGE["maths.before"], {"name": name}))
    return _pieces(_word(name), f"{_infix('=')}{beta}{TIMES}{before}", f"{_infix('+')}{new}")


def _infix(sign: str) -> str:
    return f'<mo form="infix">{sign}</mo>'


def _fair(name: str, number: str) -> str:
    """Write a mean with its bias correction after t steps."""
    filled = f"<mn>1</mn><mo>{MINUS}</mo><msup>{_beta(number)}<mi>t</mi></msup>"
    return f"<mrow>{_word(name)}<mo>/</mo><mo>(</mo>{filled}<mo>)</mo></mrow>"


def _beta(number: str) -> str:
    return f"<msub><mi>β</mi><mn>{number}</mn></msub>" if number else "<mi>β</mi>"


def _rest(beta: str) -> str:
    return f"<mrow><mo>(</mo><mn>1</mn><mo>{MINUS}</mo>{beta}<mo>)</mo></mrow>"


def _word(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<mi>{escaped}</mi>"


def _pieces(*pieces: str) -> str:
    """Join pieces of a formula so that a narrow page can break the line between them."""
    return " ".join(f"<math><mrow>{piece}</mrow></math>" for piece in pieces)
