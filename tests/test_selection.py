"""What a run sets up and leaves out: what the chosen tests need, and nothing else."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import THOROUGH, browser_setup, run, selection
from tests.support.often import a_few, thorough
from tests.support.usual import USUAL, is_usual
from tools import cli
from tools.common.paths import ROOT
from tools.draft import mistakes
from tools.release import manifest
from tools.setup import environment, runtime


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What is set up and run, without doing it."""
    steps: list[str] = []

    def note(step: str, result: object = None) -> object:
        steps.append(step)
        return result

    monkeypatch.setattr(environment, "enter", lambda kind, again: note(kind))
    monkeypatch.setattr(runtime, "ensure", lambda cache, say: note("runtime"))
    monkeypatch.setattr(cli, "is_built", lambda: True)
    monkeypatch.setattr(cli, "built", lambda: note("page", ROOT / "build" / "site"))
    monkeypatch.setattr(manifest, "read", lambda site: "a build")
    monkeypatch.setattr(mistakes, "make", lambda *arguments: note("draft"))
    monkeypatch.setattr(browser_setup, "ensure_chromium", lambda say: note("chromium", tmp_path))
    monkeypatch.setattr(browser_setup, "ensure_headless_shell", lambda say: note("shell"))
    monkeypatch.setattr(browser_setup, "ensure_firefox", lambda say: note("firefox", tmp_path))
    for name in (browser_setup.VARIABLE, browser_setup.SHELL_VARIABLE, "DOWNHILL_SITE", THOROUGH):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(run, "_check", lambda: (note("checks", 0), []))
    monkeypatch.setattr(run, "_pytest", lambda arguments: note(" ".join(arguments), 0))
    return steps


def test_a_whole_run_sets_everything_up_and_fails_where_a_part_of_it_does(
    done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments, how, fully in ([], run.USUAL, ""), (["thorough"], run.ALL, "1"):
        done.clear()
        assert run.main(arguments) == 0
        assert {*done[1:]} == {"page", "chromium", "shell", "firefox", "checks", " ".join(how)}
        assert os.environ[THOROUGH] == fully
    halves = {f"-m {selection.QUICK}": "early", f"-m not ({selection.QUICK})": "late"}
    monkeypatch.setattr(cli, "is_built", lambda: False)
    for failing in ("early", "late", ""):
        ran: list[str] = []

        def tests(arguments: Sequence[str], ran: list[str] = ran, failing: str = failing) -> int:
            ran.append(halves[" ".join(arguments[-2:])])
            return int(ran[-1] == failing)

        monkeypatch.setattr(run, "_pytest", tests)
        assert run.main([]) == int(failing != "")
        assert ran == ["early", "late"]


class Marked:
    """A test of which its name and one mark are known."""

    def __init__(self, nodeid: str, mark: pytest.MarkDecorator) -> None:
        self.nodeid, self.mark = nodeid, mark.mark

    def get_closest_marker(self, name: str) -> pytest.Mark | None:
        """The mark, if it is the one."""
        return self.mark if self.mark.name == name else None


def test_of_a_test_with_a_few_values_those_are_tried_that_lie_evenly_among_all() -> None:
    six = [Marked(f"file::one[{number}]", a_few(2)) for number in range(6)]
    two = [Marked(f"file::other[{number}]", a_few(3)) for number in range(2)]
    single = Marked("file::third", pytest.mark.flaky)
    left_out = Marked("file::fourth", thorough)
    further: set[object] = {*selection._only_thorough([*six, *two, single, left_out])}  # type: ignore[list-item]
    assert further == {*six[1:3], *six[4:], left_out}


def test_a_usual_run_plays_what_its_table_names_and_all_that_needs_no_browser() -> None:
    for name, parts in USUAL.items():
        file = f"tests/browser/test_{name}.py"
        tests = re.findall(r"\ndef (test_\w+)", (ROOT / file).read_text(encoding="utf-8"))
        assert all(any(part in test for test in tests) for part in parts.split()), name
        assert any(is_usual(f"{file}::{test}[chromium]") for test in tests)
    assert is_usual("tests/play/test_trail.py::test_anything")
    assert not is_usual("tests/browser/test_hand.py::test_other")
    assert not is_usual("tests/browser/test_other.py::test_that_a_drag_moves")
