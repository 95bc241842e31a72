"""The file of a lesson with sliders: where they stand, the descent from there, and its picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from downhill.lesson.way import ADAM, Way
from downhill.source.home.literals import array, number, texts
from downhill.source.home.parts import AtWork, Home, Part
from downhill.source.home.picture import pictured
from downhill.source.home.said import Said
from downhill.source.home.way_code import step_code, stop_code

STEPS = 50
PULLED = """
#: WHY
units = $units
inverse = np.linalg.inv(units)


def pull(slopes):
    return inverse @ (inverse.T @ slopes)


"""
SLOPES = """
def loss_at(values):
$taken    return float($loss)


def slopes_at(values):
$taken    return np.array($slopes, dtype=float)
"""
STEP_BY_STEP = """
def tell(number):
    listed = "   ".join(f"{name} = {value:.6g}" for name, value in zip(names, values))
    print(f"{number:4d}   {listed}   loss = {losses[-1]:.6g}")


path, losses = [values], [loss_at(values)]
tell(0)
for number in range(1, steps + 1):
    landing = np.asarray(step(values, $slopes, rate), dtype=float)
    #: ends
    there = np.clip(landing, lowest, highest)
    if not (np.isfinite(landing).all() and np.isfinite(loss_at(there))):
        print(<<refused>>)
        break
STOPPED    values = there
    path.append(values)
    losses.append(loss_at(values))
    tell(number)
"""


@dataclass(frozen=True, kw_only=True)
class Walk:
    """How a lesson with sliders walks, in code.

    `names` are what its sliders are called there, in order; `loss` and `slopes` are expressions in
    these names, or in the row `values`. `picture` draws on `axes` what is true of `path`, the values from
    step to step. Where descent walks in other units than the sliders', `units` is the expression of the
    matrix that leads to them, and `why` the key of the sentence about it.
    """

    names: tuple[str, ...]
    loss: str
    slopes: str
    picture: str
    units: str = ""
    why: str = ""


def of_sliders(state: AtWork, say: Said, walk: Walk, *before: Part, shows: tuple[str, ...] = ()) -> Home:
    """The file of a lesson as it stands; `before` are its data, `shows` the texts that its picture writes."""
    lesson = state.lesson
    loss = lesson.word("loss.short", state.choices)
    return Home(
        title=lesson.words["title"],
        told=tuple(_chosen(state, say)),
        before=before,
        after=(
            Part(say("start"), _start(state, walk)),
            Part(say("descent"), _descent(say, walk, state.way)),
            Part(say("picture"), pictured(say, walk.picture, loss, shows)),
        ),
    )


def _start(state: AtWork, walk: Walk) -> str:
    sliders = state.lesson.sliders
    lines = [
        f"names = {texts(walk.names)}",
        f"values = {array(state.values)}",
        f"lowest = {array([slider.low for slider in sliders])}",
        f"highest = {array([slider.high for slider in sliders])}",
        f"rate = {number(state.rate)}",
        f"steps = {STEPS}",
    ]
    return "\n".join(lines) + "\n"


def _descent(say: Said, walk: Walk, way: Way) -> str:
    names = ", ".join(walk.names) if len(walk.names) > 1 else f"({walk.names[0]},)"
    taken = "" if "values" in walk.loss else f"    {names} = values\n"
    own_units = way.name == ADAM and bool(walk.units)
    slopes = "pull(slopes_at(values))" if walk.units and not own_units else "slopes_at(values)"
    steps = STEP_BY_STEP.replace("STOPPED", stop_code(way))
    codes = [
        say.code(SLOPES, taken=taken, loss=walk.loss, slopes=walk.slopes),
        *([say.code(PULLED.replace("WHY", walk.why), units=walk.units)] if walk.units else []),
        *([code] if (code := step_code(say, way, "values", own_units)) else []),
        say.code(steps, slopes=slopes),
    ]
    return "\n\n".join(codes)


def _chosen(state: AtWork, say: Said) -> Iterator[str]:
    """A sentence for every choice that changes the loss."""
    words = state.lesson.words
    for choice in state.lesson.choices:
        option, name = state.choices[choice.name], words[f"choice.{choice.name}"]
        if choice.only_shows:
            continue
        if choice.shown != "switch":
            yield say("chosen", name=name, option=words[f"choice.{choice.name}.{option}"])
        elif option == "on":
            yield say("switched", name=name)
