"""What is told of values with which something can't be done: by the class of the error and its message."""

from __future__ import annotations

import ast
import re

from downhill.source.running.cause import Cause, cause, matched
from downhill.source.running.explain.situation import Situation

SHAPE = r"\([\d, ]*\)"
TOO_LARGE = r"index-sized integer|Maximum allowed dimension|array is too big|maximum size"  # of 32 bits, too
PATTERNS = (
    (r"Exceeds the limit", "overflow"),
    (rf"broadcast together with (?:remapped )?shapes (?P<first>{SHAPE}) (?P<second>{SHAPE})", "shapes"),
    (rf"broadcast input array from shape (?P<first>{SHAPE}) into shape (?P<second>{SHAPE})", "shapes"),
    (rf"shape (?P<first>{SHAPE}) doesn't match the broadcast shape (?P<second>{SHAPE})", "shapes"),
    (rf"shapes (?P<first>{SHAPE}) and (?P<second>{SHAPE}) not aligned", "shapes_product"),
    (r"core dimension.*\(size (?P<second>\d+) is different from (?P<first>\d+)\)", "shapes_product"),
    (r"array element with a sequence|inhomogeneous", "ragged"),
    (r"truth value of an? (empty )?array", "truth"),
    (r"(?:too many|not enough) values to unpack \(expected (?:at least )?(?P<wanted>\d+)", "unpack"),
    (
        r"empty sequence|is empty|at least one data point|zero-size array|empty (list|set|deque|range)",
        "empty_list",
    ),
    (r"index (?P<index>-?\d+) is out of bounds for axis \d+ with size (?P<size>\d+)", "index_axis"),
    (r"index out of range|index \S+ is out of bounds", "index"),
)
KINDS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
    (ZeroDivisionError, "zero_division"),
    ((OverflowError, FloatingPointError), "overflow"),
    (RecursionError, "recursion"),
    (MemoryError, "memory"),
    (KeyboardInterrupt, "stopped"),
    (SystemExit, "leaving"),
)


def of_value(at: Situation) -> Cause | None:
    """The cause of an error that is about a value and not about its kind."""
    if _is_own(at):
        return cause("raised", message=at.message or type(at.error).__name__)
    if re.search(TOO_LARGE, at.message):
        return cause("memory")
    for kind, key in KINDS:
        if isinstance(at.error, kind):
            return cause(key)
    if isinstance(at.error, OSError):
        called = re.match(r"[^\W\d][\w.]*(?=\()", at.segment)
        return cause("refused_file", name=called[0] if called else "open")
    if isinstance(at.error, KeyError):
        return cause("key", name=at.message.strip("'\""))
    if isinstance(at.error, ValueError) and (found := _domain(at) or _number(at.message)):
        return found
    return matched(at.message, PATTERNS)


def _is_own(at: Situation) -> bool:
    """Return whether the code stopped by its own `raise` or `assert`."""
    if isinstance(at.error, KeyboardInterrupt | SystemExit):
        return False
    return any(
        isinstance(node, ast.Raise | ast.Assert)
        and node.lineno <= at.line <= (node.end_lineno or node.lineno)
        for node in ast.walk(at.tree)
    ) and not isinstance(at.error, NameError | TypeError)


def _domain(at: Situation) -> Cause | None:
    if not re.search(r"math domain error|expected a (positive|nonnegative|number|noninteger)", at.message):
        return None
    if re.search(r"\blog", at.segment):
        return cause("domain_log")
    return cause("domain_root" if "sqrt" in at.segment else "domain")


def _number(message: str) -> Cause | None:
    found = re.search(
        r"could not convert string to float: '(.*)'|invalid literal for int\(\).*: '(.*)'", message
    )
    if not found:
        return None
    text = found[1] or found[2] or ""
    if re.fullmatch(r"\s*[-+]?\d*,\d+\s*", text):
        return cause("number_comma", text=text, near=text.strip().replace(",", "."))
    return cause("number_text", text=text)
