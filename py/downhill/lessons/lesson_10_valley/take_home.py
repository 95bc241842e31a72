"""What the valley's file to take home needs."""

from __future__ import annotations

from downhill.lessons.lesson_10_valley import OWN
from downhill.maths.formula import read
from downhill.source.home import AtWork, Home, Part, Said, Walk, of_sliders
from downhill.source.home.formula_code import written
from downhill.source.home.literals import label, number
from downhill.source.home.said import comment

WORDS = {
    "valley.own": "Your own function, and its slope",
    "valley.slope": "The slope by central differences: how much higher it is a little further on, against a "
    "little before. (The page works it out from the rules of calculus.)",
}
OWN_CODE = """
def height(x):
    with np.errstate(all="ignore"):
        return $height


#: valley.slope
def slope(x):
    h = 1e-5
    return (height(x + h) - height(x - h)) / (2 * h)
"""
PICTURE = """
across = np.linspace(lowest[0], highest[0], 1001)
axes.plot(across, [height(x) for x in across], color="0.4")
axes.plot([x for (x,) in path], losses, "D", color="tab:blue", markersize=4)
axes.plot(path[0], losses[0], "o", color="tab:orange", markersize=10, label=<<mark.start>>)
axes.plot(path[-1], losses[-1], "D", color="tab:blue", markersize=9, label=<<mark.end>>)
axes.legend()
"""


def home(state: AtWork) -> Home:
    """The curve with its slope, and the descent from where x stands."""
    say, lesson = Said(WORDS), state.lesson
    shows = lesson.words["axis.x"], lesson.words["axis.f"]
    low, high = map(number, lesson.data["curve"].ends)
    named = f"axes.set(xlabel={label(shows[0])}, ylabel={label(shows[1])}, ylim=({low}, {high}))\n"
    walk = Walk(names=("x",), loss="height(x)", slopes="[slope(x)]", picture=say.code(PICTURE) + named)
    own = [Part(say("valley.own"), _own(say, state.choices["f"]))] if state.choices["shape"] == OWN else []
    return of_sliders(state, say, walk, *own, shows=(*shows, say("mark.start"), say("mark.end")))


def _own(say: Said, text: str) -> str:
    """The reader's function, as it is typed and as Python."""
    code = say.code(OWN_CODE, height=written(read(text).tree))
    return f"{comment(f'f(x) = {text}')}\n{code}"
