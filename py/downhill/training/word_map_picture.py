"""The words of a model where they lie by likeness: those of the prompt and those it writes are marked."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import HAND, MACHINE, Draw, Look, Show
from downhill.training.model_lesson import ModelScene, WordsScene

REACH = 0.86, 0.82  # across and up: words lie hardly ever further from the middle
FOOT, EDGE = 46.0, 14.0  # CSS pixels below the map, for the key to its marks, and around it
BESIDE = 10.0  # CSS pixels from a mark of the key to its name
NAMED, FEWER = 40, 24  # words that have a name, and in a picture narrower than
BROAD = 480.0  # CSS pixels


def words_picture() -> Draw:
    """The picture of the words: a dot for each, discs and diamonds for what was asked and what is written."""
    return _draw


def _draw(figure: Any, look: Look) -> Show:
    width, height = 72 * figure.get_figwidth(), 72 * figure.get_figheight()
    figure.subplots_adjust(left=EDGE / width, right=1 - EDGE / width, top=1 - EDGE / height)
    axes = figure.add_subplot()
    axes.set(xlim=(-REACH[0], REACH[0]), ylim=(-REACH[1], REACH[1]))
    axes.set_axis_off()
    box = axes.get_position()
    _key(axes, look, box.width * width, box.height * height)
    dots = look.dots(axes, size=5)
    written, asked = look.spot(axes, size=9), look.spot(axes, size=9)
    names, named = look.names(axes), NAMED if width >= BROAD else FEWER

    def show(scene: ModelScene) -> None:
        words = scene.words()
        places = np.clip(words.places, [-side for side in REACH], REACH)
        dots.put(places)
        asked.put(places[list(words.asked)], HAND)
        written.put(places[list(words.written)], MACHINE)
        some, colours = _named(words, named, look)
        names.put([words.names[i] for i in some], places[some], colours)

    return show


def _named(words: WordsScene, count: int, look: Look) -> tuple[list[int], list[str]]:
    """Which words have a name, and in which colours: those that are marked come first."""
    marked = {**dict.fromkeys(words.written, look.machine), **dict.fromkeys(words.asked, look.hand)}
    others = [i for i in range(min(count, len(words.names))) if i not in marked]
    return [*marked, *others], [*marked.values(), *[look.text] * len(others)]


def _key(axes: Any, look: Look, width: float, height: float) -> None:
    """What the marks mean, below the map; `width` and `height` are the axes', in CSS pixels."""
    across, down = 1 / width, -FOOT / 2 / height
    for x, mark, colour, key in ((0.0, "o", look.hand, "asked"), (0.5, "D", look.machine, "written")):
        place = x + BESIDE / 2 * across
        axes.plot([place], [down], mark, color=colour, markersize=7, transform=axes.transAxes, clip_on=False)
        axes.text(
            place + BESIDE * across,
            down,
            look.words[f"mark.{key}"],
            color=colour,
            va="center_baseline",
            transform=axes.transAxes,
        )
