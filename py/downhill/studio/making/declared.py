"""What a reader's code can import to write a lesson: names that record what it declares, and check it."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from downhill.lesson import HAND, MACHINE, Rates, Slider
from downhill.session.link_settings import RESERVED
from downhill.source.running import CodeMistake, Number

LESSON = "downhill.lesson"
MARKS = 1_000_000  # that a slider has at most


class Declared:
    """A lesson as a reader's code declares it: its `parts`, by name."""

    def __init__(self, parts: dict[str, Any]) -> None:
        self.parts = parts


class Type:
    """A type for annotations of what the page passes in."""


def offered() -> dict[str, ModuleType]:
    """Return the module that lessons import, by its name; what is in it records what is declared."""
    lesson = ModuleType(LESSON)
    vars(lesson).update(dict.fromkeys(("Figure", "Look", "Scene", "Show"), Type))
    vars(lesson).update(
        Lesson=_lesson, Slider=declared_slider, Rates=declared_rates, HAND=HAND, MACHINE=MACHINE
    )
    return {LESSON: lesson}


def _lesson(**parts: Any) -> Declared:
    return Declared(parts)


def declared_slider(
    name: Any, low: Any, high: Any, start: Any, step: Any, unit: Any = "", label: Any = ""
) -> Slider:
    """Return a slider. Raises `CodeMistake` for one that can't be on the page."""
    texts = [type(each) is str for each in (name, unit, label)]
    try:
        if not all(texts) or not name.isidentifier() or name in RESERVED:
            raise ValueError(name)
        least, most, first, width = (Number().checked(each, ()) for each in (low, high, start, step))
        made = Slider(name, least, most, first, width, unit, label)
        if not made.span / made.step <= MARKS:
            raise ValueError(name)
        return made
    except (ValueError, CodeMistake):
        raise CodeMistake("made_slider", name=name if type(name) is str else "…") from None


def declared_rates(low: Any, good: Any, high: Any, kinked: Any = False, big: Any = 0.0) -> Rates:
    """Return learning rates. Raises `CodeMistake` if they aren't numbers in rising order."""
    try:
        least, fair, most, wild = (Number().checked(each, ()) for each in (low, good, high, big))
        found = Rates(least, fair, most, kinked is True, wild)
    except CodeMistake:
        raise CodeMistake("made_rates") from None
    if not 0 < found.low < found.good < found.high:
        raise CodeMistake("made_rates")
    return found


for _function, _name in ((_lesson, "Lesson"), (declared_slider, "Slider"), (declared_rates, "Rates")):
    _function.__name__ = _function.__qualname__ = _name
