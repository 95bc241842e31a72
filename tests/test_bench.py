"""The bench's parts that need no browser."""

import re
import socket

import pytest

from bench import command, report
from bench.measures import first, private_bytes
from bench.pages import PIECE, Line, MeteredSocket
from bench.report import FREE, Condition, Sample


def test_private_memory_is_what_was_written_to_and_neither_shared_nor_the_browsers_program() -> None:
    rollup = "Shared_Dirty:  9 kB\nPrivate_Clean:  2 kB\nPrivate_Dirty:  3 kB\nPrivate_Hugetlb:  4 kB\n"
    assert private_bytes(rollup) == 7 * 1024


def test_a_paced_line_books_its_bytes_one_after_the_other() -> None:
    line = Line(megabits=8)  # a million bytes a second
    assert line.book(500_000, now=10.0) == pytest.approx(0.5)
    assert line.book(500_000, now=10.0) == pytest.approx(1.0)
    assert line.book(1_000, now=20.0) == pytest.approx(0.001)


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


def both(measure: str, condition: Condition, plain: float, ours: float) -> list[Sample]:
    return [Sample(measure, "plain", condition, plain), Sample(measure, "ours", condition, ours)]


def test_a_row_tells_both_pages_their_ratio_and_whether_the_target_is_reached() -> None:
    [row] = report.rows(both("move", FREE, 60.0, 2.0))
    assert row[1:] == ("1x", "60.0 ms", "2.0 ms", "30", "at most 1/25 of plain: holds")
    [row] = report.rows(both("memory", FREE, 150e6, 120e6))
    assert row[-1] == "at most 1/1.5 of plain: missed"
    [row] = report.rows([Sample("start first", "ours", FREE, value) for value in (600.0, 1700.0, 650.0)])
    assert row[2:] == ("-", "650.0 ms (600.0 ms to 1.70 s)", "-", "")


@pytest.mark.parametrize("mangled", [["--only", "start,speed"], ["--runs", "0"], ["--line", "fast"]])
def test_a_mangled_option_is_refused_with_what_was_expected(
    mangled: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        command.parse(mangled)
    assert re.search(r"(speed|0|fast): expected", capsys.readouterr().err)


def test_a_move_has_its_pixels_when_the_first_are_put_after_the_event_and_none_is_an_error() -> None:
    assert first([90.0, 101.5, 110.0], sent=100.0, counted=3.0) == 1.5
    for puts in ([], [90.0], [90.0, 110.0]):
        with pytest.raises(RuntimeError, match="before there were pixels"):
            first(puts, sent=100.0, counted=3.0)
