"""Points under a hand: dragged, nudged, added, taken away, pasted, and every change undone."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from downhill.lesson import Choice, Entry, Figure, Lesson, Look, Plot, Scene, Show, Slider, Variant
from downhill.points.pasted_table import parse
from downhill.points.points import MOST, NAMES, Points, read, write
from downhill.studio.editor import Editor, listed
from downhill.studio.picture import OWN
from downhill.studio.studio import Studio
from downhill.text.format import PAGE
from downhill.verbs import Dispatcher
from tests.lesson.test_lesson import WORDS, Square, tiny
from tests.support.player import Player

pytestmark = pytest.mark.usefixtures("typefaces")
DOTS = Points(np.array([(1.0, 1.0), (4.0, 2.0), (9.0, 7.0)]), ("along", "up"))
THREE = DOTS.places.tolist()
PLOT = Plot("dots", "which", "own")


def variant(which: str, dots: str) -> Variant:
    """The dots, and a slider as long as they need it."""
    points = read(dots) if which == "own" else DOTS
    along = points.places[:, 0]
    slider = Slider("x", 0.0, float(max([10.0, *along])), 5.0, 0.1)
    data = {"along": along, "unit": 0.5 if which == "own" else 1.0}
    return Variant(sliders=(slider,), points=points, data=data)


def draw(figure: Figure, look: Look) -> Show:
    """Axes around all dots, which keep their limits while one is held."""
    axes = figure.add_subplot()

    def show(scene: Scene) -> bool:
        right = scene.lesson.sliders[0].high
        fresh = not scene.held and axes.get_xlim() != (0, right)
        if fresh:
            axes.set(xlim=(0, right), ylim=(0, 10))
        return fresh

    return show


def dots(plot: Plot) -> Lesson:
    """A lesson with points to edit: where a post should stand that is near to all dots."""
    words = ("choice.which", "choice.which.given", "choice.which.own", "entry.dots")
    return tiny(
        id="dots",
        words={**WORDS, **dict.fromkeys(words, "word")},
        choices=(Choice("which", ("given", "own"), fresh=True),),
        entries=(Entry("dots", write(DOTS.places, DOTS.names), read),),
        sliders=(),
        variant=variant,
        measure=lambda x, along: Square(float(((along - x) ** 2).sum()), x),
        draw=draw,
        plot=plot,
    )


class Work:
    """A session with the lesson, and an editor of its points."""

    def __init__(self, plot: Plot = PLOT) -> None:
        self.session = Player([dots(plot), tiny()])
        self.studio = Studio(self.session)
        self.studio.prerender()
        self.editor = Editor(self.studio)
        self.state = self.session.state("dots")
        self.session.dispatcher = Dispatcher(self.session, self.studio, self.editor)

    def ask(self, verb: str, *arguments: Any) -> Any:
        """Let a verb do its work; returns the view then."""
        return self.session.ask(verb, "dots", *arguments)

    @property
    def places(self) -> list[list[float]]:
        """The points as they stand."""
        return [[float(x), float(y)] for x, y in self.editor.points("dots").places]

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Where a place of the axes is seen."""
        return self.studio.easels["dots", OWN].seen([(x, y)])[0]


@pytest.fixture
def work() -> Work:
    """The lesson with its three dots."""
    return Work()


def test_a_dragged_point_is_where_the_hand_has_put_it_and_the_data_are_the_readers_own(work: Work) -> None:
    view = work.ask("drag", 1, work.seen(6, 3))
    assert work.places == [[1, 1], [6, 3], [9, 7]]
    assert view.choices == {"which": "own"}
    assert view.loss == 16 + 1 + 16
    assert work.editor.points("dots").names == DOTS.names
    assert DOTS.places.tolist() == THREE


def test_a_hand_puts_points_on_marks_and_never_off_the_axes(work: Work) -> None:
    work.editor.drag("dots", 0, (3000, 3000))
    assert work.places[0] == [10, 0]
    x, y = work.seen(3, 3)
    work.editor.drag("dots", 0, (x + 0.3, y + 0.3))
    assert work.places[0] == [3.0, 2.99]


def test_sliders_rates_and_axes_stay_while_a_point_is_held_and_fit_when_it_is_let_go(work: Work) -> None:
    work.editor.paste("dots", "5,5\n20,1")
    easel = work.studio.easels["dots", OWN]
    easel.paint(work.state.scene())
    assert work.state.lesson.sliders[0].high == 20
    work.session.move("dots", "x", 15)
    work.session.set_rate("dots", 0.5)
    work.editor.drag("dots", 1, easel.seen([(8, 1)])[0])
    easel.paint(work.state.scene())
    assert (work.state.values, work.state.lesson.sliders[0].high, work.state.rate) == ((15.0,), 20, 0.5)
    assert easel.figure.axes[0].get_xlim() == (0, 20)
    work.editor.drop("dots")
    easel.paint(work.state.scene())
    assert (work.state.values, work.state.lesson.sliders[0].high) == ((10.0,), 10)
    assert easel.figure.axes[0].get_xlim() == (0, 10)
    assert work.places == [[5, 5], [8, 1]]


def test_a_whole_drag_is_one_change_to_undo(work: Work) -> None:
    for x in range(3, 9):
        work.editor.drag("dots", 0, work.seen(x, 5))
    work.editor.drop("dots")
    work.editor.drag("dots", 2, work.seen(2, 2))
    work.editor.drop("dots")
    assert work.places == [[8, 5], [4, 2], [2, 2]]
    work.editor.undo("dots")
    assert work.places == [[8, 5], [4, 2], [9, 7]]
    view = work.ask("undo")
    assert (work.places, view.choices) == (THREE, {"which": "given"})
    assert work.ask("undo") == view
    assert not work.editor.state("dots")["undo"]


def test_what_is_forgotten_can_not_be_undone(work: Work) -> None:
    work.editor.remove("dots", 0)
    assert work.editor.state("dots")["undo"]
    work.editor.forget()
    assert not work.editor.state("dots")["undo"]
    work.editor.undo("dots")
    assert work.places == THREE[1:]


def test_a_point_that_is_held_goes_back_when_it_is_undone(work: Work) -> None:
    work.editor.drag("dots", 0, work.seen(8, 8))
    work.editor.undo("dots")
    assert work.places == THREE
    assert not work.state.scene().held


def test_sliders_that_count_in_units_of_the_points_mean_the_same_after_a_change() -> None:
    def translate(values: tuple[float], before: dict[str, Any], after: dict[str, Any]) -> tuple[float]:
        return (values[0] * after["unit"] / before["unit"],)

    work = Work(replace(PLOT, translate=translate))
    work.session.move("dots", "x", 6)
    work.editor.drag("dots", 0, (100, 100))
    work.editor.drag("dots", 0, (120, 100))
    assert work.state.values == (3,)
    work.editor.drop("dots")
    assert work.state.values == (3,)
    work.editor.undo("dots")
    assert work.state.values == (6,)


def test_keys_move_a_point_by_strides_of_the_axes(work: Work) -> None:
    work.editor.nudge("dots", 0, 10, 0)
    work.editor.nudge("dots", 0, 0, -1)
    assert work.places[0] == [2, 0.9]
    work.editor.nudge("dots", 0, 0, -500)
    assert work.places[0] == [2, 0]
    assert work.state.scene().held


def test_points_are_added_where_the_hand_points_or_in_the_middle_and_taken_away(work: Work) -> None:
    assert work.editor.tell("dots", 1) == "Point 2 of 3: along 4.00, up 2.00"
    work.editor.add("dots", work.seen(2, 8))
    work.editor.add("dots")
    assert work.places[:4] == [*THREE, [2, 8]]
    assert np.allclose(work.places[4], (5, 5), atol=0.5)
    work.editor.remove("dots", 1)
    assert work.places[:3] == [THREE[0], THREE[2], [2, 8]]
    for _ in range(4):
        work.editor.remove("dots", 0)
    assert work.places == []
    assert work.editor.tell("dots", 0) == PAGE["points.none"]
    assert work.editor.state("dots")["spots"] == []
    work.editor.add("dots")
    assert len(work.places) == 1


def test_more_than_two_hundred_points_are_refused_with_a_sentence(work: Work) -> None:
    work.editor.paste("dots", "1,2\n" * MOST)
    view = work.ask("add")
    assert len(work.places) == MOST
    assert str(MOST) in str(view.mistake["sentence"])


@pytest.mark.parametrize("index", [-1, 3])
def test_a_point_that_is_not_there_is_left_alone(work: Work, index: int) -> None:
    before = work.session.look("dots")
    assert work.ask("drag", index, (100, 100)) == before
    assert work.ask("nudge", index, 1, 1) == before
    assert work.ask("remove", index) == before
    assert work.editor.tell("dots", index) == ""


def test_a_pasted_table_gives_points_and_names_and_a_bad_one_leaves_all_as_it_was(work: Work) -> None:
    view = work.ask("paste", "size;price;kind\n1,5;2;a\n3;4,5;b")
    assert work.editor.points("dots").names == ("size", "price")
    assert work.places == [[1.5, 2], [3, 4.5]]
    assert "3 columns" in work.editor.state("dots")["remark"]
    assert view.mistake == {}
    bad = work.ask("paste", "1;2\n3;x")
    assert bad._replace(mistake={}) == view
    assert bad.mistake == {
        "sentence": "In row 2, “x” is not a number.",
        "start": 4,
        "end": 7,
    }
    work.editor.paste("dots", "7,8")
    assert work.editor.points("dots").names == NAMES
    assert work.editor.state("dots")["remark"] == ""


@pytest.mark.parametrize("names", [NAMES, ("size, in m²", 'the "price"'), ("a;b", "c")])
def test_points_as_they_are_listed_can_be_pasted_back(names: tuple[str, str]) -> None:
    points = Points(np.array([(1.5, -2000.0), (1234567.0, 0.1), (1e-7, 1 / 3)]), names)
    table = parse(listed(points))
    assert (table.points == points.places).all()
    assert (table.names or NAMES) == names


def test_a_lesson_without_points_to_edit_is_named(work: Work) -> None:
    with pytest.raises(KeyError, match="tiny"):
        work.editor.state("tiny")
