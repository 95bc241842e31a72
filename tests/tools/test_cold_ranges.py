"""Which constants of a module come with its second half, told by addresses in code and in data."""

import pytest

from tools.startup.split.cold_data import constants_end, numbers, unreached, written_to
from tools.startup.split.data import Range, Segment

TABLES = 1_200_016
"""Where constants begin: an address that no sign of Unicode has for its number."""
SECOND_TABLE, ADDRESSES, END = TABLES + 8000, TABLES + 16_000, TABLES + 16_400


def found(hot: set[int], cold: set[int]) -> list[Range]:
    """What only other code reaches of two tables, behind which the second one's address is held."""
    data = [
        Segment(TABLES, b"\1" * 16_000),
        Segment(ADDRESSES, SECOND_TABLE.to_bytes(4, "little")),
        Segment(END - 4, b"\2" * 4),
    ]
    return unreached(data, ADDRESSES, hot, cold, [])


def test_a_table_to_which_only_other_code_refers_comes_later() -> None:
    assert found({TABLES}, {SECOND_TABLE}) == [Range(SECOND_TABLE, ADDRESSES)]
    assert found({TABLES, SECOND_TABLE}, {SECOND_TABLE}) == []
    assert found({SECOND_TABLE}, set()) == [Range(TABLES, SECOND_TABLE)]


def test_a_table_to_which_data_refers_comes_when_that_data_is_reached() -> None:
    assert found({TABLES}, {ADDRESSES}) == [Range(SECOND_TABLE, ADDRESSES)]
    assert found({TABLES, ADDRESSES}, set()) == []


def test_what_lies_near_behind_an_address_belongs_to_it() -> None:
    parts = {SECOND_TABLE + part for part in (16, 512, 1008)}
    assert found({TABLES, SECOND_TABLE}, parts) == []
    assert found({TABLES}, parts) == [Range(SECOND_TABLE, ADDRESSES)]


@pytest.mark.parametrize("number", [TABLES + 4001, 1_204_224, 1_000_000])
def test_a_number_in_code_that_is_hardly_an_address_is_no_beginning(number: int) -> None:
    assert found({TABLES, SECOND_TABLE}, {number}) == []


def test_constants_end_with_the_names_of_types() -> None:
    assert constants_end({"_ZTS1A": 5, "_ZTS1B": 9, "Py_Version": 20}) == 9
    assert constants_end({"Py_Version": 20}) == 0


def test_numbers_of_a_script_that_may_be_addresses() -> None:
    assert numbers("f(4096,12);x=1234567;y123456=0") == {4096, 1_234_567}


def test_a_constant_to_which_python_has_written_is_found() -> None:
    heap = bytes(4) + b"\0\7"
    ranges = [Range(100, 104), Range(200, 201), Range(201, 202), Range(300, 400)]
    assert written_to(ranges, [(100, 4), (200, 2)], heap) == [Range(201, 202)]
