"""The colours: legible on their paper, and told apart by every kind of colour vision."""

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


@each_theme
@pytest.mark.parametrize("ink", ["text", "quiet", "hand", "machine"])
def test_inks_that_write_words_have_a_contrast_of_4_5_on_the_paper(theme: str, ink: str) -> None:
    assert contrast(str(COLOURS[theme][ink]), str(COLOURS[theme]["paper"])) >= 4.5


@each_theme
@pytest.mark.parametrize("behind", ["stage", "sky"])
@pytest.mark.parametrize("ink", ["text", "quiet", "machine", "wrong"])
def test_words_of_a_film_have_a_contrast_of_4_5_on_stage_and_sky(theme: str, behind: str, ink: str) -> None:
    assert contrast(str(COLOURS[theme][ink]), str(COLOURS[theme][behind])) >= 4.5


@each_theme
@pytest.mark.parametrize("behind", ["sky", "fog"])
@pytest.mark.parametrize("ink", ["hand", "machine", "wrong"])
def test_verdicts_which_are_large_have_a_contrast_of_3_on_sky_and_fog(
    theme: str, behind: str, ink: str
) -> None:
    assert contrast(str(COLOURS[theme][ink]), str(COLOURS[theme][behind])) >= 3


@each_theme
@pytest.mark.parametrize("ink", ["ground", "error"])
def test_inks_that_draw_have_a_contrast_of_3_on_the_paper(theme: str, ink: str) -> None:
    assert contrast(str(COLOURS[theme][ink]), str(COLOURS[theme]["paper"])) >= 3


@each_theme
@pytest.mark.parametrize("ink", ["hand", "machine"])
def test_marks_have_a_contrast_of_3_on_every_height_of_the_map(theme: str, ink: str) -> None:
    for ground in COLOURS[theme]["contours"]:
        assert contrast(str(COLOURS[theme][ink]), ground) >= 3


@each_theme
def test_words_on_a_filled_button_have_a_contrast_of_4_5(theme: str) -> None:
    inks = {name: str(colour) for name, colour in COLOURS[theme].items()}
    for ground in ("text", "machine"):
        assert contrast(inks["paper"], inks[ground]) >= 4.5


def test_high_contrast_writes_with_at_least_7_and_even_its_faintest_lines_have_3() -> None:
    inks = {name: str(colour) for name, colour in COLOURS["contrast"].items()}
    for ink in ("text", "quiet", "hand", "machine", "ground", "error"):
        assert contrast(inks[ink], inks["paper"]) >= 7
    assert contrast(inks["faint"], inks["paper"]) >= 3


def test_on_a_projector_even_the_faintest_lines_have_a_contrast_of_3() -> None:
    assert contrast(str(COLOURS["projector"]["faint"]), str(COLOURS["projector"]["paper"])) >= 3


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
