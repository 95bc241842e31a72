"""A typed function as Python: what numpy works out for a number or an array x."""

from __future__ import annotations

import numpy as np

from downhill.maths.formula.duals import compiled
from downhill.maths.formula.tree import Call, Name, Negative, Node, Number, Pair, has_x
from downhill.source.home.literals import number

SUM, PRODUCT, SIGNED, POWER, ATOM = range(5)  # how strongly the parts of an expression hold together
STRENGTHS = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "^": POWER}
NAMES = {"ln": "log"}  # where numpy has another one
DIGITS = 15  # of a number that is written as the reader has written it


def written(tree: Node) -> str:
    """The expression that a function returns; one without x has its value for every x."""
    return _code(tree)[0] if has_x(tree) else f"{_held(tree, SUM)} + 0 * x"


def _code(node: Node) -> tuple[str, int]:
    """A node as an expression, and its strength."""
    if not has_x(node) and not _is_plain(node):
        return _constant(_value(node))
    match node:
        case Number(value, text):
            return _short(value, text), ATOM
        case Name("x"):
            return "x", ATOM
        case Name(name):
            return f"np.{name}", ATOM
        case Negative(argument):
            return f"-{_held(argument, SIGNED)}", SIGNED
        case Call(function, argument):
            return f"np.{NAMES.get(function, function)}({_code(argument)[0]})", ATOM
        case Pair("^", left, right):
            return f"{_held(left, ATOM)} ** {_held(right, SIGNED)}", POWER
        case Pair(sign, left, right):
            strength = STRENGTHS[sign]
            return f"{_held(left, strength)} {sign} {_held(right, strength + 1)}", strength


def _held(node: Node, least: int) -> str:
    """A node, in brackets where its parts would fall apart."""
    code, strength = _code(node)
    return code if strength >= least else f"({code})"


def _short(value: float, text: str) -> str:
    if len(text) > DIGITS:
        return number(value)
    return text if "." in text else str(int(text))


def _constant(value: float) -> tuple[str, int]:
    if not np.isfinite(value):
        return "np.nan", ATOM
    written_out = number(value)
    return written_out, SIGNED if written_out.startswith("-") else ATOM


def _value(node: Node) -> float:
    with np.errstate(all="ignore"):
        return float(compiled(node)(np.float64(0.0))[0])


def _is_plain(node: Node) -> bool:
    """Return whether Python computes a node without x as numpy does: no overflow, pole, or complex number."""
    match node:
        case Number() | Name():
            return True
        case Negative(argument):
            return _is_plain(argument)
        case Call(_, argument):
            return _is_plain(argument) and bool(np.isfinite(_value(node)))
        case Pair(sign, left, right):
            parts = _is_plain(left) and _is_plain(right)
            return sign != "^" and parts and bool(np.isfinite(_value(node)))
