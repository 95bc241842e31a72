"""What is foretold, as the page asks for it and as a link has it."""

import pytest

from downhill.session.session import Session
from downhill.studio.studio import Studio
from tests.support.player import Player
from tests.support.states import LESSONS

GUESSES = {"valley": ("step", [-2.35]), "line": ("end", [140.0, 240.0]), "next-word": ("step", [3.0])}


@pytest.mark.parametrize("lesson", GUESSES)
def test_a_link_brings_a_guess_that_waits_and_the_answer_is_the_same(lesson: str) -> None:
    here, there = Player(LESSONS), Player(LESSONS)
    about, values = GUESSES[lesson]
    here.place_prediction(lesson, about, values)
    link = here.fragment(lesson)
    assert not there.restore(link)
    assert there.view(lesson).prediction == here.view(lesson).prediction
    assert there.fragment(lesson) == link
    count = 1 if about == "step" else 1000
    assert there.step(lesson, count).predicted == here.step(lesson, count).predicted != ""


def test_a_guess_that_was_answered_or_not_made_yet_is_in_no_link() -> None:
    player = Player(LESSONS)
    player.place_prediction("valley", "step", [])
    assert "guess" not in player.fragment("valley")
    player.place_prediction("valley", "step", [0.0])
    assert "valley.guess=step~0" in player.fragment("valley")
    player.step("valley")
    assert "guess" not in player.fragment("valley")


@pytest.mark.parametrize(
    "text", ["step", "step~", "step~x", "soon~1", "step~1~2", "~1", "end~nan", "step~inf", "1"]
)
def test_a_guess_in_a_link_that_makes_no_sense_is_named_and_left_out(text: str) -> None:
    player = Player(LESSONS)
    assert player.restore(f"valley&v=2&valley.guess={text}") == ("valley.guess",)
    assert not player.view("valley").prediction["open"]


def test_a_link_without_a_guess_takes_one_back_and_so_does_the_reader() -> None:
    player = Player(LESSONS)
    player.place_prediction("valley", "end", [1.0])
    player.restore("valley")
    opened = player.view("valley").prediction["open"]
    player.place_prediction("valley", "end", [1.0])
    assert (opened, player.forget_prediction("valley").prediction["open"]) == (False, False)


def test_a_locked_guess_is_refused() -> None:
    player = Player(LESSONS)
    player.lock(["valley.prediction"])
    assert not player.place_prediction("valley", "step", [0.0]).prediction["open"]
    assert player.place_prediction("line", "end", [140.0, 240.0]).prediction["open"]


def test_one_pointed_at_is_where_the_pointer_is(typefaces: object) -> None:
    session = Session(LESSONS)
    studio = Studio(session)
    studio.prerender()
    stand = studio.easels["valley", "picture"]
    ((x, y),) = stand.seen([(2.0, 4.0)])
    studio.point_prediction("valley", "step", "picture", [x, y])
    assert session.view("valley").prediction["values"] == [2.0]
    studio.point_prediction("valley", "step", "picture", [-500, y])  # off the axes
    assert session.view("valley").prediction["values"] == [2.0]
    with pytest.raises(KeyError, match="next-word"):
        studio.point_prediction("next-word", "step", "picture", [x, y])


def test_a_line_is_drawn_through_the_place_pointed_at_and_turns_about_its_other_side(
    typefaces: object,
) -> None:
    session = Session(LESSONS)
    studio = Studio(session)
    studio.prerender()
    stand, state = studio.easels["line", "picture"], session.state("line")
    cloud = state.lesson.data["cloud"]
    axes = stand.figure.axes[0]
    left, right = axes.get_xlim()

    def height(x: float) -> float:
        m, b = session.view("line").prediction["values"] or state.values
        return float(m * (x - cloud.origin) / cloud.per + b)

    for share, pivot in ((0.2, 0.75), (0.9, 0.25)):
        x, fixed = left + share * (right - left), left + pivot * (right - left)
        before, wanted = height(fixed), height(x) + 20
        studio.point_prediction("line", "end", "picture", list(stand.seen([(x, wanted)])[0]))
        assert height(x) == pytest.approx(wanted, abs=6)  # the sliders have marks
        assert height(fixed) == pytest.approx(before, abs=6)
