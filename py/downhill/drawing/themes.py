"""The themes of the pictures. The page's style sheet gets its colors from here, so that page and pictures
agree.

Readers with any color vision can tell hand and machine apart: orange against blue (after Okabe and Ito,
Color Universal Design, 2008), darkened or lightened until text in them has a contrast of 4.5 to 1 on the
paper, and marks 3 to 1 on every height of a map. `contrast` has far more than that; `projector` has white
paper and strong colors for a bright room, and everything is larger.
"""

from __future__ import annotations

from collections.abc import Mapping

from downhill.drawing.look import Look

COLOURS: dict[str, dict[str, str | tuple[str, ...]]] = {
    "light": {
        "paper": "#fdfcf9",
        "text": "#22252a",
        "quiet": "#575d66",
        "faint": "#c9c8c2",
        "hand": "#b84c00",
        "machine": "#0a66b2",
        "ground": "#4a5058",
        "error": "#c8408c",
        "stage": "#f7f6f0",
        "sky": "#e4ecf0",
        "earth": "#6f8375",
        "deep": "#40504a",
        "fog": "#c6d0d5",
        "wrong": "#a01863",
        "contours": (
            "#b9d1c4",
            "#c1d7cb",
            "#c9dcd2",
            "#d1e2d8",
            "#d9e7df",
            "#e0ece5",
            "#e7f0ea",
            "#edf4ef",
            "#f3f8f4",
            "#f9fbf8",
        ),
    },
    "dark": {
        "paper": "#16191d",
        "text": "#e9e7e1",
        "quiet": "#a9b0b8",
        "faint": "#454b53",
        "hand": "#ff9f4d",
        "machine": "#6cb8ff",
        "ground": "#b9c0c8",
        "error": "#f07fb8",
        "stage": "#1c2226",
        "sky": "#1d262b",
        "earth": "#41534b",
        "deep": "#26312c",
        "fog": "#2b343a",
        "wrong": "#ff93c6",
        "contours": (
            "#0e2d2e",
            "#133334",
            "#183a3a",
            "#1e4040",
            "#234646",
            "#284d4b",
            "#2d5351",
            "#335957",
            "#38605d",
            "#3d6663",
        ),
    },
    "contrast": {
        "paper": "#000000",
        "text": "#ffffff",
        "quiet": "#e4e4e4",
        "faint": "#8f8f8f",
        "hand": "#ffb02e",
        "machine": "#6fd0ff",
        "ground": "#ffffff",
        "error": "#ff8fd0",
        "stage": "#000000",
        "sky": "#000000",
        "earth": "#4a4a4a",
        "deep": "#2b2b2b",
        "fog": "#5c5c5c",
        "wrong": "#ff8fd0",
        "contours": (
            "#001416",
            "#051c1e",
            "#0a2325",
            "#0f2b2d",
            "#143234",
            "#1a3a3c",
            "#1f4143",
            "#24494b",
            "#295052",
            "#2e585a",
        ),
    },
    "projector": {
        "paper": "#ffffff",
        "text": "#000000",
        "quiet": "#2f333a",
        "faint": "#7d8288",
        "hand": "#b23a00",
        "machine": "#0046b8",
        "ground": "#1f2328",
        "error": "#b0006e",
        "stage": "#ffffff",
        "sky": "#e4ecf0",
        "earth": "#5d7264",
        "deep": "#33423b",
        "fog": "#c6d0d5",
        "wrong": "#8f0059",
        "contours": (
            "#9fd0b8",
            "#aad5c0",
            "#b4dac8",
            "#bfe0d0",
            "#cae5d8",
            "#d4eadf",
            "#dfefe7",
            "#eaf5ef",
            "#f4faf7",
            "#ffffff",
        ),
    },
}
STATIC = (
    "light",
    "dark",
)  # first pictures are drawn in these; the other themes begin with the nearest of them
LARGER = {"projector": 1.35}  # how much larger everything in a picture is: type, strokes, marks


def look(theme: str, words: Mapping[str, str]) -> Look:
    """Return the look of a theme, with these words in its pictures. Raises `KeyError` if unknown."""
    return Look(**COLOURS[theme], words=words, larger=LARGER.get(theme, 1.0))  # type: ignore[arg-type]
