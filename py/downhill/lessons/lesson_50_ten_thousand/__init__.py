"""Ten thousand weights: a language model that learns to write while the reader looks on."""

from __future__ import annotations

from downhill.lesson import Rates
from downhill.lesson.challenge import Challenge
from downhill.lessons.lesson_50_ten_thousand import beats, challenges, film, stage_pictures
from downhill.lessons.lesson_50_ten_thousand.corpus import CORPUS
from downhill.lessons.lesson_50_ten_thousand.words import WORDS
from downhill.training.losses_picture import copies, losses_picture
from downhill.training.model_lesson import ModelLesson, Standing
from downhill.training.network import first_of
from downhill.training.tokens import Text
from downhill.training.weights_picture import weights_picture
from downhill.training.word_map_picture import words_picture

GOOD = 0.35  # of the loss before training; so it says in every language
LOT, NOISE, PAIRS = 0.97, 0.75, 0.5
PARTED = 0.08  # nats that the held-out loss has risen on average: more than chance does
WORSE = 0.3  # nats above all that the steps began with
STOP = 1800  # steps of a training that is long enough: the model writes, and hardly by heart
SEEN = 0.01  # nats: less than that two decimals may not show
SPOKEN = {**WORDS, **beats.WORDS, **CORPUS, **challenges.WORDS}
RATES = Rates(low=0.003, good=0.3, high=10.0, big=3.0, momentum=0.1, adam=0.01)


def describe(now: Standing) -> str:
    """Which sentence is true of a training."""
    if now.moves:
        return "hand"
    if not now.steps:
        return "start"
    if now.loss > now.ground + WORSE:
        return "wild"
    if overfits(now):
        return "overfit"
    share = now.loss / now.first
    if share > NOISE:
        return "lot" if share > LOT else "noise"
    if share > PAIRS:
        return "pairs"
    return "fluent" if is_good(now) else "sense"


def has_risen(now: Standing) -> bool:
    """Return whether the model is worse at held-out text than it once was, of late and now."""
    return now.recent[1] > now.least + PARTED and now.held > now.least + SEEN


def overfits(now: Standing) -> bool:
    """Return whether it has got worse at held-out text while it went on learning its own."""
    return has_risen(now) and max(now.recent[0], now.loss) < now.then


def is_good(now: Standing) -> bool:
    """Return whether it has learned its text well enough, and not at the expense of others."""
    return now.loss <= GOOD * now.first and not has_risen(now)


def challenges_of(text: Text) -> tuple[Challenge, ...]:
    """What there is to reach with a model of that text."""
    bias = first_of("bias", len(text.tokens))
    return challenges.challenges(text.tokens, bias, SPOKEN["layer.outer"], RATES.big)


lesson = ModelLesson(
    id="ten-thousand",
    words=SPOKEN,
    corpus=tuple(CORPUS),
    rates=RATES,
    draw=weights_picture(),
    draw_course=losses_picture(beside=copies),
    draw_words=words_picture(),
    describe=describe,
    goal=is_good,
    overfits=overfits,
    challenges_of=challenges_of,
    beat_numbers=beats.numbers,
    link_names=("writing", "text"),
    stops=(STOP,),
    facts=f"{__name__}.facts",
    film=film.FILM,
    film_draws=stage_pictures.DRAWS,
    home=f"{__name__}.take_home",
    experiments=f"{__name__}.experiments",
)
