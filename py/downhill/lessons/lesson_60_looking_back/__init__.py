"""Looking back: a model with one head of attention that learns in front of the reader."""

from __future__ import annotations

from collections.abc import Mapping

from downhill.lesson import Rates
from downhill.lesson.challenge import Challenge
from downhill.lessons.lesson_60_looking_back import beats, challenges, film, words, world
from downhill.lessons.lesson_60_looking_back.challenges import LookAttempt
from downhill.lessons.lesson_60_looking_back.learning import LEARNED
from downhill.lessons.lesson_60_looking_back.looks import EARLIER, LOOK, SHARP
from downhill.lessons.lesson_60_looking_back.map_picture import floor, map_picture
from downhill.lessons.lesson_60_looking_back.standing import describe, is_sharp
from downhill.lessons.lesson_60_looking_back.telling import FINDERS, TELLING
from downhill.lessons.lesson_60_looking_back.text_picture import text_picture
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.training.losses_picture import losses_picture
from downhill.training.model_lesson import ModelLesson

SPOKEN = {**words.WORDS, **beats.WORDS, **world.WORDS, **challenges.WORDS}
RATES = Rates(low=0.1, good=2.0, high=12.0, big=8.0, momentum=0.2, adam=0.007)
SHORTEST = 300  # steps after which a training pauses, and which an empty picture of losses has room for
LINKED = ("batch", "own", "eyes", "attention", "hidden", SHARP, LOOK, *EARLIER)


def reads(spoken: Mapping[str, str]) -> world.World:
    """What there is to learn from: the world of the current language."""
    return world.world_of(spoken)


def challenges_of(text: world.World) -> tuple[Challenge, ...]:
    """What there is to reach."""
    return challenges.challenges(world.EACH - 1)


lesson = ModelLesson(
    id="attention",
    words=SPOKEN,
    rates=RATES,
    draw=text_picture(),
    draw_course=losses_picture(SHORTEST, floor),
    draw_words=map_picture(),
    describe=describe,
    goal=is_sharp,
    reads=reads,
    challenges_of=challenges_of,
    beat_numbers=beats.numbers,
    beat_choices=beats.CHOICES,
    at_work=Looking,
    telling=TELLING,
    attempts=LookAttempt,
    finders=FINDERS,
    link_names=LINKED,
    stops=(SHORTEST,),
    passes=(LEARNED,),
    facts=f"{__name__}.story",
    film=film.FILM,
    home=f"{__name__}.take_home",
    section="attention.html.jinja",
)
