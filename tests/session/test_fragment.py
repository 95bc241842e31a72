"""The fragment of the address: exact where whole, total where mangled, with its texts in few signs."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from downhill.points.points import MOST, write
from downhill.session import compact, compact_table
from downhill.session.compact import pack, unpack
from downhill.session.fragment import LONGEST, Address, decode, encode, finite
from tests.support.links import PACKED
from tests.support.often import slow

finite_numbers = st.floats(allow_nan=False, allow_infinity=False)
short = st.integers(-(10**5), 10**5).map(lambda whole: whole / 100)
tables = st.lists(st.tuples(short, short) | st.tuples(finite_numbers, finite_numbers), max_size=MOST)
names = st.from_regex(r"[a-z][a-z-]{0,8}\.[a-z_]{1,8}", fullmatch=True)
places = st.from_regex(r"[a-z]{1,6}(-[a-z]{1,6})?", fullmatch=True)


@given(places, st.dictionaries(names, finite_numbers, max_size=8))
@settings(deadline=None)
def test_numbers_come_back_with_every_digit(place: str, settings_: dict[str, float]) -> None:
    found = decode(encode(place, settings_))
    assert found.place == place
    assert {name: finite(text) for name, text in found.settings.items()} == settings_
    assert found.ignored == ()


@slow
@given(
    places, st.dictionaries(names, st.text(max_size=20).filter(lambda text: text.isprintable()), max_size=8)
)
@settings(deadline=None)
def test_texts_come_back_whatever_signs_they_hold(place: str, settings_: dict[str, str]) -> None:
    assert decode("#" + encode(place, settings_)) == Address(place, settings_, ())


def test_a_fragment_reads_like_what_it_says() -> None:
    assert (
        encode("line", {"valley.x": 1.25, "line.error": "squared"})
        == "line&v=2&valley.x=1.25&line.error=squared"
    )
    assert encode("line", {"line.m": 100.0}) == "line&v=2&line.m=100"
    assert encode("line", {}) == "line"


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_at_all_is_decoded_without_an_error(fragment: str) -> None:
    found = decode(fragment)
    assert all(len(part) <= 40 for part in found.ignored)
    assert all("." in name for name in found.settings)


@pytest.mark.parametrize("part", ["x", "x=1", "=1", ".x", "a b.c=1", "<script>.x=1", "%00", "a.b", "a.b%3D1"])
def test_a_part_that_is_no_setting_is_named_and_left_out(part: str) -> None:
    assert decode(f"line&v=1&{part}&line.m=2") == Address("line", {"line.m": "2"}, (part,))


def test_an_endless_fragment_is_cut() -> None:
    found = decode("line" + "&a.b=1" * 10 * LONGEST)
    assert found.settings == {"a.b": "1"}


def test_a_setting_that_goes_beyond_what_is_looked_at_is_left_out_whole_and_named() -> None:
    text = "line&v=2&line.m=2&line.points=" + "1%092%0A" * LONGEST
    assert decode(text) == Address("line", {"line.m": "2"}, ("line.points=" + "1%092%0A" * 3 + "1%09",))


@pytest.mark.parametrize("place", ["<b>", "a b", "line/..", "%20", ""])
def test_a_place_that_can_be_no_id_is_dropped(place: str) -> None:
    assert decode(place).place == ""


@pytest.mark.parametrize("text", ["nan", "inf", "-Infinity", "1e999", "", "one", "1,5", "0x10", "--1"])
def test_what_spells_no_finite_number_is_none(text: str) -> None:
    assert finite(text) is None


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


@pytest.mark.parametrize("packed", PACKED, ids=lambda packed: packed[:24])
def test_what_was_never_packed_is_refused(packed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack(packed)


@given(st.text(alphabet="0123456789.-_AZaz", max_size=60))
@settings(deadline=None)
def test_any_signs_at_all_are_unpacked_or_refused(signs_: str) -> None:
    for kind in "zp":
        try:
            unpacked = unpack(kind + signs_)
        except ValueError:
            continue
        assert len(unpacked.encode()) <= compact.LONGEST


def test_numbers_too_unlike_for_a_column_are_no_table() -> None:
    assert compact_table.pack(write([(1e-300, 1.0), (1e300, 1.0)])) is None
