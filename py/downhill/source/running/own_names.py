"""Python's own names, as a reader's code finds them: without doors; `getattr` and its like look first."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from string import Formatter
from typing import Any

import numpy as np

from downhill.source.running.array_class import Array
from downhill.source.running.changeable import changeable_in
from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.doors import HANDED, READABLE
from downhill.source.running.guard import check_attribute
from downhill.source.running.rewritten import CHANGEABLE, FORMATTED


def own_names(filename: str, import_: Callable[..., Any], print_: Callable[..., None]) -> dict[str, Any]:
    """The table of names that a reader's code runs with, in the place of Python's own."""
    changeable = changeable_in(filename)
    given = {name: getattr(builtins, name) for name in HANDED}
    return given | {
        "__build_class__": builtins.__build_class__,
        "__import__": import_,
        CHANGEABLE: changeable,
        FORMATTED: formatted,
        "print": print_,
        "type": type_of,
        "getattr": get_attribute,
        "hasattr": has_attribute,
        "setattr": lambda owner, name, value: setattr(changeable(owner), _checked(name, READABLE), value),
        "delattr": lambda owner, name: delattr(changeable(owner), _checked(name, READABLE)),
    }


def _checked(name: Any, refused: frozenset[str] = frozenset()) -> str:
    """A name that may be asked for. Raises `CodeMistake` for others, `TypeError` for no plain text."""
    if type(name) is not str:
        raise TypeError("attribute name must be string, not '" + type(name).__name__ + "'")
    if name in ("format", "format_map"):
        raise CodeMistake("refused_format")
    check_attribute(name)
    if name in refused:
        raise CodeMistake("refused_inside", name=name)
    return name


def get_attribute(owner: Any, name: Any, *default: Any) -> Any:
    """`getattr`, for names that may stand behind a point."""
    return getattr(owner, _checked(name), *default)


def has_attribute(owner: Any, name: Any) -> bool:
    """`hasattr`, for names that may stand behind a point."""
    return hasattr(owner, _checked(name))


def type_of(value: Any, *more: Any) -> Any:
    """`type(value)`. It makes no classes, and the class of a class is this function again."""
    if more:
        raise CodeMistake("refused_way", name="type")
    kind = type(value)
    if issubclass(kind, np.ndarray):
        return Array
    return type_of if issubclass(kind, type) else kind


def formatted(owner: Any, /, *values: Any, **named: Any) -> str:
    """`owner.format(…)` for a text; it may ask for items, and for attributes that may be asked for."""
    if isinstance(owner, type) and issubclass(owner, str) and values:
        owner, *rest = values
        values = tuple(rest)
    if not isinstance(owner, str):
        raise CodeMistake("refused_format")
    template = str.__str__(owner)
    _check_template(template)
    return template.format(*values, **named)


def _check_template(template: str) -> None:
    for _, field, spec, _ in Formatter().parse(template):
        for part in (field or "").replace("[", ".").split(".")[1:]:
            _checked(part.rstrip("]"))
        if spec:
            _check_template(spec)
