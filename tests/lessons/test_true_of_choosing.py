"""What is said of temperature and draws, held against numbers that are worked out here in another way."""

import math
import re
from bisect import bisect_right
from itertools import accumulate
from random import Random

import pytest

from downhill.lessons.lesson_40_choose_word import lesson
from downhill.lessons.lesson_40_choose_word.ngrams import CONTEXTS, following
from downhill.lessons.lesson_40_choose_word.people import GOAL, PEOPLE
from downhill.text.format import number
from tests.support.often import slow
from tests.support.player import Player

NAME = lesson.id
(SLIDER,) = lesson.sliders
MARKS = [SLIDER.snap(0.01 * mark) for mark in range(5, 301, 5)]
TOKENS = {word for scores in CONTEXTS.values() for word in scores if word.isalpha()}
BETWEEN = [Random(4).uniform(SLIDER.low, SLIDER.high) for _ in range(40)]


def shares(scores: dict[str, float], temperature: float) -> dict[str, float]:
    """Every word's part of the cake."""
    powers = {word: math.exp(score / temperature) for word, score in scores.items()}
    return {word: power / sum(powers.values()) for word, power in powers.items()}


def surprise(temperature: float) -> float:
    given = shares(following(()), temperature)
    return -sum(count * math.log(given[word]) for word, count in PEOPLE.items()) / 100


@pytest.mark.parametrize("temperature", [*MARKS, *BETWEEN])
def test_every_sentence_about_a_temperature_is_true(temperature: float) -> None:
    state = Player([lesson]).state(NAME)
    state.place([temperature])
    given = {word: 100 * share for word, share in shares(following(()), temperature).items()}
    pets, odd, wrote_odd = given["cat"] + given["dog"], given["cloud"] + given["plane"], 2
    key = lesson.describe(state.now)
    assert state.now.loss == pytest.approx(surprise(temperature))
    assert state.solved == (key == "best") == (surprise(temperature) <= GOAL)
    assert [state.now.pets, state.now.odd] == pytest.approx([pets, odd])
    if key == "best":  # much as people do: nowhere more than a tenth of them would have to be asked again
        assert sum(abs(given[word] - count) for word, count in PEOPLE.items()) / 2 < 10
    elif key == "cold":
        assert round(pets) > PEOPLE["cat"] + PEOPLE["dog"] == 100 - 16
        assert surprise(temperature) > surprise(temperature + 0.001)
    else:
        shown = round(odd, 1) if key == "warm" else round(odd)
        assert shown > wrote_odd == PEOPLE["cloud"] + PEOPLE["plane"]
        assert surprise(temperature) > surprise(temperature - 0.001)
    if key == "hot":  # scores hardly count: nobody gets twice as much as if all were equal
        assert max(given.values()) < 2 * 100 / len(given)


GROWN = ("cat", "horse and", "dog because it", "cloud . ", "hamster and it slept", "plane and I smiled again")


@pytest.mark.parametrize("before", GROWN)
def test_once_the_text_has_grown_it_is_the_words_in_the_picture_that_are_spoken_of(before: str) -> None:
    session, tokens = Player([lesson]), before.split()
    session.enter(NAME, "sentence", before.strip())
    for temperature in [*MARKS[::6], *BETWEEN[::4]]:
        said = session.move(NAME, "temperature", temperature).sentence
        now, start = session.state(NAME).now, following(())
        written = {word: "period" if word == "." else word for word in following(tokens)}
        named = [word for word in {*start, *TOKENS} if re.search(rf"\b{word}\b", said.rpartition("”")[2])]
        if tokens[-1] == ".":  # the picture shows the beginning again
            assert lesson.describe(now) not in ("next", "only")
            assert set(now.words) == {*start}
            continue
        given = shares(following(tokens), now.temperature)
        likeliest = max(given, key=given.__getitem__)
        assert {*named} <= {*given}, said
        assert f": {written[likeliest]}" in said
        assert tokens[-1] in said.partition("”")[0]
        assert "about the beginning alone" in said
        assert now.loss == pytest.approx(surprise(now.temperature))
        told = re.findall(r"(\d+)%", said)
        assert told == ([number(100 * given[likeliest], 0)] if len(given) > 1 else [])
        assert ("only one can follow" in said) == (len(given) == 1)


STATES = [
    (seed, temperature, count, before, pick)
    for seed in (1, 7, 9999)
    for temperature in (0.05, 0.3, 1.0, 3.0)
    for count in (1, 2, 99, 1000, 20_000)
    for before in ("", "cat", "dog because it")
    for pick in ("sample", "highest")
]


def drawn(seed: int, temperature: float, count: int, tokens: list[str], pick: str) -> list[str]:
    """The words that are drawn, one after the other, by lots that follow from the seed."""
    scores, dice = following(tokens), Random(1000 * seed + len(tokens))
    words, ends = [*scores], [*accumulate(shares(scores, temperature).values())]
    highest = max(words, key=scores.__getitem__)
    lots = [dice.random() for _ in range(count)]
    return [
        highest if pick == "highest" else words[min(bisect_right(ends, lot), len(words) - 1)] for lot in lots
    ]


@slow
@pytest.mark.parametrize("pick", ["sample", "highest"])
def test_every_sentence_about_what_is_drawn_is_true(pick: str) -> None:
    session = Player([lesson])
    for seed, temperature, count, before, picked in STATES:
        if picked != pick:
            continue
        session.move(NAME, "temperature", temperature)
        session.choose(NAME, "pick", pick)
        for name, text in (("seed", str(seed)), ("drawn", str(count)), ("sentence", before)):
            session.enter(NAME, name, text)
        said, tokens = session.look(NAME).outcome, before.split()
        words = drawn(seed, temperature, count, tokens, pick)
        written = {word: "period" if word == "." else word for word in following(tokens)}
        told = re.search(r"The word drawn last is (.+?)\. So far: (.+?)\.(?: |$)", said)
        assert told, said
        assert told[1] == written[words[-1]]
        counts = [f"{written[word]} {number(words.count(word), 0)}" for word in written if word in words]
        assert told[2] == ", ".join(counts)
        given = shares(following(tokens), temperature)
        far = sum(
            abs(words.count(word) - count * p) > 3 * math.sqrt(count * p * (1 - p)) + 1e-9
            for word, p in given.items()
        )
        assert ("Every count lies within three standard deviations" in said) == (
            pick == "sample" and count >= 100 and not far
        )
        assert (f"promises: {far}." in said) == (pick == "sample" and count >= 100 and far > 0)
        assert ("The highest score wins" in said) == (pick == "highest")
        assert ("No more than" in said) == (count == 20_000)
