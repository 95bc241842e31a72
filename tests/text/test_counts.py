"""A count that may be one is the number of a step, or stands where no word has to agree with it."""

import re
from collections.abc import Iterator, Mapping

import pytest

from tools.languages import translations

COUNTED = re.compile(
    r"(?<!step )(?<!Schritt )(?<!paso )(?<!passo )(?<!pas )"
    r"\{(steps|moves|count|target|used)(:0)?\} (?!(of|von|de|del|do|sur)\b)[^\W\d_]"
)
FIXED = {
    "landmark.repeats": "a word that it writes over and over stands more than once in its text",
    "race.never": "as many steps as a race has at most",
    "sheet.first": "as many steps as a challenge of a lesson needs",
    "sheet.trained": "as many steps as a challenge of a lesson needs",
    "python.numbers": "more than are written out",
    "mark.people": "the most that one of 100 people's words can have, a fifth of them or more",
    "prompt.unknown": "as many words as a training text has",
    "share.long": "as many characters as a long link has",
    "editing.unlinked": "more characters than a link has room for",
    "share.code.long": "as many characters as a long link has",
    "result.long": "as many characters as a long link has",
    "result.code.long": "as many characters as a long link has",
    "kept.step": "said of a single step",
    "kept.steps": "said of all other counts",
    "film.not-there": "as many tiny steps as the film takes, where they do not lead to level ground",
    "film.each": "as many questions as a sentence has words, and a full stop",
    "film.keyed": "as many questions as a training text has words",
    "film.stands": "a word that it writes over and over stands more than once in its text",
    "film.lies-win": "as many lies as the film adds",
    "film.lies-lose": "as many lies as the film adds",
}
"""What is never said of one, or of nothing else."""
CODES = ["en", *(code for code in translations.codes() if not code.startswith("zh"))]


def agreeing(rooms: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """The keys of the sentences in which a word follows its count."""
    for room in rooms.values():
        yield from (key for key, text in room.items() if COUNTED.search(text) and "challenge." not in key)


@pytest.mark.parametrize("code", CODES)
def test_no_sentence_says_one_steps(code: str) -> None:
    rooms = translations.english() if code == "en" else translations.catalogue(code)
    found = {*agreeing(rooms)}
    assert found >= {"kept.step", "kept.steps"}
    assert found - {*FIXED} == set()


def test_what_is_sought_is_found() -> None:
    said = {
        "lesson": {"a": "After {steps:0} steps", "b": "At step {steps:0} it", "c": "{count:0} of {all:0}"}
    }
    assert [*agreeing(said)] == ["a"]
