"""The Python that a lesson shows is the Python that runs in it, in inks that can be read."""

import ast
import re
from collections.abc import Callable
from dis import get_instructions
from types import CodeType
from typing import Any

import html5lib
import pytest

from downhill.drawing.themes import COLOURS
from downhill.lesson import Lesson
from downhill.lessons import all_models, every_lesson
from downhill.play.advancing import FUNCTIONS as WAY_FUNCTIONS
from downhill.play.lesson_state import LessonState
from downhill.session.python_values import STEP, of_model, of_sliders
from downhill.text.language import speaking
from downhill.training.model_lesson import ModelLesson, is_model
from downhill.training.trainer import Trainer, trainer_of
from tests.drawing.test_themes import contrast
from tests.support.states import LESSONS, Variant, each_variant
from tools.languages.language import FIRST, Language, all_languages
from tools.pages import shown_python
from tools.pages.shown_python import INKS, Shown

AnyLesson = Lesson | ModelLesson
MODEL = all_models()[0]
each_lesson = pytest.mark.parametrize("lesson", every_lesson(), ids=lambda lesson: lesson.id)


def instructions(code: CodeType) -> list[tuple[str, Any]]:
    """What Python does in a function, one after the other, wherever its lines stand."""
    return [(each.opname, each.argval) for each in get_instructions(code)]


def compiled(function: Shown) -> CodeType:
    """The code of a function as it is shown, in a module that has numpy, as the one it is from."""
    module = compile(f"import numpy as np\n\n\n{function.text}\n", "shown", "exec")
    (code,) = [each for each in module.co_consts if isinstance(each, CodeType)]
    return code


def running(lesson: AnyLesson, function: Shown) -> Callable[..., Any]:
    """The function that runs where this one is shown."""
    if function.name == STEP.__name__:
        return STEP
    if is_model(lesson):
        return trainer_of(lesson).page_functions[function.name]
    (plain,) = [each for each in LESSONS if each.id == lesson.id]
    first = plain.first_choices()
    chosen = [first | {c.name: function.only} for c in plain.choices if function.only in c.options]
    return plain.functions_with(chosen[0] if chosen else first)[function.name]


@each_lesson
def test_what_is_shown_is_what_runs(lesson: AnyLesson) -> None:
    shown = shown_python.of_lesson(lesson)
    assert shown
    for function in shown:
        for line in function.lines:  # the inks change no letter of it
            inked = html5lib.parseFragment(line.inked, namespaceHTMLElements=False)
            assert "".join(inked.itertext()) == line.text
            assert line.text.strip()
        (tree,) = ast.parse(function.text).body
        assert isinstance(tree, ast.FunctionDef)
        assert (ast.get_docstring(tree), tree.returns) == (None, None)
        assert not [node for node in ast.walk(tree) if getattr(node, "annotation", None)]
        mine, runs = compiled(function), running(lesson, function).__code__
        assert instructions(mine) == instructions(runs)
        names = "co_name", "co_varnames", "co_names", "co_argcount", "co_kwonlyargcount", "co_posonlyargcount"
        assert [getattr(mine, name) for name in names] == [getattr(runs, name) for name in names]


@pytest.mark.parametrize("shown", shown_python.of_ways(), ids=lambda shown: shown.name)
def test_the_steps_of_other_ways_are_those_that_run_and_are_traced(shown: Shown) -> None:
    runs = WAY_FUNCTIONS[shown.name]
    assert instructions(compiled(shown)) == instructions(runs.__code__)
    known = {line - runs.__code__.co_firstlineno + 1 for _, _, line in runs.__code__.co_lines() if line}
    assert known <= {line.number for line in shown.lines}
    state = LessonState(LESSONS[1])
    state.set_way(shown.name)
    state.step()
    told = of_sliders(state)
    assert {f"{shown.name}:{line.number}" for line in shown.lines[:-1]} <= {*told}
    assert not any(key.startswith("step:") for key in told)
    trainer = Trainer(MODEL)
    trainer.set_way(shown.name)
    assert any(key.startswith(f"{shown.name}:") for key in of_model(trainer))


@each_variant
def test_in_each_variant_its_functions_are_shown_and_no_others(variant: Variant) -> None:
    options = {*variant.choices.values()}
    seen = [each for each in shown_python.of_lesson(variant.plain) if not each.only or each.only in options]
    assert [each.name for each in seen] == [*variant.lesson.shown, STEP.__name__]
    for each in seen[:-1]:
        assert instructions(compiled(each)) == instructions(variant.lesson.shown[each.name].__code__)
    own = [option for option in shown_python.without(variant.plain) if option in options]
    assert bool(own) == (not variant.lesson.shown)


def titles() -> list[tuple[str, str]]:
    """The lesson and the title of every function, in the language that is spoken."""
    return [(lesson.id, each.title) for lesson in every_lesson() for each in shown_python.of_lesson(lesson)]


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_every_function_is_named_in_every_language(language: Language) -> None:
    english = titles()
    with speaking(language.catalogue, every_lesson()):
        found = titles()
    assert len(found) == len(english)
    for (_, title), (_, first) in zip(found, english, strict=True):
        assert title.strip() == title != ""
        assert not re.search(r"[{}*$_]", title)
        assert (title == first) == (language == FIRST)


@pytest.mark.parametrize("theme", COLOURS)
def test_every_ink_of_the_style_sheet_is_read_on_the_paper_and_on_the_line_with_the_cursor(
    theme: str,
) -> None:
    found, paper = INKS[theme], {name: str(colour) for name, colour in COLOURS[theme].items()}
    inks = [*(colour for name, colour in found.items() if name != "line"), paper["text"], paper["quiet"]]
    for ground in (paper["paper"], found["line"]):
        for ink in inks:
            assert contrast(ink, ground) >= (7 if theme == "contrast" else 4.5), ink
        assert contrast(paper["hand"], ground) >= 3  # it marks a mistake, and writes nothing
