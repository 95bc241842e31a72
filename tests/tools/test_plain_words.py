"""Modules without their words, from which a build finds out what a visit calls."""

import ast

import pytest

from tools.common import paths
from tools.common.plain_words import plain

LESSON = "downhill/lessons/lesson_10_valley/words.py"
FILES = sorted((paths.ROOT / "py" / "downhill").rglob("*.py"))


@pytest.mark.parametrize(
    "other",
    [
        'WORDS = {"title": "Another, it’s 2 words (or so).", "now": "At {x:1} and $a^2$ too"}',
        '"""Of hills."""\nWORDS = {"title": "A hill", "now": "So {x:1} is $a^2$ really"}  # a hill',
        'WORDS: dict[str, str] = {"title": "A hill", "now": "At {x:1} is $a^2$ here"}',
    ],
)
def test_modules_that_differ_in_words_alone_become_the_same(other: str) -> None:
    first = 'WORDS = {"title": "A hill", "now": "At {x:1} is $a^2$ here"}'
    assert plain(first, LESSON) == plain(other, LESSON).replace(": dict[str, str]", "").replace(
        '""""""\n', ""
    )


@pytest.mark.parametrize(
    "other",
    [
        'WORDS = {"name": "A hill at {x:1}"}',
        'WORDS = {"title": "A hill at {x:2}"}',
        'WORDS = {"title": "A hill at {x:1}²"}',
        'WORDS = {"title": "A hill at {x:1}"}\nSTEP = 1',
        'OTHERS = {"title": "A hill at {x:1}"}',
    ],
)
def test_whatever_else_differs_stays_different(other: str) -> None:
    assert plain('WORDS = {"title": "A hill at {x:1}"}', LESSON) != plain(other, LESSON)


def test_our_own_modules_are_still_python_with_the_same_names() -> None:
    assert len(FILES) > 300
    for file in FILES:
        source = file.read_text(encoding="utf-8")
        name = file.relative_to(paths.ROOT / "py").as_posix()
        trees = [ast.parse(text) for text in (source, plain(source, name))]
        names = [[n.id for n in ast.walk(tree) if isinstance(n, ast.Name)] for tree in trees]
        assert names[0] == names[1], name
