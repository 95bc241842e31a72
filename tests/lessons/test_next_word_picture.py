"""The picture of the four scores: its bars are the scores, what lies on them is seen, its words are true."""

from typing import Any

import numpy as np
import pytest

from downhill.drawing.easel import Easel
from downhill.drawing.names import Names, width_of
from downhill.drawing.themes import COLOURS
from downhill.lessons.lesson_30_next_word import lesson
from downhill.lessons.lesson_30_next_word.picture import SPOKEN, TARGET, worse
from downhill.lessons.lesson_30_next_word.places import Places, places
from downhill.lessons.lesson_30_next_word.prompts import TARGETS
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import easel, pictures
from tests.drawing.test_themes import contrast
from tests.support.states import states

pytestmark = pytest.mark.usefixtures("typefaces")
STAGES = [(970.0, 562.0), (390.0, 512.0), (360.0, 416.0)]
SIZES = [*STAGES, (600.0, 280.0), (350.0, 200.0), (350.0, 110.0), (246.0, 120.0)]
WORDS = [lesson.words[f"word.{word}"] for word in ("cat", "plane")]


def stand_of(width: float, height: float, theme: str = "light") -> Easel:
    picture = next(each for each in pictures(lesson) if each.name == "picture")
    return easel(lesson, picture._replace(width=width, height=height), theme)


def places_of(width: float, height: float, output: str = "scores", on_stage: bool = False) -> Places:
    return places(width, height, max(width_of(word, 1.0) for word in WORDS), output, on_stage)


def colour(pixel: np.ndarray) -> str:
    return "#" + bytes(pixel[:3].tolist()).hex()


def upwards(pixels: np.ndarray, x: float, y: float) -> list[str]:
    """The colours from there upwards."""
    return [colour(pixels[round(y) - up, round(x)]) for up in range(14)]


def names(stand: Easel) -> list[Names]:
    return [each for each in stand.figure.axes[0].get_children() if isinstance(each, Names)]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_errors_on_a_bar_have_a_contrast_of_3_to_what_is_beside_them(theme: str) -> None:
    state = LessonState(lesson)
    state.place((1.0, 1.0, 1.0, 1.0))  # all bars reach beyond their targets
    pixels = np.array(stand_of(720.0, 562.0, theme).paint(state.scene()))
    at = places_of(720.0, 562.0)
    x = at.along(state.now.says.ravel() * 0.3)[1]
    seen = upwards(pixels, x, at.rows[1])
    error, stage = str(COLOURS[theme]["error"]), str(COLOURS[theme]["stage"])
    assert seen[0] == error
    assert stage in seen
    assert contrast(error, stage) >= 3


@pytest.mark.parametrize("output", ["scores", "probabilities"])
@pytest.mark.parametrize(("width", "height"), STAGES)
def test_a_bar_ends_at_its_score_and_the_higher_one_is_in_the_machine_s_color(
    width: float, height: float, output: str
) -> None:
    state, stand = LessonState(lesson), stand_of(width, height)
    state.choose("output", output)
    at = places_of(width, height, output)
    for place in states(lesson, 12):
        state.place(place)
        pixels = np.array(stand.paint(state.scene()))
        says = state.now.says.ravel()
        for row, score in enumerate(says):
            if abs(at.along(np.array([score]))[0] - at.along(np.zeros(1))[0]) < 24:
                continue
            edge = at.rows[row] - at.thick / 2 + 1.5
            inside = at.along(np.array([0.37 * score]))[0]
            wins = score >= says[row ^ 1]
            assert (colour(pixels[round(edge), round(inside)]) == COLOURS["light"]["machine"]) == wins


@pytest.mark.parametrize("output", ["scores", "probabilities"])
def test_a_bar_that_a_step_takes_off_its_target_is_found_wherever_the_error_falls(output: str) -> None:
    found = 0
    for one, other in zip(states(lesson, 300), states(lesson, 300, seed=2), strict=True):
        now, ahead = map(lesson.chosen({"output": output}).measure_at, (one, other))
        away = {
            2 * i + j
            for i in range(2)
            for j in range(2)
            if abs(ahead.says[i, j] - TARGETS[i, j]) > abs(now.says[i, j] - TARGETS[i, j])
        }
        assert set(worse(now, ahead)) == (away if ahead.loss < now.loss else set())
        found += bool(worse(now, ahead))
    assert found > 50
    assert worse(now, None) == []


def test_errors_are_seen_once_they_are_named_and_appear_one_after_the_other() -> None:
    state, stand = LessonState(lesson), stand_of(970.0, 562.0)
    pink = [int(str(COLOURS["light"]["error"])[i : i + 2], 16) for i in (1, 3, 5)]

    def seen(parts: frozenset[str] | None, reel: str | None, share: float) -> int:
        state.parts, state.reel, state.share = parts, reel, share
        return int((np.array(stand.paint(state.scene()))[..., :3] == pink).all(axis=-1).sum())

    both = frozenset({"flew"})
    assert seen(both, "", 1.0) == 0
    counts = [seen(both | {TARGET}, TARGET, share) for share in (0.25, 0.5, 0.75, 1.0)]
    assert counts == sorted({*counts})
    assert seen(both | {TARGET}, "", 1.0) == counts[-1]
    assert seen(None, None, 1.0) > 0


def test_a_second_prompt_has_no_bars_before_it_is_asked() -> None:
    state, stand = LessonState(lesson), stand_of(970.0, 562.0)
    below = round(places_of(970.0, 562.0, on_stage=True).rows[2]) - 20
    state.reel = ""

    def inks(parts: frozenset[str]) -> Any:
        state.parts = parts
        return np.unique(np.array(stand.paint(state.scene()))[below:, :, :3].reshape(-1, 3), axis=0)

    assert len(inks(frozenset())) == 1
    assert len(inks(frozenset({"flew"}))) > 2


def test_worse_for_now_is_said_beside_such_a_bar_alone_and_not_in_a_narrow_picture() -> None:
    state, said = LessonState(lesson), 0
    for width in (720.0, SPOKEN - 1):
        stand = stand_of(width, 300.0)
        at = places_of(width, 300.0)
        for place in states(lesson, 40):
            state.place(place)
            scene = state.scene()
            stand.paint(scene)
            notes = [each for each in names(stand) if each.words == (lesson.words["mark.away"],)]
            assert bool(notes) == (width >= SPOKEN and bool(worse(scene.now, scene.ahead)))
            for note in notes:
                said += 1
                assert int(np.abs(at.rows - note.points[0, 1]).argmin()) in worse(scene.now, scene.ahead)
    assert said > 5


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_rows_stay_apart_and_words_have_room_at_any_size(width: float, height: float) -> None:
    stand, at = stand_of(width, height), places_of(width, height)
    stand.paint(LessonState(lesson).scene())
    assert np.diff(at.rows).min() >= at.thick
    assert at.rows[-1] + at.thick / 2 <= height
    wide = at.letters * max(width_of(word, 1.0) for word in WORDS)
    assert at.left + wide <= at.ends[0] < at.ends[1] < width
    assert sorted(len(each.boxes) for each in names(stand) if each.words)[-3:] == [2, 4, 4]
