"""The words of landmarks in the picture of the losses: each by its landmark, none over another."""

import itertools

import numpy as np
import pytest

from downhill.drawing.names import width_of
from downhill.lessons import all_models
from downhill.studio.studio import easel, pictures
from downhill.training.landmarks import REPEATS, RIGHT, RISEN, Landmark
from downhill.training.losses_picture import ROW, SHORTEST, pins
from downhill.training.trainer import Trainer

pytestmark = pytest.mark.usefixtures("typefaces")
TEXTS = ("the the the", "a right sentence", "held-out text turns up")
STEPS = (3, 20, 70, 480, 900, 1999)


@pytest.mark.parametrize("width", [230.0, 290.0, 640.0])
def test_words_stand_in_the_axes_and_not_over_each_other(width: float) -> None:
    for places in itertools.combinations(STEPS, 3):
        named = zip((REPEATS, RIGHT, RISEN), places, strict=True)
        landmarks = [Landmark(name, at, at, 2.0) for name, at in named]
        placed = list(pins(landmarks, TEXTS, 2000, width))
        assert [pin.landmark for pin in placed] == landmarks
        for pin in placed:
            assert 0 <= pin.left <= width - width_of(pin.text)
            assert 0 <= pin.pointed <= 1
        for one, other in itertools.combinations(placed, 2):
            apart = (
                one.left + width_of(one.text) <= other.left or other.left + width_of(other.text) <= one.left
            )
            assert one.row != other.row or apart


def test_words_begin_right_of_a_landmark_that_has_room_and_go_up_where_they_can() -> None:
    landmarks = [Landmark(REPEATS, 20, 20, 3.0), Landmark(RISEN, 400, 400, 2.0)]
    first, last = pins(landmarks, TEXTS[::2], SHORTEST, 640.0)
    assert first.left > 20 / SHORTEST * 640
    assert (first.row, last.row) == (0, 0)
    assert ROW > 15


@pytest.mark.parametrize("height", [60.0, 90.0, 118.0, 400.0])
def test_the_picture_of_the_losses_is_drawn_at_any_height(height: float) -> None:
    trainer = Trainer(all_models()[0])
    picture = next(each for each in pictures(trainer.lesson) if each.name == "losses")
    stand = easel(trainer.lesson, picture._replace(width=260.0, height=height), "light")
    assert np.ptp(np.array(stand.paint(trainer.scene()))[:, :, :3]) > 100
    assert stand.figure.axes[0].get_position().height > 0
