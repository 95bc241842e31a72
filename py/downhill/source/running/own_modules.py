"""The modules that a reader's code may import: copies with functions, classes and constants, and no doors.

`random` and `numpy.random` have a generator of their own with a fixed seed: a run can be repeated, and
nothing that the page draws by chance changes.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import functools
import importlib
import itertools
import math
import random
from collections.abc import Callable, Iterable, Mapping
from types import ModuleType
from typing import Any

import numpy as np

from downhill.source.running.array_class import Array
from downhill.source.running.changeable import for_own_classes
from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.doors import FILES, INNER, OUTWARD

LEFT_OUT = (
    FILES
    | INNER
    | frozenset(
        "UserDict UserList UserString make_dataclass singledispatch singledispatchmethod "
        "update_wrapper wraps test SystemRandom get_include info show_config show_runtime bmat seterr "
        "seterrcall setbufsize set_printoptions lib testing f2py ctypeslib core char rec ma strings "
        "typing dtypes nditer nested_iters frombuffer recarray record matrix asmatrix from_dlpack "
        "ByteString Buffer get_bit_generator set_bit_generator may_share_memory shares_memory require".split()
    )
)
"""What would evaluate texts, ask for attributes by name, change what the page uses, or reach memory."""


INSIDE = frozenset("random fft polynomial linalg matlib exceptions".split())
"""Modules inside numpy that are not fetched by the way."""


def _copy(name: str, members: Iterable[tuple[str, Any]]) -> ModuleType:
    made = ModuleType(name)
    for member, value in members:
        if member.startswith("_") or f"{name}.{member}" in OUTWARD:
            continue
        if not isinstance(value, ModuleType | dict):
            setattr(made, member, value)
    return made


def _public(module: ModuleType) -> list[tuple[str, Any]]:
    names = getattr(module, "__all__", None) or [name for name in vars(module) if not name.startswith("_")]
    return [(name, getattr(module, name)) for name in names if name not in LEFT_OUT | INSIDE]


def _of(chance: Any, names: Iterable[str]) -> list[tuple[str, Any]]:
    """The functions of a module of chance, bound to a generator of its own."""
    return [(name, getattr(chance, name)) for name in names if hasattr(chance, name)]


def _wraps(wrapped: Callable[..., Any]) -> Callable[[Any], Any]:
    """`functools.wraps` for what everybody uses it for: name and docstring of a function."""

    def named(wrapper: Any) -> Any:
        return functools.update_wrapper(wrapper, wrapped, ("__name__", "__doc__"), ())

    return named


def own_modules(text: str = "") -> dict[str, ModuleType]:
    """The modules by their dotted names, made anew: what a reader's code does to them harms nobody else.

    `statistics` and `numpy.random`, which no lesson uses and which come late, are there where the `text` of
    the code has their names.
    """
    plain = [math, itertools, functools, collections, collections.abc, dataclasses]
    if "statistics" in text:
        plain.append(importlib.import_module("statistics"))
    made = {module.__name__: _copy(module.__name__, _public(module)) for module in plain}
    vars(made["functools"])["wraps"] = _wraps
    for module, name in ((dataclasses, "dataclass"), (functools, "total_ordering")):
        vars(made[module.__name__])[name] = for_own_classes(getattr(module, name))
    chance = random.Random(0)
    made["random"] = _copy("random", [("Random", random.Random), *_of(chance, random.__all__)])
    numbers = [*_public(np), ("pi", np.pi), ("e", np.e), ("inf", np.inf), ("nan", np.nan)]
    made["numpy"] = _copy("numpy", numbers)
    made["numpy.linalg"] = _copy("numpy.linalg", _public(np.linalg))
    made["numpy"].linalg = made["numpy.linalg"]  # type: ignore[attr-defined]
    if "random" in text:
        made["numpy.random"] = made["numpy"].random = _chance()  # type: ignore[attr-defined]
    vars(made["numpy"])["ndarray"] = Array
    vars(made["collections"])["abc"] = made["collections.abc"]
    return made


def _chance() -> ModuleType:
    """`numpy.random`, with a generator of its own."""
    draws = np.random.RandomState(0)
    given = [("default_rng", np.random.default_rng), ("Generator", np.random.Generator)]
    return _copy("numpy.random", [*given, *_of(draws, np.random.__all__)])


def importer(modules: Mapping[str, ModuleType]) -> Callable[..., Any]:
    """What an `import` in a reader's code calls.

    numpy's C code comes by here, too, as it imports with the names of whoever calls it; it takes the module
    from where Python keeps all, and what is returned to it is nothing. A reader's own imports have been
    checked by then (`guard`).
    """

    def import_(
        name: str, _globals: Any = None, _locals: Any = None, wanted: Any = (), level: int = 0
    ) -> Any:
        if name in modules:
            return modules[name] if wanted else modules[name.partition(".")[0]]
        if level == 0 and name.partition(".")[0] == "numpy":
            importlib.import_module(name)
            return None
        raise CodeMistake("unknown_module", name=name, allowed="")

    return import_
