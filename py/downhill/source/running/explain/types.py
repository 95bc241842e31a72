"""What is told of values of a kind that doesn't fit: `TypeError`, and the errors that are like it."""

from __future__ import annotations

import re

from downhill.source.running.cause import Cause, cause, matched
from downhill.source.running.explain.operands import FUNCTIONS, NOTHING, NUMBERS, of_operands, sign_at
from downhill.source.running.explain.situation import Situation

PATTERNS = (
    (r"got an unexpected keyword argument '(?P<argument>\w+)'", "argument_unknown"),
    (r"'(?P<argument>\w+)' is an invalid keyword argument", "argument_unknown"),
    (r"got multiple values for argument '(?P<name>\w+)'", "argument_twice"),
    (r"complex", "complex_number"),
    (r"'(?P<type>[^']+)' object cannot be interpreted as an integer", "whole_number"),
    (r"indices must be integers.*(not|type) '?(?P<type>[\w.]+)", "whole_number"),
    (r"slice indices must be", "whole_index"),
    (r"'(?P<type>[^']+)' object does not support item (assignment|deletion)", "fixed"),
    (r"'(?P<type>[^']+)' object is not (iterable|reversible|an iterator)", "loop_number"),
    (r"argument of type '(?P<type>[^']+)' is not", "loop_number"),
    (r"cannot unpack non-iterable (?P<type>[\w.]+) object", "loop_number"),
    (r"object of type '(?P<type>[^']+)' has no len", "loop_number"),
    (r"iteration over a 0-d array|len\(\) of unsized object", "loop_array"),
    (r"must be real number, not (?P<type>[\w.]+)", "math_list"),
    (r"argument must be .*number, not '(?P<type>[\w.]+)'", "math_list"),
    (r"only (length-1|0-dimensional|size-1) arrays", "math_array"),
    (r"ufunc .*dtype\('<U|ufunc .*StrDType|must be str, not", "text_array"),
    (r"of type NoneType which has no callable", "none_used"),
)
LATE = {
    "whole_index": ("whole_number", "slice"),
    "loop_array": ("loop_number", "array"),
    "math_array": ("math_list", "array"),
}


def of_type(at: Situation) -> Cause | None:
    """The cause of a `TypeError`, or of an `IndexError` of numpy's that is one by its sense."""
    message = at.message
    if found := of_operands(message, at):
        return found
    if used := re.search(r"'([^']+)' object is not (callable|subscriptable)", message):
        return _called(used[1]) if used[2] == "callable" else _item(used[1])
    if "invalid index to scalar" in message:
        return _item("float")
    if "valid indices" in message:
        inside = re.search(r"\[([^\[\]]+)\]$", at.segment)
        return cause("whole_number", type=inside[1] if inside else "…")
    return _counted(message, at) or _kinds(message, at)


def _kinds(message: str, at: Situation) -> Cause | None:
    found = matched(message, PATTERNS)
    if found is None:
        return None
    if found.numbers.get("type") == NOTHING:
        return cause("none_used")
    if found.key in LATE:
        key, kind = LATE[found.key]
        return cause(key, type=kind)
    if found.key == "text_array":
        return cause("text_number", sign=sign_at(at))
    if found.key == "argument_unknown":
        return cause("argument_unknown", name=_callee(message, at), **found.numbers)
    if found.key == "math_list" and found.numbers["type"] == "str":
        return cause("text_number", sign=_callee("", at))
    if found.key == "math_list" and found.numbers["type"] in FUNCTIONS:
        return cause("function_number")
    return found


def _called(kind: str) -> Cause:
    if kind == NOTHING:
        return cause("none_used")
    is_number = kind in NUMBERS or kind.startswith(("numpy.float", "numpy.int"))
    return cause("called_number") if is_number else cause("called_other", type=kind)


def _item(kind: str) -> Cause:
    if kind == NOTHING:
        return cause("none_used")
    return cause("item_function") if kind in FUNCTIONS else cause("item_number", type=kind)


def _counted(message: str, at: Situation) -> Cause | None:
    """Too many or too few values between the brackets of a call."""
    name = _callee(message, at)
    if found := re.search(r"missing \d+ required (?:positional|keyword-only) arguments?: (.+)", message):
        return cause("arguments_few", name=name, missing=", ".join(re.findall(r"'(\w+)'", found[1])))
    if found := re.search(r"missing required argument '?(\w+)'?", message):
        return cause("arguments_few", name=name, missing=found[1])
    if found := re.search(
        r"takes (?:from \d+ to )?(\w+) (?:positional )?arguments? .*?(\d+) .*?(?:was|were) given", message
    ):
        return cause("arguments_many", name=name)
    if found := re.search(
        r"(?:takes|expected) (?:exactly |at most |at least )?(\w+) arguments?\D*(\d+)", message
    ):
        wanted = {"no": 0, "one": 1}.get(found[1], int(found[1]) if found[1].isdigit() else 1)
        few = int(found[2]) < wanted
        return cause("arguments_few", name=name, missing="…") if few else cause("arguments_many", name=name)
    return None


def _callee(message: str, at: Situation) -> str:
    """The name of what is called: from the message, or from the text."""
    if found := re.match(r"([\w.<>]+)\(\)", message):
        return found[1].rpartition(".")[2]
    called = re.match(r"[^\W\d][\w.]*(?=\()", at.segment)
    return called[0] if called else "…"
