"""The model at work: the protocol of every model, what a reader changes, the way back through a training."""

from typing import cast
from urllib.parse import quote

import numpy as np
import pytest

from downhill.lessons.lesson_60_looking_back import lesson
from downhill.lessons.lesson_60_looking_back.looks import earlier
from downhill.lessons.lesson_60_looking_back.texts import WINDOW, example
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.session.session import Session
from downhill.text.mistake import Mistake
from tests.lessons.looking_back.conftest import NAME, Trained, spoken
from tests.lessons.looking_back.worlds import WORLDS
from tests.support.often import slow


def looking(session: Session) -> Looking:
    return cast(Looking, session.trainer(NAME))


@slow
def test_training_begins_even_falls_through_the_floor_of_three_words_and_ends_sharp(session: Session) -> None:
    trainer = looking(session)
    trainer.choose("eyes", "model")
    assert not lesson.goal(trainer.standing())
    said = [lesson.describe(trainer.standing())]
    for _ in range(300):
        assert trainer.step()
        if trainer.course.is_due(trainer.steps):
            said.append(lesson.describe(trainer.standing()))
    assert [key for i, key in enumerate(said) if key != said[i - 1] or not i] == [
        "start",
        "even",
        "forming",
        "sharp",
    ]
    fall, learned = trainer.landmarks
    assert (fall.name, learned.name) == ("fall", "learned")
    assert fall.loss < WINDOW
    assert 0 < fall.at < learned.at <= 300
    looks = trainer.course.seen[:, 3]
    assert looks[0] < 0.06
    assert looks[-1] > 0.8
    assert session.view(NAME).more["looks"] == pytest.approx(looks[-1])


@slow
def test_the_way_back_leads_to_the_same_weights_and_losses_and_on_from_there(trained: Trained) -> None:
    trainer = looking(trained(120))
    end, losses = trainer.training.weights.copy(), trainer.losses
    course = trainer.course.seen.copy()
    places = trainer.places
    for place in (len(places) - 1, 3, 0):
        trainer.rewind(place)
        assert trainer.steps == trainer.places[place]
        assert trainer.losses == pytest.approx(trainer.training.losses(), abs=1e-12)
        assert len(trainer.course.seen) >= len(course)
    trainer.rewind(99)
    assert (trainer.training.weights == end).all()
    assert trainer.losses == pytest.approx(losses)
    trainer.rewind(0)
    for _ in range(120):
        trainer.step()
    assert (trainer.training.weights == end).all()
    assert trainer.losses == losses
    assert trainer.course.seen.tolist() == course.tolist()


@slow
def test_who_came_by_a_link_goes_back_and_stays_there() -> None:
    session, link = Session([], [lesson]), f"{NAME}&v=2&{NAME}.steps=8&{NAME}.changes=4r0.2_6r0.3"
    assert not session.restore(link)
    trainer = looking(session)
    while trainer.steps < 3:
        trainer.step()
    trainer.rewind(1)
    assert (trainer.steps, trainer.behind) == (1, False)
    assert not session.restore(link)
    trainer = looking(session)
    while trainer.behind:
        trainer.step()
    assert (trainer.places, trainer.place) == ([0, 1, 2, 5, 8], 4)
    assert "8" in session.view(NAME).more["place_spoken"]
    for place in (3, 1, 4):
        trainer.rewind(place)
        assert (trainer.places[place], trainer.place, trainer.behind) == (trainer.steps, place, False)


@slow
def test_another_rate_on_the_way_back_leaves_what_came_later(trained: Trained) -> None:
    trainer = looking(trained(120))
    trainer.rewind(5)
    back = trainer.steps
    trainer.set_rate(0.5)
    trainer.step()
    assert trainer.steps == back + 1
    assert trainer.course.seen[-1, 0] <= back + 1
    assert trainer.places[-1] <= back + 1
    assert all(each.steps <= back for each in trainer.landmarks)


@pytest.mark.parametrize("code", WORLDS)
def test_a_link_leads_to_the_same_state(code: str) -> None:
    with spoken(code):
        session = Session([], [lesson])
        trainer = looking(session)
        trainer.reseed()
        trainer.choose("batch", "4")
        trainer.choose("eyes", "hand")
        trainer.enter("prompt", trainer.text_of("long"))
        trainer.choose("hide", "4")
        trainer.move("score2", 2.5)
        trainer.set_rate(1.0)
        for _ in range(7):
            trainer.step()
        other = Session([], [lesson])
        assert not other.restore(session.fragment(NAME))
        again = looking(other)
        while again.behind:
            again.step()
        assert again.shown_settings() == trainer.shown_settings()
        assert (again.training.weights == trainer.training.weights).all()
        assert other.fragment(NAME) == session.fragment(NAME)


@slow
def test_covering_the_right_word_switching_off_and_swapping_change_what_it_says(trained: Trained) -> None:
    session = trained()
    trainer = looking(session)
    right = trainer.at_text().right[0]
    assert trainer.at_text().told()["said"] == "cat"
    trainer.choose("hide", str(right))
    assert trainer.at_text().shares[right] == 0
    assert lesson.describe(trainer.standing()) == "hidden"
    trainer.choose("hide", str(right))
    trainer.choose("attention", "off")
    assert lesson.describe(trainer.standing()) == "off"
    assert not trainer.at_text().shares.any()
    trainer.choose("attention", "on")
    trainer.choose("swap", "1")
    assert trainer.prompt == "Tom has a cat. Mia has a dog. Ida has a kite. It is windy. Mia pets her"
    assert trainer.at_text().told()["said"] == "dog"
    trainer.move("sharp", 0.0)
    text = trainer.at_text()
    assert np.ptp(text.shares) == pytest.approx(0)
    assert lesson.describe(trainer.standing()) == "sharpness"


def test_a_hand_says_what_it_looks_at(session: Session) -> None:
    trainer = looking(session)
    trainer.choose("eyes", "hand")
    even = trainer.at_text()
    assert [even.world.tokens[even.tokens[place]] for place in even.candidates] == ["cat", "dog", "kite"]
    assert even.shares[[*even.candidates]] == pytest.approx(np.full(3, 1 / 3))
    assert even.shares.sum() == pytest.approx(1)
    right = even.right[0]
    slider = f"score{1 + even.candidates.index(right)}"
    surprises = []
    for score in (0.0, 2.0, 4.0, 8.0):
        trainer.move(slider, score)
        told = trainer.at_text().told()
        surprises.append(told["surprise"])
        share = np.exp(score) / (np.exp(score) + 2)
        assert told["share"] == pytest.approx(100 * share)
        assert told["surprise"] == pytest.approx(-np.log(share))
    assert surprises == sorted(surprises, reverse=True)
    assert told["said"] == "cat"


def test_another_text_leaves_the_sliders_where_they_are_and_the_look_is_wrong_there(session: Session) -> None:
    trainer = looking(session)
    trainer.choose("eyes", "hand")
    trainer.move("score1", 8.0)
    assert trainer.at_text().told()["said"] == trainer.at_text().told()["right"] == "cat"
    trainer.enter("prompt", trainer.text_of("swapped"))
    told = trainer.at_text().told()
    assert (told["said"], told["right"]) == ("cat", "dog")


@pytest.mark.parametrize(("key", "right"), [("known", "cat"), ("swapped", "dog"), ("long", "dog")])
def test_a_link_of_the_time_of_five_sliders_looks_at_the_same_thing(
    session: Session, key: str, right: str
) -> None:
    trainer = looking(session)
    text = trainer.text_of(key)
    trainer.enter("prompt", text)
    at = trainer.at_text()
    name = f"score{1 + earlier(at.world, at.tokens, at.asked).index(at.right[0])}"
    link = f"{NAME}&v=2&{NAME}.eyes=hand&{NAME}.prompt={quote(text)}&{NAME}.{name}=8"
    assert session.restore(link) == ()
    assert looking(session).at_text().told()["said"] == right
    assert not Session([], [lesson]).restore(session.fragment(NAME))


@slow
def test_words_of_a_readers_own_begin_all_anew_and_are_learned(session: Session) -> None:
    trainer = looking(session)
    trainer.step()
    trainer.enter("own", "Mia = Zara, cat = llama")
    assert trainer.steps == 0
    assert trainer.prompt.startswith("Zara has a llama.")
    with pytest.raises(Mistake):
        trainer.enter("own", "Mia = Tom")
    assert trainer.own == "Mia = Zara, cat = llama"
    trainer.choose("eyes", "model")
    for _ in range(250):
        trainer.step()
    assert trainer.at_text().told()["said"] == "llama"


def test_the_cards_have_the_right_word_and_a_guess_is_told_of(session: Session) -> None:
    trainer, said = looking(session), set()
    for key in ("known", "swapped", "new", "long"):
        trainer.enter("prompt", trainer.text_of(key))
        story = example(trainer.world, key)
        cards = trainer.at_text().cards
        assert story.tokens[story.asked] in cards.values()
        assert len(cards) == 3
        for kind, token in cards.items():
            trainer.guess(kind)
            told = session.view(NAME).cards["said"]
            assert told.startswith("Right") == (token == story.tokens[story.asked])
            said.add(told)
    assert len(said) > 4
    with pytest.raises(KeyError):
        trainer.guess("9")


def test_a_text_with_fewer_things_has_fewer_cards_and_a_card_that_is_gone_is_not_chosen(
    session: Session,
) -> None:
    trainer = looking(session)
    trainer.guess("3")
    trainer.enter("prompt", "Mia has a cat. Mia pets her")
    assert session.view(NAME).cards["cards"] == [{"id": "1", "text": "cat"}]
    trainer.guess("3")
    assert trainer.guessed == ""
    trainer.guess("1")
    assert session.view(NAME).cards["said"].startswith("Right")


def test_unknown_choices_and_sliders_are_named() -> None:
    trainer = looking(Session([], [lesson]))
    for name, option in (("eyes", "left"), ("ears", "on"), ("batch", "5")):
        with pytest.raises(KeyError, match=name):
            trainer.choose(name, option)
    with pytest.raises(KeyError, match="volume"):
        trainer.move("volume", 3.0)


@slow
@pytest.mark.parametrize("way", ["momentum", "adam"])
def test_with_a_memory_the_way_back_leads_to_the_same_weights_too_and_a_link_there(way: str) -> None:
    session = Session([], [lesson])
    trainer = looking(session)
    trainer.set_way(way)
    for _ in range(60):
        trainer.step()
    end = trainer.training.weights.copy()
    trainer.rewind(5)
    assert 0 < trainer.steps < 60
    assert trainer.ways.name == way
    while trainer.steps < 60:
        trainer.step()
    assert (trainer.training.weights == end).all()
    other = Session([], [lesson])
    assert not other.restore(session.fragment(NAME))
    again = looking(other)
    while again.behind:
        again.step()
    assert (again.training.weights == end).all()
    trainer.rewind(0)
    assert trainer.steps == 0
    assert trainer.ways.name == way
