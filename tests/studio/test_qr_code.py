"""QR codes: the pattern is the standard's, and what is too long for a camera gets none."""

import hashlib
import re
import sys
from collections.abc import Iterator

import numpy as np
import pytest

from downhill.studio.qr_code import MOST, QUIET, Code, code
from tools.setup.runtime import Runtime

LINK = "https://example.org/downhill/?lock=line.m&hide=views#line&v=2&line.m=77&line.error=squared"


@pytest.fixture(autouse=True)
def segno(cached: Runtime, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The segno that the browser gets."""
    monkeypatch.syspath_prepend(str(cached.segno))
    yield
    for name in [name for name in sys.modules if name.startswith("segno")]:
        del sys.modules[name]


def modules(found: Code) -> np.ndarray:
    """The code as it is drawn: True where it is dark, shape (side, side)."""
    drawn = np.zeros((found.side, found.side), dtype=bool)
    for x, y, width, back in re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", found.path):
        assert width == back
        drawn[int(y), int(x) : int(x) + int(width)] = True
    return drawn


def made(text: str) -> np.ndarray:
    found = code(text)
    assert found
    return modules(found)


def test_around_a_code_there_is_a_white_edge() -> None:
    drawn = made(LINK)
    drawn[QUIET:-QUIET, QUIET:-QUIET] = False
    assert not drawn.any()


def test_three_corners_have_the_finders_pattern() -> None:
    finder = np.ones((7, 7), dtype=bool)
    finder[1:6, 1:6] = False
    finder[2:5, 2:5] = True
    inner = made(LINK)[QUIET:-QUIET, QUIET:-QUIET]
    for corner in (inner[:7, :7], inner[:7, -7:], inner[-7:, :7]):
        assert np.array_equal(corner, finder)
    assert not np.array_equal(inner[-7:, -7:], finder)


def test_between_the_finders_dark_and_light_take_turns() -> None:
    inner = made(LINK)[QUIET:-QUIET, QUIET:-QUIET]
    turns = np.arange(8, len(inner) - 8) % 2 == 0
    assert np.array_equal(inner[6, 8:-8], turns)
    assert np.array_equal(inner[8:-8, 6], turns)


def test_other_texts_have_other_codes_and_the_same_text_the_same() -> None:
    sums = [hashlib.sha256(made(text).tobytes()).hexdigest() for text in (LINK, LINK, LINK + "1")]
    assert sums[0] == sums[1] != sums[2]


def test_what_is_too_long_for_a_camera_gets_no_code() -> None:
    assert len(made("x" * MOST)) == 117 + 2 * QUIET
    assert code("x" * (MOST + 1)) is None
    assert code("é" * (MOST // 2 + 1)) is None
