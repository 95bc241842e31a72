"""A reader's own way of putting models together: their `together`, run so that it can't harm the page."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from types import FrameType
from typing import Any

import numpy as np

from downhill.source.running import CodeMistake, Like, ReaderCode, told
from downhill.text.format import fill
from downhill.together.averaging import EQUALLY, MEDIAN, STEPS, Way, together
from downhill.together.model_code import REACH

SECONDS = 3.0  # that one call may take
TRIED = np.arange(12.0).reshape(3, 4) ** 2 / 60
"""Weights of three small models, on which a reader's function is tried at once."""


class OwnWay:
    """Calling it puts models together as a reader's text says, like `averaging.together`.

    Raises `CodeMistake` for whatever is wrong with the text or with what it gives back, `TimeoutError` if
    a loop in it doesn't end, and `OverflowError` for weights that no model has.
    """

    def __init__(self, text: str) -> None:
        wanted = {"together": ("models", "steps", "way")}
        given = {"np": np, "EQUALLY": EQUALLY, "MEDIAN": MEDIAN, "STEPS": STEPS}
        with _ended():
            self.code = ReaderCode(text, wanted, given, {"together": Like(together)})
        self(TRIED, np.ones(len(TRIED)))

    def __call__(self, models: np.ndarray, steps: np.ndarray, way: str = EQUALLY) -> np.ndarray:
        """Return one model made of several, shape (N,), as `averaging.together` does."""
        with _ended():
            mean = self.code.functions["together"](models, steps, way)
        if np.abs(mean).max() > REACH:
            raise OverflowError(f"weights up to {np.abs(mean).max()}")
        return np.asarray(mean)


explained: dict[str, str] = {}
"""The sentences on mistakes in a reader's code, in the page's language; what is missing stays English."""


@lru_cache(maxsize=4)
def made(text: str) -> Way:
    """Return the way that a text writes down, the page's own for no text. Raises what `OwnWay` raises."""
    return OwnWay(text) if text else together


def tried(make: Callable[[], dict[str, Any]], words: Mapping[str, str]) -> dict[str, Any]:
    """Return what is made with a reader's code, or a `mistake`: sentences on what is wrong."""
    try:
        return make()
    except CodeMistake as slip:
        line = fill(words["code.line"], {"line": str(slip.line)}) if slip.line else ""
        return {"mistake": " ".join((line, *told(slip, explained))).strip()}
    except TimeoutError:
        return {"mistake": fill(words["code.endless"], {"seconds": SECONDS})}
    except OverflowError:
        return {"mistake": words["code.far"]}


@contextmanager
def _ended() -> Iterator[None]:
    """Stop Python that runs for too long, line by line. Raises `TimeoutError` then."""
    until, late = time.monotonic() + SECONDS, []

    def watch(frame: FrameType, event: str, argument: Any) -> Any:
        if not frame.f_code.co_filename.startswith("<a reader's code"):
            return None
        frame.f_trace_opcodes = True  # else a loop in a single line goes on unseen
        if time.monotonic() > until:
            late.append(frame.f_lineno)
            raise KeyboardInterrupt  # which `except Exception` doesn't catch; Python then stops watching
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        yield
    except CodeMistake:
        if not late:
            raise
    finally:
        sys.settrace(before)
    if late:
        raise TimeoutError(f"line {late[0]} ran for more than {SECONDS} seconds")
