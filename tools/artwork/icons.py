"""The page's icon, for every size and shape that a browser or a phone asks for, and the page's manifest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Polygon
from matplotlib.path import Path as Curve

from downhill.drawing.themes import COLOURS
from downhill.text.format import PAGE

SIDE = 32.0  # the drawing's own units, from the top left
VALLEY = ((3.0, 5.0), (8.0, 25.0), (13.0, 25.0), (16.0, 25.0), (19.0, 25.0), (24.0, 25.0), (29.0, 11.0))
HAND, MACHINE = (6.7, 16.5), (21.75, 23.25)  # centers of the disc and of the diamond
REACH = 3.8  # from a center to a mark's edge
DOTS = 100  # to the inch


class Icon(NamedTuple):
    """A file, its side in pixels, how large the drawing is in it, and whether its paper is a rounded square.

    A phone may cut icons to its own shape; only a circle of four fifths is sure to stay.
    """

    file: str
    side: int
    share: float = 1.0
    rounded: bool = False
    purpose: str = "any"


ICONS = (
    Icon("icon.svg", 32, share=0.92, rounded=True),
    Icon("icon-192.png", 192, share=0.92, rounded=True),
    Icon("icon-512.png", 512, share=0.92, rounded=True),
    Icon("icon-maskable.png", 512, share=0.68, purpose="maskable"),
    Icon("icon-touch.png", 180, share=0.84),
)


def draw_icons(folder: Path) -> None:
    """Write every icon into the folder: the same bytes each time."""
    folder.mkdir()
    for icon in ICONS:
        same = {"Date": None, "Creator": None} if icon.file.endswith(".svg") else {"Software": None}
        with matplotlib.rc_context({"svg.hashsalt": "icon"}):
            _drawn(icon).savefig(folder / icon.file, dpi=DOTS, transparent=True, metadata=same)


def _drawn(icon: Icon) -> Figure:
    colours: dict[str, Any] = COLOURS["dark"]
    figure = Figure(figsize=(icon.side / DOTS,) * 2, dpi=DOTS)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    edge = SIDE * (1 / icon.share - 1) / 2
    axes.set(xlim=(-edge, SIDE + edge), ylim=(SIDE + edge, -edge), aspect="equal")
    axes.set_axis_off()
    corner = f"round,pad=0,rounding_size={7 if icon.rounded else 0.001}"
    whole = SIDE + 2 * edge
    axes.add_patch(FancyBboxPatch((-edge, -edge), whole, whole, corner, color=colours["paper"], lw=0))
    width = 3 * 72 * icon.side / DOTS / whole  # three units, in points
    line = {"fill": False, "edgecolor": colours["text"], "linewidth": width, "capstyle": "round"}
    axes.add_patch(PathPatch(Curve(VALLEY, [Curve.MOVETO] + [Curve.CURVE4] * 6), **line))
    axes.add_patch(Circle(HAND, REACH, color=colours["hand"], lw=0))
    x, y = MACHINE
    diamond = [(x, y - REACH - 1), (x + REACH + 1, y), (x, y + REACH + 1), (x - REACH - 1, y)]
    axes.add_patch(Polygon(diamond, color=colours["machine"], lw=0))
    return figure


def write_manifest(file: Path, icons: str, start: str = "../", language: str = "en") -> None:
    """Write what makes the page installable; from the file, `icons` is their folder and `start` the page."""
    colours = COLOURS["light"]
    manifest = {
        "name": PAGE["page.title"],
        "short_name": PAGE["page.headline"],
        "description": PAGE["page.description"],
        "lang": language,
        "dir": "auto",
        "start_url": start,
        "scope": start.rpartition("/")[0] + "/",
        "display": "standalone",
        "background_color": colours["paper"],
        "theme_color": colours["paper"],
        "icons": [_entry(icon, icons) for icon in ICONS if icon.file != "icon-touch.png"],
    }
    file.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _entry(icon: Icon, folder: str) -> dict[str, str]:
    vector = icon.file.endswith(".svg")
    kind = "image/svg+xml" if vector else "image/png"
    sizes = "any" if vector else f"{icon.side}x{icon.side}"
    return {"src": f"{folder}/{icon.file}", "type": kind, "sizes": sizes, "purpose": icon.purpose}
