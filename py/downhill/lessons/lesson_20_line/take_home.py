"""What the line's file to take home needs."""

from __future__ import annotations

from downhill.lessons.lesson_20_line.points_to_fit import Cloud
from downhill.source.home import AtWork, Home, Part, Said, Walk, of_sliders
from downhill.source.home.literals import array, label, number

WORDS = {
    "line.points": "The points, and how x is counted",
    "line.outlier": "The last point is the outlier.",
    "line.counted": "m is what the line gains for each {per} of x, and b is its height at x = {origin}: so "
    "x is counted from there, in steps of {per}.",
    "line.scaled": "Descent works in standardized units: how far the line rises over one standard deviation "
    "of u, and how high it is in the middle of the points. There the landscape is about as steep one way as "
    "the other, and one learning rate suits both. This matrix leads from (m, b) to these units. A slope goes "
    "through its inverse twice: once into these units, and once to turn the step back into m and b.",
    "line.raw": "Raw units are chosen: slope and intercept for x as it is, counted from 0. There one of them "
    "may weigh much more than the other, and then hardly any learning rate suits both.",
    "line.few": "There are too few points for a spread; 1 stands for it.",
}
POINTS = """
OUTLIERx = $x
y = $y


#: line.counted
def counted(x):
    return (x - $origin) / $per


u = counted(x)
"""
PICTURE = """
sides = np.array([x.min(), x.max()]) if len(x) else np.array([0.0, 1.0])
axes.plot(x, y, "o", color="0.4")
for (m, b), style, color, mark in (
    (path[0], "--", "tab:orange", <<mark.start>>),
    (path[-1], "-", "tab:blue", <<mark.end>>),
):
    axes.plot(sides, [predict(counted(side), m, b) for side in sides], style, color=color, label=mark)
axes.legend()
"""


def home(state: AtWork) -> Home:
    """The points with the reader's own among them, and the descent in units that suit them."""
    say, lesson = Said(WORDS), state.lesson
    cloud: Cloud = lesson.data["cloud"]
    shows = lesson.words["axis.x"], lesson.words["axis.y"]
    why, units = _units(state, cloud)
    walk = Walk(
        names=("m", "b"),
        loss="loss(u, y, m, b)",
        slopes="gradient(u, y, m, b)",
        picture=f"{say.code(PICTURE)}axes.set(xlabel={label(shows[0])}, ylabel={label(shows[1])})\n",
        units=units,
        why=why,
    )
    far = cloud.count > lesson.data["plain"].count
    points = Part(say("line.points"), _points(say, cloud, far))
    return of_sliders(state, say, walk, points, shows=(*shows, say("mark.start"), say("mark.end")))


def _points(say: Said, cloud: Cloud, far: bool) -> str:
    return say.code(
        POINTS.replace("OUTLIER", "#: line.outlier\n" if far else ""),
        x=array(cloud.x),
        y=array(cloud.y),
        origin=number(cloud.origin),
        per=number(cloud.per),
    )


def _units(state: AtWork, cloud: Cloud) -> tuple[str, str]:
    """Why descent walks in which units, and their matrix."""
    if not cloud.varied:
        return "line.few", array(state.lesson.scaling or ())
    if state.choices["raw"] == "on":
        return "line.raw", array(state.lesson.scaling or ())
    return "line.scaled", "np.array([[u.std(), 0.0], [u.mean(), 1.0]])"
