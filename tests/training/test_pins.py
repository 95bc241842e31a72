"""The words of landmarks in the picture of the losses: each by its landmark, none over another."""

import itertools

import pytest

from downhill.drawing.axis_names import UNIT, fit
from downhill.drawing.easel import Easel
from downhill.drawing.names import SIZE, Names, width_of
from downhill.lessons import all_models
from downhill.studio.picture import easel, pictures
from downhill.training.landmarks import REPEATS, RIGHT, RISEN, Landmark
from downhill.training.losses_picture import APART, ROW, SHORTEST, WORDY, letters, pins
from downhill.training.model_lesson import ModelScene
from downhill.training.trainer import Trainer
from tools.languages.language import all_languages

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


def painted(width: float, height: float, theme: str = "light") -> Easel:
    """The picture of a training with three landmarks."""
    trainer = Trainer(all_models()[0])
    picture = next(each for each in pictures(trainer.lesson) if each.name == "losses")
    stand = easel(trainer.lesson, picture._replace(width=width, height=height), theme)
    scene: ModelScene = trainer.scene()
    named = zip((REPEATS, RIGHT, RISEN), (20, 70, 480), ("the", "", ""), strict=True)
    marks = tuple(Landmark(name, at, at, 2.0, word) for name, at, word in named)
    stand.paint(scene._replace(landmarks=marks))
    return stand


@pytest.mark.parametrize("theme", ["light", "projector"])
@pytest.mark.parametrize("size", [(296.0, 96.0), (296.0, 120.0), (360.0, 150.0), (640.0, 300.0)])
def test_a_low_picture_has_few_numbers_and_all_of_its_names(size: tuple[float, float], theme: str) -> None:
    stand = painted(*size, theme)
    axes = stand.figure.axes[0]
    low, high = axes.get_ylim()
    across = [label for label in axes.get_xticklabels() if 0 <= label.get_position()[0] <= SHORTEST]
    up = [label for label in axes.get_yticklabels() if low <= label.get_position()[1] <= high]
    assert 2 <= len(up) <= 5
    lines = [text for text in axes.texts if text.get_text()]
    boxes = [text.get_window_extent() for text in [*across, *up, *lines, axes.xaxis.label, axes.yaxis.label]]
    for i, box in enumerate(boxes):
        assert box.x0 >= -0.5
        assert box.y0 >= -3
        assert box.y1 <= stand.whole.bottom + 0.5
        assert not any(box.padded(-2.5).overlaps(other) for other in boxes[:i])


def test_landmarks_of_low_axes_keep_their_arrows_and_lose_their_words() -> None:
    for height in (96.0, 300.0):
        stand = painted(296.0, height)
        axes = stand.figure.axes[0]
        written = sum(len(each.words) for each in axes.get_children() if isinstance(each, Names))
        up = axes.bbox.height
        assert written == (3 if up >= WORDY else 0)
        assert sum(bool(getattr(text, "arrow_patch", None)) for text in axes.texts) == 3


@pytest.mark.parametrize("across", [150.0, 220.0, 600.0])
def test_the_names_of_both_lines_have_room_beside_or_above_each_other(across: float) -> None:
    for language in all_languages():
        words = {**all_models()[0].words, **language.catalogue.get("ten-thousand", {})}
        texts = f"— {words['mark.learned']}", f"{words['mark.held']} – –"
        size, rows = letters(texts, across)
        assert size <= SIZE
        assert rows == 2 or sum(width_of(text, size) for text in texts) + APART <= across


def test_the_name_of_an_axis_loses_its_unit_before_its_letters_get_smaller() -> None:
    label = painted(640.0, 300.0).figure.axes[0].yaxis.label
    text = "a rather long name ($k)"
    for room, wanted in ((400.0, text), (width_of(text), UNIT.sub("", text)), (80.0, UNIT.sub("", text))):
        label.set_text(text)
        fit(label, room)
        assert label.get_text() == wanted
        assert width_of(label.get_text(), float(label.get_fontsize())) <= room
