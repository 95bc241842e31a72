"""Every weight has a place in the picture, and every place that holds one is found again."""

import numpy as np
import pytest

from downhill.drawing.easel import Easel
from downhill.drawing.strokes import Line
from downhill.drawing.themes import look
from downhill.lessons import all_models
from downhill.session.session import Session
from downhill.studio.picture import pictures
from downhill.studio.studio import Studio
from downhill.studio.weight_picker import WeightPicker
from downhill.text.format import PAGE
from downhill.training.network import count
from downhill.training.weight_map import KEY_LEAST, OVER, UNDER, weight_map
from tests.support.often import slow
from tools.languages.language import all_languages

SIZES = [
    (720.0, 1.0, 117),
    (684.0, 2.0, 117),
    (280.0, 3.0, 117),
    (360.0, 1.0, 164),
    (720.0, 1.0, 90),
    (280.0, 3.0, 90),
]
sizes = pytest.mark.parametrize(("width", "ratio", "tokens"), SIZES)


def height_for(width: float) -> float:
    """The usual height of a picture of that width."""
    return 320 * width / 720 if width > 480 else 440 * width / 360


@sizes
def test_the_weight_under_its_own_place_is_that_weight(width: float, ratio: float, tokens: int) -> None:
    grid = weight_map(width, height_for(width), ratio, tokens)
    for index in (0, 17, count(tokens) // 2, count(tokens) - 1):
        spot = grid.place(index)
        assert grid.at(spot.x + grid.side / 2, spot.y + grid.side / 2) == index
    assert grid.at(1.0, 1.0) is None
    assert grid.at(-5.0, 1e9) is None


def test_arrow_keys_lead_to_every_layer_and_stop_at_the_edges() -> None:
    grid = weight_map(720.0, 320.0, 1.0, 117)
    assert grid.beside(0, -1, 0) == 0
    assert grid.beside(0, 1, 0) == 16  # the next word's first number
    assert grid.beside(0, 0, 1) == 1
    below = grid.beside(15, 0, 1)  # over the gap to the outer layer
    assert below == 117 * 16 + 48 * 48 + 48
    assert grid.beside(0, 1000, 0) >= 117 * 16 or grid.beside(0, 1000, 0) == 116 * 16


@slow
def test_a_weight_of_the_picture_is_found_and_told() -> None:
    session = Session([], all_models())
    studio = Studio(session)
    studio.prerender()
    finder, name = WeightPicker(studio), all_models()[0].id
    assert finder.find(name, 2.0, 2.0) == {}
    found = finder.find(name, 2.0, 30.0)
    assert found["told"].startswith("Weight 2, number 2 of 16 for “the”: ")
    assert finder.beside(name, 1, 0)["index"] == 16


HAN = {chr(sign) for sign in range(0x4E00, 0xA000)}  # the typeface of a test has none of them
LOW = [(260.0, 180.0), (250.0, 210.0), (474.0, 210.0), (640.0, 284.0), (360.0, 440.0), (900.0, 200.0)]


@pytest.mark.parametrize(("width", "height"), LOW)
@pytest.mark.parametrize("ratio", [1.0, 1.35, 2.0, 3.0])
def test_all_layers_and_the_key_to_the_colours_fit_into_a_picture_of_any_height(
    width: float, height: float, ratio: float
) -> None:
    grid = weight_map(width, height, ratio, 117)
    assert np.sort(grid.grid[grid.grid >= 0]).tolist() == list(range(count(117)))
    rows, columns = grid.grid.shape
    assert columns * grid.side <= width
    assert grid.key.x + KEY_LEAST <= width
    assert max(rows * grid.side, grid.key.y + UNDER) <= height
    over = grid.key.y - OVER
    row, column = round(over / grid.side), round(grid.key.x / grid.side)
    assert not (grid.grid[row:, column:] >= 0).any()


@pytest.mark.parametrize("theme", ["light", "projector"])
@pytest.mark.parametrize(("width", "height"), LOW)
def test_the_ring_stands_where_its_weight_is_found(width: float, height: float, theme: str) -> None:
    session = Session([], all_models())
    studio, name = Studio(session, theme), all_models()[0].id
    stand = studio.easels[name, "picture"]
    stand.stretch(width, height, 2.0)
    finder, trainer = WeightPicker(studio), session.trainer(name)
    for index in (117 * 16 + 30 * 48 + 20, 117 * 16 + 48 * 48 + 48 + 24 * 117 + 60):
        trainer.select_weight(index)
        stand.paint(trainer.scene())
        corners = next(each for each in stand.figure.axes[0].get_children() if isinstance(each, Line))
        x, y = (corners.path.vertices[0] + corners.path.vertices[2]) / 2 * stand.larger
        assert finder.find(name, float(x), float(y))["index"] == index


@pytest.mark.usefixtures("typefaces")
@pytest.mark.parametrize("theme", ["light", "projector"])
@pytest.mark.parametrize(("width", "height"), LOW)
def test_names_of_layers_are_not_cut_nor_over_one_another(width: float, height: float, theme: str) -> None:
    trainer = Session([], all_models()).trainer(all_models()[0].id)
    picture = next(each for each in pictures(trainer.lesson) if each.name == "picture")
    for language in (each for each in all_languages() if not HAN & each.signs):
        catalogue = language.catalogue.get("ten-thousand", {})
        words = {**PAGE, **trainer.lesson.words, **catalogue}
        stand = Easel(picture.draw, look(theme, words), width, height, 1.0)
        stand.paint(trainer.scene())
        boxes = [text.get_window_extent().padded(-2) for text in stand.figure.axes[0].texts]
        for i, box in enumerate(boxes):
            assert box.x1 <= width
            assert box.y0 >= 0
            assert not any(box.overlaps(other) for other in boxes[:i])
