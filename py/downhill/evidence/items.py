"""The eight items: the letter of each option, the right one, and the numbers of each form.

A letter says why an option would be chosen, so it means the same in every form; `r` is always right.
Source of the six misconceptions: Marx, Witt, and Leonhardt, WiPSCE 2024, doi 10.1145/3677619.3678114.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

VERSION = 1
"""Of the items: it counts up when one is replaced, and versions are never mixed."""
FORMS = ("a", "b", "c")
OCCASIONS = ("before", "after", "later")
RIGHT, UNSURE, OPEN = "r", "?", "-"
"""The letter of a right answer, of “I don’t know yet”, and of none."""
MOST_WHY = 240  # characters of the open answer

PROGRAMMED, EXACT, STORED, CONTINUOUS, USERS, FETCHES = (
    "programmed",
    "exactness",
    "storage",
    "continuous",
    "users",
    "fetches",
)
MISCONCEPTIONS: Mapping[str, tuple[str, str]] = {
    PROGRAMMED: ("ten-thousand", "machine"),
    EXACT: ("choose-word", "try"),
    STORED: ("ten-thousand", "name"),
    CONTINUOUS: ("ten-thousand", "what-if"),
    USERS: ("ten-thousand", "what-if"),
    FETCHES: ("ten-thousand", "name"),
}
"""Where the essay refutes each misconception: a lesson and the part of its story."""

Values = Mapping[str, float | str]


class Item(NamedTuple):
    """A question with four options.

    `letters` are those of the options. `shows` says which misconception a wrong letter shows, if it is one of
    the six. `values` are the numbers in the sentences, by form; a text there is a place or the key of a word.
    """

    id: str
    letters: str
    values: Mapping[str, Values]
    shows: Mapping[str, str] = {}


class Cross(NamedTuple):
    """A model's errors: as it is, with slider a a little smaller and larger, and with slider b."""

    middle: int
    a_smaller: int
    a_larger: int
    b_smaller: int
    b_larger: int

    @property
    def slopes(self) -> tuple[float, float]:
        """Return the slopes for a and b, from the errors on both sides; a step goes against them."""
        return (self.a_larger - self.a_smaller) / 2, (self.b_larger - self.b_smaller) / 2


CROSSES = {
    "a": Cross(40, 44, 36, 38, 42),
    "b": Cross(60, 57, 63, 66, 54),
    "c": Cross(50, 53, 47, 56, 44),
}


def _two(a: str, b: str, one: str, other: str) -> Values:
    """Return the gaps of D4: how a and b move, the slider with the larger slope, and the other one."""
    return {"a": f"D4.{a}", "b": f"D4.{b}", "one": one, "other": other}


ITEMS = (
    Item(
        "D1",
        "rvot",
        {
            "a": {"r": "L", "v": "K", "o": "M"},
            "b": {"r": "K", "v": "L", "o": "M"},
            "c": {"r": "L", "v": "K", "o": "M"},
        },
    ),
    Item("D2", "ruls", {"a": {"x": 3, "slope": 2, "rate": 0.5}, "b": {"x": 7, "slope": 4, "rate": 0.5}}),
    Item(
        "D3",
        "rmwb",
        {
            "a": {"small": "0.1", "many": 60, "large": "0.2", "fewer": 30, "half": 15},
            "b": {"small": "0.05", "many": 80, "large": "0.1", "fewer": 40, "half": 20},
        },
    ),
    Item(
        "D4",
        "roef",
        {
            "a": _two("up", "down", "a", "b"),
            "b": _two("down", "up", "b", "a"),
            "c": _two("up", "up", "b", "a"),
        },
    ),
    Item(
        "L1",
        "rspf",
        {form: {"topic": f"L1.topic.{form}"} for form in FORMS},
        {"s": STORED, "p": PROGRAMMED, "f": FETCHES},
    ),
    Item(
        "L2",
        "rcuf",
        {form: {"claim": f"L2.claim.{form}", "wrong": f"L2.wrong.{form}"} for form in "ab"},
        {"c": CONTINUOUS, "u": USERS, "f": FETCHES},
    ),
    Item(
        "L3",
        "reck",
        {
            form: {"first": f"L3.first.{form}", "second": f"L3.second.{form}", **shares}
            for form, shares in (
                ("a", {"p": 60, "q": 40, "count": 20, "most": 12, "rest": 8}),
                ("b", {"p": 70, "q": 30, "count": 10, "most": 7, "rest": 3}),
            )
        },
        {"e": EXACT, "c": CONTINUOUS, "k": USERS},
    ),
)
"""The items with options, in the order of their letters in a code; the open one, W, comes last."""
WHY = "W"
IDS = (*(item.id for item in ITEMS), WHY)
BY_ID = {item.id: item for item in ITEMS}
LATER = ("D1", "D4", "L1")
"""The items with options that are asked again three weeks later; W is, too."""


def ids_asked(occasion: str) -> tuple[str, ...]:
    """Return the ids of the items with options on an occasion, in the order of their letters in a code."""
    return LATER if occasion == "later" else IDS[:-1]
