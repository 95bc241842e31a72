"""The words of a model, placed by similarity: those of the prompt and those it writes are marked."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import HAND, MACHINE, Draw, Look, Show
from downhill.lesson.look import mixed
from downhill.training.model_lesson import ModelScene, WordsScene
from downhill.training.room import fill

EDGE = 14.0  # CSS pixels around the map
LEAST = 1e-9  # a map that reaches no farther isn't enlarged
NAMED, FEWER = 40, 24  # words that have a name, and how many in a picture narrower than BROAD
BROAD = 480.0  # CSS pixels
NARROW = 400.0  # CSS pixels; in a narrower picture dots without a name are quieter and smaller
USUAL, SMALL = 5.0, 3.5  # CSS pixels: dots, and those in a narrow picture
PALE = 0.72  # how much of the quiet ink is in these


def words_picture() -> Draw:
    """Return the picture of the words: a dot each, discs for the prompt, diamonds for what is written."""
    return _draw


def _draw(figure: Any, look: Look) -> Show:
    width = fill(figure, EDGE).wide
    axes = figure.add_subplot()
    axes.set(xlim=(-1, 1), ylim=(-1, 1))
    axes.set_axis_off()
    small = width < NARROW
    dots = look.dots(axes, size=SMALL if small else USUAL)
    if small:
        dots.paint(mixed(look.paper, look.quiet, PALE))
    written, asked = look.spot(axes, size=9), look.spot(axes, size=9)
    names, most = look.names(axes), NAMED if width >= BROAD else FEWER

    def show(scene: ModelScene) -> None:
        words = scene.words()
        places = fitted(words.places)
        dots.put(places)
        asked.put(places[list(words.asked)], HAND)
        written.put(places[list(words.written)], MACHINE)
        texts, some, colours = named(words, most, look)
        names.put(texts, places[some], colours)

    return show


def fitted(places: np.ndarray) -> np.ndarray:
    """Scale the places to fill the range from -1 to 1, equally across and up, shape (n, 2)."""
    return np.asarray(places / max(np.abs(places).max(initial=0.0), LEAST))


def named(words: WordsScene, most: int, look: Look) -> tuple[list[str], list[int], list[str]]:
    """Return what to write next to which words, in which colors: at most `most`, and all marked ones.

    One word of each kind of mark says what the mark means, and comes first.
    """
    asked = next((i for i in reversed(words.asked) if i not in words.written), None)
    written = next((i for i in words.written if i not in words.asked), None)
    means = {
        i: look.words[f"mark.{key}"] for i, key in ((written, "written"), (asked, "asked")) if i is not None
    }
    marked = {**dict.fromkeys(words.written, look.machine), **dict.fromkeys(words.asked, look.hand)}
    others = [i for i in range(min(most, len(words.names))) if i not in marked]
    some = [*dict.fromkeys([*means, *marked, *others])]
    texts = [f"{words.names[i]} · {means[i]}" if i in means else words.names[i] for i in some]
    return texts, some, [marked.get(i, look.text) for i in some]
