"""What is told of what stands behind a point, of what a module doesn't have, and of modules."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

import numpy as np

from downhill.source.running.cause import Cause, cause
from downhill.source.running.explain.names import MODULES
from downhill.source.running.explain.situation import Situation
from downhill.source.running.nearest import nearest

OF_ARRAYS = frozenset(name for name in dir(np.ndarray) if not name.startswith("_")) - {
    "copy",
    "sort",
    "real",
    "imag",
}


def of_attribute(at: Situation) -> Cause | None:
    """The cause of an `AttributeError`, or of a name that can't be imported from a module."""
    if found := re.search(r"cannot import name '(\w+)' from '([\w.]+)'", at.message):
        return cause("attribute_module", module=found[2], name=found[1])
    if isinstance(at.error, ImportError):
        return _of_module(at.error.name) if isinstance(at.error, ModuleNotFoundError) else None
    name, owner = getattr(at.error, "name", None), getattr(at.error, "obj", None)
    if type(name) is not str:
        return None
    if owner is None:
        return cause("attribute_none", name=name)
    kind = type(owner)
    near = nearest(name, (each for each in dir(owner) if not each.startswith("_")))
    if kind is ModuleType:
        module = vars(owner)["__name__"]
        if near:
            return cause("attribute_near", type=module, name=name, near=near)
        return cause("attribute_module", module=module, name=name)
    if name in OF_ARRAYS and _is_plain(owner):
        return cause("attribute_array", type=kind.__name__, name=name)
    if near:
        return cause("attribute_near", type=kind.__name__, name=name, near=near)
    return cause("attribute", type=kind.__name__, name=name)


def _of_module(name: str | None) -> Cause | None:
    """A module that isn't there."""
    if type(name) is not str:
        return None
    if near := nearest(name, MODULES):
        return cause("module_near", name=name, near=near)
    return cause("unknown_module", name=name, allowed=", ".join(MODULES))


def _is_plain(value: Any) -> bool:
    return type(value) in (list, tuple, int, float, range)
