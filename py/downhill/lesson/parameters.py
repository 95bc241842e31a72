"""Calls functions of a lesson with only what they name as parameters."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from inspect import Parameter
from typing import Any, NamedTuple

OF_SLIDERS = ("measure", "gradient")  # take every slider by name
MEASURED = (
    "describe",
    "table",
    "outcome",
    "defined",
    "writes",
)  # what is measured comes first, whatever its name


class Call(NamedTuple):
    """A function of a lesson, and the names of the parameters it gets."""

    function: Callable[..., Any]
    names: tuple[str, ...]

    def bound(self, given: Mapping[str, Any], sliders: Iterable[str] = ()) -> Callable[..., Any]:
        """Return the function with its parameters from `given` filled in. It accepts every slider by name."""
        taken = {name: given[name] for name in self.names if name in given}
        bound = partial(self.function, **taken) if taken else self.function
        spare = [name for name in sliders if name not in self.names]
        if not spare:
            return bound
        return lambda **values: bound(**{name: values[name] for name in values if name not in spare})


def call(
    lesson: str, name: str, function: Callable[..., Any], given: Iterable[str], sliders: Iterable[str] = ()
) -> Call:
    """Inspect the function `name` of a lesson, which can take what is `given`, and `sliders`, or `**`.

    Raises `ValueError`, listing the known names, for an unknown parameter.
    """
    known, parameters = [*sliders, *given], list(inspect.signature(function).parameters.values())
    if name in MEASURED:
        parameters = parameters[1:]
    rest = any(parameter.kind is Parameter.VAR_KEYWORD for parameter in parameters)
    names = [parameter.name for parameter in parameters if parameter.kind is not Parameter.VAR_KEYWORD]
    odd = [each for each in names if each not in known]
    if odd:
        raise ValueError(f"lesson {lesson}: {name} takes {odd}, expected only names from {known}")
    left = (slider for slider in sliders if rest and slider not in names)
    return Call(function, (*names, *left))
