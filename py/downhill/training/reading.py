"""One of the places in the text that a step has looked at: what stood there, what the model guessed."""

from __future__ import annotations

from typing import NamedTuple

from downhill.training.sgd import BATCH, Training
from downhill.training.tokens import Text

FEWEST = 2  # tokens before a place that tell more than none do


class Reading(NamedTuple):
    """A place in the text, as numbers of tokens: its sentence `before` it, and the token that was `covered`.

    `guess` is the token that the model found likeliest there before the step, `chance` its probability,
    `covered_chance` that of the token that really comes.
    """

    before: tuple[int, ...]
    covered: int
    guess: int
    chance: float
    covered_chance: float


def reading(training: Training) -> Reading | None:
    """The place that is shown of the 16 of the last step; None before the first step.

    It follows from seed and steps: the first one, from a place on that moves with every step, which lies
    inside of a sentence and covers a word; where there is none, that place itself.
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
    """Whether an example covers a word that some others stand before."""
    word = text.tokens[int(text.learned.after[example])]
    return word[0].isalnum() and len(sentence(text, example)) >= FEWEST


def sentence(text: Text, example: int) -> tuple[int, ...]:
    """The tokens of its sentence that stand before an example to learn, of that number."""
    before, after = text.learned
    start = example
    while (before[start] != text.end).any():
        start -= 1
    return tuple(after[start:example].tolist())
