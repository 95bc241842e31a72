"""What a WebAssembly module puts into memory, read, cut and written."""

import pytest

from tools.startup.split.data import Range, Segment, joined, outside, sections, segments, within
from tools.startup.split.leb import vector
from tools.startup.split.module import DATA, Module, written

HERE = [Segment(10, b"abcd"), Segment(20, b"efgh"), Segment(70, b"i"), Segment(100_000, b"j" * 200)]


def test_data_are_read_as_they_were_written() -> None:
    assert segments(Module(written(sections(HERE)))) == HERE
    assert segments(Module(written({}))) == []


def test_data_without_an_address_are_refused() -> None:
    from_a_global = vector([b"\0\x23\0\x0b" + vector([b"x"])])
    when_asked = vector([b"\1" + vector([b"x"])])
    for section in (from_a_global, when_asked):
        with pytest.raises(ValueError, match=r"^data without an address$"):
            segments(Module(written({DATA: section})))


@pytest.mark.parametrize(
    ("ranges", "inner", "outer"),
    [
        ([], [], HERE),
        ([Range(0, 1 << 32)], HERE, []),
        (
            [Range(12, 21), Range(22, 24), Range(70, 71), Range(80, 90)],
            [Segment(12, b"cd"), Segment(20, b"e"), Segment(22, b"gh"), Segment(70, b"i")],
            [Segment(10, b"ab"), Segment(21, b"f"), HERE[3]],
        ),
    ],
)
def test_ranges_cut_segments_and_no_byte_is_lost(
    ranges: list[Range], inner: list[Segment], outer: list[Segment]
) -> None:
    assert within(HERE, ranges) == inner
    assert outside(HERE, ranges) == outer


def test_segments_that_are_hardly_apart_are_joined_by_zeros() -> None:
    assert joined([]) == []
    assert joined(HERE) == [
        Segment(10, b"abcd" + bytes(6) + b"efgh" + bytes(46) + b"i"),
        HERE[3],
    ]
    assert joined([Segment(0, b"a"), Segment(65, b"b"), Segment(131, b"c")]) == [
        Segment(0, b"a" + bytes(64) + b"b"),
        Segment(131, b"c"),
    ]
