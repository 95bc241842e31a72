"""What is said below a picture must fit on a phone: verdicts, what is true, landmarks."""

import re
from collections.abc import Iterator

import pytest

from downhill.lessons import every_lesson
from downhill.text.format import PAGE
from downhill.text.language import speaking
from tools.languages.language import Language, all_languages

LESSONS = every_lesson()
GAP = re.compile(r"\{(\w+)(?::\w+)?\}")
ROOM = {"text": 20, "words": 12, "after": 24, "times": 10}  # signs that go into a gap, others have four
MOST, MOST_ELSEWHERE, MOST_HAN = 120, 145, 70  # signs of a sentence
OF_A_LINE = 15  # more for a line, of which the verdict comes first, and how far off it is comes last
MOST_WITH_ADVICE = 130
SPOKEN = ("verdict.", "landmark.", "said.")


def said() -> Iterator[tuple[str, str, str]]:
    """All sentences of that kind: room, key, text."""
    rooms = {"page": PAGE} | {lesson.id: lesson.words for lesson in LESSONS}
    for room, words in rooms.items():
        kinds = SPOKEN if room == "page" else (*SPOKEN, "now.")
        for key, text in words.items():
            if key.startswith(kinds):
                off = words.get(f"off.{key.rpartition('.')[2]}", words.get("off", ""))
                yield room, key, text.replace("{off}", off)


def size(text: str) -> int:
    return len(GAP.sub(lambda gap: "x" * ROOM.get(gap[1], 4), text))


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_what_is_said_below_a_picture_is_short(language: Language) -> None:
    most = MOST if language.first else MOST_HAN if language.about["script"] == "Han" else MOST_ELSEWHERE
    with speaking(language.catalogue, LESSONS):
        long = {
            (room, key): size(text)
            for room, key, text in said()
            if size(text) > most + OF_A_LINE * (room == "line")
        }
    assert long == {}


def test_a_verdict_is_short_together_with_its_advice() -> None:
    both = {key: f"{PAGE[f'verdict.{key}']} {PAGE[f'advice.{key}']}" for key in advised()}
    assert {key: len(text) for key, text in both.items() if len(text) > MOST_WITH_ADVICE} == {}


def advised() -> list[str]:
    return [key.removeprefix("advice.") for key in PAGE if key.startswith("advice.")]
