"""Text of SVG, made shorter."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest

from tests.support.states import LESSONS
from tools.artwork import figures
from tools.artwork.shorter_svg import shorter


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ('<path d="M 1.234567 -0.001 L 7 2.5"/>', '<path d="M 1.23 0 L 7 2.5"/>'),
        ('<use x="522.145783" y="-57.996"/>', '<use x="522.15" y="-58"/>'),
        (
            '<g transform="translate(10.12345 9.9999) scale(0.015625)"/>',
            '<g transform="translate(10.12 10) scale(0.015625)"/>',
        ),
        ('<g id="p1.23456" style="opacity: 0.12345"/>', '<g id="p1.23456" style="opacity: 0.12345"/>'),
        ('<svg viewBox="0 0 360.125 9"/>', '<svg viewBox="0 0 360.125 9"/>'),
    ],
)
def test_places_are_rounded_and_nothing_else(long: str, short: str) -> None:
    assert shorter(long) == short
    assert shorter(short) == short


def numbers(svg: str) -> np.ndarray:
    return np.array([float(number) for number in re.findall(r"(?<![\w#.])-?\d+(?:\.\d+)?", svg)])


def test_a_picture_stays_within_a_hundredth_of_a_point(
    typefaces: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "flat", lambda svg: svg)
    short = [figure.svg for figure in figures.figures(LESSONS[:1], typefaces)]
    monkeypatch.setattr(figures, "shorter", lambda svg: svg)
    whole = [figure.svg for figure in figures.figures(LESSONS[:1], typefaces)]
    assert len(whole) > 5
    for one, other in zip(short, whole, strict=True):
        ET.fromstring(one)
        assert len(one) < len(other)
        np.testing.assert_allclose(numbers(one), numbers(other), atol=0.00501)
