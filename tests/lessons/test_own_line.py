"""The line lesson with the reader's own points, however few and wherever they lie."""

import math
from itertools import cycle

import numpy as np
import pytest

from downhill.points.pasted_table import parse
from downhill.studio.editor import Editor, listed
from downhill.studio.picture import OWN
from downhill.studio.studio import Studio
from downhill.verbs import Dispatcher
from tests.support.often import thorough
from tests.support.player import Player
from tests.support.states import LESSONS

pytestmark = pytest.mark.usefixtures("typefaces")
(LINE,) = (lesson for lesson in LESSONS if lesson.id == "line")
SETS = next(choice for choice in LINE.choices if choice.name == "data").options
ERRORS = ("absolute", "squared")
ODD = [
    "7, 8",
    "7, 8\n9, 12",
    "7, 8\n7, 9\n7, 30",
    "0, 0\n0, 0",
    "1, 5\n2, 5\n3, 5",
    "1e9, 1e9\n-1e9, -1e9",
    "1e9, 1e9\n1e9, 1e9",
    "1e-12, 1e-12\n2e-12, 5e-12",
    "1000000000, 1\n999999999.9, 2",
    "2000, 1\n2001, 2\n2002, 5",
    "$\\foo$, y $x$\n1, 2\n3, 5",
    "\n".join(f"{x}, {x * 7919 % 13}" for x in range(200)),
]


class Work:
    """The lesson alone, with all its pictures."""

    def __init__(self) -> None:
        self.session = Player([LINE])
        self.studio = Studio(self.session)
        self.editor = Editor(self.studio)
        self.state = self.session.state("line")

    def check(self) -> None:
        """Everything can be drawn and told, and gradient descent takes steps that stay finite."""
        for _ in range(3):
            self.studio.prerender()
            view = self.session.step("line", 5)
            assert math.isfinite(view.loss)
            assert view.sentence
            assert all(math.isfinite(row.value) for row in view.rows.values())


@pytest.fixture
def work() -> Work:
    """The lesson as it opens, drawn."""
    work = Work()
    work.studio.prerender()
    return work


@pytest.mark.parametrize(
    ("text", "error"),
    [
        *zip(ODD, cycle(ERRORS)),
        *(pytest.param(text, error, marks=thorough) for text, error in zip(ODD, cycle(ERRORS[::-1]))),
    ],
    ids=lambda part: part[:12],
)
def test_own_points_can_be_pasted_dragged_and_taken_away_wherever_they_lie(
    work: Work, text: str, error: str
) -> None:
    work.session.choose("line", "error", error)
    work.session.dispatcher = Dispatcher(work.session, work.editor)
    assert work.session.ask("paste", "line", text).mistake == {}
    work.check()
    work.editor.nudge("line", 0, 5, 5)
    work.check()
    work.editor.drop("line")
    work.check()
    while len(work.editor.points("line").places) > 2:
        work.editor.remove("line", 0)
    work.check()


def test_without_any_points_there_is_a_sentence_and_a_place_for_the_next_one(work: Work) -> None:
    work.editor.paste("line", "1, 2")
    work.editor.remove("line", 0)
    work.check()
    assert work.state.now.loss == 0
    work.editor.add("line")
    work.check()
    assert len(work.editor.points("line").places) == 1


@pytest.mark.parametrize("name", SETS)
def test_a_first_change_copies_the_points_and_leaves_the_line_where_it_was(work: Work, name: str) -> None:
    work.session.choose("line", "data", name)
    work.studio.prerender()
    slider = work.state.lesson.sliders[0]
    work.session.move("line", "m", slider.low + 0.6 * slider.span)
    points, before = work.editor.points("line"), work.state.now.predicted
    seen = work.studio.easels["line", OWN].seen(points.places.tolist())
    work.editor.drag("line", 1, (seen[1][0], seen[1][1] - 20))
    assert np.allclose(np.delete(work.state.now.predicted, 1), np.delete(before, 1))
    own = work.editor.points("line")
    assert (np.delete(own.places, 1, axis=0) == np.delete(points.places, 1, axis=0)).all()
    assert (own.names, work.state.choices["data"]) == (points.names, "own")
    table = parse(listed(points))
    assert (table.points == points.places).all()
    work.editor.undo("line")
    assert work.state.choices["data"] == name
    assert np.allclose(work.state.now.predicted, before)


@pytest.mark.parametrize(
    "text", ["1\tnan", "1\t1e300", "1\t1e-300", "<b>", "1\t2\t3", "\n".join(["1\t2"] * 201)]
)
def test_absurd_points_in_a_link_are_left_out_and_named(text: str) -> None:
    session = Player([LINE])
    quoted = text.replace("\t", "%09").replace("\n", "%0A").replace("<", "%3C")
    assert session.restore(f"line&v=1&line.points={quoted}&line.data=own") == ("line.points",)
    assert session.look("line").entries == Player([LINE]).look("line").entries
