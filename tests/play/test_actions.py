"""Buttons that a lesson brings along."""

from typing import Any

import pytest

from downhill.lesson import Choice, Entry, Lesson
from downhill.text.mistake import Mistake
from tests.lesson.test_lesson import tiny
from tests.support.player import Player


def whole(text: str) -> None:
    if not text.isdecimal():
        raise Mistake("odd", 0, len(text))


def counting(**other: Any) -> Lesson:
    lesson = tiny()
    words = {**lesson.words, "entry.times": "Times", "choice.loud": "Loud", "actions": "AttemptBase"}
    words |= {"action.more": "More", "action.home": "Home", "action.odd": "Odd", "told": "{times} at {x:1}"}
    settings: dict[str, Any] = {
        "words": words,
        "choices": (Choice("loud", ("off", "on"), shown="switch"),),
        "entries": (Entry("times", "0", whole, only_shows=True),),
        "actions": {
            "more": lambda times: {"times": str(int(times) + 1)},
            "home": lambda times: {"times": "0", "loud": "on"} if times != "0" else {},
            "odd": lambda: {"times": "many"},
        },
        "outcome": lambda measured: [("told", {"times": "so often", "x": measured.x})],
    }
    return tiny(**{**settings, **other})


def test_a_button_that_would_change_nothing_is_not_offered_and_does_nothing() -> None:
    session = Player([counting()])
    assert session.look("tiny").offered == ["more", "odd"]
    assert session.act("tiny", "home") == session.look("tiny")
    assert session.act("tiny", "more").offered == ["more", "home", "odd"]


def test_what_a_button_writes_is_checked_as_what_a_reader_writes() -> None:
    session = Player([counting()])
    with pytest.raises(Mistake):
        session.act("tiny", "odd")
    assert session.look("tiny").entries == {"times": "0"}


def test_a_button_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="lesson tiny has no action 'less', only"):
        Player([counting()]).act("tiny", "less")


def test_a_button_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no words for action\.more"):
        counting(words={k: v for k, v in counting().words.items() if k != "action.more"})
