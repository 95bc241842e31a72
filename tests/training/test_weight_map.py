"""Every weight has a place in the picture, and every place that holds one is found again."""

import numpy as np
import pytest

from downhill.lessons import all_models
from downhill.session.session import Session
from downhill.studio.studio import Studio
from downhill.studio.weight_picker import WeightPicker
from downhill.training.network import count
from downhill.training.weight_map import weight_map

SIZES = [
    (720.0, 1.0, 117),
    (684.0, 2.0, 117),
    (280.0, 3.0, 117),
    (360.0, 1.0, 164),
    (720.0, 1.0, 90),
    (280.0, 3.0, 90),
]
sizes = pytest.mark.parametrize(("width", "ratio", "tokens"), SIZES)


@sizes
def test_every_weight_has_one_place_and_all_fit_into_the_picture(
    width: float, ratio: float, tokens: int
) -> None:
    grid = weight_map(width, ratio, tokens)
    found = np.sort(grid.grid[grid.grid >= 0])
    assert found.tolist() == list(range(count(tokens)))
    assert grid.grid.shape[1] * grid.side <= width
    height = 320 * width / 720 if width > 480 else 440 * width / 360
    assert grid.grid.shape[0] * grid.side <= height


@sizes
def test_the_weight_under_its_own_place_is_that_weight(width: float, ratio: float, tokens: int) -> None:
    grid = weight_map(width, ratio, tokens)
    for index in (0, 17, count(tokens) // 2, count(tokens) - 1):
        spot = grid.place(index)
        assert grid.at(spot.x + grid.side / 2, spot.y + grid.side / 2) == index
    assert grid.at(1.0, 1.0) is None
    assert grid.at(-5.0, 1e9) is None


def test_arrow_keys_lead_to_every_layer_and_stop_at_the_edges() -> None:
    grid = weight_map(720.0, 1.0, 117)
    assert grid.beside(0, -1, 0) == 0
    assert grid.beside(0, 1, 0) == 16  # the next word's first number
    assert grid.beside(0, 0, 1) == 1
    below = grid.beside(15, 0, 1)  # over the gap to the outer layer
    assert below == 117 * 16 + 48 * 48 + 48
    assert grid.beside(0, 1000, 0) >= 117 * 16 or grid.beside(0, 1000, 0) == 116 * 16


def test_a_weight_of_the_picture_is_found_and_told() -> None:
    session = Session([], all_models())
    studio = Studio(session)
    studio.prerender()
    finder, name = WeightPicker(studio), all_models()[0].id
    assert finder.find(name, 2.0, 2.0) == {}
    found = finder.find(name, 2.0, 30.0)
    assert found["told"].startswith("Weight 2, number 2 of 16 for “the”: ")
    assert finder.beside(name, 1, 0)["index"] == 16
