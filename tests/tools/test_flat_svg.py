"""Svg of matplotlib with fewer elements."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from downhill.lesson import Lesson
from tests.support.states import LESSONS
from tools.artwork import figures
from tools.artwork.flat_svg import DEFS, GROUP, LINK, PATH, SVG, USE, flat

TRANSFORM = re.compile(r"(translate|scale|rotate)\(([^)]*)\)")
TOKEN = re.compile(r"[MLQCZmlqcz]|-?\d+(?:\.\d+)?")


class Spot(NamedTuple):
    """A point of what is drawn, and what is drawn through it."""

    x: float
    y: float
    style: tuple[tuple[str, str], ...]


def matrix(transform: str) -> np.ndarray:
    """What an attribute `transform` does, as a matrix of shape (3, 3)."""
    whole = np.eye(3)
    for name, text in TRANSFORM.findall(transform):
        first, *more = map(float, text.replace(",", " ").split())
        cos, sin = np.cos(np.radians(first)), np.sin(np.radians(first))
        whole = (
            whole
            @ {
                "translate": np.array([[1, 0, first], [0, 1, more[0] if more else 0], [0, 0, 1]]),
                "scale": np.diag([first, more[0] if more else first, 1]),
                "rotate": np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]]),
            }[name]
        )
    return whole


def points(d: str) -> Iterator[tuple[float, float]]:
    """All points of a path, in places of its own."""
    here, begun, command = np.zeros(2), np.zeros(2), ""
    waiting: list[float] = []
    piece: list[np.ndarray] = []
    for token in TOKEN.findall(d):
        if token.isalpha():
            command, waiting, piece = token, [], []
            here = begun if token in "Zz" else here
            continue
        waiting.append(float(token))
        if len(waiting) < 2:
            continue
        piece.append(np.array(waiting) + (here if command.islower() else 0))
        waiting = []
        yield float(piece[-1][0]), float(piece[-1][1])
        if len(piece) == {"M": 1, "L": 1, "Q": 2, "C": 3}[command.upper()]:
            here, piece = piece[-1], []
            begun = here if command in "Mm" else begun


def spots(svg: str) -> list[Spot]:
    """Every point that a picture is drawn through, in the order of drawing."""
    root = ET.fromstring(svg)
    known = {f"#{element.get('id')}": element for element in root.iter(PATH)}

    def walk(element: ET.Element, place: np.ndarray, style: dict[str, str]) -> Iterator[Spot]:
        own = (part.split(":") for part in element.get("style", "").split(";") if part.strip())
        style = {**style, **{name.strip(): value.strip() for name, value in own}}
        place = place @ matrix(element.get("transform", ""))
        if element.tag == USE:
            shift = matrix(f"translate({element.get('x', 0)} {element.get('y', 0)})")
            yield from walk(known[element.get(LINK, "")], place @ shift, style)
        for x, y in points(element.get("d", "")):
            across, down, _ = place @ [x, y, 1]
            yield Spot(float(across), float(down), tuple(sorted(style.items())))
        for child in element:
            if child.tag not in (DEFS, f"{SVG}style"):
                yield from walk(child, place, style)

    return list(walk(root, np.eye(3), {}))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_point_of_a_picture_stays_where_it_was_and_looks_as_it_did(
    lesson: Lesson, typefaces: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "flat", lambda svg: svg)
    for figure in figures.still_figures([lesson], typefaces):
        whole, less = figure.svg, flat(figure.svg)
        before, after = spots(whole), spots(less)
        assert [spot.style for spot in after] == [spot.style for spot in before]
        np.testing.assert_allclose([s[:2] for s in after], [s[:2] for s in before], atol=0.0101)
        many, few = ([*ET.fromstring(svg).iter()] for svg in (whole, less))
        needless = [one for one in many if one.tag == USE or (one.tag == GROUP and one.keys() == ["id"])]
        assert len(few) <= len(many) - len(needless)
        assert [one.keys() for one in few if one.tag in (USE, GROUP) and one.keys() != ["clip-path"]] == []
        assert flat(less) == less
