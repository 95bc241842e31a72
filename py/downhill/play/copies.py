"""A lesson at work, copied: what is done to the copy leaves the lesson as it was."""

from __future__ import annotations

from copy import deepcopy
from typing import TypeVar

State = TypeVar("State")
SHARED = ("plain", "lesson", "variants", "variant", "look_on")  # what nobody changes, or only remembers


def copy_of(state: State) -> State:
    """An independent copy; what a lesson is made of, which never changes, is shared."""
    memo = {id(part): part for name in SHARED if (part := getattr(state, name, None)) is not None}
    return deepcopy(state, memo)
