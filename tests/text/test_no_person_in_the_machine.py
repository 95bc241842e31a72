"""The page never speaks of a model as of a person, except in the places listed here."""

import re
from collections import Counter
from collections.abc import Mapping

from tools.languages import translations

Rooms = Mapping[str, Mapping[str, str]]
PERSON = re.compile(
    r"\b(?:it|models?|machines?|networks?|descent|heads?|chatbots?)\b"
    r"(?=.{0,28}?\b(?:see|sees|saw|seen|seeing|say|says|said|saying|know|knows|knew|known|knowing|guess|guesses"
    r"|guessed|guessing|find|finds|found|finding|learn|learns|learned|learning|sure|surprised?|surprises"
    r"|surprising|feels?|felt|feeling|thinks?|thought|thinking|wants?|wanted|believes?|understands?|remembers?"
    r"|notices?|noticed)\b)",
    re.IGNORECASE,
)
"""A verb of a mind within 28 letters after what could be a model."""
ASIDE = re.compile(r"\{[^}]*\}|learning rate|machine learning")
"""Gaps, and terms in which nobody learns."""
MOST = 60
DEFINED = "learning is defined in the opening: an error is made smaller, again and again"
NUMBER = "the surprise is a number"
QUOTED = "a mistake that students make, quoted to be refuted"
READER = "the reader sees, says, guesses, or finds, not the model"
KEPT = {
    "page/page.title": DEFINED,
    "page/page.subtitle": DEFINED,
    "page/start.title.2": DEFINED,
    "page/ending.card.title": DEFINED,
    "page/plan.project.2": "a search for the least loss",
    "essay/opening": DEFINED,
    "essay/back": READER,
    "essay/source.bloom": "a title of a paper and of a journal",
    "line/source.typo": READER,
    "ten-thousand/guess20": READER,
    "ten-thousand/beat.machine.3": NUMBER,
    "ten-thousand/film.test-blind": NUMBER,
    "ten-thousand/film.test-noticed": NUMBER,
    "ten-thousand/corpus.weather": "weather in the training text, and people who see it",
    "ten-thousand/prose": NUMBER,
    "ten-thousand/challenge.steps.task": NUMBER,
    "choose-word/prose": NUMBER,
    "code/mistake.item_number": "square brackets of Python",
    "code/try.made_loss": "the name of a class",
    "together/poison.found": READER,
    "experiments/choose-word.forbid.done": READER,
    "page/fail.page": "a network that asks for a name",
    "attention/prompt.unknown": READER,
    "attention/beat.try": READER,
    "attention/beat.challenge": READER,
    "experiments/choose-word.forbid.question": NUMBER,
    "experiments/choose-word.forbid.hint2": NUMBER,
    "experiments/choose-word.square.done": NUMBER,
    "guide/prepare.test": DEFINED,
    "guide/guide.1.2": READER,
    "guide/guide.2.3.ask": "a text says it, not the model",
    "guide/guide.2.5": READER,
    "guide/guide.2.7": DEFINED,
    "guide/guide.4.card": DEFINED,
    "guide/claim.2": QUOTED,
    "guide/wrong.curve": QUOTED,
    "guide/wrong.programmed": QUOTED,
    "guide/wrong.chat": QUOTED,
    "guide/guide.rubric": DEFINED,
    "guide/guide.analysis.how": READER,
    "evidence/L1.p": QUOTED,
    "evidence/L2.c": QUOTED,
    "evidence/belief.continuous": QUOTED,
    "evidence/asking.about.1": DEFINED,
    "evidence/asking.inside": READER,
}


def places(rooms: Rooms) -> Counter[str]:
    """How often each sentence, as room/key, says of what could be a model what a person does."""
    return Counter(
        f"{room}/{key}"
        for room, words in rooms.items()
        for key, text in words.items()
        for _ in PERSON.findall(ASIDE.sub("…", " ".join(text.split())))
    )


def test_no_sentence_makes_a_person_of_the_model_but_those_that_are_listed_which_stay_few() -> None:
    found = places(translations.english())
    assert {*found} == {*KEPT}, "say what is computed, or list it with its reason; a listed place may be gone"
    assert found.total() <= MOST
