"""Landmarks of a training: one word over and over, a correct sentence, held-out text that turns up."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from downhill.training.sgd import Training
from downhill.training.tokens import LOOKS_BACK, Examples, Text, written

REPEATS, RIGHT, RISEN = "repeats", "right", "risen"
STOP = "stop"  # not a landmark: the training pauses because it has taken its steps
TIMES = 3  # in a row
OFTEN, SELDOM = 60, 600  # steps: check the writing after each of the first, then after every tenth


class Landmark(NamedTuple):
    """What was found after `steps` steps: its name, and its pin on the curve of the losses.

    The pin is at the step `at`, at that `loss`; `word` is what is repeated, or ''.
    """

    name: str
    steps: int
    at: int
    loss: float
    word: str = ""


def is_look(steps: int) -> bool:
    """Return whether to look at what the model writes after this step: looking takes as long as a step."""
    return steps <= OFTEN or steps % (10 if steps <= SELDOM else 100) == 0


def repeated(text: Text, added: Sequence[int]) -> int | None:
    """Return the first word (not a sign) that occurs three times in a row in what the model added."""
    last, row = -1, 0
    for token in added:
        row = row + 1 if token == last else 1
        last = token
        if row == TIMES and text.tokens[token][0].isalnum():
            return token
    return None


def is_right(text: Text, tokens: Sequence[int], begun: int) -> bool:
    """Return whether tokens end a sentence, and each after the first `begun` also follows so in the text.

    That is, after the same words as here, as far back as the model looks; held-out sentences count too.
    Adding nothing isn't right.
    """
    if len(tokens) <= begun or tokens[-1] != text.end:
        return False
    seen = [*[text.end] * LOOKS_BACK, *tokens]
    parts = text.learned, text.held_out
    return all(
        any(stands(part, seen[i : i + LOOKS_BACK + 1]) for part in parts) for i in range(begun, len(tokens))
    )


def stands(part: Examples, run: Sequence[int]) -> bool:
    """Return whether the last of four tokens follows the three before it in any of these examples."""
    return bool(((part.before == run[:-1]).all(axis=1) & (part.after == run[-1])).any())


def repetition(word: str) -> str:
    """Return a word three times, as it reads inside a sentence."""
    text = written([word] * TIMES)
    return word[:1] + text[1:]


def count(text: Text, word: str) -> int:
    """Return how often a token occurs in the text, held-out sentences included."""
    index = text.tokens.index(word)
    return int(sum((part.after == index).sum() for part in (text.learned, text.held_out)))


def in_writing(training: Training, begun: Sequence[int], known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the landmarks in what a model now writes after these tokens, except those already known.

    Each comes with the word that is repeated, or ''.
    """
    text, tokens = training.text, training.write(begun)
    word = repeated(text, tokens[len(begun) :])
    if REPEATS not in known and word is not None:
        yield REPEATS, text.tokens[word]
    if RIGHT not in known and is_right(text, tokens, len(begun)):
        yield RIGHT, ""
