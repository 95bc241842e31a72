"""Runs a reader's text of a lesson once, and reads what it declares; mistakes have their lines."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Container, Sequence
from types import FunctionType
from typing import Any

from downhill.lesson import Rates, Slider
from downhill.lesson.checks import EVERY
from downhill.source.running import CodeMistake, Number, Printed, ReaderCode, ReaderFunction, Result
from downhill.source.running.definitions import definition
from downhill.source.running.wanted import told_result
from downhill.studio.making.declared import Declared, declared_rates, declared_slider, offered

NEEDED = ("id", "words", "sliders", "measure", "draw", "describe", "goal", "rates")
PARTS = (*NEEDED, "gradient", "loss_decimals")
MOST = 4  # sliders that the page has places for
LESSON = "lesson"  # the name that the code gives to it


class Written:
    """The parts of a lesson that a reader has written. Anything wrong raises `CodeMistake`.

    `taken` are the ids of other lessons, `printed` collects what the code prints.
    """

    def __init__(self, text: str, printed: Printed, taken: Container[str] = ()) -> None:
        self.code = ReaderCode(text, {}, printed=printed, offered=offered())
        declared = self.code.names.get(LESSON)
        if type(declared) is not Declared:
            raise self.at("", CodeMistake("made_none"))
        self.parts = declared.parts
        for name in self.parts:
            if name not in PARTS:
                raise self.at(name, CodeMistake("made_part", name=name, allowed=", ".join(PARTS)))
        for name in NEEDED:
            if name not in self.parts:
                raise self.at("", CodeMistake("made_lacks", name=name))
        self.id = self._id(taken)
        self.sliders = self._sliders()
        self.names = tuple(slider.name for slider in self.sliders)
        self.words = self._words()
        self.goal = self._number("goal")
        self.decimals = round(self._number("loss_decimals")) if "loss_decimals" in self.parts else 2
        self.rates = self._rates()

    def at(self, part: str, mistake: CodeMistake) -> CodeMistake:
        """Return a mistake at the line of a part of the lesson, or of what that names; else of the lesson."""
        whole = definition(self.code.tree, LESSON)
        found: ast.expr | ast.stmt | None = whole
        for node in ast.walk(whole) if whole else ():
            if isinstance(node, ast.keyword) and node.arg == part:
                named = (
                    definition(self.code.tree, node.value.id) if isinstance(node.value, ast.Name) else None
                )
                found = named or node.value
                break
        return self.code.lines.locate(mistake, found) if found is not None else mistake

    def function(self, part: str, result: Result, call: Callable[[Any], Any] | None = None) -> ReaderFunction:
        """Return a function of the lesson; `call` wraps it in the function to call instead."""
        own = self._of_kind(part, FunctionType)
        return self.guarded(own.__name__, part, call(own) if call else own, result)

    def guarded(self, name: str, part: str, function: Callable[..., Any], result: Result) -> ReaderFunction:
        """Return a function that belongs to a part of the lesson; it raises nothing but `CodeMistake`."""

        def told(wrong: CodeMistake, of: str) -> CodeMistake:
            node = definition(self.code.tree, of)
            if isinstance(node, ast.FunctionDef):
                return told_result(wrong, of, self.code.tree, self.code.lines)
            return self.at(part, CodeMistake(wrong.key, **{**wrong.numbers, "function": part}))

        return ReaderFunction(name, function, result, self.code.mistake, told)

    def check_parameters(self, part: str) -> None:
        """Raise a `CodeMistake` if a function doesn't take the sliders, each by its name."""
        own = self._of_kind(part, FunctionType)
        taken = [each.name for each in inspect.signature(own).parameters.values()]
        if sorted(taken) != sorted(self.names):
            wanted = f"{own.__name__}({', '.join(self.names)})"
            raise self.at(part, CodeMistake("made_takes", function=own.__name__, wanted=wanted))

    def _id(self, taken: Container[str]) -> str:
        id_ = self.parts["id"]
        if type(id_) is not str or not re.fullmatch("[a-z][a-z0-9]*(-[a-z0-9]+)*", id_) or id_ in taken:
            raise self.at("id", CodeMistake("made_id", name=id_ if type(id_) is str else "…"))
        return id_

    def _sliders(self) -> tuple[Slider, ...]:
        found = self.parts["sliders"]
        given: Sequence[Any] = found if type(found) in (tuple, list) else ()
        if not 1 <= len(given) <= MOST or any(type(slider) is not Slider for slider in given):
            raise self.at("sliders", CodeMistake("made_sliders", given=len(given)))
        try:  # however the code has made them
            given = [declared_slider(**_declared(slider)) for slider in given]
        except CodeMistake as mistake:
            raise self.at("sliders", mistake) from None
        for slider in given:
            if [each.name for each in given].count(slider.name) > 1:
                raise self.at("sliders", CodeMistake("made_slider", name=slider.name))
            for value in (slider.low, slider.start, slider.high):
                if slider.snap(value) != value or round(value, slider.decimals) != value:
                    raise self.at("sliders", CodeMistake("made_mark", name=slider.name, value=value))
        return tuple(given)

    def _rates(self) -> Rates:
        try:
            return declared_rates(*self._of_kind("rates", Rates)[:5])
        except CodeMistake as mistake:
            raise self.at("rates", mistake) from None

    def _words(self) -> dict[str, str]:
        words = self.parts["words"]
        if type(words) is not dict or any(type(each) is not str for pair in words.items() for each in pair):
            raise self.at("words", CodeMistake("made_kind", name="words"))
        found = {f"slider.{slider.name}": slider.label for slider in self.sliders if slider.label} | words
        needed = [*EVERY, *(f"slider.{name}" for name in self.names)]
        needed += [f"axis.{name}" for name in self.names] if len(self.names) == 2 else []
        for key in needed:
            if not found.get(key):
                raise self.at("words", CodeMistake("made_word", name=key))
        return found

    def _number(self, part: str) -> float:
        try:
            return Number().checked(self.parts[part], ())
        except CodeMistake:
            raise self.at(part, CodeMistake("made_kind", name=part)) from None

    def _of_kind(self, part: str, kind: type) -> Any:
        if type(self.parts[part]) is not kind:
            raise self.at(part, CodeMistake("made_kind", name=part))
        return self.parts[part]


def _declared(slider: Slider) -> dict[str, Any]:
    """Return what a slider was declared with, without what it has worked out since."""
    return {name: value for name, value in vars(slider).items() if name in Slider.__dataclass_fields__}
