"""An item's sentences with the numbers of a form: what a page or a sheet of paper shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from downhill.evidence.curves import CURVES
from downhill.evidence.items import BY_ID, CROSSES, WHY, Values
from downhill.text.format import fill, local, number, trimmed

ROOM = "evidence"
"""The room of the sentences in a catalog."""


class Asked(NamedTuple):
    """A question: its text, its options by letter, and what its picture shows, in words, or ''.

    A cross has a table instead: rows of cells, empty at the corners.
    """

    stem: str
    options: Mapping[str, str]
    picture: str = ""
    cross: tuple[tuple[str, ...], ...] = ()


def asked(id_: str, form: str, words: Mapping[str, str]) -> Asked:
    """Return an item in a form; `words` are the room `evidence` in the language that is spoken.

    Raises `KeyError` for an item that does not have this form.
    """
    if id_ == WHY:
        return Asked(words["W.stem"], {})
    item = BY_ID[id_]
    gaps = {name: _value(value, words) for name, value in item.values[form].items()}
    options = {
        letter: fill(words[_key(id_, letter)], gaps | _option(id_, letter, item.values[form]))
        for letter in item.letters
    }
    return Asked(
        fill(words[f"{id_}.stem"], gaps), options, _picture(id_, form, words), _cross(id_, form, words)
    )


def _key(id_: str, letter: str) -> str:
    """Return the key of an option's sentence; places differ in their name or number only."""
    if id_ == "D2" or (id_ == "D1" and letter != "t"):
        return f"{id_}.place"
    return f"{id_}.{letter}"


def _value(value: float | str, words: Mapping[str, str]) -> str:
    """Return what stands in a gap: a number, the word with that key, or the text itself."""
    if not isinstance(value, str):
        return trimmed(number(value, 2))
    return words.get(value, local(value))


def _option(id_: str, letter: str, values: Values) -> dict[str, str]:
    """Return the gap of an option that is a place: by its name in D1, in D2 by its number."""
    if id_ == "D1":
        return {"place": str(values.get(letter, ""))}
    if id_ == "D2":
        return {"place": trimmed(number(step_to(letter, values), 1))}
    return {}


def step_to(letter: str, values: Values) -> float:
    """Return where D2's option leads: the right step, or uphill, by the rate alone, by the slope alone."""
    x, slope, rate = (float(values[name]) for name in ("x", "slope", "rate"))
    return x + {"r": -rate * slope, "u": rate * slope, "l": -rate, "s": -slope}[letter]


def _picture(id_: str, form: str, words: Mapping[str, str]) -> str:
    if id_ != "D1":
        return ""
    curve = CURVES[form]
    side = "left" if curve.slope(curve.S) > 0 else "right"
    return fill(
        words[f"D1.curve.{side}"],
        {name.lower(): curve.height(getattr(curve, name)) for name in ("K", "L", "M", "S", "top")},
    )


def _cross(id_: str, form: str, words: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return the table of D4: columns for slider a, rows for slider b, each smaller, as it is, larger."""
    if id_ != "D4":
        return ()
    cross = CROSSES[form]
    heads = [
        [fill(words[f"D4.{how}"], {"slider": slider}) for how in ("smaller", "same", "larger")]
        for slider in "ab"
    ]
    return (
        ("", *heads[0]),
        (heads[1][2], "", str(cross.b_larger), ""),
        (heads[1][1], str(cross.a_smaller), str(cross.middle), str(cross.a_larger)),
        (heads[1][0], "", str(cross.b_smaller), ""),
    )
