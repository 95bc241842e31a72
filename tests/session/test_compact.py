"""Texts in few signs: what was packed comes back, what was not is refused, and nothing unpacks endlessly."""

import re
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from downhill.points.points import MOST, write
from downhill.session import compact_table
from downhill.session.compact import LONGEST, pack, to_base64url, unpack
from downhill.session.fragment import encode

finite = st.floats(allow_nan=False, allow_infinity=False)
short = st.integers(-(10**5), 10**5).map(lambda whole: whole / 100)
tables = st.lists(st.tuples(short, short) | st.tuples(finite, finite), max_size=MOST)


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_comes_back(text: str) -> None:
    packed = pack(text)
    assert unpack(packed) == text
    assert re.fullmatch(r"[\w.-]*", packed, re.ASCII)


@given(tables, st.text(max_size=20), st.text(max_size=20))
@settings(deadline=None)
def test_any_table_of_points_comes_back_with_every_digit(
    places: list[tuple[float, float]], across: str, up: str
) -> None:
    text = write(places, (across, up))
    assert unpack(pack(text)) == text


@pytest.mark.parametrize(
    ("decimals", "most"), [((0, 0), 750), ((0, 1), 860), ((2, 2), 1200)], ids=["whole", "homes", "hundredths"]
)
def test_two_hundred_usual_points_leave_room_in_a_link_of_two_thousand_signs(
    decimals: tuple[int, int], most: int
) -> None:
    dice = np.random.default_rng(1)
    columns = zip((dice.uniform(500, 3000, MOST), dice.uniform(50, 900, MOST)), decimals, strict=True)
    text = write(np.column_stack([np.round(column, places) for column, places in columns]))
    assert len(encode("line", {"line.points": text})) <= most


@pytest.mark.parametrize(
    "packed",
    [
        *("", "z", "p", "x", "zz", "z!", "z\x00", "zé", "q123", "p1", "p1.2.3", "p1.0.0.1.0.0"),
        *("p201.0.0.2.0.0.2.AA", "p-1.0.0.2.0.0.2.AA", "p2.0.0.0.0.0.2.AA", "p2.0.0.-3.0.0.2.AA"),
        *("p2.999999.0.2.0.0.2.AA", "p2.-1.0.2.0.0.2.AA", "p2.0.0.2.0.0.2.A!"),
        *(
            "p2.0.0.2.0.0.2.AA._w",
            "p" + "9" * 5000 + ".0.0.2.0.0.2.AA",
            "p1.0.0.1e9.0.0.2.AA",
            "p1.a.b.c.d.e.f.g",
        ),
        *("p2.0." + "9" * 60 + ".2.0.0.2.AA", "p2.0.0." + "9" * 60 + ".0.0.2.AA", "p" + "1." * 5000),
        *("p2.0.0.2.0.0.2." + "A" * 15_000, "z" + "A" * 15_000),
    ],
    ids=lambda packed: packed[:24],
)
def test_what_was_never_packed_is_refused(packed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack(packed)


def test_what_would_unpack_endlessly_is_refused_before_it_is() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    bomb = packer.compress(bytes(10_000_000)) + packer.flush()
    assert len(to_base64url(bomb)) < 16_000
    with pytest.raises(ValueError, match=f"longer than {LONGEST}"):
        unpack("z" + to_base64url(bomb))


@given(st.text(alphabet="0123456789.-_AZaz", max_size=60))
@settings(deadline=None)
def test_any_signs_at_all_are_unpacked_or_refused(signs_: str) -> None:
    for kind in "zp":
        try:
            unpacked = unpack(kind + signs_)
        except ValueError:
            continue
        assert len(unpacked.encode()) <= LONGEST


def test_numbers_too_unlike_for_a_column_are_no_table() -> None:
    assert compact_table.pack(write([(1e-300, 1.0), (1e300, 1.0)])) is None
