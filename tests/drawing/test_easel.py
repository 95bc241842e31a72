"""Pictures on the easel: blitted pixels are those of a full redraw, at every size, with nothing cut off."""

import random
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.transforms import Bbox

from downhill.drawing.easel import Easel
from downhill.drawing.style import FONT, load_fonts, style
from downhill.drawing.themes import COLOURS, LARGER, look
from downhill.lesson import Figure, Lesson, Look, Show
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import Picture, pictures
from downhill.text.format import PAGE
from tests.support.often import FULLY, a_few, thorough
from tests.support.states import LESSONS, SINGLY, VARIANTS, corners

pytestmark = pytest.mark.usefixtures("typefaces")


class Case(NamedTuple):
    lesson: Lesson
    picture: Picture

    def easel(self, width: float = 360, height: float = 260, ratio: float = 1, theme: str = "light") -> Easel:
        return Easel(self.picture.draw, look(theme, {**PAGE, **self.lesson.words}), width, height, ratio)

    def __str__(self) -> str:
        return f"{self.lesson.id}-{self.picture.name}"


CASES = [Case(lesson, picture) for lesson in LESSONS for picture in pictures(lesson)]
OWN = [case for case in CASES if case.picture.name == "picture"]
VIEWS = [case for case in CASES if case.picture.name != "picture"]
each_case = pytest.mark.parametrize("case", CASES, ids=str)


def play(state: LessonState, dice: random.Random, moves: int) -> None:
    """Moves of hand and machine, and now and then another choice."""
    for _ in range(moves):
        slider = dice.choice(state.lesson.sliders)
        if dice.random() < 0.5:
            state.move(slider.name, dice.uniform(slider.low, slider.high))
        else:
            state.step()
        if state.lesson.choices and dice.random() < 0.05:
            choice = dice.choice(state.lesson.choices)
            state.choose(choice.name, dice.choice(choice.options))


def wander(state: LessonState, dice: random.Random) -> None:
    """One such move, and now and then a way back, a new start, or other axes of a view."""
    play(state, dice, 1)
    for picture, axes in state.aims.items():
        if dice.random() < 0.2:
            names = dice.sample([slider.name for slider in state.lesson.sliders], len(axes))
            state.aims = {**state.aims, picture: tuple(names)}
    if dice.random() < 0.2:
        state.rewind(dice.randrange(len(state.trail)))
    if dice.random() < 0.1:
        state.restart()


def pixels(easel: Easel, state: LessonState) -> np.ndarray:
    return np.array(easel.paint(state.scene()))


@pytest.mark.parametrize("case", OWN, ids=str)
@pytest.mark.parametrize("ratio", [1, 2])
def test_a_lessons_picture_after_many_moves_equals_a_fresh_one_pixel_by_pixel(case: Case, ratio: int) -> None:
    state, dice, worn = LessonState(case.lesson), random.Random(3), case.easel(ratio=ratio)
    for _ in range(6 if FULLY else 3):
        for _ in range(8):
            wander(state, dice)
            worn.paint(state.scene())
        np.testing.assert_array_equal(pixels(worn, state), pixels(case.easel(ratio=ratio), state))


@pytest.mark.parametrize("case", VIEWS, ids=str)
def test_a_picture_that_keeps_footprints_looks_like_a_fresh_one(case: Case) -> None:
    state, dice, worn = LessonState(case.lesson), random.Random(4), case.easel()
    for _ in range(5 if FULLY else 3):
        for _ in range(8):
            wander(state, dice)
            worn.paint(state.scene())
        apart = np.abs(pixels(worn, state).astype(int) - pixels(case.easel(), state)).max(axis=2)
        assert (apart > 16).mean() < 0.02  # a segment laid down alone has its edges smoothed in another way
        assert (apart > 128).mean() < 0.001


KEPT = OWN[0]  # the picture whose figure the snapshot keeps
SHAPES = [option for option in KEPT.lesson.choices[0].options if option != "own"]


@pytest.mark.parametrize("fog", ["clear", "fog"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("width", "height", "ratio"),
    [(720, 400, 1), (719, 297, 1.25), (340, 232, 3), (250, 150, 2), (1240, 560, 1.5)],
)
def test_a_figure_that_was_kept_is_painted_in_any_size_as_a_new_one(
    shape: str, fog: str, width: float, height: float, ratio: float
) -> None:
    state, dice, usual = LessonState(KEPT.lesson), random.Random(7), next(pictures(KEPT.lesson))
    easel = KEPT.easel(usual.width, usual.height)
    easel.paint(state.scene())
    figure = easel.figure
    easel.clear_pixels()
    assert not easel.begun
    assert not hasattr(easel, "shown")
    easel.stretch(width, height, ratio)
    state.choose("shape", shape)
    state.choose("fog", fog)
    for _ in range(3):
        for _ in range(4):
            wander(state, dice)
            easel.paint(state.scene())
        assert pixels(easel, state).shape == (int(height * ratio), int(width * ratio), 4)
        np.testing.assert_array_equal(pixels(easel, state), pixels(KEPT.easel(width, height, ratio), state))
    assert easel.figure is figure


@pytest.mark.parametrize("forget", ["size", "look", "all"])
def test_a_figure_that_has_been_painted_again_is_kept_no_longer(forget: str) -> None:
    state, easel = LessonState(KEPT.lesson), KEPT.easel()
    easel.paint(state.scene())
    figure = easel.figure
    easel.clear_pixels()
    easel.paint(state.scene())
    if forget == "size":
        easel.stretch(200, 100, 1)
    elif forget == "look":
        easel.dress(look("dark", {**PAGE, **KEPT.lesson.words}))
    else:
        easel.clear()
    assert not hasattr(easel, "figure")
    easel.paint(state.scene())
    assert easel.figure is not figure


@each_case
def test_every_picture_changes_with_a_move(case: Case) -> None:
    state, easel = LessonState(case.lesson), case.easel()
    before = pixels(easel, state)
    state.move(case.lesson.sliders[0].name, case.lesson.sliders[0].high)
    if case.picture.at_need:  # it shows the machine's leaps alone
        state.step()
    assert (pixels(easel, state) != before).any()


@a_few(5)
@each_case
def test_a_trail_longer_than_its_room_is_still_painted(case: Case) -> None:
    state, easel = LessonState(case.lesson), case.easel()
    name, low = case.lesson.sliders[0].name, case.lesson.sliders[0].low
    for index in range(1050):
        state.move(name, low + (index % 2 + 1) * case.lesson.sliders[0].step)
        if index % 100 == 0 or 990 < index < 1010 or index > 1040:
            easel.paint(state.scene())
    apart = np.abs(pixels(easel, state).astype(int) - pixels(case.easel(), state)).max(axis=2)
    assert (apart > 128).mean() < 0.002


def heights(picture: Picture, width: float) -> float:
    """How high the page makes a picture of that width, in CSS pixels."""
    if width <= 544:
        return width * {"trace": 160}.get(picture.name, 260) / 360
    return width * picture.height / picture.width


def texts(easel: Easel) -> list[Bbox]:
    """The boxes of all words and numbers that stand in a picture, in device pixels."""
    assert isinstance(easel.canvas, FigureCanvasAgg)
    renderer, boxes = easel.canvas.get_renderer(), []
    for axes in easel.figure.axes:
        boxes += [text.get_window_extent(renderer) for text in axes.texts if text.get_text()]
        found = (axis.get_tightbbox(renderer) for axis in (axes.xaxis, axes.yaxis))
        boxes += [box for box in found if box is not None]
    return boxes


@a_few(12)
@pytest.mark.parametrize(
    ("case", "width", "ratio"),
    [
        *((case, width, 1) for case in OWN for width in (280, 545, 1600)),  # the narrowest of either layout
        *((case, width, 1) for case in VIEWS for width in (280, 545)),
        *((case, 320, 3) for case in OWN),
        *(pytest.param(case, width, 1, marks=thorough) for case in OWN for width in (360, 720)),
        *(pytest.param(case, 320, 3, marks=thorough) for case in VIEWS),
    ],
    ids=str,
)
def test_no_word_is_cut_off_at_the_edge_of_a_picture(case: Case, width: int, ratio: int) -> None:
    # Every pair of options at the narrowest, and every option at every size.
    variants = VARIANTS if case in OWN and width == 280 else SINGLY
    for variant in (v for v in variants if v.plain is case.lesson):
        worst = max(corners(case.lesson), key=lambda place: variant.lesson.measure_at(place).loss)
        easel = case.easel(width, heights(case.picture, width), ratio)
        easel.paint(variant.state(worst).scene())
        frame = easel.figure.bbox
        for box in texts(easel):
            assert frame.x0 - 1 <= box.x0 <= box.x1 <= frame.x1 + 1, box
            assert frame.y0 - 1 <= box.y0 <= box.y1 <= frame.y1 + 1, box


@pytest.mark.parametrize("case", OWN, ids=str)
def test_no_word_in_a_picture_lies_on_another(case: Case) -> None:
    for width in (280, 360, 720):
        easel = case.easel(width, heights(case.picture, width))
        easel.paint(LessonState(case.lesson).scene())
        written = [t for axes in easel.figure.axes for t in axes.texts if t.get_text()]
        boxes = [text.get_window_extent() for text in written]
        crossing = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.overlaps(b)]
        assert crossing == [], width


@each_case
def test_a_picture_on_paper_of_its_theme(case: Case) -> None:
    for theme in COLOURS:
        picture = pixels(case.easel(theme=theme), LessonState(case.lesson))
        is_hill = case.lesson.id == "valley" and case in OWN  # under its sky
        place, ink = ((0, picture.shape[1] // 2), "sky") if is_hill else ((0, 0), "paper")
        assert "#{:02x}{:02x}{:02x}".format(*picture[place][:3]) == COLOURS[theme][ink]


def test_on_a_projector_all_is_larger_in_a_picture_of_the_same_size_unless_that_is_small() -> None:
    case = CASES[0]
    light, large, small = (
        case.easel(720),
        case.easel(720, theme="projector"),
        case.easel(280, theme="projector"),
    )
    state = LessonState(case.lesson)
    assert pixels(large, state).shape == pixels(light, state).shape
    pixels(small, state)
    assert [stand.figure.dpi for stand in (light, large, small)] == [72, 72 * LARGER["projector"], 72]
    place = large.place(360, 130)
    assert place is not None
    np.testing.assert_allclose(large.seen([place]), [(360, 130)], atol=1e-9)


def test_two_themes_do_not_disturb_each_other() -> None:
    case = CASES[0]
    state = LessonState(case.lesson)
    light, dark = case.easel(), case.easel(theme="dark")
    alone = pixels(case.easel(), state)
    dark.paint(state.scene())
    np.testing.assert_array_equal(pixels(light, state), alone)


def test_pictures_are_written_in_the_pages_typeface(typefaces: Path) -> None:
    from matplotlib import font_manager

    found = font_manager.findfont(font_manager.FontProperties(family=FONT), fallback_to_default=False)
    name = Path(found).name
    assert Path(found).read_bytes() == (typefaces / name).read_bytes()  # whichever folder was known first
    assert style(look("light", {}))["font.family"] == [FONT]


def test_a_folder_without_typefaces_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no \.ttf font in"):
        load_fonts(tmp_path)


def test_a_dollar_in_a_readers_label_is_a_dollar_and_no_formula() -> None:
    def draw(figure: Figure, look: Look) -> Show:
        figure.add_subplot().set_xlabel(r"$\price$ and $")
        return lambda scene: None

    assert Easel(draw, look("light", PAGE), 360, 260).paint(LessonState(LESSONS[0]).scene())
