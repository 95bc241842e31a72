"""The valley in fog: what is seen, and what is kept from the reader."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from downhill.drawing.themes import COLOURS
from downhill.lessons.lesson_10_valley import lesson
from downhill.lessons.lesson_10_valley.curves import CURVES
from downhill.lessons.lesson_10_valley.in_fog import SIGHT
from downhill.play.lesson_state import LessonState
from downhill.session.lesson_view import view
from downhill.session.view import View
from downhill.studio.picture import Picture, easel, pictures
from tests.support.states import states

PICTURE: Picture = next(iter(pictures(lesson)))
TELLING = (
    "lowest",
    "hilltop",
    "in a valley",
    "but there is lower",
    "way out",
    "makes no difference",
    "Lower it",
)


def in_fog(shape: str) -> LessonState:
    state = LessonState(lesson)
    state.choose("shape", shape)
    state.choose("fog", "fog")
    return state


def seen(state: LessonState) -> Iterator[View]:
    """Views of places all over the slider, and of runs that go to their ends."""
    for place in states(lesson, 60, seed=11):
        state.place(place)
        yield view(state)
    for rate in (state.variant.presets.good, state.variant.presets.big):
        state.restart()
        state.set_rate(rate)
        for _ in range(400):
            if state.finished or not state.step():
                break
            yield view(state)
        yield view(state)


@pytest.mark.parametrize("shape", [*CURVES, "own"])
def test_nothing_that_is_said_in_fog_tells_where_it_is_lowest_or_whether_it_is(shape: str) -> None:
    for told in seen(in_fog(shape)):
        texts = [told.sentence, told.said, told.overshoot]
        assert not [word for word in TELLING if any(word in text for text in texts)], texts
        assert not told.solved
        assert told.verdict not in ("converged", "stuck")
        assert not told.overshoot


@pytest.mark.parametrize("shape", CURVES)
def test_what_is_said_in_fog_depends_on_height_and_slope_alone(shape: str) -> None:
    state = in_fog(shape)
    for place in states(lesson, 100, seed=12):
        state.place(place)
        told = re.sub(r"At x = \S+ ", "", view(state).sentence).partition(" The next step")[0]
        steep = abs(state.now.slope)
        level = steep <= state.lesson.data["curve"].level(10.0)
        way = "right" if state.now.slope < 0 else "left"
        much = ", steeply" if steep >= 1 else ", gently" if steep <= 0.25 else ""
        assert told.endswith("It is level here." if level else f"It falls to the {way}{much}.")


def test_a_run_that_rests_in_fog_only_rests_and_is_told_in_full_when_the_fog_has_lifted() -> None:
    state = in_fog("two-valleys")
    while not state.finished:
        state.step()
    in_it = view(state)
    state.choose("fog", "clear")
    after = view(state)
    assert (in_it.verdict, after.verdict) == ("rests", "stuck")
    assert "the ground is level here" in in_it.said
    assert "no number about lower ground elsewhere" in after.said


def painted(state: LessonState, theme: str = "light", ratio: float = 1.0) -> np.ndarray:
    return np.array(easel(lesson, PICTURE, theme, ratio).paint(state.scene()))


def columns(state: LessonState, low: float, high: float, theme: str = "light") -> slice:
    """The columns of the picture between two places along x."""
    stand = easel(lesson, PICTURE, theme)
    stand.paint(state.scene())
    first, last = (int(x) for x, _ in stand.seen([(low, 1.0), (high, 1.0)]))
    return slice(first, last)


@pytest.mark.usefixtures("typefaces")
@pytest.mark.parametrize("theme", COLOURS)
def test_beyond_what_was_seen_all_curves_look_alike(theme: str) -> None:
    one, other = in_fog("bowl"), in_fog("flat-slope")
    for state in (one, other):
        state.set_rate(state.variant.rates.low)  # arrows that are short
        state.place((-2.0,))
    sides = (-5.2, -2.0 - SIGHT - 0.1), (-2.0 + SIGHT + 0.1, 5.2)
    pictures_ = painted(one, theme), painted(other, theme)
    for part in (columns(one, *side, theme) for side in sides):
        assert (pictures_[0][:330, part] == pictures_[1][:330, part]).all()
    assert (pictures_[0] != pictures_[1]).any()


@pytest.mark.usefixtures("typefaces")
def test_what_was_visited_stays_seen_as_it_is_in_clear_weather() -> None:
    state = in_fog("two-valleys")
    for x in np.arange(-4, -1, 0.25):
        state.move("x", float(x))
    state.settle()
    state.point({"x": 3.0})
    middle = columns(state, -3.8, -1.5)
    foggy = painted(state)
    state.choose("fog", "clear")
    clear = painted(state)
    alike = (foggy[20:340, middle] == clear[20:340, middle]).all(axis=2)
    assert alike.mean() > 0.98  # but for marks, which the curve covers where it is drawn over fog
    unseen = columns(state, -0.2, 2.2)
    assert (foggy[20:340, unseen] != clear[20:340, unseen]).any(axis=2).mean() > 0.9


@pytest.mark.usefixtures("typefaces")
def test_a_move_in_fog_draws_no_ground_anew_and_within_what_was_seen_no_fog(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state, stand = in_fog("two-valleys"), easel(lesson, PICTURE, "light")
    stand.paint(state.scene())
    monkeypatch.setattr(stand, "_draw_ground", lambda: pytest.fail("the ground is drawn"))
    for x in (-3.5, -1.0, -2.0, -1.9):
        state.move("x", x)
        stand.paint(state.scene())
    assert sum(box.area for box in stand.changed) < stand.whole.area / 4


@pytest.mark.usefixtures("typefaces")
def test_a_saved_picture_has_no_hidden_curve_in_it(tmp_path: Path) -> None:
    widths = {}
    for weather in ("fog", "clear"):
        state, stand = in_fog("two-valleys"), easel(lesson, PICTURE, "light")
        state.choose("fog", weather)
        stand.paint(state.scene())
        for artist in stand.figure.axes[0].get_children():
            artist.set_animated(False)
        stand.figure.savefig(tmp_path / f"{weather}.svg")
        text = (tmp_path / f"{weather}.svg").read_text(encoding="utf-8")
        lines = re.findall(r'd="(M [^"]*)"[^>]*style="[^"]*stroke: #4a5058; stroke-width: 4', text)
        across = [float(x) for line in lines for x in re.findall(r"[ML] (\S+)", line)]
        widths[weather] = max(across) - min(across)
    assert widths["clear"] > 600
    assert widths["fog"] < 1.05 * 2 * SIGHT / 10 * widths["clear"]
