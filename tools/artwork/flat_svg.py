"""Makes the text of an SVG shorter: places are rounded to a hundredth of a point, which nobody sees."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

_PLACES = re.compile(r'(?<=\s)(?:d|x|y)="[^"]*"|(?<=translate)\([^)]*\)')
_LONG = re.compile(r"-?\d+\.\d{3,}")


def shorter(svg: str) -> str:
    """Return the same picture in less text. Scales, sizes and colors stay as they are."""
    return _PLACES.sub(lambda places: _LONG.sub(lambda number: rounded(float(number[0])), places[0]), svg)


def rounded(number: float) -> str:
    """Write a number rounded to a hundredth, in as few characters as possible."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


SVG = "{http://www.w3.org/2000/svg}"
GROUP, PATH, USE, DEFS = (f"{SVG}{name}" for name in ("g", "path", "use", "defs"))
LINK = "{http://www.w3.org/1999/xlink}href"
_DRAWN = re.compile(r"([MLQCZ])|(-?\d+(?:\.\d+)?)", re.IGNORECASE)
_TRANSFORM = re.compile(r"(translate|scale)\(([^)]*)\)\s*")
_LAYERS = re.compile("opacity|stroke")

ET.register_namespace("", SVG.strip("{}"))
ET.register_namespace("xlink", LINK.partition("}")[0].strip("{"))


class Place(NamedTuple):
    """Where a shape goes: its points times `scale`, plus `x` and `y`."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0


class Mark(NamedTuple):
    """A shape in its place, as a path, and its style."""

    d: str
    style: str


def flat(svg: str) -> str:
    """Return the same picture with fewer elements. Anything unknown stays as it is."""
    root = ET.fromstring(svg)
    shapes = {f"#{path.get('id')}": path for path in root.iter(PATH) if path.get("id")}
    for use in root.iter(USE):
        if _mark(use, shapes) is None:
            shapes.pop(use.get(LINK, ""), None)  # it stays, and so must what it uses
    _flatten(root, shapes)
    return ET.tostring(root, encoding="unicode")


def _flatten(parent: ET.Element, shapes: dict[str, ET.Element]) -> None:
    parent.text = parent.text if parent.text and parent.text.strip() else None
    parts: list[ET.Element] = []
    for marks, run in groupby(parent, lambda child: _mark(child, shapes) is not None):
        alike = list(run)
        parts += _paths(parent, alike, shapes) if marks else _all_parts(alike, shapes)
    for part in parts:
        part.tail = None
    parent[:] = parts


def _all_parts(elements: Iterable[ET.Element], shapes: dict[str, ET.Element]) -> Iterator[ET.Element]:
    for element in elements:
        yield from _parts(element, shapes)


def _parts(element: ET.Element, shapes: dict[str, ET.Element]) -> Iterator[ET.Element]:
    """Yield what replaces an element: nothing, itself, or its contents."""
    if f"#{element.get('id')}" in shapes:
        return
    _flatten(element, shapes)
    if element.tag != GROUP:
        if len(element) or element.tag != DEFS:
            yield element
    elif not {*element.keys()} - {"id"}:
        yield from element
    elif len(element) == 1 and element[0].keys() == ["d"]:
        yield ET.Element(PATH, {"d": element[0].get("d", ""), **_without_name(element)})
    elif len(element):
        yield element


def _without_name(group: ET.Element) -> dict[str, str]:
    return {name: value for name, value in group.items() if name != "id"}


def _paths(
    parent: ET.Element, uses: Iterable[ET.Element], shapes: dict[str, ET.Element]
) -> Iterator[ET.Element]:
    """Yield paths for what is used, one for neighbors with the same style if that looks the same."""
    marks = [mark for use in uses if (mark := _mark(use, shapes))]
    for style, alike in groupby(marks, lambda mark: mark.style):
        texts = [mark.d for mark in alike]
        whole = not _LAYERS.search(style) and not _LAYERS.search(parent.get("style", ""))
        for d in ["".join(texts)] if whole else texts:
            yield ET.Element(PATH, {"d": d} | ({"style": style} if style else {}))


def _mark(use: ET.Element, shapes: dict[str, ET.Element]) -> Mark | None:
    """Return a shape that is used; None if the shape is unknown, or is more than moved and scaled."""
    shape = shapes.get(use.get(LINK, ""))
    if use.tag != USE or shape is None:
        return None
    shift = f"{use.get('transform', '')} translate({use.get('x', 0)} {use.get('y', 0)})"
    place = _place(f"{shift} {shape.get('transform', '')}")
    style = "; ".join(filter(None, [use.get("style"), shape.get("style")]))  # the shape's own counts
    return Mark(moved(shape.get("d", ""), place), style) if place else None


def _place(transform: str) -> Place | None:
    """Return what an attribute `transform` does; None if it does more than move and scale uniformly."""
    scale, x, y = Place()
    for name, values in _TRANSFORM.findall(transform):
        first, *more = (float(value) for value in values.replace(",", " ").split())
        if name == "translate":
            x, y = x + scale * first, y + scale * (more[0] if more else 0.0)
        elif more and more[0] != first:
            return None
        else:
            scale *= first
    return Place(scale, x, y) if not _TRANSFORM.sub("", transform).strip() else None


def moved(d: str, place: Place) -> str:
    """Return the path of a shape in its place, rounded to a hundredth.

    After the first point, each is relative to the one before, so that the same shape is the same text
    wherever it is, and compresses well.
    """
    found: list[str] = []
    here = begun = (0.0, 0.0)
    for command, points in _commands(d):
        if command == "Z":
            found.append("z")
            here = begun
            continue
        at = [(round(place.scale * x, 2), round(place.scale * y, 2)) for x, y in points]
        left, top = here if found else (-place.x, -place.y)
        numbers = " ".join(f"{rounded(x - left)} {rounded(y - top)}" for x, y in at)
        found.append((command.lower() if found else command) + numbers)
        here = at[-1]
        begun = here if command == "M" else begun
    return "".join(found)


def _commands(d: str) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Yield the commands of a path, each with its points."""
    tokens = [(name.upper(), number) for name, number in _DRAWN.findall(d)]
    starts = [i for i, (name, _) in enumerate(tokens) if name]
    for start, end in pairwise([*starts, len(tokens)]):
        values = [float(number) for _, number in tokens[start + 1 : end]]
        yield tokens[start][0], list(zip(values[::2], values[1::2], strict=True))
