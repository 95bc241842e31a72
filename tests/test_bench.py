"""The bench's parts that need no browser."""

import re
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bench import bounds, command, options, report
from bench.line import PIECE, Line, MeteredSocket
from bench.measure_key import presses
from bench.measure_memory import private_bytes
from bench.measure_move import first
from bench.measure_start import blocked
from bench.pages import SOURCE, assemble
from bench.probe import PROBES, probe
from bench.samples import Condition, Sample, collect, percentile_95, summary
from tests.support.node import node
from tools.setup.runtime import Runtime


def test_the_95th_percentile_is_exceeded_by_five_of_a_hundred() -> None:
    assert percentile_95(list(range(1, 101))) == 95
    assert percentile_95([3.0]) == 3.0


def test_a_summary_holds_median_least_and_greatest() -> None:
    assert summary([5.0, 1.0, 2.0]) == (2.0, 1.0, 5.0, 3)


@pytest.mark.parametrize("sum_up", [summary, percentile_95])
def test_nothing_cannot_be_summed_up(sum_up: Callable[[list[float]], object]) -> None:
    with pytest.raises(ValueError, match="expected at least one value"):
        sum_up([])


def test_samples_are_grouped_by_measure_and_condition_and_page() -> None:
    slow = Condition(throttle=4)
    found = collect([Sample("move median", "ours", slow, value) for value in (1.0, 3.0, 2.0)])
    assert found == {("move median", slow): {"ours": (2.0, 1.0, 3.0, 3)}}


def test_only_what_a_task_takes_beyond_50_ms_blocks_and_only_before_the_page_is_live() -> None:
    assert blocked([[0.0, 80.0], [100.0, 60.0], [900.0, 500.0]], until=800.0) == (40.0, 140.0)


def test_key_presses_turn_round_at_the_end_of_the_slider() -> None:
    assert presses(5, steps=2) == ["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowRight"]


def test_private_memory_is_what_was_written_to_and_neither_shared_nor_the_browsers_program() -> None:
    rollup = "Shared_Dirty:  9 kB\nPrivate_Clean:  2 kB\nPrivate_Dirty:  3 kB\nPrivate_Hugetlb:  4 kB\n"
    assert private_bytes(rollup) == 7 * 1024


def test_a_paced_line_books_its_bytes_one_after_the_other() -> None:
    line = Line(megabits=8)  # a million bytes a second
    assert line.book(500_000, now=10.0) == pytest.approx(0.5)
    assert line.book(500_000, now=10.0) == pytest.approx(1.0)
    assert line.book(1_000, now=20.0) == pytest.approx(0.001)


def test_an_unlimited_line_never_waits() -> None:
    assert Line().book(10**9, now=0.0) == 0.0


@pytest.mark.parametrize("megabits", [None, 1000.0])
def test_a_metered_connection_delivers_and_counts_every_byte(megabits: float | None) -> None:
    near, far = socket.socketpair()
    line = Line(megabits)
    body = bytes(range(256)) * (2 * PIECE // 256) + b"end"
    with MeteredSocket(near, line) as sender, far:
        sender.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        sender.makefile("wb", buffering=0).write(body)
        sender.shutdown(socket.SHUT_WR)
        received = b"".join(iter(lambda: far.recv(65536), b""))
    assert received == b"HTTP/1.1 200 OK\r\n\r\n" + body
    assert (line.sent, line.answers) == (len(received), 1)


def test_the_plain_page_finds_the_files_that_it_names(tmp_path: Path) -> None:
    parts = {name: tmp_path / name for name in Runtime._fields}
    for folder in parts.values():
        folder.mkdir()
    for name in ("pyscript/core.css", "pyscript/core.js", "pyscript/core.js.map", "pyodide/pyodide.mjs"):
        (tmp_path / name).touch()
    assemble(tmp_path / "site", Runtime(**parts))
    named = re.findall(r'"\./([^"]+)"', (SOURCE / "index.html").read_text(encoding="utf-8"))
    assert len(named) == 4
    assert [name for name in named if not (tmp_path / "site" / name).is_file()] == []
    assert not list((tmp_path / "site").rglob("*.map"))


def both(measure: str, condition: Condition, plain: float, ours: float) -> list[Sample]:
    return [Sample(measure, "plain", condition, plain), Sample(measure, "ours", condition, ours)]


def test_a_row_tells_both_pages_their_ratio_and_whether_the_bound_holds() -> None:
    [row] = report.rows(both("move median", bounds.FREE, 60.0, 2.0))
    assert row[1:] == ("1x", "60.0 ms", "2.0 ms", "30", "at most 1/25 of plain: holds")


def test_a_missed_bound_is_called_missed() -> None:
    [row] = report.rows(both("key p95", bounds.FREE, 75.0, 33.5))
    assert row[-1] == "at most 33 ms: missed"


def test_several_runs_show_their_least_and_greatest() -> None:
    runs = [Sample("start first", "plain", bounds.FREE, value) for value in (6000.0, 7000.0, 6500.0)]
    [row] = report.rows(runs)
    assert row[2:] == ("6.50 s (6.00 s to 7.00 s)", "-", "-", "")


def test_a_bound_against_another_row_is_open_where_that_was_not_measured() -> None:
    alone = both("start later", bounds.LINE, 4000.0, 1200.0)
    free = both("start later", bounds.FREE, 4000.0, 800.0)
    assert report.rows(alone)[0][-1] == ""
    assert "as on an unlimited line: missed" in report.rows([*free, *alone])[1][-1]


def test_every_bound_belongs_to_a_measure_of_the_table() -> None:
    assert {bound.row[0] for bound in bounds.BOUNDS} <= set(report.NAMES)


def test_the_page_that_never_blocks_is_not_divided_by() -> None:
    [row] = report.rows(both("blocked first", bounds.SLOW, 9000.0, 0.0))
    assert row[4:] == ("all", "at most 1/50 of plain: holds")


def test_the_text_table_has_straight_columns_and_the_markdown_table_a_rule() -> None:
    lines = report.rows(
        [*both("key median", bounds.FREE, 62.0, 11.0), *both("key p95", bounds.FREE, 75.0, 14.0)]
    )
    text = report.as_text(lines).splitlines()
    assert len({line.index(word) for line, word in zip(text, ("held", "1x", "1x"), strict=True)}) == 1
    assert report.as_markdown(lines).splitlines()[1] == "| --- | --- | --- | --- | --- | --- |"


def test_bytes_of_memory_and_bytes_of_the_line_have_their_units() -> None:
    assert report.quantity("memory live", 219e6) == "219.0 MB"
    assert report.quantity("bytes later live", 1353) == "1.4 kB"
    assert report.quantity("answers first live", 31) == "31"


def test_a_quick_call_makes_two_runs_without_a_slower_processor() -> None:
    quick = options.parse(["--quick"])
    assert (quick.runs, quick.throttles) == (2, (1,))
    assert options.parse(["--quick", "--runs", "3"]).runs == 3


def test_a_paced_line_is_measured_besides_the_others() -> None:
    asked = options.parse(["--line", "10"])
    assert [str(condition) for condition in command.conditions(asked)] == ["1x", "4x", "1x, 10 Mbit/s"]


@pytest.mark.parametrize("mangled", [["--only", "start,speed"], ["--runs", "0"], ["--line", "fast"]])
def test_a_mangled_option_is_refused_with_what_was_expected(
    mangled: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        options.parse(mangled)
    assert re.search(r"(speed|0|fast): expected", capsys.readouterr().err)


@pytest.mark.parametrize(("page", "verdict"), [(600.0, "holds"), (400.0, "missed")])
def test_training_on_the_page_is_measured_by_training_outside_of_it(page: float, verdict: str) -> None:
    native = Sample("frames train native", "ours", bounds.FREE, 1000.0)
    rows = report.rows([native, Sample("frames train", "ours", bounds.FREE, page)])
    assert [row[-1] for row in rows] == ["", f"half of native: {verdict}"]


@pytest.mark.parametrize(
    ("measure", "good", "bad"),
    [
        ("python open median", 900.0, 1100.0),
        ("python run median", 250.0, 350.0),
        ("python again", 1900.0, 2100.0),
    ],
)
def test_the_python_of_a_lesson_is_measured_alone(measure: str, good: float, bad: float) -> None:
    for value, verdict in ((good, "holds"), (bad, "missed")):
        [row] = report.rows([Sample(measure, "ours", bounds.FREE, value)])
        assert row[2:] == ("-", report.quantity(measure, value), "-", row[-1])
        assert row[-1].endswith(verdict)


def test_a_move_has_its_pixels_when_the_first_are_put_after_the_event() -> None:
    assert first([90.0, 101.5, 110.0], sent=100.0, counted=3.0) == 1.5


@pytest.mark.parametrize("puts", [[], [90.0], [90.0, 110.0]])
def test_a_frame_that_is_counted_before_there_are_pixels_of_it_is_an_error(puts: list[float]) -> None:
    with pytest.raises(RuntimeError, match="before there were pixels"):
        first(puts, sent=100.0, counted=3.0)


@pytest.mark.parametrize("name", sorted(file.stem for file in PROBES.glob("*.js")))
def test_a_probe_is_one_function_that_may_stand_in_brackets(name: str) -> None:
    told = subprocess.run(
        [node(), "-p", f"typeof ({probe(name)})"], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "function"
