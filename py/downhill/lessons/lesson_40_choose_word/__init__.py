"""One slider: the temperature at which scores become probabilities, and chance that chooses the next word."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from downhill.lesson import Cell, Choice, Entry, Lesson, Note, Rates
from downhill.lessons.lesson_40_choose_word import beats, challenges, choosing, film, surprise, writing
from downhill.lessons.lesson_40_choose_word.bars_picture import picture
from downhill.lessons.lesson_40_choose_word.choosing import likelihoods, tally, told
from downhill.lessons.lesson_40_choose_word.ngrams import following
from downhill.lessons.lesson_40_choose_word.people import BEST, GOAL, PEOPLE, SCORES, SHARES, SLIDER
from downhill.lessons.lesson_40_choose_word.token_text import added, named, shortened, text
from downhill.lessons.lesson_40_choose_word.writing import (
    MOST_DRAWN,
    MOST_SEEDS,
    Temperatures,
    is_finished,
    temperatures_of,
    word_drawn,
)
from downhill.maths import probability

ROOM = 26  # letters of the text so far that a sentence on the next word has room for
ENOUGH = 100  # draws before it makes sense to speak of standard deviations

WORDS = {**choosing.WORDS, **beats.WORDS, **challenges.WORDS}  # the very ones that are spoken


class Choosing(NamedTuple):
    """How well a temperature fits what people wrote, and what is drawn after the text so far.

    `loss` is the cross-entropy of the people's words in nats; `cat`, `dog`, `pets` (both), and `odd` (cloud
    and plane) are what the model gives them in percent. `tokens` follow the beginning, each was chosen at one
    of the `temperatures`. `asked` are the tokens after which a word is drawn: a finished sentence has none
    to come, and the beginning takes its place. `scores` and `chances` belong to the words that may follow
    these, `found` counts the draws of each, all of shape (n,). `after` is what is asked, as it is read, and
    `likeliest` the word with the highest score there, which gets `share` percent; '' at the beginning.
    """

    temperature: float
    loss: float
    cat: float
    dog: float
    pets: float
    odd: float
    pick: str
    seed: int
    tokens: tuple[str, ...]
    temperatures: Temperatures
    asked: tuple[str, ...]
    words: tuple[str, ...]
    scores: tuple[float, ...]
    chances: np.ndarray
    found: np.ndarray
    after: str
    likeliest: str
    share: float


def measure(
    temperature: float,
    pick: str,
    seed: str,
    drawn: str,
    sentence: str,
    temperatures: str,
    softmax: Callable[..., np.ndarray],
    loss: Callable[..., float],
) -> Choosing:
    """The surprise at that temperature, and how often each next word is drawn."""
    first = softmax(SCORES, temperature)
    cat, dog, *_, cloud, plane = (100 * p for p in first.tolist())
    tokens = tuple(sentence.split())
    asked, count = ((), 0) if is_finished(tokens) else (tokens, int(drawn))
    scores = following(asked)
    values = tuple(scores.values())
    chances = softmax(np.array(values), temperature) if asked else first
    lots = probability.probabilities(values, 0.0) if pick == "highest" else chances
    found = probability.counts(lots, int(seed), len(asked), count)
    then = temperatures_of(tokens, temperatures)
    surprised = float(loss(SHARES, SCORES, temperature))
    told = temperature, surprised, cat, dog, cat + dog, cloud + plane, pick, int(seed), tokens, then, asked
    return Choosing(*told, tuple(scores), values, chances, found, *_likeliest(asked, tuple(scores), chances))


def slopes(temperature: float, slope: Callable[..., float]) -> tuple[float]:
    """How the surprise changes with the temperature."""
    return (float(slope(SHARES, SCORES, temperature)),)


def _likeliest(asked: tuple[str, ...], words: tuple[str, ...], chances: np.ndarray) -> tuple[str, str, float]:
    """The text after which a word is drawn, the likeliest one there, and its share in percent."""
    which = int(chances.argmax())
    share = 100 * float(chances[which])
    if not asked:
        return "", "", share
    return shortened(WORDS, asked, ROOM), named(WORDS, asked, words[which]), share


def describe(now: Choosing) -> str:
    """Which sentence is true of a temperature, or, where the text has grown, of the word to come."""
    if now.asked:
        return "next" if len(now.words) > 1 else "only"
    if now.loss <= GOAL:
        return "best"
    if now.temperature < BEST:
        return "cold"
    return "warm" if now.temperature < 1 else "hot"


def outcome(now: Choosing) -> list[Note]:
    """What has been drawn after the text so far, and whether chance keeps to its probabilities."""
    so_far, count = {"text": text(WORDS, now.tokens)}, int(now.found.sum())
    if is_finished(now.tokens):
        return [("outcome.end", so_far)]
    if not count:
        return [("outcome.none", so_far)]
    last = word_drawn(now.temperature, now.pick, now.seed, count, now.tokens)
    word = named(WORDS, now.tokens, last)
    said: list[Note] = [
        ("outcome.drawn", so_far | {"tally": tally(WORDS, now.tokens, now.words, now.found), "word": word})
    ]
    if now.pick == "highest":
        said.append(("outcome.highest", {"word": word}))
    elif count >= ENOUGH:
        off = int(probability.beyond(now.chances, now.found).sum())
        said.append(("outcome.beyond", {"off": off}) if off else ("outcome.within", {}))
    return [*said, ("outcome.most", {"most": MOST_DRAWN})] if count == MOST_DRAWN else said


def table(now: Choosing) -> list[list[Cell]]:
    """One row for every word chosen so far and one for the next: text, probabilities, word, temperature.

    A word's probabilities are those of the moment when it was chosen. Where a link of an older page doesn't
    tell the temperature of that moment, they are those of now, and the last cell says so.
    """
    rows: list[list[Cell]] = []
    for i, (token, then) in enumerate(zip(now.tokens, now.temperatures, strict=True)):
        before = now.tokens[:i]
        shares = _shares(before, now.temperature if then is None else then)
        rows.append([text(WORDS, before), shares, named(WORDS, before, token), _told(now, then)])
    if not is_finished(now.tokens):
        shares = _shares(now.tokens, now.temperature)
        rows.append([text(WORDS, now.tokens), shares, "", _told(now, now.temperature)])
    return rows


def _told(now: Choosing, then: float | None) -> Cell:
    key, shown = ("unknown", now.temperature) if then is None else ("known", then)
    return f"temperature.{key}", {"temperature": shown}


def _shares(before: tuple[str, ...], temperature: float) -> str:
    scores = following(before)
    return likelihoods(WORDS, before, [*scores], probability.probabilities([*scores.values()], temperature))


lesson = Lesson(
    id="choose-word",
    words=WORDS,
    sliders=(SLIDER,),
    choices=(
        Choice(
            "pick",
            ("sample", "highest"),
            only_shows=True,
            label="Choose",
            labels=("By chance", "Always the highest"),
        ),
    ),
    entries=(
        Entry("seed", "1", writing.check_whole("seed.odd", 1, MOST_SEEDS), only_shows=True),
        Entry("drawn", "0", writing.check_whole("drawn.odd", 0, MOST_DRAWN), only_shows=True),
        Entry(
            "sentence", "", writing.check_sentence, only_shows=True, spoken=lambda s: added(WORDS, s.split())
        ),
        Entry(
            "temperatures",
            "",
            writing.check_temperatures(SLIDER.low, SLIDER.high),
            only_shows=True,
            spoken=told,
        ),
    ),
    functions=lambda: {"softmax": surprise.softmax, "loss": surprise.loss, "slope": surprise.slope},
    measure=measure,
    gradient=slopes,
    draw=picture({word: people / 100 for word, people in PEOPLE.items()}),
    describe=describe,
    goal=GOAL,
    # At the lowest surprise the curvature is 6.6, so that it is stable there below 0.3.
    rates=Rates(0.002, 0.1, 5.0, big=1.0),
    table=table,
    actions={
        "draw": writing.draw_more(1),
        "many": writing.draw_more(1000),
        "add": writing.add,
        "begin": writing.begin,
        "reseed": writing.reseed,
    },
    outcome=outcome,
    challenges=challenges.challenges(BEST),
    loss_decimals=3,
    film=film.FILM,
    home=f"{__name__}.take_home",
    experiments=f"{__name__}.experiments",
)
