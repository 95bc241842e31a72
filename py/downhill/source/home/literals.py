"""Numbers and texts as Python has them in its sources."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

import numpy as np

WIDTH = 92  # signs in a line


def text(value: str) -> str:
    """A text as a literal in one line, whatever it holds: what can't be printed is escaped."""
    quoted = repr(value)
    return quoted if '"' in value or quoted[0] == '"' else f'"{quoted[1:-1]}"'


def label(value: str) -> str:
    """A text as a literal that matplotlib writes as it is: two dollars make no formula of it."""
    return text(value.replace("$", r"\$") if value.count("$") > 1 else value)


def number(value: float) -> str:
    """A number with all its digits, as short as it can be."""
    return repr(float(value)).removesuffix(".0")


def row(values: Iterable[float]) -> str:
    """Numbers as a list in one line."""
    return f"[{', '.join(map(number, values))}]"


def array(values: np.ndarray | Sequence[float] | Sequence[Sequence[float]]) -> str:
    """Numbers of shape (n,) or (n, m) as an array of floats, in as many lines as it takes."""
    found = np.asarray(values, dtype=float)
    inside = ", ".join(map(row if found.ndim > 1 else number, found.tolist()))
    whole = f"np.array([{inside}], dtype=float)"
    if len(whole) <= WIDTH or found.ndim > 1:
        return whole
    lines = textwrap.fill(inside, WIDTH, initial_indent="    ", subsequent_indent="    ")
    return f"np.array([\n{lines}\n], dtype=float)"


def texts(values: Sequence[str]) -> str:
    """Texts as a list, each in a line of its own where they are many."""
    literals = [text(value) for value in values]
    whole = f"[{', '.join(literals)}]"
    if len(whole) <= WIDTH:
        return whole
    return "[\n" + "".join(f"    {each},\n" for each in literals) + "]"
