"""What the page says about a training besides its numbers: the map, the place it read, cards, the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from downhill.text.format import fill, number, percent
from downhill.training.guess import AFTER, FEW, KINDS, cards, kind_of, verdict
from downhill.training.sgd import BATCH, Training
from downhill.training.tokens import Text, written
from downhill.training.trainer import Trainer

FEWEST = 2  # tokens that must come before a place


class Reading(NamedTuple):
    """A place in the text, as numbers of tokens: its sentence `before` it, and the token that was `covered`.

    `guess` is the token that the model found most likely there before the step, `chance` its probability,
    `covered_chance` the probability of the actual token.
    """

    before: tuple[int, ...]
    covered: int
    guess: int
    chance: float
    covered_chance: float


def reading(training: Training) -> Reading | None:
    """Return the one to show of the last step's 16 places; None before the first step.

    Seed and steps determine it: the search begins at an index that moves with every step, and takes the first
    place inside a sentence that covers a word; if there is none, the place at that index.
    """
    if not len(training.read):
        return None
    text = training.text
    rows = [(training.steps + row) % BATCH for row in range(BATCH)]
    row = next((row for row in rows if _tells(text, int(training.read[row]))), rows[0])
    example, given = int(training.read[row]), training.given[row]
    covered, guess = int(text.learned.after[example]), int(given.argmax())
    return Reading(sentence(text, example), covered, guess, float(given[guess]), float(given[covered]))


def _tells(text: Text, example: int) -> bool:
    """Return whether an example covers a word that comes after some others."""
    word = text.tokens[int(text.learned.after[example])]
    return word[0].isalnum() and len(sentence(text, example)) >= FEWEST


def sentence(text: Text, example: int) -> tuple[int, ...]:
    """Return the tokens before a training example, with that index, in its sentence."""
    before, after = text.learned
    start = example
    while (before[start] != text.end).any():
        start -= 1
    return tuple(after[start:example].tolist())


ROOM = 24  # characters of what was written that fit in a sentence about a guess


def word_told_of(trainer: Trainer) -> int:
    """Return the word that the map's sentence is about: the first one with which the model continues.

    If it continues with none, the prompt's last word; if there is none, the most frequent one.
    """
    (asked, new), words = trainer.last_written()[1], set(trainer.map.words.tolist())
    found = [token for token in (*new, *reversed(asked)) if token in words]
    return found[0] if found else int(trainer.map.words[0])


def map_said(trainer: Trainer) -> str:
    """Say what the map of words shows: the words most similar to one that the model now writes."""
    words = trainer.lesson.words
    if not trainer.steps:
        return words["words.chance"]
    numbers = alike(trainer, word_told_of(trainer))
    return fill(words["words.near"], numbers)


def alike(trainer: Trainer, word: int) -> dict[str, Any]:
    """Return a word, the `first`, `second` and `third` most similar ones, and the `likeness` to the first."""
    tokens = trainer.training.text.tokens
    found = trainer.map.alike(trainer.training.net.outer, word)
    nearest = dict(zip(("first", "second", "third"), (tokens[i] for i in found.nearest), strict=True))
    return {"word": tokens[word], **nearest, "likeness": found.likeness}


def word_text(trainer: Trainer, word: int) -> str:
    """Describe a word of the map, to be read out, with those most similar to it."""
    return fill(trainer.lesson.words["words.told"], alike(trainer, word))


def reading_texts(trainer: Trainer) -> dict[str, str]:
    """Return the place that the last step has read: what is `before` it, the `covered` word, the guess.

    Empty before the first step. `guessed` is a sentence, with a probability from before the step.
    """
    seen, training = reading(trainer.training), trainer.training
    if seen is None:
        return {}
    tokens, words = training.text.tokens, trainer.lesson.words
    before = written([tokens[i] for i in seen.before])
    whole = written([tokens[i] for i in (*seen.before, seen.covered)])
    key = "reading.right" if seen.guess == seen.covered else "reading.wrong"
    numbers = {
        "guess": tokens[seen.guess],
        "chance": percent(seen.chance),
        "covered_chance": percent(seen.covered_chance),
    }
    return {
        "before": before,
        "covered": whole[len(before) :].strip(),
        "guessed": fill(words[key], numbers),
    }


def card_texts(trainer: Trainer) -> dict[str, Any]:
    """Return the three cards: by `kind` what each says, which is `chosen`, if they are `open`, who was right.

    `said` is '' until twenty steps are taken, or if no card was chosen.
    """
    made = cards(trainer.follows, tuple(trainer.begun()), trainer.seed)
    return {
        "cards": [{"id": kind, "text": trainer.in_words(made[kind])} for kind in KINDS],
        "state": trainer.guessed,
        "open": trainer.steps < AFTER,
        "said": _came_true(trainer),
    }


def _came_true(trainer: Trainer) -> str:
    if not (trainer.came and trainer.guessed):
        return ""
    words = trainer.lesson.words
    fact = fill(words[f"guess20.{kind_of(trainer.follows, trainer.came)}"], {"few": FEW})
    numbers = {"text": _beginning(words, trainer.in_words(trainer.came)), "fact": fact}
    return fill(words[f"guess20.{verdict(trainer.follows, trainer.guessed, trainer.came)}"], numbers)


def _beginning(words: Mapping[str, str], text: str) -> str:
    """Return a text that was written, or its first words if there isn't room for all."""
    if len(text) <= ROOM:
        return text
    return fill(words["guess20.more"], {"text": text[:ROOM].rpartition(" ")[0] or text[:ROOM]})


def log_rows(trainer: Trainer) -> list[list[str]]:
    """Return steps, both losses, and what was written, at the milestones and, as the last row, now.

    The last row has no losses while the machine is training, because they aren't measured then.
    """
    steps, tokens = trainer.last_written()
    rows = [
        [number(page.steps, 0), number(page.loss, 2), number(page.held, 2), page.text]
        for page in trainer.pages
        if page.steps < steps
    ]
    noted = trainer.course.seen[-1].tolist()
    measured = steps == noted[0] and not (trainer.is_training and trainer.moved)
    losses = [number(loss, 2) if measured else "" for loss in noted[1:]]
    return [*rows, [number(steps, 0), *losses, trainer.in_words(tokens)]]
