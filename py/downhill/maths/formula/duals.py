"""A formula compiled to closures over dual numbers: each gives a value and, exactly, its slope.

Source: forward-mode automatic differentiation, Griewank and Walther, Evaluating Derivatives, chapter 3. The
numbers are numpy's, single or in arrays. Where a part isn't defined, it and all that is made of it are NaN.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from downhill.maths.formula.tree import Call, Name, Negative, Node, Number, Pair, has_x

Dual = tuple[Any, Any]  # a value, and its slope
Part = Callable[[Any], Dual]

VALUES = {"pi": np.float64(np.pi), "e": np.float64(np.e)}
ONE, ZERO = np.float64(1.0), np.float64(0.0)


def over(a: Any, b: Any) -> Any:
    """The quotient a / b, and NaN where b is 0: a pole is no value, not even an infinite one."""
    return a / (b / (b != 0))


def power(a: Any, b: Any) -> Any:
    """The power of a to the b, and NaN at the pole of a negative power."""
    return (a / ((a != 0) | (b >= 0))) ** b


def logarithm(a: Any) -> Any:
    """The natural logarithm, NaN from 0 downwards."""
    return np.log(a / (a > 0))


# Each function's value at a, and its slope there, given a and the value.
FUNCTIONS: dict[str, tuple[Callable[[Any], Any], Callable[[Any, Any], Any]]] = {
    "sin": (np.sin, lambda a, f: np.cos(a)),
    "cos": (np.cos, lambda a, f: -np.sin(a)),
    "tan": (np.tan, lambda a, f: 1 + f * f),
    "exp": (np.exp, lambda a, f: f),
    "ln": (logarithm, lambda a, f: over(1, a)),
    "log10": (lambda a: logarithm(a) / np.log(10.0), lambda a, f: over(1 / np.log(10.0), a)),
    "sqrt": (np.sqrt, lambda a, f: over(0.5, f)),
    "abs": (np.abs, lambda a, f: np.sign(a)),
    "sinh": (np.sinh, lambda a, f: np.cosh(a)),
    "cosh": (np.cosh, lambda a, f: np.sinh(a)),
    "tanh": (np.tanh, lambda a, f: 1 - f * f),
    "arcsin": (np.arcsin, lambda a, f: over(1, np.sqrt(1 - a * a))),
    "arccos": (np.arccos, lambda a, f: over(-1, np.sqrt(1 - a * a))),
    "arctan": (np.arctan, lambda a, f: 1 / (1 + a * a)),
}


def compiled(node: Node) -> Part:
    """The node as a function of x, which gives its value and its slope. Call it where numpy doesn't warn."""
    match node:
        case Number(value):
            return _constant(np.float64(value))
        case Name("x"):
            return lambda x: (x, ONE)
        case Name(name):
            return _constant(VALUES[name])
        case Negative(argument):
            return _negative(compiled(argument))
        case Call(function, argument):
            return _call(*FUNCTIONS[function], compiled(argument))
        case Pair("^", left, right) if not has_x(right):
            return _fixed_power(compiled(left), compiled(right)(ZERO)[0])
        case Pair(sign, left, right):
            return PAIRS[sign](compiled(left), compiled(right))


def _constant(value: Any) -> Part:
    dual = (value, ZERO)
    return lambda x: dual


def _negative(part: Part) -> Part:
    def negative(x: Any) -> Dual:
        a, da = part(x)
        return -a, -da

    return negative


def _call(function: Callable[[Any], Any], slope: Callable[[Any, Any], Any], part: Part) -> Part:
    def call(x: Any) -> Dual:
        a, da = part(x)
        value = function(a)
        return value, slope(a, value) * da

    return call


def _sum(left: Part, right: Part) -> Part:
    def plus(x: Any) -> Dual:
        (a, da), (b, db) = left(x), right(x)
        return a + b, da + db

    return plus


def _difference(left: Part, right: Part) -> Part:
    def minus(x: Any) -> Dual:
        (a, da), (b, db) = left(x), right(x)
        return a - b, da - db

    return minus


def _product(left: Part, right: Part) -> Part:
    def times(x: Any) -> Dual:
        (a, da), (b, db) = left(x), right(x)
        return a * b, da * b + a * db

    return times


def _quotient(left: Part, right: Part) -> Part:
    def divided(x: Any) -> Dual:
        (a, da), (b, db) = left(x), right(x)
        value = over(a, b)
        return value, (da - value * db) / b

    return divided


def _fixed_power(base: Part, exponent: Any) -> Part:
    """A power whose exponent has no x in it: the base may be negative where the exponent is whole."""
    less = exponent - 1

    def raised(x: Any) -> Dual:
        a, da = base(x)
        return power(a, exponent), exponent * power(a, less) * da

    def one(x: Any) -> Dual:
        a = base(x)[0]
        return a - a + 1, ZERO  # numpy takes even NaN to the 0 for 1

    return raised if exponent else one


def _power(left: Part, right: Part) -> Part:
    """A power with x in its exponent: it has a value only where the base isn't negative."""

    def raised(x: Any) -> Dual:
        (a, da), (b, db) = left(x), right(x)
        value = power(a + 0 * np.sqrt(a), b) + (b - b)  # numpy takes (-2) to the -2, and 1 to the NaN for 1
        return value, value * (db * logarithm(a) + over(b * da, a))

    return raised


PAIRS: dict[str, Callable[[Part, Part], Part]] = {
    "+": _sum,
    "-": _difference,
    "*": _product,
    "/": _quotient,
    "^": _power,
}
