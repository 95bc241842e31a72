"""What a reader's code may import to write a lesson: names that take down what it says, and check it."""

from __future__ import annotations

from types import ModuleType
from typing import Any, NamedTuple

from downhill.lesson import HAND, MACHINE, Rates, Slider
from downhill.session.link_settings import RESERVED
from downhill.source.running import CodeMistake, Number

LESSON, TYPES = "downhill.lesson", "typing"


class Declared:
    """A lesson as a reader's code declares it: the `parts` that it hands in, by their names."""

    def __init__(self, parts: dict[str, Any]) -> None:
        self.parts = parts


class Type:
    """Stands in annotations for what the page hands in."""


def offered() -> dict[str, ModuleType]:
    """The modules by their dotted names, with the names that may be imported from each."""
    lesson, types = ModuleType(LESSON), ModuleType(TYPES)
    types.NamedTuple = NamedTuple  # type: ignore[attr-defined]
    vars(lesson).update(dict.fromkeys(("Figure", "Look", "Scene", "Show"), Type))
    vars(lesson).update(Lesson=_lesson, Slider=_slider, Rates=_rates, HAND=HAND, MACHINE=MACHINE)
    return {LESSON: lesson, TYPES: types}


def _lesson(**parts: Any) -> Declared:
    return Declared(parts)


def _slider(name: Any, low: Any, high: Any, start: Any, step: Any, unit: Any = "", label: Any = "") -> Slider:
    texts = [type(each) is str for each in (name, unit, label)]
    try:
        if not all(texts) or not name.isidentifier() or name in RESERVED:
            raise ValueError(name)
        least, most, first, width = (Number().checked(each, ()) for each in (low, high, start, step))
        return Slider(name, least, most, first, width, unit, label)
    except (ValueError, CodeMistake):
        raise CodeMistake("made_slider", name=name if type(name) is str else "…") from None


def _rates(low: Any, good: Any, high: Any, kinked: Any = False, big: Any = 0.0) -> Rates:
    try:
        least, fair, most, wild = (Number().checked(each, ()) for each in (low, good, high, big))
        found = Rates(least, fair, most, kinked is True, wild)
    except CodeMistake:
        raise CodeMistake("made_rates") from None
    if not 0 < found.low < found.good < found.high:
        raise CodeMistake("made_rates")
    return found


for _function, _name in ((_lesson, "Lesson"), (_slider, "Slider"), (_rates, "Rates")):
    _function.__name__ = _function.__qualname__ = _name
