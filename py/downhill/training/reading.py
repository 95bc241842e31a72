"""One of the places in the text that a step has read: what was there, and what the model guessed."""

from __future__ import annotations

from typing import NamedTuple

from downhill.training.sgd import BATCH, Training
from downhill.training.tokens import Text

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
