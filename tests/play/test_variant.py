"""Variants: sliders that fit what is chosen, the texts that a reader writes, and a lesson's own buttons."""

from typing import Any

import pytest

from downhill.lesson import Choice, Entry, Lesson, Slider, Variant
from downhill.play.lesson_state import LessonState
from downhill.play.variant import MOST_KNOWN
from downhill.text.mistake import Mistake
from tests.lesson.test_lesson import WORDS as PLAIN
from tests.lesson.test_lesson import Square, tiny
from tests.support.player import Player

SLIDERS = {
    "metres": (Slider("x", 0.0, 10.0, 8.0, 0.1, "m"),),
    "feet": (Slider("x", 0.0, 32.0, 30.0, 0.5, "ft"),),
}
WORDS = PLAIN | dict.fromkeys(
    "choice.unit choice.unit.metres choice.unit.feet choice.far entry.mark".split(), "word"
)
WORDS |= {"mark.odd": "{text} is no number"}


def number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise Mistake("mark.odd", 0, len(text), text=text) from None


def measure(x: float, unit: str, far: str, mark: str) -> Square:
    return Square((x - number(mark) - (far == "on")) ** 2, x)


def stick(**other: Any) -> Lesson:
    settings: dict[str, Any] = {
        "id": "stick",
        "words": WORDS,
        "sliders": SLIDERS["metres"],
        "choices": (
            Choice("unit", ("metres", "feet"), shown="menu"),
            Choice("far", ("off", "on"), shown="switch"),
        ),
        "entries": (Entry("mark", "3", number),),
        "variant": lambda unit: Variant(sliders=SLIDERS[unit]),
        "measure": measure,
    }
    return tiny(**settings | other)


def test_another_variant_brings_the_sliders_that_fit_it_and_keeps_what_is_on_them() -> None:
    state = LessonState(stick())
    state.choose("unit", "feet")
    assert state.lesson.sliders == SLIDERS["feet"]
    assert state.values == (8.0,)
    state.move("x", 29.3)
    assert state.values == (29.5,)
    state.choose("unit", "metres")
    assert state.values == (10.0,)


def test_the_view_tells_what_the_sliders_are_made_of() -> None:
    seen = Player([stick()]).choose("stick", "unit", "feet")
    assert seen.as_dict()["ends"] == {"x": {"low": 0.0, "high": 32.0, "step": 0.5, "unit": "ft"}}


def test_sliders_with_other_names_are_refused() -> None:
    with pytest.raises(ValueError, match=r"lesson stick: a variant's sliders aren't \['x'\]"):
        LessonState(stick(variant=lambda: Variant(sliders=(Slider("y", 0.0, 1.0, 0.0, 0.1),))))


def test_a_text_that_passes_reaches_the_measure_and_begins_the_counting_anew() -> None:
    session = Player([stick()])
    session.move("stick", "x", 5.0)
    seen = session.enter("stick", "mark", "4.5")
    assert (seen.loss, seen.entries, seen.mistake, seen.hand_moves) == (0.25, {"mark": "4.5"}, {}, 0)


def test_a_link_carries_switches_and_texts_and_names_what_is_mangled() -> None:
    session, other = Player([stick()]), Player([stick()])
    session.choose("stick", "unit", "feet")
    session.choose("stick", "far", "on")
    session.enter("stick", "mark", "4.5")
    session.move("stick", "x", 20.0)
    assert other.restore(session.fragment("stick")) == ()
    assert other.look("stick") == session.look("stick")._replace(
        hand_moves=0, can_return=False, place=0, places=1, place_spoken=other.look("stick").place_spoken
    )
    assert other.restore("stick&v=1&stick.mark=here&stick.unit=miles") == ("stick.unit", "stick.mark")
    assert other.look("stick").entries == {"mark": "3"}


def whole(text: str) -> None:
    if not text.isdecimal():
        raise Mistake("mark.odd", 0, len(text), text=text)


BUTTONS: dict[str, Any] = {
    "words": WORDS
    | {"entry.times": "Times", "actions": "Buttons", "told": "{times} at {x:1}"}
    | {"action.more": "More", "action.home": "Home", "action.odd": "Odd"},
    "entries": (Entry("mark", "3", number), Entry("times", "0", whole, only_shows=True)),
    "actions": {
        "more": lambda times: {"times": str(int(times) + 1)},
        "home": lambda times: {"times": "0", "far": "on"} if times != "0" else {},
        "odd": lambda: {"times": "many"},
    },
    "outcome": lambda measured: [("told", {"times": "so often", "x": measured.x})],
}


def test_a_button_that_would_change_nothing_is_not_offered_and_does_nothing() -> None:
    session = Player([stick(**BUTTONS)])
    assert session.look("stick").offered == ["more", "odd"]
    assert session.act("stick", "home") == session.look("stick")
    assert session.act("stick", "more").offered == ["more", "home", "odd"]


def test_what_a_button_writes_is_checked_as_what_a_reader_writes() -> None:
    session = Player([stick(**BUTTONS)])
    with pytest.raises(Mistake):
        session.act("stick", "odd")
    assert session.look("stick").entries == {"mark": "3", "times": "0"}


def test_a_button_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no words for action\.more"):
        stick(**{**BUTTONS, "words": {k: v for k, v in BUTTONS["words"].items() if k != "action.more"}})


def test_only_so_many_variants_are_kept_and_the_present_one_always() -> None:
    state = LessonState(stick())
    for mark in range(3 * MOST_KNOWN):
        state.enter("mark", str(mark))
    assert len(state.variants.known) == MOST_KNOWN
    assert state.variant in state.variants.known.values()


def test_a_way_to_choose_that_is_not_known_is_refused_and_so_is_a_switch_with_other_options() -> None:
    with pytest.raises(ValueError, match="choice unit: expected one of"):
        Choice("unit", ("metres", "feet"), shown="dial")
    with pytest.raises(ValueError, match="choice far: a switch has the options"):
        Choice("far", ("no", "yes"), shown="switch")
