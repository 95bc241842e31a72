"""A new lesson as the command writes it: it plays at once, and what can't be written is told."""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from downhill import lessons
from downhill.lesson import Lesson
from tests.lessons import test_lessons as contract
from tests.support.states import Variant
from tools import new_lesson
from tools.common.console import Problem

HELD = [
    test
    for name, test in vars(contract).items()
    if name.startswith("test_") and {"variant", "lesson"} & inspect.signature(test).parameters.keys()
]


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lesson]:
    """A lesson just begun, found beside the others."""
    assert new_lesson.main(["60", "town_hall"], tmp_path) == 0
    monkeypatch.setattr(lessons, "__path__", [*lessons.__path__, str(tmp_path)])
    yield lessons.all_lessons()[-1]
    del sys.modules["downhill.lessons.lesson_60_town_hall"]


@pytest.mark.parametrize("test", HELD, ids=lambda test: test.__name__)
@pytest.mark.usefixtures("typefaces")
def test_a_new_lesson_keeps_what_every_lesson_keeps(
    test: object, begun: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    variant = Variant(begun, begun.first_choices())
    monkeypatch.setattr(contract, "VARIANTS", [variant])
    given = {"variant": variant, "lesson": begun, "typefaces": None}
    assert callable(test)
    test(**{name: given[name] for name in inspect.signature(test).parameters})


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["60"], "expected a number and a name: python3 -m tools.new_lesson NUMBER NAME"),
        (["6", "meeting"], "a lesson's number is between 10 and 99, not '6'"),
        (["meeting", "60"], "a lesson's number is between 10 and 99, not 'meeting'"),
        (["60", "Meeting"], "a lesson's name is lowercase letters, digits, and _, like choose_word, not"),
        (["60", "../meeting"], "a lesson's name is lowercase letters"),
        (["20", "meeting"], "lesson 20 already exists, lesson_20_line: choose another number and name"),
        (["60", "line"], "lesson 20 already exists, lesson_20_line: choose another number and name"),
    ],
)
def test_what_can_not_be_a_new_lesson_is_told_and_nothing_is_written(
    arguments: list[str], told: str, tmp_path: Path
) -> None:
    (tmp_path / "lesson_20_line").mkdir()
    with pytest.raises(Problem, match=told.replace("..", r"\.\.")):
        new_lesson.main(arguments, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["lesson_20_line"]
