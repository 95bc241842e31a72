"""Numbers as MathML."""

from __future__ import annotations

import math

from downhill.text.format import MINUS, local, number, trimmed

PLAIN = 1e-4, 1e7  # sizes between these are written out, others with a power of ten


def size_of(value: float) -> int:
    """Return the power of ten of a number's first digit."""
    return math.floor(math.log10(value))


def fixed(value: float, decimals: int) -> str:
    """Write a number with that many decimals, as MathML."""
    return signed(number(value, decimals)) if abs(value) < PLAIN[1] else power(value)


def rounded(value: float, short: bool = False) -> str:
    """Write a number rounded to four digits, as MathML, with or without trailing zeros."""
    if value == 0:
        return "<mn>0</mn>"
    if not PLAIN[0] <= abs(value) < PLAIN[1]:
        return power(value)
    text = number(value, max(0, 3 - size_of(abs(value))))
    return signed(trimmed(text) if short else text)


def power(value: float) -> str:
    """Write a number as four digits times a power of ten, as MathML."""
    digits, _, exponent = f"{abs(value):.3e}".partition("e")
    power = signed(number(int(exponent), 0))
    size = f"<mrow><mn>{local(digits)}</mn><mo>×</mo><msup><mn>10</mn>{power}</msup></mrow>"
    return f"<mrow><mo>{MINUS}</mo>{size}</mrow>" if value < 0 else size


def signed(text: str) -> str:
    """Turn a number's text into MathML: its sign is an operator."""
    if text.startswith(MINUS):
        return f"<mrow><mo>{MINUS}</mo><mn>{text[1:]}</mn></mrow>"
    return f"<mn>{text}</mn>"


def bracketed(value: float, short: bool = True) -> str:
    """Write a number rounded to four digits, with or without trailing zeros; in brackets if negative."""
    text = rounded(value, short)
    return f"<mrow><mo>(</mo>{text}<mo>)</mo></mrow>" if text.startswith("<mrow><mo>" + MINUS) else text
