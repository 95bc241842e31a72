"""What the story of this lesson says of a model, and what it tries on copies of one; comes late."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

import numpy as np

from downhill.lesson.way import PLAIN
from downhill.lessons.lesson_50_ten_thousand.answers import asked
from downhill.lessons.lesson_50_ten_thousand.changed_text import (
    add_lies,
    lies,
    odds,
    tilt,
)
from downhill.lessons.lesson_50_ten_thousand.kinds import DO, LIKE, OTHER, THINGS, kinds_of
from downhill.lessons.lesson_50_ten_thousand.learned_text import own_text, story
from downhill.text.format import number
from downhill.training.network import first_of, place_of
from downhill.training.own_text import lit, sentences
from downhill.training.sgd import Training
from downhill.training.tokens import tokens_of, written
from downhill.training.trainer import Trainer

TURN = 0.5  # how far the first picture turns one weight
FROM = "from"  # where a copy began: its steps, or all its weights
OPTIONS = 4  # words to choose from, the right one among them
SHORT, LONG = 5, 9  # tokens of a sentence to guess
HEART = 8000  # steps after which the model has learned much by heart
SAMPLE, MOST, SHOWN = 100, 14, 6  # sentences that a model writes, words of each at most, those that are seen
HUGE, MEND = 100, 2000  # steps that are far too large, and small ones after them
FIVE = 5


def turn(trainer: Trainer, kept: Trainer | None = None) -> dict[str, Any]:
    """A weight that can be turned, `before` and `after`, and what is written by chance stays word for word.

    The first such one from the middle of the hidden layer on; `others` are those that are left.
    """
    copy = trainer.training.copied()
    weights, first, rows = copy.weights, trainer.drawn(), len(copy.net.inner)
    middle = first_of("inner", copy.size) + (copy.net.inner.size + rows) // 2
    for index in range(middle, len(weights)):
        before = float(weights[index])
        after = before + (TURN if before <= 0 else -TURN)
        weights[index] = after
        if trainer.drawn(copy) == first:
            break
        weights[index] = before
    told = {"index": index, "layer": place_of(index, copy.size)[0], "before": before, "after": after}
    return told | {"others": len(weights) - 1, "hours": len(weights) / 3600}


def key(trainer: Trainer, kept: Trainer | None = None) -> dict[str, Any]:
    """A sentence of the text as questions, each with its answer, and what the whole text asks.

    Every question tells the words `before`, the one that is `covered`, the `chance` that the model gave it,
    one over that (`one_in`), and the word that the model found likeliest. Question `at` has
    `options`, words that follow the same one in the text, each with its chance.
    """
    text = trainer.training.text
    tokens, at = _asked(trainer)
    questions = [*_questions(trainer.training, tokens)]
    chances = trainer.training.chances(tokens[:at])
    options = sorted([tokens[at], *_others(trainer, tokens, at)], key=text.tokens.__getitem__)
    starts = (text.learned.before == text.end).all(axis=1)
    return {
        "questions": questions,
        "at": at,
        "options": [{"word": text.tokens[i], "chance": float(chances[i])} for i in options],
        "lines": int(starts.sum()),
        "asked": len(text.learned.after),
        "held": text.sentences - int(starts.sum()),
    }


def _questions(training: Training, tokens: Sequence[int]) -> Iterator[dict[str, Any]]:
    known = training.text.tokens
    for at, token in enumerate(tokens):
        chances = training.chances(tokens[:at])
        guess, chance = int(chances.argmax()), float(chances[token])
        words = {"before": written([known[i] for i in tokens[:at]]), "covered": known[token]}
        told = {"guess": known[guess], "guess_chance": float(chances[guess]), "right": guess == token}
        yield words | told | {"chance": chance, "one_in": round(1 / max(chance, 1e-9))}


def _asked(trainer: Trainer) -> tuple[list[int], int]:
    """A sentence to learn, and the place of its last word: the rarest thing that others may stand for."""
    found = [each for each in sentences(trainer.training.text) if SHORT <= len(each) <= LONG]
    kinds, known = kinds_of(trainer.lesson.words), trainer.training.text.tokens
    several = [
        each
        for each in found
        if known[each[-2]] not in kinds and len(_others(trainer, each, len(each) - 2)) == OPTIONS - 1
    ]
    rarest = max(several, key=lambda tokens: tokens[-2])
    return rarest, len(rarest) - 2


def _others(trainer: Trainer, tokens: Sequence[int], at: int) -> list[int]:
    """Other things that follow the same word in the text as that at a place does, the most frequent first."""
    known, text = trainer.follows.known.get((tokens[at - 1],), {}), trainer.training.text
    kinds = kinds_of(trainer.lesson.words)
    found = [i for i in sorted(known) if text.tokens[i][0].isalnum() and text.tokens[i] not in kinds]
    found = [i for i in found if i not in tokens]
    return found[: OPTIONS - 1]


def five(trainer: Trainer, kept: Trainer | None = None) -> dict[str, Any]:
    """Five sentences that the model wrote, with their steps, from the first one to that of now."""
    now = trainer.steps, trainer.in_words(trainer.write())
    found: dict[str, int] = {}
    for page in trainer.pages:
        found.setdefault(page.text, page.steps)
    rows = [(steps, text) for text, steps in found.items() if text != now[1]] + [now]
    places = np.linspace(0, len(rows) - 1, min(FIVE, len(rows))).round().astype(int)
    some = [rows[i] for i in places.tolist()]
    return {"sentences": [{"steps": steps, "shown": number(steps, 0), "text": text} for steps, text in some]}


def heart(trainer: Trainer, kept: Trainer | None = None) -> dict[str, Any]:
    """How many of a hundred sentences that it writes stand in its text, of it and of the kept one; losses."""
    return {"now": _by_heart(trainer), "kept": _by_heart(kept) if kept else {}}


def _by_heart(trainer: Trainer) -> dict[str, Any]:
    training, (loss, held) = trainer.training, trainer.losses
    text, whole = training.text, {written(tokens_of(line)) for line in _lines(trainer)}
    drawn = [training.draw([text.end], Random(number), MOST)[1:] for number in range(1, SAMPLE + 1)]
    words = [[text.tokens[i] for i in new] for new in drawn]
    copied = [written(each) in whole for each in words]
    shown = [
        {"text": written(words[i]), "words": words[i], "lit": lit(text, drawn[i]), "copied": copied[i]}
        for i in range(SHOWN)
    ]
    return {"copied": sum(copied), "of": SAMPLE, "loss": loss, "held": held, "written": shown}


def _lines(trainer: Trainer) -> Iterator[str]:
    words = trainer.lesson.words
    return (line for part in trainer.lesson.corpus for line in words[part].splitlines() if line.strip())


def huge(trainer: Trainer, kept: Trainer | None = None) -> dict[str, Any]:
    """Losses before training, of the kept model and of now; the share of weights that were thrown far."""
    own = kept or trainer
    far = np.abs(trainer.training.weights - own.training.weights)
    first = float(own.course.points[0, 1])
    return {
        "first": first,
        "kept": own.losses[0],
        "now": trainer.losses[0],
        "thrown": float((far > TURN).mean()),
    }


def groups(trainer: Trainer, kept: Trainer | None = None) -> dict[str, Any]:
    """Words by their kind, and for how many of 100 the nearest one on the map is of the same kind."""
    known, kinds = trainer.training.text.tokens, kinds_of(trainer.lesson.words)
    words = [i for i, number in enumerate(trainer.map.words) if kinds.get(known[number]) != OTHER]
    names = [known[trainer.map.words[i]] for i in words]
    kind = np.array([kinds.get(name, THINGS) for name in names])
    places = trainer.map.places(trainer.training.net.outer)[words]
    apart = ((places[:, None] - places) ** 2).sum(axis=2)
    np.fill_diagonal(apart, np.inf)
    same = float((kind[apart.argmin(axis=1)] == kind).mean())
    named = {
        each: [name for name, k in zip(names, kind, strict=True) if k == each] for each in (THINGS, LIKE, DO)
    }
    return {"same": round(100 * same), "kinds": named}


def _plainly(copy: Trainer) -> None:
    copy.set_way(PLAIN)
    copy.set_rate(copy.lesson.rates.good)


def _turn(copy: Trainer) -> None:
    copy.restart()
    copy.select_weight(turn(copy)["index"])


def _on(copy: Trainer) -> None:
    _plainly(copy)
    copy.stops = (max(HEART, copy.steps + MEND),)
    copy.noted[FROM] = np.array([copy.steps])


def _huge(copy: Trainer) -> None:
    _plainly(copy)
    copy.set_rate(copy.rates.high)
    copy.noted[FROM] = copy.training.weights.copy()
    copy.rates_ahead = {copy.steps + HUGE: copy.rates.good}
    copy.stops = (copy.steps + HUGE, copy.steps + HUGE + MEND)


def _join(copy: Trainer, *arguments: str) -> None:
    from downhill.together.joining import join

    join(copy, *arguments)


def together(trainer: Trainer, kept: Trainer | None = None, request: str = "{}") -> dict[str, Any]:
    """Answer a request of *One class, one model* (`downhill.together.asked`)."""
    from downhill.together.asked import answer

    return answer(trainer, request)


TRIALS: dict[str, Callable[..., None]] = {
    "turn": _turn,
    "on": _on,
    "lies": add_lies,
    "huge": _huge,
    "tilt": tilt,
    "class": _join,
}
FACTS: dict[str, Callable[..., dict[str, Any]]] = {
    each.__name__: each
    for each in (turn, key, five, heart, lies, odds, huge, groups, own_text, asked, story, together)
}
