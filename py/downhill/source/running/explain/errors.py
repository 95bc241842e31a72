"""From an error of Python's to a mistake that can be told."""

from __future__ import annotations

from downhill.source.running.cause import Cause, cause
from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.explain.attributes import of_attribute
from downhill.source.running.explain.names import of_name
from downhill.source.running.explain.situation import Situation
from downhill.source.running.explain.types import of_type
from downhill.source.running.explain.values import of_value


def explained(at: Situation) -> CodeMistake:
    """The mistake behind an error, at its place. Raises nothing, whatever the error is."""
    try:
        found = _cause(at)
    except BaseException:  # classes of the reader's may do anything while they are looked at
        found = None
    key, numbers = found or cause("other", type=type(at.error).__name__, message=at.message or "…")
    return CodeMistake(key, at.line, at.column, at.end, **numbers)


def _cause(at: Situation) -> Cause | None:
    if found := of_value(at):
        return found
    if isinstance(at.error, NameError):
        return of_name(at)
    if isinstance(at.error, AttributeError | ImportError):
        return of_attribute(at)
    if isinstance(at.error, TypeError | IndexError):
        return of_type(at)
    return None
