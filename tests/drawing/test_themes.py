"""The colours: legible on their paper, and told apart by every kind of colour vision."""

from itertools import product

import numpy as np
import pytest

from downhill.drawing.themes import COLOURS, look
from downhill.lesson import HAND, MACHINE

each_theme = pytest.mark.parametrize("theme", COLOURS)

# Machado, Oliveira and Fernandes, 2009: what the three kinds of colour blindness make of linear RGB.
BLINDNESS = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.3039],
    ],
}
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def linear(colour: str) -> np.ndarray:
    """A colour `#rrggbb` as linear RGB, shape (3,), each from 0 to 1 (IEC 61966-2-1)."""
    share = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(XYZ[1] @ linear(colour))


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def trainer(rgb: np.ndarray) -> np.ndarray:
    """CIE L*a*b* of linear RGB under D65."""
    xyz = XYZ @ np.clip(rgb, 0, 1) / [0.9505, 1.0, 1.089]
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(
    ("inks", "grounds", "least"),
    [
        ("text quiet hand machine", "paper", 4.5),  # words
        ("text quiet machine wrong", "stage sky", 4.5),  # words of a film
        ("paper", "text machine", 4.5),  # words on a filled button
        ("hand machine wrong", "sky fog", 3),  # verdicts, which are large
        ("ground error", "paper", 3),  # lines
        ("hand machine", "contours", 3),  # marks on every height of the map
    ],
)
@each_theme
def test_inks_have_enough_contrast_to_what_lies_behind_them(
    theme: str, inks: str, grounds: str, least: float
) -> None:
    for ink, ground in product(inks.split(), grounds.split()):
        behind = COLOURS[theme][ground]
        for colour in behind if ground == "contours" else [str(behind)]:
            assert contrast(str(COLOURS[theme][ink]), colour) >= least, (ink, ground)


@pytest.mark.parametrize(
    ("theme", "inks", "least"),
    [
        ("contrast", "text quiet hand machine ground error", 7),
        ("contrast", "faint", 3),
        ("projector", "faint", 3),
    ],
)
def test_high_contrast_and_projector_promise_more_on_their_paper(theme: str, inks: str, least: float) -> None:
    for ink in inks.split():
        assert contrast(str(COLOURS[theme][ink]), str(COLOURS[theme]["paper"])) >= least, ink


@each_theme
@pytest.mark.parametrize("ink", ["hand", "machine"])
def test_the_marks_of_the_trail_stand_out_from_every_height_of_the_map(theme: str, ink: str) -> None:
    for ground in COLOURS[theme]["contours"]:
        for kind in [*BLINDNESS.values(), np.eye(3)]:
            mark, height = (trainer(np.array(kind) @ linear(c)) for c in (str(COLOURS[theme][ink]), ground))
            assert np.linalg.norm(mark - height) > 20


@each_theme
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_hand_and_machine_differ_for_every_colour_vision(theme: str, blindness: str) -> None:
    hand, machine = (
        trainer(np.array(BLINDNESS[blindness]) @ linear(str(COLOURS[theme][mover])))
        for mover in (HAND, MACHINE)
    )
    assert np.linalg.norm(hand - machine) > 25


@each_theme
def test_darker_is_lower_on_the_map(theme: str) -> None:
    heights = [luminance(colour) for colour in COLOURS[theme]["contours"]]
    assert heights == sorted(heights)


@each_theme
def test_a_look_carries_its_words_and_knows_the_colour_of_whoever_moved(theme: str) -> None:
    made = look(theme, {"axis.x": "x"})
    assert made.words["axis.x"] == "x"
    assert made.colour(HAND) == COLOURS[theme]["hand"]
    assert made.colour(MACHINE) == COLOURS[theme]["machine"]


def test_an_unknown_theme_is_named() -> None:
    with pytest.raises(KeyError, match="sepia"):
        look("sepia", {})
