"""The studio: which pictures there are, and pixels that land on the right canvas."""

import random
from collections.abc import Sequence

import numpy as np
import pytest

from downhill.drawing.dirty_rect import Box
from downhill.drawing.themes import COLOURS
from downhill.lesson import Lesson
from downhill.lessons import all_models, every_lesson
from downhill.studio.canvases import MOST
from downhill.studio.editor import Editor
from downhill.studio.picture import easel, pictures
from downhill.studio.studio import FIRST, LOWEST, NARROWEST, Studio
from tests.support.experiments import alone, ran
from tests.support.often import FULLY
from tests.support.player import Player
from tests.support.states import LESSONS

pytestmark = pytest.mark.usefixtures("typefaces")


@pytest.mark.parametrize("loss", ["1e100", "-1e100", "1e97 * m", "1e308"])
def test_every_picture_of_a_loss_is_painted_however_large_the_code_makes_it(loss: str) -> None:
    session = alone("line")
    ran(session, "line", ("np.abs(errors).sum()", loss))
    assert (session.codes["line"].slip is None) == (loss != "1e308")
    for stand in Studio(session).easels.values():
        stand.paint(session.state("line").scene())


class NullCanvas:
    """A canvas that remembers what was put on it, and takes over nothing but what is said to have changed."""

    def __init__(self) -> None:
        self.shown: list[np.ndarray] = []
        self.released = 0

    def put(self, pixels: memoryview, whole: Box, changed: Sequence[Box]) -> None:
        assert pixels.shape == (whole.bottom, whole.right, 4)
        fits = self.shown and self.shown[-1].shape == pixels.shape
        now = self.shown[-1].copy() if fits else np.zeros(pixels.shape, dtype=np.uint8)
        for left, top, right, bottom in changed:
            now[top:bottom, left:right] = np.asarray(pixels)[top:bottom, left:right]
        self.shown.append(now)

    def release(self) -> None:
        self.released += 1


def furnished(*hung: tuple[str, str]) -> tuple[Player, Studio, dict[tuple[str, str], NullCanvas]]:
    """A session, its studio, and walls before some of its pictures."""
    session = Player(LESSONS)
    studio, walls = Studio(session), {name: NullCanvas() for name in hung}
    for name, wall in walls.items():
        studio.attach_canvas(*name, wall)
    return session, studio, walls


def test_a_lesson_whose_own_picture_is_its_curve_has_no_second_one() -> None:
    assert "curve" not in {picture.name for picture in pictures(LESSONS[0])}


def test_a_picture_that_no_lesson_has_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="no picture 'map' in lesson 'valley'"):
        furnished()[1].attach_canvas("valley", "map", NullCanvas())


def test_another_size_is_painted_at_once_and_the_same_size_costs_no_new_figure() -> None:
    _, studio, walls = furnished(("valley", "picture"))
    studio.resize("valley", "picture", 400.0, 200.0, 2.0)
    figure = studio.easels["valley", "picture"].figure
    studio.resize("valley", "picture", 400.0, 200.0, 2.0)
    assert [image.shape for image in walls["valley", "picture"].shown] == [(400, 800, 4)]
    studio.resize("valley", "picture", 400.0004, 200.0004, 2.0)  # the crumb of a pixel that the page adds
    assert studio.easels["valley", "picture"].figure is figure


FAR, HERE = (400.0, 200.0, 1.0, True), (400.0, 200.0, 1.0, False)


def test_a_figure_may_be_kept_for_a_canvas_of_any_size_all_else_is_forgotten() -> None:
    session, studio, walls = furnished(("valley", "picture"))
    studio.prerender()
    figure = studio.easels["valley", "picture"].figure
    studio.clear(but=("valley", "picture"))
    assert [key for key, stand in studio.easels.items() if hasattr(stand, "figure")] == [
        ("valley", "picture")
    ]
    session.choose("valley", "shape", "two-valleys")
    studio.fit("valley", "picture", *HERE)
    studio.paint("valley")
    np.testing.assert_array_equal(walls["valley", "picture"].shown[-1], as_now(session, studio, "picture"))
    assert studio.easels["valley", "picture"].figure is figure


def test_what_is_far_from_the_window_is_painted_once_it_comes_near_as_it_is_then() -> None:
    session, studio, walls = furnished(("valley", "picture"), ("valley", "trace"))
    shown = walls["valley", "picture"].shown
    studio.resize("valley", "picture", *FAR)
    studio.paint("valley")
    studio.set_theme("dark")
    session.move("valley", "x", 2.0)
    studio.paint("valley")
    assert not shown
    assert len(walls["valley", "trace"].shown) == 3
    studio.resize("valley", "picture", *HERE)
    np.testing.assert_array_equal(shown[-1], as_now(session, studio, "picture"))
    studio.resize("valley", "picture", *FAR)
    studio.resize("valley", "picture", *HERE)
    assert len(shown) == 1  # nothing has changed meanwhile
    studio.resize("valley", "picture", *FAR)
    studio.set_language()
    studio.resize("valley", "picture", *HERE)
    assert len(shown) == 2  # in other words


def as_now(session: Player, studio: Studio, name: str, lesson: str = "valley") -> np.ndarray:
    """A picture of a lesson as it stands, on an easel that has painted nothing before."""
    fresh = easel(session.at_work(lesson).lesson, studio.pictures[lesson, name], studio.theme)
    fresh.stretch(*HERE[:3])
    return np.asarray(fresh.paint(session.at_work(lesson).scene()))


@pytest.mark.parametrize("away", [FAR, (0.0, 0.0, 1.0, False)], ids=["far", "hidden"])
def test_points_are_told_of_a_picture_that_nobody_sees_as_it_would_be_and_its_canvas_follows(
    away: tuple[float, float, float, bool],
) -> None:
    session, studio, walls = furnished(("line", "picture"))
    studio.paint("line")
    studio.resize("line", "picture", *HERE)
    studio.fit("line", "picture", *away)
    session.choose("line", "data", "sprint")  # years, where square feet were before
    studio.paint("line")
    told = Editor(studio).state("line")
    spots, (width, height) = told["spots"], told["size"]
    assert (width, height) == HERE[:2]
    assert spots
    assert all(0 < x < width and 0 < y < height for x, y in spots)
    studio.resize("line", "picture", *HERE)
    assert Editor(studio).state("line")["spots"] == spots
    np.testing.assert_array_equal(
        walls["line", "picture"].shown[-1], as_now(session, studio, "picture", "line")
    )


def test_far_pictures_are_painted_in_the_end_but_not_those_of_a_start_that_an_image_shows() -> None:
    session, studio, walls = furnished(("valley", "picture"), ("valley", "trace"), ("line", "picture"))
    for key in walls:
        studio.resize(*key, *FAR)
    assert not studio.paint_late()
    assert not any(wall.shown for wall in walls.values())
    session.restore("valley&valley.x=1.5&v=1")
    for lesson in ("valley", "line"):
        studio.paint(lesson)
    assert studio.paint_late()  # one after the other
    assert not studio.paint_late()
    assert [len(wall.shown) for wall in walls.values()] == [1, 1, 0]
    np.testing.assert_array_equal(walls["valley", "picture"].shown[-1], as_now(session, studio, "picture"))
    studio.set_theme("dark")
    session.restore("valley&v=1")
    studio.paint("valley")
    assert studio.paint_late()  # what an image no longer stands for follows on its way back, too
    assert not studio.paint_late()
    np.testing.assert_array_equal(walls["valley", "picture"].shown[-1], as_now(session, studio, "picture"))


def test_the_smallest_pictures_have_room_for_their_margins_and_smaller_ones_are_not_painted() -> None:
    session = Player(LESSONS, all_models())
    studio, walls = Studio(session), {}
    for lesson in every_lesson():
        for picture in pictures(lesson):
            walls[lesson.id, picture.name] = NullCanvas()
            studio.attach_canvas(lesson.id, picture.name, walls[lesson.id, picture.name])
    for key in walls:
        for width, height in ((1.0, 300.0), (NARROWEST - 1, 300.0), (300.0, 1.0), (300.0, LOWEST - 1)):
            studio.resize(*key, width, height, 1.0)
        assert walls[key].shown == []
        for width, height in ((NARROWEST, 300.0), (300.0, LOWEST), (NARROWEST, LOWEST), (NARROWEST, 900.0)):
            studio.resize(*key, width, height, 1.0)
            studio.drawn(*key)
            assert studio.easels[key].fits(width, height, 1.0), key


@pytest.mark.parametrize("picture", ["curve", "slice"])  # the second one is slow
def test_what_is_hidden_is_never_painted_and_what_is_unfolded_shows_what_is_true_by_then(
    picture: str,
) -> None:
    session, studio, walls = furnished(("next-word", picture))
    shown = walls["next-word", picture].shown
    for number, value in enumerate((0.5, -0.5)):
        studio.resize("next-word", picture, 0.0, 0.0, 1.0, False)
        session.move("next-word", "cat_animals", value)
        studio.paint("next-word")
        studio.paint_slow()
        assert not studio.paint_late()
        assert len(shown) == number
        studio.resize("next-word", picture, *HERE)
        wrong = (shown[-1] != as_now(session, studio, picture, "next-word")).mean()
        assert wrong < 0.001  # edges of a trail that was drawn in other pieces
        assert number == 0 or (shown[0] != shown[1]).mean() > 0.002


def test_the_oldest_figures_are_given_up_first_those_that_nobody_sees_and_drawn_anew_in_time() -> None:
    hung = [(lesson.id, picture.name) for lesson in LESSONS for picture in pictures(lesson)]
    session, studio, walls = furnished(*hung)
    kept, memory, held = studio.canvases.drawn, {}, 0
    for key in hung:
        studio.resize(*key, *HERE)
        memory[key] = kept[key]
        held = max(held, sum(kept.values()))
        assert all(studio.easels[other].begun for other in memory if other[0] == key[0])
    assert sum(memory.values()) > 1.2 * MOST
    assert held <= MOST
    given_up = [key for key in hung if not studio.easels[key].begun]
    assert given_up == hung[: len(given_up)]  # all are seen: the oldest
    unseen = hung[-3]
    studio.resize(*unseen, *FAR)
    studio.resize(*hung[0], *HERE)
    given_up = [key for key in hung if not studio.easels[key].begun]
    assert unseen in given_up
    assert set(kept) == set(hung) - set(given_up)
    assert sum(kept.values()) <= MOST < sum(kept.values()) + memory[unseen]
    assert [walls[key].released - 1 for key in hung[1:]] == [key in given_up for key in hung[1:]]
    assert unseen not in studio.canvases.late()  # its canvas shows what is true
    shown = len(walls[unseen].shown)
    studio.resize(*unseen, *HERE)
    assert studio.easels[unseen].begun
    assert len(walls[unseen].shown) == shown + 1
    np.testing.assert_array_equal(walls["valley", "picture"].shown[-1], as_now(session, studio, "picture"))


def test_figures_of_the_lesson_at_work_stay_whatever_they_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("downhill.studio.canvases.MOST", 1)
    hung = [("valley", "picture"), *(("line", picture.name) for picture in pictures(LESSONS[1]))]
    session, studio, _ = furnished(*hung)
    for key in hung:
        studio.resize(*key, *HERE)
    session.move("line", "m", 0.25)
    studio.paint("line")
    assert set(studio.canvases.drawn) == set(hung[1:])
    studio.resize(*hung[0], *HERE)
    assert set(studio.canvases.drawn) == {hung[0]}


def test_a_hand_that_points_to_a_picture_before_it_is_painted_points_to_what_it_will_show() -> None:
    session, studio, _ = furnished(("valley", "picture"))
    studio.resize("valley", "picture", *FAR)
    assert not studio.easels["valley", "picture"].begun
    studio.point("valley", "picture", 250.0, 100.0)
    early = session.state("valley").values
    assert early != tuple(slider.start for slider in LESSONS[0].sliders)
    session.move("valley", "x", 4.0)
    studio.resize("valley", "picture", *HERE)
    studio.point("valley", "picture", 250.0, 100.0)
    assert session.state("valley").values == early


def test_another_theme_is_painted_at_once_on_every_canvas() -> None:
    _, studio, walls = furnished(("valley", "picture"), ("line", "map"))
    before = studio.easels["valley", "picture"].look.words
    studio.set_theme("dark")
    assert studio.easels["valley", "picture"].look.words == before
    for (_, picture), wall in walls.items():
        ink, shown = ("paper" if picture == "map" else "sky"), wall.shown[-1]
        place = (0, 0) if picture == "map" else (0, shown.shape[1] // 2)
        assert "#{:02x}{:02x}{:02x}".format(*shown[place][:3]) == COLOURS["dark"][ink]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
@pytest.mark.parametrize("ratio", [1.0, 1.5, 3.0])
def test_what_is_said_to_have_changed_is_all_that_has_changed(lesson: Lesson, ratio: float) -> None:
    hung = [(lesson.id, picture.name) for picture in pictures(lesson)]
    session, studio, walls = furnished(*hung)
    for _, picture in hung:
        studio.resize(lesson.id, picture, 360.0, 240.0, ratio)
    dice = random.Random(7)
    for _ in range(60 if FULLY else 30 if ratio == 1 else 10):
        slider = dice.choice(lesson.sliders)
        if dice.random() < 0.6:
            session.move(lesson.id, slider.name, dice.uniform(slider.low, slider.high))
        else:
            session.step(lesson.id, dice.choice((1, 3)))
        studio.paint(lesson.id)
        studio.paint_slow()
        for name, wall in walls.items():
            assert np.array_equal(wall.shown[-1], studio.easels[name].canvas.buffer_rgba()), name
        wall.shown[:-1] = []


def test_the_first_picture_comes_before_the_others_of_its_lesson_which_are_owed() -> None:
    hung = [("line", "picture"), ("line", "map"), ("line", "trace"), ("valley", "picture")]
    session, studio, walls = furnished(*hung)
    for slope in (50.0, 60.0, 70.0):
        session.move("line", "m", slope)
        studio.paint("line", FIRST)
    assert [len(wall.shown) for wall in walls.values()] == [3, 0, 0, 0]
    studio.paint_pending()
    studio.paint_pending()
    assert [len(wall.shown) for wall in walls.values()] == [3, 1, 1, 0]
    assert not studio.easels["line", "curve"].begun  # without a canvas
