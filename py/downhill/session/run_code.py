"""Runs a reader's code in a lesson: its functions replace the lesson's own, if all goes well.

Loaded with `downhill.source.running` when a reader's code is first run.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Mapping
from typing import Any, cast

import numpy as np

from downhill.lesson import ChosenLesson
from downhill.lesson.looking_on import unseen
from downhill.lesson.way import ADAM, MOMENTUM
from downhill.play.advancing import FUNCTIONS
from downhill.play.rates import slope
from downhill.play.rewritten import SLOPES, STEP, STEPS
from downhill.session.compact import pack
from downhill.session.own_code import OwnCode
from downhill.session.unchanged import unchanged
from downhill.source.running import (
    CodeMistake,
    Like,
    Printed,
    ReaderCode,
    ReaderFunction,
    Result,
    Vector,
    gradient_check,
    told,
)
from downhill.source.running.onlooker import Onlooker, same_lines
from downhill.source.running.plain import is_plain
from downhill.source.running.reader_function import Guarded
from downhill.source.running.results import Pieces
from downhill.text.format import PAGE, figures, fill
from downhill.text.mistake import Mistake
from downhill.training.trainer import LessonAtWork, Trainer

Functions = Mapping[str, Callable[..., Any]]
BEFORE = ("values", "gradient", "rate", "last", "taken")
"""What a step can use: a reader's step names some of these as its parameters."""


def run(state: LessonAtWork, text: str, original: str, before: OwnCode | None) -> OwnCode:
    """Run a reader's text in a lesson; return what there is to show.

    `original` is the text of the page's own functions, `before` what ran last. If the text has a mistake, or
    fails where the sliders are now, `before` keeps running.
    """
    own, running = {**FUNCTIONS, **state.page_functions}, state.own_functions
    code, shelf = OwnCode(text), getattr(state, "shelf", None)  # a model keeps no runs
    code.plain = is_plain(text) and (before is None or before.plain)
    runs = shelf.runs if shelf else ()
    try:
        read = _read(state, text, own, code.printed)
        functions = _functions(state, text, own, read.functions, code)
        same = unchanged(text, original) & {*functions}
        functions |= {name: own[name] for name in same}
        for name in same & {*STEPS}:
            del functions[name]
        lines = {own[name].__code__: same_lines(own[name].__code__, original, text) for name in same}
        code.onlooker = Onlooker(read.filename, lines)
        state.put_functions(functions, code.look_on)
        code.slip = None
        state.try_functions()
        if code.slip is not None:
            raise code.slip
    except (CodeMistake, Mistake) as error:
        if state.own_functions is not running:
            state.put_functions(running, before.look_on if before else unseen)
            if shelf:
                shelf.runs = runs
        return _refused(code, before, error)
    code.checked = _checked(state, functions)
    code.own_loss = any(functions.get(name) is not own[name] for name in own if name not in STEPS)
    return code


def _refused(code: OwnCode, before: OwnCode | None, error: CodeMistake | Mistake) -> OwnCode:
    """Return what ran before, with the mistake of the text that was tried."""
    left = OwnCode(before.text if before else "", code.printed)
    left.plain = code.plain
    if before:
        left.own_loss, left.onlooker = before.own_loss, before.onlooker
    if isinstance(error, CodeMistake):
        left.slip = error
    else:  # a curve of functions that return nothing to draw: their own mistake, if any, says more
        left.slip = code.slip or CodeMistake("nowhere", **error.numbers)
    left.tried = True
    return left


def _functions(
    state: LessonAtWork, text: str, own: Functions, found: Mapping[str, ReaderFunction], code: OwnCode
) -> dict[str, Callable[..., Any]]:
    """Return a reader's functions, each by the name of the page's function that it replaces."""
    functions: dict[str, Callable[..., Any]] = {
        name: Guarded(function, own[name], code.note) for name, function in found.items()
    }
    if STEP in found:
        nowhere = np.zeros(state.count)
        functions[STEP] = _step(Guarded(found[STEP], lambda *given: nowhere, code.note), text)
    return functions


def rehearse() -> None:
    """Run a little code once, so that everything it takes is loaded."""
    try:
        ReaderCode("def f(x):\n    return x / 0\n", {"f": ("x",)}).functions["f"](1.0)
    except CodeMistake as mistake:
        told(mistake)
    pack("a text")


def _read(state: LessonAtWork, text: str, own: Functions, printed: Printed) -> ReaderCode:
    wanted = {name: tuple(inspect.signature(function).parameters) for name, function in own.items()}
    wanted[STEP] = _parameters(text) or BEFORE[:3]
    optional, given = frozenset({*SLOPES, *STEPS}), {"np": np, **getattr(state, "given", {})}
    return ReaderCode(text, wanted, given, _results(state, own), optional, printed)


def _results(state: LessonAtWork, own: Functions) -> dict[str, Result]:
    """Return what each function must return; a step: the new values, and as many numbers to remember."""
    count = state.count
    ways: dict[str, Result] = {
        MOMENTUM: Pieces(lambda *given: ((count,),) * 2),
        ADAM: Pieces(lambda *given: ((count,),) * 3),
    }
    if _is_model(own):
        model = cast(Trainer, state)
        shapes: dict[str, Result] = {
            name: Pieces(found, model.result_kinds.get(name, tuple))
            for name, found in model.result_shapes.items()
        }
        return {**shapes, STEP: Pieces(lambda *given: ((count,),)), **ways}
    return {name: Like(function) for name, function in own.items()} | {STEP: Vector(count), **ways}


def _is_model(own: Functions) -> bool:
    return "backward" in own


def _parameters(text: str) -> tuple[str, ...]:
    """Return the parameters of a reader's step if they are all known ones, else ()."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    named = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == STEP]
    names = tuple(each.arg for each in named[-1].args.args) if named else ()
    return names if set(names) <= {*BEFORE} else ()


def _step(function: Callable[..., Any], text: str) -> Callable[..., Any]:
    """Wrap a step so that it gets what it names; `goes_by_last` means that it uses the step before it."""
    names = _parameters(text) or BEFORE[:3]

    def step(*given: Any) -> Any:
        named = dict(zip(BEFORE, given, strict=False))
        return function(*(named[name] for name in names))

    step.goes_by_last = bool({*names} - {*BEFORE[:3]})  # type: ignore[attr-defined]
    return step


def _checked(state: Any, functions: Functions) -> str:
    """Return a sentence about a reader's gradient; '' if it is right, or if there is none."""
    mine = not _is_model(functions) and {*SLOPES} & {*functions}
    return gradient_said(state.lesson, state.values) if mine else ""


def gradient_said(lesson: ChosenLesson, *places: tuple[float, ...]) -> str:
    """Return a sentence about a gradient that is off at these places, the start, or the middle; else ''."""
    sliders = lesson.sliders
    middle = tuple((slider.low + slider.high) / 2 for slider in sliders)
    off = gradient_check(
        lambda values: float(lesson.measure_at(tuple(values)).loss),
        lambda values: slope(lesson, tuple(values)),
        [*places, lesson.start_values(), middle],
        [slider.span for slider in sliders],
        [slider.name for slider in sliders],
    )
    if not off:
        return ""
    first = off[0]
    numbers = {"name": lesson.words[f"slider.{first.name}"]}
    said = {"said": figures(first.said), "measured": figures(first.measured)}
    return fill(PAGE["python.off"], numbers | said)
