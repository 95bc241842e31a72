"""The film of the lesson on choosing a word: eight presses, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from downhill.lesson import Film, Payoff, Said, Scene, Shot
from downhill.lesson.film import NEXT, Step, ask, begin_at, choose, earn, hush, reel, say, slide, unfold, wait
from downhill.lessons.lesson_40_choose_word import moments, token_text
from downhill.lessons.lesson_40_choose_word.moments import (
    LIE,
    PIN,
    PINS,
    RAIN,
    STACKS,
    STRIP,
    TEMPERATURE,
    moment,
    reel_of,
    stack,
)
from downhill.lessons.lesson_40_choose_word.ngrams import following

HEAT = "temperature"
BEGIN = (choose("pick", "sample"), begin_at(TEMPERATURE["warm"]), ask("film", "", 1))
BLANK = reel("bars", 0, counts="writing")
LEAST, TOP, NEARLY_ALL = 0.1, 2, 0.99  # a share that every word gets; the number of words that get nearly all


def write(name: str, nth: int, seconds: float) -> tuple[Step, ...]:
    """Write a whole sentence of a stack, each word in `seconds` seconds."""
    places = range(len(stack(name)[nth]))
    words = (reel(reel_of(name, nth), seconds, at, at + 1, counts="writing") for at in places)
    return (*words, wait(0.9 * seconds))


SHOTS = {
    "try": (
        Shot(
            enter=(*BEGIN, BLANK),
            deed=(*write("warm", 0, 1.15), say("first"), earn("sentence-1")),
            cards=("cat", "dog", "other"),
        ),
        Shot(deed=(*write("warm", 1, 0.85), say("second"), earn("sentence-2"))),
        Shot(deed=(*write("warm", 2, 0.7), say("third"), earn("sentence-3"))),
    ),
    "name": (
        Shot(
            enter=(*BEGIN, BLANK),
            deed=(reel(LIE, 2.6), unfold(STRIP), reel(PIN, 1.8, counts="writing"), say("pin")),
        ),
        Shot(deed=(reel(RAIN, 4.8, counts="raining"), say("rain"), earn("thousand-pins"))),
    ),
    "machine": (
        Shot(
            enter=(*BEGIN, BLANK),
            deed=(
                slide(HEAT, TEMPERATURE["cold"], 1.4),
                *(step for nth in range(3) for step in write("cold", nth, 0.3)),
                say("cold"),
                earn("cold"),
            ),
            shows=(HEAT,),
            cards=("same", "any"),
        ),
        Shot(
            deed=(
                slide(HEAT, TEMPERATURE["hot"], 1.4),
                *(step for nth in range(2) for step in write("hot", nth, 0.36)),
                say("hot"),
                earn("hot"),
            ),
        ),
    ),
    "take-away": (
        Shot(enter=(*BEGIN, reel(STACKS, 1.5, counts="writing")), deed=(hush(), NEXT), hides=(HEAT,)),
    ),
}


def _heap(scene: Scene) -> tuple[Said, ...]:
    sentences = ["\t".join(token_text.halves(scene.lesson.words, tokens)) for tokens in moment(scene).heap]
    return (Said("film.text", {"text": "\n".join(sentences)}, "heap", "heap"),) if sentences else ()


def writing(scene: Scene) -> Payoff:
    """The sentence that is being written, and those before it."""
    now = moment(scene)
    begin, written = token_text.halves(scene.lesson.words, now.written)
    more = "…" if following(now.written) else ""
    hero = Said("film.text", {"text": f"{begin}\n{written}\n{more}"}, moments.PLACE, "hero")
    return Payoff((hero, *_heap(scene)))


def _word(scene: Scene) -> str:
    return token_text.named(scene.lesson.words, (), moment(scene).written[0])


def first(scene: Scene) -> Payoff:
    """Which score the word had that chance picked first."""
    token = moment(scene).written[0]
    rank = 1 + sorted(following(()).values(), reverse=True).index(following(())[token])
    said = Said(f"film.rank.{rank}", {"word": _word(scene)})
    return Payoff((said, *_heap(scene)), token if token in ("cat", "dog") else "other")


def second(scene: Scene) -> Payoff:
    """Return whether the second sentence is another one."""
    heap = moment(scene).heap
    key = "film.another" if heap[-1] != heap[-2] else "film.same-again"
    return Payoff((Said(key), *_heap(scene)))


def third(scene: Scene) -> Payoff:
    """How many different sentences there are now."""
    different = len({*moment(scene).heap})
    return Payoff((Said(f"film.different.{different}", tone="machine"), *_heap(scene)))


def pin(scene: Scene) -> Payoff:
    """The slice that the pin hit is the word."""
    (hero,) = writing(scene).said
    return Payoff((hero, Said("film.hit", {"word": _word(scene)}, kind="number")))


def raining(scene: Scene) -> Payoff:
    """How many pins have fallen."""
    _, found = moments.rained(scene.share)
    return Payoff((Said("film.pins", {"pins": int(found.sum())}),))


def rain(scene: Scene) -> Payoff:
    """Return whether wider slices were hit more often, and how near the widest one came to its width."""
    _, found = moments.rained(1.0)
    return Payoff((Said(wider(found.tolist()), tone="machine"), _widest(scene, found)))


def wider(found: list[int]) -> str:
    """Which sentence is true of how often the slices were hit, the widest one first."""
    if all(one > other for one, other in pairwise(found)):
        return "film.wider"
    return "film.mostly" if min(found[:2]) > max(found[2:]) else "film.odd"


def _widest(scene: Scene, found: np.ndarray) -> Said:
    share = moments.chances((), 1.0)[0]
    word = token_text.named(scene.lesson.words, (), next(iter(following(()))))
    return Said(
        "film.never-quite",
        {"word": word, "hits": int(found[0]), "pins": PINS, "share": 100 * share},
        kind="note",
    )


def warmth(scene: Scene) -> Payoff:
    """What the temperature has made of the slices."""
    shares = sorted(moments.chances((), scene.now.temperature).tolist(), reverse=True)
    if sum(shares[:TOP]) >= NEARLY_ALL:
        return Payoff((Said("film.cold", tone="machine"), *_heap(scene)), "same")
    key = "film.hot" if shares[-1] >= LEAST else "film.between"
    return Payoff((Said(key, tone="machine"), *_heap(scene)), "any")


def while_written(payoff: Callable[[Scene], Payoff]) -> Callable[[Scene], Payoff]:
    """Return the payoff, which says nothing once a reader's hand has ended what was being written."""
    return lambda scene: payoff(scene) if moment(scene).written else Payoff(())


FILM = Film(
    shots=SHOTS,
    payoffs={
        "writing": writing,
        "first": while_written(first),
        "second": while_written(second),
        "third": while_written(third),
        "pin": while_written(pin),
        "raining": raining,
        "rain": rain,
        "cold": warmth,
        "hot": warmth,
    },
)
