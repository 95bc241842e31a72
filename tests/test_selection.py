"""Which tests need what, and that nothing else is set up for the tests that one chooses."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests import browser_setup, run, selection
from tests.support.often import a_few, thorough
from tools import cli
from tools.common.paths import ROOT
from tools.draft import mistakes
from tools.draft.mistakes import Made
from tools.release import manifest
from tools.setup import environment, runtime

EVERYTHING = {*selection.MEANINGS}


class Named(NamedTuple):
    """A test of which only its name is known."""

    nodeid: str

    def get_closest_marker(self, name: str) -> None:
        """It has no marks."""

    def iter_markers(self) -> tuple[()]:
        """It has no marks."""
        return ()


def collected(*arguments: str) -> set[str]:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *arguments]
    environment = run.environment_of()
    said = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    ).stdout
    return {line.partition("::")[2] for line in said.splitlines() if "::" in line}


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (["tests/play/test_lesson_state.py"], set()),
        (["tests/tools/test_download_size.py", "-k", "packed"], {"page", "real"}),
        (["tests/browser/test_rates.py"], {"page", "chromium"}),
        (["tests/browser/test_start.py", "tests/tools/test_site.py", "-n", "2"], EVERYTHING - {"firefox"}),
        (["tests/browser/test_firefox.py", "tests/tools/test_download_size.py"], EVERYTHING - {"chromium"}),
        (["--version"], set()),
    ],
    ids=["desk", "weight of the page", "a draft", "chromium", "firefox", "version"],
)
def test_what_tests_need_follows_from_the_fixtures_that_they_use(
    arguments: list[str], needed: set[str]
) -> None:
    assert run.needs(arguments) == needed


def test_a_short_run_leaves_out_what_needs_something_built_or_fetched() -> None:
    files = (
        "tests/tools/test_download_size.py",
        "tests/browser/test_start.py",
        "tests/tools/test_cjk_font.py",
    )
    assert collected("-m", selection.QUICK, *files) == {"test_the_table_adds_up"}


def test_the_longest_tests_come_first(pytestconfig: pytest.Config) -> None:
    names = ("tests/browser/test_start.py", *selection.LONGEST, "tests/lessons/test_line.py")
    items = [Named(f"{name}::test_{number}") for name in names for number in (1, 2)]
    selection.pytest_collection_modifyitems(pytestconfig, items)  # type: ignore[arg-type]
    files = [item.nodeid.partition("::")[0] for item in items][::2]
    assert files == [*selection.LONGEST, "tests/browser/test_start.py", "tests/lessons/test_line.py"]
    assert all((ROOT / name).is_file() for name in selection.LONGEST)


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
    monkeypatch.setattr(browser_setup, "ensure_chromium", lambda say: note("chromium", tmp_path))
    monkeypatch.setattr(browser_setup, "ensure_headless_shell", lambda say: note("shell"))
    monkeypatch.setattr(browser_setup, "ensure_firefox", lambda say: note("firefox", tmp_path))
    monkeypatch.setenv(browser_setup.VARIABLE, "")
    monkeypatch.setenv(browser_setup.SHELL_VARIABLE, "")
    monkeypatch.setattr(run, "_check", lambda: (note("checks", 0), []))
    monkeypatch.setattr(run, "_pytest", lambda arguments: note(" ".join(arguments), 0))
    return steps


@pytest.mark.parametrize(
    "needed", [set(), {"page", "real"}, {"page", "chromium"}, {"firefox"}, {"runtime", "built"}]
)
def test_for_chosen_tests_only_what_they_need_is_set_up(
    done: list[str], needed: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "needs", lambda arguments: needed)
    assert run.main(["tests/play/test_lesson_state.py", "-x"]) == 0
    assert done[0] == "test"
    assert done[-1] == "tests/play/test_lesson_state.py -x"
    assert set(done[1:-1]) - {"shell"} == needed - {"built", "real"}
    assert ("shell" in done) == ("chromium" in needed)


@pytest.mark.parametrize(
    ("needed", "arguments", "built", "drafted"),
    [
        ({"page"}, ["x.py"], False, True),
        ({"page"}, ["real", "x.py"], False, False),
        ({"page", "real"}, ["x.py"], False, False),
        ({"page"}, ["x.py"], True, False),
    ],
    ids=["enough", "the real page is asked for", "a build is needed", "the page is built"],
)
def test_a_draft_is_played_where_it_is_enough_and_the_page_is_not_built(
    done: list[str],
    monkeypatch: pytest.MonkeyPatch,
    needed: set[str],
    arguments: list[str],
    built: bool,
    drafted: bool,
) -> None:
    folders: list[str] = []

    def make(site: str, out: str, code: str, changed: list[str]) -> Made:
        folders.append(out)
        return Made(None)

    monkeypatch.setattr(run, "needs", lambda arguments: needed)
    monkeypatch.setattr(cli, "is_built", lambda: built)
    monkeypatch.setattr(manifest, "read", lambda site: "a build")
    monkeypatch.setattr(mistakes, "make", make)
    monkeypatch.setenv("DOWNHILL_SITE", "")
    assert run.main(arguments) == 0
    assert (os.environ["DOWNHILL_SITE"] in folders, "page" in done) == (drafted, not drafted)
    assert done[-1] == "x.py"


def test_without_arguments_everything_is_set_up_and_checked(done: list[str]) -> None:
    assert run.main([]) == 0
    assert done[:4] == ["test", "page", "chromium", "shell"]
    assert {*done[4:]} == {"firefox", "checks", " ".join(run.ALL)}


@pytest.mark.parametrize("failing", ["early", "late", ""])
def test_while_the_page_is_built_tests_run_that_need_none_and_all_others_when_it_is_there(
    done: list[str], monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def tests(arguments: Sequence[str]) -> int:
        which = {f"-m {selection.QUICK}": "early", f"-m not ({selection.QUICK})": "late"}
        done.append(which[" ".join(arguments[-2:])])
        return int(done[-1] == failing)

    monkeypatch.setattr(cli, "is_built", lambda: False)
    monkeypatch.setattr(run, "_pytest", tests)
    assert run.main([]) == int(failing != "")
    assert done[0] == "test"
    assert done[-1] == "late"
    assert {*done} == {"test", "page", "chromium", "shell", "firefox", "checks", "early", "late"}


def test_early_and_late_tests_are_all_there_are() -> None:
    files = ("tests/tools/test_download_size.py", "tests/tools/test_cjk_font.py")
    early, late = (collected("-m", which, *files) for which in (selection.QUICK, f"not ({selection.QUICK})"))
    assert early
    assert late
    assert early | late == collected(*files)
    assert not early & late


def test_a_thorough_run_is_a_whole_one_that_leaves_nothing_out(
    done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(run.THOROUGH, "")
    assert run.main(["thorough"]) == 0
    assert {*done[4:]} == {"firefox", "checks", " ".join(run.ALL)}
    assert os.environ[run.THOROUGH] == "1"


def test_a_short_run_checks_and_sets_nothing_up(done: list[str]) -> None:
    assert run.main(["quick", "-x"]) == 0
    assert done[0] == "test"
    assert {*done[1:]} == {"checks", " ".join(run.short(["-x"]))}
    assert run.short(["-x"])[-3:] == ["-m", selection.QUICK, "-x"]


def test_where_no_bytecode_may_lie_beside_the_sources_it_is_kept_with_what_is_built() -> None:
    kept = run.environment_of({run.WITHOUT: "1", "HOME": "here"})
    assert kept == {"HOME": "here", "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "bytecode")}
    assert run.environment_of({"HOME": "here"}) == {"HOME": "here"}
    own = {run.WITHOUT: "1", "PYTHONPYCACHEPREFIX": "there"}
    assert run.environment_of(own) == {"PYTHONPYCACHEPREFIX": "there"}


def test_a_property_is_tried_with_no_more_examples_than_are_allowed() -> None:
    tried: list[int] = []

    @settings(max_examples=50, deadline=None, database=None)
    @given(some.integers())
    def holds(number: int) -> None:
        tried.append(number)

    selection._limit(SimpleNamespace(obj=holds), 4)
    holds()
    assert 0 < len(tried) <= 4
    selection._limit(SimpleNamespace(obj=holds), 1000)
    assert getattr(holds, selection.SETTINGS).max_examples == 4
