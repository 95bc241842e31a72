"""A gradient held against its loss: right ones pass, wrong ones are named with both values."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.source.running import CodeMistake, ReaderCode, Vector, gradient_check
from tests.support.often import often

PLACES = [[1.0, 2.0], [0.3, -1.7], [-2.0, 0.0]]
WIDTHS, NAMES = [10.0, 4.0], ["m", "b"]


def bowl(v: np.ndarray) -> float:
    return float(v[0] ** 2 + 3 * v[1] ** 2 + v[0] * v[1])


def corner(v: np.ndarray) -> float:
    return float(abs(v[0]) + v[1] ** 2)


def test_a_wrong_gradient_is_told_with_place_slider_and_both_values() -> None:
    def half(v: np.ndarray) -> np.ndarray:
        return np.array([2 * v[0] + v[1], 3 * v[1] + v[0]])

    first, *_ = found = gradient_check(bowl, half, PLACES, WIDTHS, NAMES)
    assert {off.name for off in found} == {"b"}
    assert len(found) == 2  # at b = 0 the two agree
    assert (first.place, first.said) == ((1.0, 2.0), 7.0)
    assert first.measured == pytest.approx(13.0)


@pytest.mark.parametrize(
    ("said", "right"), [(-1.0, True), (0.0, True), (0.4, True), (1.0, True), (3.0, False)]
)
def test_at_a_kink_everything_between_the_slopes_on_its_sides_is_right(said: float, right: bool) -> None:
    found = gradient_check(corner, lambda v: np.array([said, 2 * v[1]]), [[0.0, 1.0]], WIDTHS, NAMES)
    assert (found == ()) is right
    if found:
        assert found[0].measured == pytest.approx(1.0)


def test_where_a_loss_jumps_or_has_no_value_nothing_is_said() -> None:
    def stairs(v: np.ndarray) -> float:
        return float(np.floor(v[0]) if v[1] > 0 else np.nan)

    assert (
        gradient_check(stairs, lambda v: np.array([7.0, 7.0]), [[1.0, 0.0], [1.0, 0.0]], WIDTHS, NAMES) == ()
    )


def test_a_slope_that_is_not_finite_is_off_where_the_loss_has_one() -> None:
    found = gradient_check(bowl, lambda v: np.array([np.nan, np.inf]), [[1.0, 2.0]], WIDTHS, NAMES)
    assert [(off.name, round(off.measured, 6)) for off in found] == [("m", 4.0), ("b", 13.0)]


@often(300)
@given(st.lists(st.floats(-50, 50), min_size=2, max_size=2), st.floats(-6, 6), st.floats(0.1, 20))
def test_right_gradients_pass_at_every_height_and_width(
    place: list[float], height: float, width: float
) -> None:
    def loss(v: np.ndarray) -> float:
        return float(10**height + np.sum(np.sin(v) * v))

    def gradient(v: np.ndarray) -> np.ndarray:
        return np.asarray(np.sin(v) + v * np.cos(v))

    assert gradient_check(loss, gradient, [place], [width, width], NAMES) == ()


def test_a_readers_gradient_is_checked_as_it_is_written() -> None:
    text = (
        "def loss(v):\n    return v[0] ** 2 + abs(v[1])\n"
        "def gradient(v):\n    return [v[0], 1 if v[1] > 0 else -1]"
    )
    code = ReaderCode(text, {"loss": ("v",), "gradient": ("v",)}, results={"gradient": Vector(2)})
    functions = code.functions
    (off,) = gradient_check(functions["loss"], functions["gradient"], [[2.0, 0.0]], WIDTHS, NAMES)
    assert (off.name, off.said, round(off.measured, 3)) == ("m", 2.0, 4.0)
    broken = ReaderCode(text.replace("[v[0], ", "["), {"gradient": ("v",)}, results={"gradient": Vector(2)})
    with pytest.raises(CodeMistake, match="result_length"):
        gradient_check(functions["loss"], broken.functions["gradient"], [[2.0, 0.0]], WIDTHS, NAMES)
