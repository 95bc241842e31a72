"""Notebooks keep to the schema of their format, version 4.5, and hold what the file of plain Python holds."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from downhill.lessons import all_models
from downhill.play.lesson_state import LessonState
from downhill.studio.studio import Studio
from downhill.studio.take_home import save_code, taken_home
from downhill.training.trainer import trainer_of
from tests.support.player import Player
from tests.support.states import LESSONS
from tests.support.take_home import both, text_of

STATES: list[Any] = [*map(LessonState, LESSONS), *map(trainer_of, all_models())]
each_state = pytest.mark.parametrize("state", STATES, ids=lambda state: state.plain.id)
FIELDS = {
    "markdown": {"id", "cell_type", "metadata", "source"},
    "code": {"id", "cell_type", "metadata", "source", "outputs", "execution_count"},
}


def of_schema(notebook: dict[str, Any]) -> None:
    """What nbformat.v4.5.schema.json asks for of a notebook that has not run."""
    assert set(notebook) == {"cells", "metadata", "nbformat", "nbformat_minor"}
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert {"name", "display_name"} <= set(notebook["metadata"]["kernelspec"])
    assert "name" in notebook["metadata"]["language_info"]
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in notebook["cells"]:
        assert re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", cell["id"])
        assert set(cell) == FIELDS[cell["cell_type"]]
        assert cell["metadata"] == {}
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None
        assert all(isinstance(line, str) for line in cell["source"])
        assert all(line.endswith("\n") and line.count("\n") == 1 for line in cell["source"][:-1])
        assert not cell["source"][-1].endswith("\n")


@each_state
def test_a_notebook_keeps_to_the_schema(state: Any) -> None:
    of_schema(json.loads(both(state)[1]))


@each_state
def test_a_notebook_has_the_code_of_the_file_in_narrow_lines_with_words_before_each_part(state: Any) -> None:
    plain, made = both(state)
    assert max(map(len, plain.splitlines())) <= 110
    cells = json.loads(made)["cells"]
    assert [cell["cell_type"] for cell in cells] == ["markdown", "code"] * (len(cells) // 2)
    assert cells[0]["source"][0] == f"# {state.plain.words['title']}\n"
    *codes, picture = ("".join(cell["source"]) for cell in cells[3::2])
    assert all(f"{code}\n" in plain for code in codes)
    assert picture.removesuffix("\n\nplt.show()") in plain
    assert f"{text_of(state)}" in plain


def test_the_page_asks_by_a_verb_and_gets_a_file_of_a_name_and_a_type() -> None:
    studio, text = (
        Studio(Player(LESSONS, all_models())),
        "def step(values, gradient, rate):\r\n    return values",
    )
    for lesson in studio.session.all:
        for kind, type_ in (("py", "text/x-python;charset=utf-8"), ("ipynb", "application/x-ipynb+json")):
            file = save_code(studio, lesson, kind, text)
            assert (file.name, file.type) == (f"downhill-{lesson}.{kind}", type_)
            assert b"\r" not in file.data
            assert b"return values" in file.data


def test_another_kind_and_a_lesson_without_a_file_are_named() -> None:
    state = LessonState(LESSONS[0])
    with pytest.raises(KeyError, match="gif"):
        taken_home(state, "", "gif")
    with pytest.raises(LookupError, match="lesson valley names no module"):
        taken_home(LessonState(replace(LESSONS[0], home="")), "", "py")
