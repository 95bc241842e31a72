"""Handles for a reader's code to figure, axes, strokes and trail: functions by name.
 They report mistakes where they are made, and keep links and files out of saved pictures. They aren't a
security boundary: other code in the same Python can get around them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from downhill.lesson import Look
from downhill.lesson.trail import Trail
from downhill.source.running import CodeMistake

FIGURE = ("add_subplot",)
AXES = tuple(
    "set set_xlim set_ylim set_xlabel set_ylabel set_xticks set_yticks set_aspect set_axis_off axis grid "
    "margins tick_params invert_xaxis invert_yaxis plot scatter bar barh step stairs text annotate axhline "
    "axvline axhspan axvspan fill fill_between fill_betweenx hlines vlines imshow contour contourf quiver "
    "legend".split()
)
ARTIST = tuple(
    "set set_data set_xdata set_ydata set_text set_position set_xy set_x set_y set_width "
    "set_height set_color set_facecolor set_edgecolor set_alpha set_visible set_linewidth set_linestyle "
    "set_offsets".split()
)
STROKE = ("put", "paint", "dashed", "rimmed", "rest")
LOOK = tuple(
    "colour width_of shade line bars squares names arrow spot dots broken trail_marks note footprints".split()
)
INKS = tuple(
    "paper text quiet faint hand machine ground error contours larger level stage sky earth deep fog "
    "wrong".split()
)
KEYWORDS = frozenset(
    "adjustable alpha angles animated arrowprops arrowstyle aspect axis bbox bottom boxstyle c capsize "
    "clip_on cmap color colors connectionstyle dashes drawstyle ec edgecolor edgecolors extent facecolor "
    "facecolors fc fill fontfamily fontsize fontstyle fontweight frameon ha handlelength hatch headlength "
    "headwidth height horizontalalignment interpolation label labelbottom labelcolor labelleft labelpad "
    "labelrotation labels labelsize left length levels linestyle linestyles linewidth linewidths loc ls "
    "lw marker markeredgecolor markeredgewidth markerfacecolor markersize mec mew mfc ms ncols origin pad "
    "pivot projection rotation s scale scale_units shrink shrinkA shrinkB size style textcoords ticks "
    "title top transform units va verticalalignment visible vmax vmin weight where which width x xlabel "
    "xlim xmargin xmax xmin xscale xticklabels xticks xy xycoords xytext y ylabel ylim ymargin ymax ymin "
    "yscale yticklabels yticks zorder".split()
)
"""Keyword arguments allowed for matplotlib, also inside a dictionary. `url`, `picker` and others aren't."""
PLAIN = (type(None), bool, int, float, str)


class Handle:
    """Something that draws, as a reader's code sees it."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


NAMED = {name: type(name, (Handle,), {}) for name in ("Figure", "Look", "Axes", "Artist", "Stroke", "Trail")}
"""Handles by the names that messages use."""


class Handles:
    """The handles of one picture, and what is behind each of them."""

    def __init__(self) -> None:
        self._real: WeakKeyDictionary[Handle, Any] = WeakKeyDictionary()

    def figure(self, figure: Any) -> Handle:
        """Return the handle of a figure."""
        return self._of("Figure", figure, FIGURE)

    def look(self, look: Look) -> Handle:
        """Return the handle of a look: its colors, its words, and what makes strokes."""
        inks = {name: getattr(look, name) for name in INKS}
        return self._of("Look", look, LOOK, words=dict(look.words), **inks)

    def trail(self, trail: Trail) -> Handle:
        """Return the handle of a trail, with copies of its arrays `values`, `losses` and `by_machine`."""
        names = ("values", "losses", "by_machine")
        return self._of("Trail", trail, (), **{name: getattr(trail, name).copy() for name in names})

    def _of(self, kind: str, real: Any, names: Iterable[str], **given: Any) -> Handle:
        handle: Handle = NAMED[kind]()
        calls = {name: self._calling(getattr(real, name), real) for name in names if hasattr(real, name)}
        vars(handle).update(given, **calls)
        self._real[handle] = real
        return handle

    def _calling(self, function: Callable[..., Any], real: Any) -> Callable[..., Any]:
        name, of_matplotlib = function.__name__, hasattr(real, "findobj")

        def call(*values: Any, **named: Any) -> Any:
            if of_matplotlib:
                _check_keywords(name, named)
            handed = [self._handed(value) for value in values]
            by_name = {key: self._handed(value) for key, value in named.items()}
            try:
                return self._given(function(*handed, **by_name))
            except (AttributeError, TypeError, ValueError) as error:
                if not of_matplotlib:  # an exception of the code's own function is reported as such
                    raise
                raise CodeMistake("made_picture", message=str(error)) from None

        return call

    def _handed(self, value: Any) -> Any:
        """Return a value with its handles replaced by the real objects."""
        if isinstance(value, Handle):
            return self._real[value]
        return type(value)(map(self._handed, value)) if type(value) in (tuple, list) else value

    def _given(self, value: Any) -> Any:
        """Return what a reader's code gets as the result of a function."""
        if type(value) in (*PLAIN, np.ndarray) or isinstance(value, np.generic):
            return value
        if hasattr(value, "add_artist"):
            return self._of("Axes", value, AXES, transAxes=self._of("Artist", value.transAxes, ()))
        if any(hasattr(value, name) for name in STROKE):
            return self._of("Stroke", value, STROKE)
        if hasattr(value, "set_animated"):
            return self._of("Artist", value, ARTIST)
        if isinstance(value, tuple | list):
            return [self._given(each) for each in value]
        return None


def _check_keywords(function: str, named: dict[str, Any]) -> None:
    """Raise a `CodeMistake` for a keyword argument that isn't allowed for matplotlib here."""
    for name, value in named.items():
        if name not in KEYWORDS:
            raise CodeMistake("argument_unknown", name=function, argument=name)
        if isinstance(value, dict):
            _check_keywords(function, value)
