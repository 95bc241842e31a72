"""One slider: the temperature at which scores become probabilities, and chance that chooses the next word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from downhill import chance, choosing
from downhill.choosing import likelihoods, picture, tally
from downhill.contexts import following
from downhill.lesson import Cell, Choice, Entry, Lesson, Mistake, Note, Rates, Slider
from downhill.lessons.challenges import choose_word
from downhill.wording import added, named, text

# What a hundred people wrote after "I pet the…", made up for this page.
PEOPLE = {"cat": 46, "dog": 38, "hamster": 9, "horse": 5, "cloud": 1, "plane": 1}
SHARES = np.array([*PEOPLE.values()]) / sum(PEOPLE.values())
SCORES = np.array([following(())[word] for word in PEOPLE])
SLIDER = Slider("temperature", low=0.05, high=3.0, start=1.5, step=0.01)
MOST_DRAWN, MOST_SEEDS = 20_000, 9999
ENOUGH = 100  # draws before it makes sense to speak of standard deviations

WORDS = {**choosing.WORDS, **choose_word.WORDS}  # the very ones that are spoken


class Choosing(NamedTuple):
    """How well a temperature fits what people wrote, and what is drawn after the text so far.

    `loss` is the cross-entropy of the people's words in nats; `cat`, `dog`, `pets` (both), and `odd` (cloud
    and plane) are what the model gives them in percent. `tokens` follow the beginning; `scores` and `chances`
    belong to the words that may come next, `found` counts the draws of each, all of shape (n,).
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
    words: tuple[str, ...]
    scores: tuple[float, ...]
    chances: np.ndarray
    found: np.ndarray


def measure(temperature: float, pick: str, seed: str, drawn: str, sentence: str) -> Choosing:
    """The surprise at that temperature, and how often each next word is drawn."""
    first = chance.probabilities(SCORES, temperature)
    cat, dog, *_, cloud, plane = (100 * p for p in first.tolist())
    tokens, scores = _after(sentence)
    values = tuple(scores.values())
    chances = chance.probabilities(values, temperature) if tokens and values else first[: len(values)]
    lots = chance.probabilities(values, 0.0) if values and pick == "highest" else chances
    found = chance.counts(lots, int(seed), len(tokens), int(drawn)) if values else np.zeros(0)
    loss = chance.cross_entropy(SHARES, first)
    shares = cat, dog, cat + dog, cloud + plane
    return Choosing(
        temperature, loss, *shares, pick, int(seed), tokens, tuple(scores), values, chances, found
    )


def gradient(temperature: float, **chosen: str) -> tuple[float]:
    """The surprise's slope: how much higher people's words score than the model's draws, over T squared."""
    given = chance.probabilities(SCORES, temperature)
    return (float((SHARES - given) @ SCORES) / temperature**2,)


def _after(sentence: str) -> tuple[tuple[str, ...], dict[str, float]]:
    """The tokens of the text so far, and what may follow them, with its scores."""
    tokens = tuple(sentence.split())
    return tokens, following(tokens)


def _least() -> float:
    """The lowest surprise that any temperature reaches: its only slope of 0, by bisection."""
    low, high = SLIDER.low, SLIDER.high
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if gradient(middle)[0] < 0 else (low, middle)
    return low


BEST = _least()
GOAL = chance.cross_entropy(SHARES, chance.probabilities(SCORES, BEST)) + 0.01


def describe(now: Choosing) -> str:
    """Which sentence is true of a temperature."""
    if now.loss <= GOAL:
        return "best"
    if now.temperature < BEST:
        return "cold"
    return "warm" if now.temperature < 1 else "hot"


def outcome(now: Choosing) -> list[Note]:
    """What has been drawn after the text so far, and whether chance keeps to its probabilities."""
    so_far, count = {"text": text(WORDS, now.tokens)}, int(now.found.sum())
    if not now.words:
        return [("outcome.end", so_far)]
    if not count:
        return [("outcome.none", so_far)]
    last = _word(now.temperature, now.pick, now.seed, count, now.tokens)
    word = named(WORDS, now.tokens, last)
    said: list[Note] = [
        ("outcome.drawn", so_far | {"tally": tally(WORDS, now.tokens, now.words, now.found), "word": word})
    ]
    if now.pick == "highest":
        return [*said, ("outcome.highest", {"word": word})]
    if count < ENOUGH:
        return said
    off = int(chance.beyond(now.chances, now.found).sum())
    return [*said, ("outcome.beyond", {"off": off}) if off else ("outcome.within", {})]


@lru_cache(maxsize=256)
def _word(temperature: float, pick: str, seed: int, count: int, tokens: tuple[str, ...]) -> str:
    """The word that the last of so many lots draws after these tokens."""
    scores = following(tokens)
    given = chance.probabilities([*scores.values()], 0.0 if pick == "highest" else temperature)
    (which,) = chance.drawn(given, chance.lots(seed, len(tokens), count)[-1:])
    return list(scores)[int(which)]


def draw_more(more: int) -> Callable[..., Mapping[str, str]]:
    """The button that draws so many words more."""

    def action(drawn: str, sentence: str, **others: object) -> Mapping[str, str]:
        total = int(drawn) + more
        return {"drawn": str(total)} if _after(sentence)[1] and total <= MOST_DRAWN else {}

    return action


def add(temperature: float, pick: str, seed: str, drawn: str, sentence: str) -> Mapping[str, str]:
    """The last word drawn joins the text, or a first one where none is drawn; the next draws begin anew."""
    tokens, scores = _after(sentence)
    if not scores:
        return {}
    word = _word(temperature, pick, int(seed), max(int(drawn), 1), tokens)
    return {"sentence": " ".join([*tokens, word]), "drawn": "0"}


def begin(drawn: str, sentence: str, **others: object) -> Mapping[str, str]:
    """Back to the beginning of the sentence, with nothing drawn."""
    return {"sentence": "", "drawn": "0"} if sentence or drawn != "0" else {}


def reseed(seed: str, **others: object) -> Mapping[str, str]:
    """The next seed: other lots."""
    return {"seed": str(int(seed) % MOST_SEEDS + 1)}


def _whole(key: str, low: int, high: int) -> Callable[[str], None]:
    def check(given: str) -> None:
        if not (given.isascii() and given.isdecimal() and low <= int(given) <= high):
            raise Mistake(key, 0, len(given), text=given[:20])

    return check


def check_sentence(given: str) -> None:
    """Whether the table knows these words in this order. Raises `Mistake` with the first that it does not."""
    tokens = given.split()
    for i, token in enumerate(tokens):
        if token not in following(tokens[:i]):
            start = len(" ".join(tokens[:i])) + bool(i)
            raise Mistake("sentence.odd", start, start + len(token), word=token[:20])


def table(now: Choosing) -> list[list[Cell]]:
    """One row for every word chosen so far and one for the next: text, probabilities, word."""
    rows: list[list[Cell]] = []
    for i in range(len(now.tokens) + bool(now.words)):
        scores = following(now.tokens[:i])
        given = chance.probabilities([*scores.values()], now.temperature)
        before = now.tokens[:i]
        shares = likelihoods(WORDS, before, [*scores], given)
        chosen = [named(WORDS, before, word) for word in now.tokens[i : i + 1]]
        rows.append([text(WORDS, before), shares, *chosen])
    return [[*row, ""][:3] for row in rows]


lesson = Lesson(
    id="choose-word",
    words=WORDS,
    sliders=(SLIDER,),
    choices=(Choice("pick", ("sample", "highest"), only_shows=True),),
    entries=(
        Entry("seed", "1", _whole("seed.odd", 1, MOST_SEEDS), only_shows=True),
        Entry("drawn", "0", _whole("drawn.odd", 0, MOST_DRAWN), only_shows=True),
        Entry("sentence", "", check_sentence, only_shows=True, spoken=lambda s: added(WORDS, s.split())),
    ),
    measure=measure,
    gradient=gradient,
    draw=picture({word: people / 100 for word, people in PEOPLE.items()}),
    describe=describe,
    goal=lambda **chosen: GOAL,
    # At the lowest surprise the curvature is 6.6, so that it is stable there below 0.3.
    rates=lambda **chosen: Rates(0.002, 0.1, 5.0, big=1.0),
    table=table,
    actions={
        "draw": draw_more(1),
        "many": draw_more(1000),
        "add": add,
        "begin": begin,
        "reseed": reseed,
    },
    outcome=outcome,
    challenges=choose_word.challenges(BEST),
    loss_decimals=3,
)
