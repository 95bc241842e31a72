"""What the documents promise: files and names that exist, an example that works, and plain English."""

import importlib.util
import re
from pathlib import Path

import numpy as np
import pytest

from downhill.lesson import Lesson
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import easel, pictures
from tools import new_lesson
from tools.common.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = "\n".join(file.read_text(encoding="utf-8") for file in DOCUMENTS)
PATHS = sorted(set(re.findall(r"\b(?:py|web|tools|tests|bench|docs)/[\w/.-]*[a-z](?![\w<])", TEXT)))
NAMES = sorted(set(re.findall(r"`([\w.-]+\.(?:py|m?js|toml|jinja))`", TEXT)))
BUILT = {"parts.js", "sw.js"}  # written by the build
WORN = re.compile(
    r"\b(?:anew|foretell\w*|foretold|so many|makes? no sense|tells? of|comes? to stand|stands? behind"
    r"|what stands|goes by|as where|come damaged|put right|lest|comes? late|hands? out|can['’]t be had"
    r"|whole or not at all|another hash than|has no partner|the system refused|does without|at need"
    r"|of which there are|towards)\b|(?<!there) is no (?:folder|build|page|zip)\b",
    re.IGNORECASE,
)
"""Turns of phrase that nobody says aloud."""
MESSAGE = re.compile(r'\b(?:ArgumentTypeError|Problem|print|say)\(\s*((?:f?"(?:[^"\\\n]|\\.)*"\s*)+)')
"""What a command says to a person, one string after the other."""


@pytest.fixture
def example(tmp_path: Path) -> Lesson:
    """The lesson that the README's command writes, imported."""
    file = new_lesson.begin("70", "meeting", tmp_path)
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Lesson = module.lesson
    return found


def test_the_lesson_that_the_readmes_command_writes_ends_with_the_code_that_it_shows() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    assert new_lesson.written("meeting").endswith(code)


def test_pressing_step_solves_the_readmes_lesson(example: Lesson) -> None:
    state = LessonState(example)
    assert not state.solved
    while not state.solved:
        assert state.step()
    assert example.describe(state.now) == "best"


def test_the_picture_of_the_readmes_lesson_follows_its_slider(example: Lesson, typefaces: Path) -> None:
    state, picture = LessonState(example), next(pictures(example))
    stand = easel(example, picture, "light")
    before = np.array(stand.paint(state.scene()))
    state.move("x", 2.0)
    assert (np.array(stand.paint(state.scene())) != before).any()


def test_a_file_that_the_documents_name_is_there() -> None:
    paths = [path for path in PATHS if "lesson_NN" not in path and "lesson_70" not in path]
    assert len(paths) > 100
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_a_file_that_the_documents_name_without_its_folder_is_somewhere() -> None:
    folders = [ROOT / name for name in ("py", "web", "tools", "tests", "bench")]
    there = {file.name for folder in folders for file in folder.rglob("*")} | {
        file.name for file in ROOT.iterdir()
    }
    assert len(NAMES) > 10
    assert [name for name in NAMES if name not in there | BUILT] == []


def test_links_between_the_documents_lead_somewhere() -> None:
    links = [
        (file, link)
        for file in DOCUMENTS
        for link in re.findall(r"\]\(([\w./-]+\.(?:md|png))\)", file.read_text(encoding="utf-8"))
    ]
    assert len(links) > 20
    assert [(file.name, link) for file, link in links if not (file.parent / link).exists()] == []


def test_the_functions_on_the_road_of_a_drag_are_where_the_readme_says() -> None:
    road = re.findall(r"^ {4}[ ├│─▶]*((?:\w+\.)?\w+) {2,}\S.*? {2,}(\S+\.py)$", README, flags=re.MULTILINE)
    assert len(road) >= 8
    for name, file in road:
        source = (ROOT / file).read_text(encoding="utf-8")
        kind, _, method = name.rpartition(".")
        assert f"class {kind}" in source or not kind, name
        assert re.search(rf"def {method}\(", source), name


def test_no_document_has_a_turn_of_phrase_that_nobody_says_aloud() -> None:
    newest = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]
    prose = re.sub(r"```.*?```|`[^`]+`", "", TEXT + newest, flags=re.DOTALL)
    assert len(prose) > 50_000
    assert WORN.findall(prose) == []


def test_no_message_of_a_command_has_one_either() -> None:
    files = [file for room in ("tools", "tests", "bench") for file in (ROOT / room).rglob("*.py")]
    said = [text for file in files for text in MESSAGE.findall(file.read_text(encoding="utf-8"))]
    assert len(said) > 100
    assert [text for text in said if WORN.search(re.sub(r'"\s*f?"', "", text))] == []
