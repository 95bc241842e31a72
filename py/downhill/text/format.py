"""Words and numbers as a reader sees them, and every sentence of the page that belongs to no lesson."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, reduce
from string import Formatter
from typing import Any, NamedTuple

from downhill.text.english.challenge import CHALLENGES
from downhill.text.english.closing import CLOSING
from downhill.text.english.editing import EDITING, MAKING, PYTHON
from downhill.text.english.errors import MISTAKES
from downhill.text.english.page import OWN
from downhill.text.english.results import RESULTS
from downhill.text.english.runs import COMPARE, VERDICTS, WAYS
from downhill.text.english.share import COMFORT, SHARE, TAKE
from downhill.text.english.stage import STAGE
from downhill.text.english.teacher import TEACHER
from downhill.text.english.worksheets import SHEETS

BIG = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
TIMES = {"number": 1, "tenths": 0.1, "tens": 10, "hundreds": 100, "thousands": 1000}
MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"  # for a number that is none, and a text that is empty
HALF = 1 + 9e-16  # lifts what binary arithmetic has left a hair below a half
FIGURES, DECIMALS = 3, 2  # of a number that can be said
SMALL, TENTH, MILLION, BILLION = 1e-3, 0.1, 1e6, 1e9
LARGEST = sys.float_info.max
NARROW = "\N{NARROW NO-BREAK SPACE}"
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


class Signs(NamedTuple):
    """What stands before a number's decimals, and what between its thousands."""

    decimal: str = "."
    group: str = ","


_signs = [Signs()]
_marks: dict[int, str] = {}  # what the English signs of a number become; nothing while they are right


def write_numbers_with(signs: Signs) -> None:
    """From now on numbers are written with these signs: a matter of the current language."""
    _signs[0] = signs
    _marks.clear()
    _marks.update({} if signs == Signs() else {ord("."): signs.decimal, ord(","): signs.group})


def number(value: float, decimals: int = 2) -> str:
    """A number as text: fixed decimals, a true minus sign, no negative zero; '–' for what isn't finite.

    From a billion on it is two digits times a power of ten, as in `2.5 × 10¹²`.
    A half is rounded away from zero, as at school: 1.65 is 1.7, though it is stored as a little less.
    """
    if not math.isfinite(value):
        return DASH
    if abs(value) >= BILLION:
        return (MINUS if value < 0 else "") + power_of_ten(abs(value))
    return f"{value * HALF:z,.{decimals}f}".replace("-", MINUS).translate(_marks)


def numbers(values: Sequence[float], decimals: int = 2) -> list[str]:
    """Several numbers as text, each as `number` writes it: a whole column of them in one go."""
    if not (values and all(map(math.isfinite, values)) and max(map(abs, values)) < BILLION):
        return [number(value, decimals) for value in values]
    text = "\n".join([f"{value * HALF:z,.{decimals}f}" for value in values])
    return text.replace("-", MINUS).translate(_marks).split("\n")


def local(text: str) -> str:
    """A number that was written the English way, with the signs of the current language."""
    return text.translate(_marks)


def with_mark(text: str) -> str:
    """A text in which numbers, without groups, were written the English way, with the decimal mark."""
    return _POINT.sub(_signs[0].decimal, text)


def trimmed(text: str) -> str:
    """A number's text without zeros at the end of its decimals."""
    mark = _signs[0].decimal
    return text.rstrip("0").rstrip(mark) if mark in text else text


_POINT = re.compile(r"(?<=[0-9])\.(?=[0-9])")


def significant(value: float, digits: int = 2) -> str:
    """Return any number as text, to `digits` significant digits, in plain notation below a billion."""
    if value == 0 or not math.isfinite(value):
        return number(value, 0)
    return number(value, max(0, digits - 1 - math.floor(math.log10(abs(value)))))


def figures(value: float) -> str:
    """A number that can be said: three figures and two decimals at most, below a tenth two figures.

    So it is `2,820`, `124`, `12.4`, `1.65` and `0.075`. From a million on words help, below a thousandth a
    power of ten does.
    """
    if not math.isfinite(value) or value == 0:
        return number(value)
    size = float(f"{abs(value) * HALF:.{FIGURES if abs(value) >= TENTH else 2}g}")
    sign = MINUS if value < 0 else ""
    if size >= MILLION:
        return sign + big(size, FIGURES)
    if size < SMALL:
        return sign + power_of_ten(size)
    if size < TENTH:
        return sign + significant(size)
    return sign + number(size, min(DECIMALS, max(0, FIGURES - len(str(int(size))))))


def rate_shown(rate: float) -> str:
    """A learning rate as text, to two digits: `0.30`; below a thousandth `2.4 × 10⁻⁴`, or `10⁻⁴` alone."""
    return power_of_ten(rate) if 0 < rate < SMALL else significant(rate)


def power_of_ten(size: float) -> str:
    """A positive number as two digits times a power of ten."""
    digits, _, exponent = f"{min(size * HALF, LARGEST):.1e}".partition("e")
    power = f"10{str(int(exponent)).translate(RAISED)}"
    return power if digits == "1.0" else f"{local(digits)}{NARROW}×{NARROW}{power}"


def big(value: float, digits: int = 2) -> str:
    """Return a large number as text, in words from a million on: `2,600`, `21 million`, `1.5 billion`."""
    rounded = float(f"{value:.{digits}g}")
    size, name = next((pair for pair in BIG if rounded >= pair[0]), (1.0, ""))
    if not name:
        return number(rounded, 0 if rounded >= 10 else 1)
    count = rounded / size
    form = ".one" if count == 1 else ".some" if count < 2 else ""
    return fill(
        PAGE[f"big.{name}{form}"], {gap: trimmed(number(times * count, 3)) for gap, times in TIMES.items()}
    )


def with_unit(value: float, decimals: int, unit: str) -> str:
    """A number with its unit: `$` goes before it, everything else after a space that doesn't break."""
    return _joined(number(value, decimals), unit)


def loss_with_unit(value: float, decimals: int, unit: str) -> str:
    """A loss with its unit: from a million on words help, as in `2.521 million squares of 1 km/s`."""
    if not math.isfinite(value) or abs(value) < MILLION:
        return with_unit(value, decimals, unit)
    return _joined((MINUS if value < 0 else "") + big(abs(value), 4), unit)


def _joined(text: str, unit: str) -> str:
    if unit.startswith("$"):
        sign, digits = ("", text) if text[0].isdigit() else (text[0], text[1:])
        return f"{sign}${digits}{unit[1:]}"
    return f"{text}\N{NO-BREAK SPACE}{unit}" if unit else text


def percent(share: float) -> str:
    """A share of 1 as whole percents."""
    return fill(PAGE["percent"], {"number": number(100 * share, 0)})


SPOKEN: dict[str, Callable[[float], str]] = {"big": big, "f": figures, "rate": rate_shown}


def shown(value: Any, spec: str) -> str:
    """What stands in a sentence's gap: a text as it is, a number with two decimals.

    `{loss:3}` asks for other decimals, `{loss:s3}` for significant digits, `{loss:f}` for `figures`,
    `{loss:big}` for words, `{limit:rate}` for a learning rate.
    """
    if not isinstance(value, (float, int)):
        return str(value)
    if spec in SPOKEN:
        return SPOKEN[spec](value)
    if spec.startswith("s"):
        return significant(value, int(spec[1:]))
    return number(value, int(spec or 2))


@cache
def _gaps(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """A template's texts, each with the name of the gap behind it, if there is one, and what it asks for."""
    return tuple((text, name, spec or "") for text, name, spec, _ in Formatter().parse(template))


def fill(template: str, numbers: Mapping[str, Any]) -> str:
    """The sentence with its numbers filled in (`shown`). Raises `KeyError` for a number that isn't there."""
    parts = []
    for text, name, spec in _gaps(template):
        parts.append(text)
        if name is not None:
            value = numbers[name]
            parts.append(value if isinstance(value, str) else shown(value, spec))
    return "".join(parts)


PAGE: dict[str, str] = {
    **OWN,
    **CHALLENGES,
    **CLOSING,
    **COMFORT,
    **COMPARE,
    **WAYS,
    **EDITING,
    **MISTAKES,
    **MAKING,
    **PYTHON,
    **RESULTS,
    **SHARE,
    **SHEETS,
    **STAGE,
    **TAKE,
    **TEACHER,
    **VERDICTS,
}


def enumerated(parts: Iterable[str]) -> str:
    """Some things in a row, as one text."""
    return reduce(lambda before, after: fill(PAGE["list.more"], {"before": before, "after": after}), parts)
