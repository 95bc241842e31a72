"""What a change can break is run: no test file is missing, and what a change can not break is left out."""

from pathlib import Path

import pytest

from tests.changed import affected, every_test, needs, unplayed
from tests.support.often import slow
from tests.support.played import PAGE, READ
from tools.common.paths import ROOT

SOURCES = [
    file.relative_to(ROOT).as_posix()
    for room in ("py", "web", "tools", "docs", "bench")
    for file in sorted((ROOT / room).rglob("*"))
    if file.is_file() and "__pycache__" not in file.parts
]


@slow
def test_every_test_file_is_run_for_a_change_of_some_source() -> None:
    """Native ones for a room that they import, those in a browser for what the table says that they play."""
    assert unplayed(every_test(), PAGE) == set()
    read = tuple(place for places in READ.values() for place in places.split())
    lonely = {
        test
        for test in every_test()
        if not test.startswith(("tests/browser/", *read))
        and not any(unit.startswith(("downhill", "tools", "page", "worker", "bench")) for unit in needs(test))
    }
    assert lonely <= {"tests/test_rooms.py", "tests/test_changed.py"}


def test_the_tables_name_only_what_there_is() -> None:
    for starts in PAGE:
        for start in starts.split():
            assert any(
                source.startswith(start) for source in (*SOURCES, *every_test(), "tests/fuzz/play.py")
            ), start
    for name in {name for names in PAGE.values() for name in names.split()}:
        assert Path(ROOT / f"tests/browser/test_{name}.py").is_file(), name
    for place in {place for places in READ.values() for place in places.split()}:
        assert (ROOT / place).exists(), place


@slow
def test_a_change_of_any_source_runs_something() -> None:
    assert [source for source in SOURCES if not affected([source])] == []


@pytest.mark.parametrize(
    ("path", "run", "left"),
    [
        ("py/page/sections/table.py", "browser/test_replay browser/test_hand", "browser/test_offline play/"),
        ("py/downhill/maths/descent.py", "maths/ play/ lessons/", "browser/test_offline points/"),
        (
            "py/downhill/lessons/lesson_20_line/challenges.py",
            "lessons/test_challenges browser/test_replay tools/test_worksheets",
            "lessons/looking_back/test_attention training/test_network tools/test_server",
        ),
        ("web/boot/worker/start.js", "browser/test_start test_javascript", "browser/test_gradebook"),
        ("tools/single/page.py", "browser/test_single tools/test_single", "browser/test_hand play/"),
        ("tests/support/gradebook.py", "browser/test_gradebook", "play/ browser/test_hand"),
    ],
)
def test_what_a_change_can_break_is_run_and_what_it_can_not_is_left_out(
    path: str, run: str, left: str
) -> None:
    found = [test.removeprefix("tests/") for test in affected([path])]
    for name in run.split():
        assert any(test.startswith(name) for test in found), name
    for name in left.split():
        assert not any(test.startswith(name) for test in found), name


def test_the_rooms_that_changed_come_first() -> None:
    found = affected(["py/downhill/play/verdicts.py"])
    assert found[0].startswith("tests/play/")
    assert affected(["tests/play/test_ways.py", "py/downhill/text/format.py"])[0] == "tests/play/test_ways.py"
