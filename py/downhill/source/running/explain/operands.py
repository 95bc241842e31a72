"""What is told of two values that a calculation can't join."""

from __future__ import annotations

import re

from downhill.source.running.cause import Cause, cause
from downhill.source.running.explain.situation import Situation

NOTHING = "NoneType"
NUMBERS = frozenset({"int", "float", "bool", "complex"})
FUNCTIONS = frozenset({"function", "builtin_function_or_method", "method", "numpy.ufunc", "ufunc", "type"})
ROWS = frozenset({"list", "dict", "set", "range", "map", "filter", "zip", "generator", "dict_values"})
OPERANDS = (
    r"unsupported operand type\(s\) for (?P<sign>\S+?)(?: or \w+\(\))?: "
    r"'(?P<first>[^']+)' and '(?P<second>[^']+)'",
    r"'(?P<sign>\S+)' not supported between instances of '(?P<first>[^']+)' and '(?P<second>[^']+)'",
    r"bad operand type for unary (?P<sign>\S+): '(?P<first>[^']+)'(?P<second>)",
    r"can only concatenate (?P<first>\w+) \(not \"(?P<second>[^\"]+)\"\) to \w+(?P<sign>)",
    r"can't multiply sequence by non-int of type '(?P<second>[^']+)'(?P<first>)(?P<sign>)",
)


def of_operands(message: str, at: Situation) -> Cause | None:
    """The cause of a `TypeError` about two values and the sign between them."""
    for pattern in OPERANDS:
        if found := re.search(pattern, message):
            kinds = {found["first"], found["second"]}
            sign = found["sign"] or sign_at(at)
            if NOTHING in kinds:
                return cause("none_used")
            if "complex" in kinds and not kinds - NUMBERS:
                return cause("complex_number")
            if sign.startswith("^"):
                return cause("power")
            for key, group in (
                ("function_number", FUNCTIONS),
                ("tuple_number", {"tuple"}),
                ("list_number", ROWS),
            ):
                if kinds & group:
                    return cause(key, sign=sign)
            if "str" in kinds:
                return cause("text_number", sign=sign)
            if not found["second"] or not found["first"]:
                return cause("list_number", sign=sign)
            return cause("operands", sign=sign, first=found["first"], second=found["second"])
    return None


def sign_at(at: Situation) -> str:
    """The sign of the calculation at the place of the error."""
    found = re.search(r"\*\*|//|[-+*/%@]", at.segment)
    return found[0] if found else "+"
