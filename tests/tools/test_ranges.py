import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.server import ranges


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bytes=0-0", ranges.Part(0, 1)),
        ("bytes=2-5", ranges.Part(2, 4)),
        ("bytes=7-", ranges.Part(7, 3)),
        ("bytes=-3", ranges.Part(7, 3)),
        ("bytes=-99", ranges.Part(0, 10)),
        ("bytes=8-99", ranges.Part(8, 2)),
    ],
)
def test_one_range_is_one_part(header: str, expected: ranges.Part) -> None:
    assert ranges.part(header, 10) == expected


@pytest.mark.parametrize(
    "header",
    [None, "", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=٣-٤"],
)
def test_what_is_no_single_range_means_all(header: str | None) -> None:
    assert ranges.part(header, 10) is None


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=10-20", "bytes=-0"])
def test_a_range_without_a_byte_of_the_file_can_not_be_satisfied(header: str) -> None:
    with pytest.raises(ranges.Unsatisfiable):
        ranges.part(header, 10)


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=40), st.integers(0, 60), st.integers(0, 60))
def test_a_part_is_what_slicing_gives(data: bytes, first: int, last: int) -> None:
    try:
        part = ranges.part(f"bytes={first}-{last}", len(data))
    except ranges.Unsatisfiable:
        assert first >= len(data)
        return
    if part is None:
        assert last < first
    else:
        assert data[part.first : part.first + part.length] == data[first : last + 1]
        assert part.length > 0
