"""Readers' code in tests, run as the page would."""

from typing import Any

import numpy as np

from downhill.source.running import CodeMistake, Printed, ReaderCode, Result

WANTED = {"loss": ("x",)}
GIVEN = {"np": np, "rate": 0.1}


def run(text: str, argument: Any = 2.0, result: Result | None = None, printed: Printed | None = None) -> Any:
    """What `loss` in the text gives back."""
    code = ReaderCode(text, WANTED, GIVEN, {"loss": result} if result else {}, printed=printed)
    return code.functions["loss"](argument)


def mistake_of(text: str, argument: Any = 2.0, result: Result | None = None) -> CodeMistake:
    """The mistake in a text. Raises `AssertionError` where there is none."""
    try:
        value = run(text, argument, result)
    except CodeMistake as mistake:
        return mistake
    raise AssertionError(f"no mistake, but {value!r}")
