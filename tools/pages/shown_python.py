"""The Python of a lesson as the page shows it: functions cut out of their modules, in colored lines."""

from __future__ import annotations

import ast
import inspect
import io
import keyword
import re
import textwrap
import token
import tokenize
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from downhill.lesson import Lesson
from downhill.play.advancing import FUNCTIONS as WAY_FUNCTIONS
from downhill.session.python_values import STEP
from downhill.text.format import PAGE
from downhill.training.model_lesson import ModelLesson, is_model
from downhill.training.trainer import trainer_of

CLASSES = {"keyword": "k", "number": "d", "string": "s", "name": "n", "comment": "c"}
"""The classes of what is inked in the page itself, short as there are many; an editor's are `code-<kind>`."""

INKS: dict[str, dict[str, str]] = {
    "light": {
        "keyword": "#8a1f78",
        "number": "#00637a",
        "string": "#1f6b33",
        "name": "#4338a8",
        "comment": "#575d66",
        "line": "#f1efe8",
    },
    "dark": {
        "keyword": "#f29be0",
        "number": "#6fd3e0",
        "string": "#8fd694",
        "name": "#b9b5ff",
        "comment": "#a9b0b8",
        "line": "#22272d",
    },
    "contrast": {
        "keyword": "#ff9df0",
        "number": "#7df0ff",
        "string": "#9dff9d",
        "name": "#cdc8ff",
        "comment": "#e4e4e4",
        "line": "#242424",
    },
    "projector": {
        "keyword": "#7a0068",
        "number": "#005266",
        "string": "#0a5a20",
        "name": "#2f2696",
        "comment": "#2f333a",
        "line": "#ececec",
    },
}


Function = Callable[..., Any]
# The parts of the rule new = old - rate * gradient, by the names that the step has for them.
STEPS = (STEP.__name__, *WAY_FUNCTIONS)
PARTS = {"new_values": "new", "values": "old", "rate": "rate", "gradient": "gradient"}
SLOPES = ("gradient", "slope", "backward")  # functions that work out the rule's gradient


class Line(NamedTuple):
    """A line of a function: its number, counted from 1 at the `def` in the module, and its text."""

    number: int
    text: str
    inked: Markup
    parts: str


class Shown(NamedTuple):
    """A function as it is shown: its name, a sentence that says what it is, its lines.

    `only` is the option of a choice with which it runs, or '' if it always does.
    """

    name: str
    title: str
    only: str
    lines: list[Line]

    @property
    def text(self) -> str:
        """The function's text, as a reader can take it home."""
        return "\n".join(line.text for line in self.lines)


def cut(function: Function) -> Iterator[tuple[int, str]]:
    """Yield the lines of a function, without types and docstring, each with its number.

    Raises `ValueError` for a function with decorators, or with types anywhere but in its signature.
    """
    lines = textwrap.dedent(inspect.getsource(function)).splitlines()
    (tree,) = ast.parse("\n".join(lines)).body
    if not isinstance(tree, ast.FunctionDef) or tree.decorator_list:
        raise ValueError(f"{function.__qualname__}: expected a plain function")
    if any(isinstance(node, ast.AnnAssign) for node in ast.walk(tree)):
        raise ValueError(f"{function.__qualname__}: a type would be left in its lines")
    for argument in (*tree.args.posonlyargs, *tree.args.args, *tree.args.kwonlyargs):
        argument.annotation = None
    yield 1, f"def {tree.name}({ast.unparse(tree.args)}):"
    body = tree.body[1:] if ast.get_docstring(tree) is not None else tree.body
    for number in range(body[0].lineno, (tree.end_lineno or 0) + 1):
        yield number, lines[number - 1]


def shown(function: Function, title: str, only: str = "") -> Shown:
    """Return a function as it is shown, under a title."""
    name, cut_lines = function.__name__, list(cut(function))
    inks = inked("\n".join(text for _, text in cut_lines))
    lines = [
        Line(number, text, ink, _parts(name, text))
        for (number, text), ink in zip(cut_lines, inks, strict=True)
    ]
    return Shown(name, title, only, lines)


def of_lesson(lesson: Lesson | ModelLesson) -> list[Shown]:
    """Return the functions of a lesson in reading order; the step of descent comes last."""
    step = shown(STEP, PAGE["python.step"])
    if is_model(lesson):
        layers = [each for each in trainer_of(lesson).page_functions.values() if each is not STEP]
        return [*(shown(each, lesson.words[f"python.{each.__name__}"]) for each in layers), step]
    return [*_of_variants(lesson), step]


def of_ways() -> list[Shown]:
    """Return the steps of the ways downhill that have a memory; one of them replaces the plain step."""
    return [shown(each, PAGE[f"python.{name}"]) for name, each in WAY_FUNCTIONS.items()]


def _of_variants(lesson: Lesson) -> Iterator[Shown]:
    """Yield the functions of all variants; those that differ from option to option name their option."""
    always = lesson.functions_with(lesson.first_choices())
    by_option = _by_option(lesson)
    for name, first in always.items():
        for option, functions in by_option.items() or {"": always}.items():
            function = functions.get(name)
            differs = any(each.get(name) is not first for each in by_option.values())
            if function is not None and (differs or function is first):
                title = lesson.word(f"python.{name}", {"": option} if differs else {})
                yield shown(function, title, option if differs else "")
            if not differs:
                break


def _by_option(lesson: Lesson) -> dict[str, Mapping[str, Function]]:
    """Return the functions for each option of the one choice that they depend on."""
    first = lesson.first_choices()
    for choice in lesson.choices:
        found = {o: lesson.functions_with(first | {choice.name: o}) for o in choice.options}
        if any(functions != found[choice.options[0]] for functions in found.values()):
            return found
    return {}


def without(lesson: Lesson | ModelLesson) -> list[str]:
    """Return the options for which a lesson has no function of its own to show."""
    if is_model(lesson):
        return []
    return [option for option, functions in _by_option(lesson).items() if not functions]


def _parts(name: str, text: str) -> str:
    """Return the parts of the rule that a line of a function belongs to, separated by spaces."""
    if name in SLOPES:
        return "gradient"
    if name not in STEPS:
        return ""
    names = set(re.findall(r"\w+", text))
    return " ".join(part for word, part in PARTS.items() if word in names)


def inked(text: str) -> list[Markup]:
    """Return the lines of a text, each token in an element with its kind's class (`code_inks.CLASSES`)."""
    lines = text.split("\n")
    spans: list[list[tuple[int, int, str]]] = [[] for _ in lines]
    before = ""
    for each in tokenize.generate_tokens(io.StringIO(text + "\n").readline):
        kind = _kind(each, before)
        if kind:
            spans[each.start[0] - 1].append((each.start[1], each.end[1], kind))
        before = each.string
    return [_inked(line, found) for line, found in zip(lines, spans, strict=True)]


def _kind(found: tokenize.TokenInfo, before: str) -> str:
    if found.type == token.NAME:
        return "name" if before == "def" else "keyword" if keyword.iskeyword(found.string) else ""
    return {token.NUMBER: "number", token.STRING: "string", tokenize.COMMENT: "comment"}.get(found.type, "")


def _inked(line: str, spans: list[tuple[int, int, str]]) -> Markup:
    done, at = Markup(""), 0
    for start, end, kind in spans:
        done += escape(line[at:start]) + Markup('<i class="{}">{}</i>').format(CLASSES[kind], line[start:end])
        at = end
    return done + escape(line[at:])
