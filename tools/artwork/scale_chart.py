"""The closing section's picture and table: how many weights models have, drawn to a logarithmic scale."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from downhill.drawing.easel import Easel
from downhill.drawing.photo import LINK, MARGIN, Photo
from downhill.drawing.themes import STATIC, look
from downhill.lesson import HAND, MACHINE, Draw, Look
from downhill.studio.saved_picture import as_svg
from downhill.text.essay import PROSE
from downhill.text.format import PAGE, big, fill, number
from tools.artwork import figures as drawn
from tools.artwork.figures import Figure
from tools.artwork.large_models import GIANTS, SOURCES, LargeModel

WIDE, NARROW = (720.0, 430.0), (360.0, 430.0)  # CSS pixels
NAMES = 148.0  # CSS pixels for the models' names
UNITS = {1e12: "trillion", 1e9: "billion", 1e6: "million", 1e3: "thousand"}
BESIDE = 14.0  # CSS pixels between a mark and its number
FOOT = 24.0  # CSS pixels for the page's address, beneath all else
HERE = "{page}"  # stands where a browser puts the page's address: only it knows that


class Row(NamedTuple):
    """A model in the table: name and year, cells of text, and the numbers of its sources."""

    name: str
    cells: list[str]
    sources: list[int]


def large(value: float | None) -> str:
    """A number of any size in words that can be read: 405 billion; a dash for none."""
    if value is None:
        return "–"
    return number(value, 0) if value < 1e4 else big(value, 4 if value >= 1e6 else 2)


def title(giant: LargeModel) -> str:
    """A model's name, with its year where it has one."""
    name = PROSE.get(giant.name, giant.name)
    return fill(PROSE["giant.dated"], {"name": name, "year": str(giant.year)}) if giant.year else name


def rows() -> list[Row]:
    """The table, smallest model first."""
    return [
        Row(
            title(giant),
            [
                large(giant.weights),
                large(giant.tokens),
                large(giant.steps),
                "–" if giant.energy is None else number(giant.energy, 0),
            ],
            [SOURCES.index(key) + 1 for key in giant.sources],
        )
        for giant in GIANTS
    ]


def sources() -> list[str]:
    """Where the numbers come from, in the order of their numbers."""
    return [PROSE[f"source.{key}"] for key in SOURCES]


def told() -> str:
    """What the picture shows, with all models and their weights, for those who do not see it."""
    all_ = (
        fill(PROSE["giant.weighed"], {"name": title(giant), "weights": large(giant.weights)})
        for giant in GIANTS
    )
    joined = reduce(lambda before, after: fill(PROSE["giant.list"], {"before": before, "after": after}), all_)
    return fill(PROSE["scale.picture"], {"all": joined})


def blank() -> list[Figure]:
    """All files of the picture, not drawn yet."""
    return [
        Figure(f"scale-{theme}{'-narrow' * narrow}.svg", theme, narrow, *(NARROW if narrow else WIDE))
        for theme in STATIC
        for narrow in (False, True)
    ]


def figures() -> Iterator[Figure]:
    """The picture in each theme, wide and narrow, as svg text. The typeface must be known to matplotlib."""
    for figure in blank():
        stand = Easel(_draw(figure.narrow), look(figure.theme, PROSE), figure.width, figure.height)
        stand.paint(None)
        yield figure._replace(svg=drawn.as_svg(stand.figure))


TAKEN = {theme: f"scale-{theme}-taken.svg" for theme in STATIC}
"""Files of the picture to be taken along: beneath it are its title and a place for the page's address."""


def to_take() -> dict[str, str]:
    """These files by name, as svg text. The typeface must be known to matplotlib."""
    return {file: _taken(look(theme, PROSE)) for theme, file in TAKEN.items()}


def _taken(look_: Look) -> str:
    photo = Photo(_draw(narrow=False), look_, *WIDE, PAGE["closing.title"], "")
    svg, width, height = as_svg(photo, None).decode(), int(photo.width), int(photo.height)
    svg = svg.replace("</title>", f"</title>\n <desc>{escape(told())}</desc>", 1)
    size = 'height="{0}pt" viewBox="0 0 {1} {0}"'
    place = f'x="{MARGIN}" y="{height + LINK / 2}" font-family="sans-serif" font-size="{LINK}"'
    foot = (
        f'<rect y="{height}" width="{width}" height="{FOOT}" fill="{look_.paper}"/>'
        f'<a href="{HERE}"><text {place} fill="{look_.quiet}">{HERE}</text></a>\n</svg>'
    )
    svg = svg.replace(size.format(height, width), size.format(height + int(FOOT), width))
    return foot.join(svg.rsplit("</svg>", 1))


def _draw(narrow: bool) -> Draw:
    def draw(figure: Any, look_: Look) -> Any:
        width = 72 * figure.get_figwidth()
        figure.subplots_adjust(left=NAMES / width, right=1 - 22 / width)
        axes = figure.add_subplot()
        _scale(axes, look_, narrow)
        for height, giant in enumerate(reversed(GIANTS)):
            _mark(axes, look_, giant, height)
        return lambda scene: False

    return draw


def _scale(axes: Any, look_: Look, narrow: bool) -> None:
    marks = [1.0, *sorted(UNITS)]
    words = ["1", *(PROSE[f"scale.{UNITS[mark]}"] for mark in sorted(UNITS))]
    if narrow:  # every other word, so that they do not run into each other
        words = [word if i % 2 == 0 else "" for i, word in enumerate(words)]
    axes.set(xscale="log", xlim=(1, 1.5e12), ylim=(-0.6, len(GIANTS) - 0.4))
    axes.set_xticks(marks, words)
    axes.minorticks_off()
    axes.grid(axis="x", color=look_.faint, linewidth=0.8)
    axes.set_yticks(range(len(GIANTS)), [title(giant) for giant in reversed(GIANTS)])
    axes.tick_params(axis="y", length=0, labelcolor=look_.text)
    axes.spines["left"].set_visible(False)


def _mark(axes: Any, look_: Look, giant: LargeModel, height: float) -> None:
    """A disc for what a hand can move, diamonds for what only the machine can; the number beside it."""
    mover, shape, size = (HAND, "o", 11) if giant.weights < 1e3 else (MACHINE, "D", 9)
    colour = look_.colour(mover)
    axes.plot([1, giant.weights], [height, height], color=look_.faint, linewidth=2, zorder=2)
    axes.plot([giant.weights], [height], shape, color=colour, markersize=size, zorder=4, clip_on=False)
    left = giant.weights > 1e6
    axes.annotate(
        large(giant.weights),
        (giant.weights, height),
        xytext=(-BESIDE if left else BESIDE, 0),
        textcoords="offset points",
        ha="right" if left else "left",
        va="center",
        color=look_.text,
        zorder=5,
        bbox={"facecolor": look_.paper, "edgecolor": "none", "pad": 1.5},
    )
