"""Landmarks of a training: one word over and over, a right sentence, held-out text that turns up."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from downhill.training.sgd import Training
from downhill.training.tokens import LOOKS_BACK, Examples, Text, written

REPEATS, RIGHT, RISEN = "repeats", "right", "risen"
STOP = "stop"  # no landmark: where a training pauses because it has taken its steps
TIMES = 3  # in a row
OFTEN, SELDOM = 60, 600  # steps: what is written is looked at after each of the first, then after every tenth


class Landmark(NamedTuple):
    """What was found after so many `steps`: its name, and its pin on the curve of the losses.

    The pin stands at the step `at`, at that `loss`; `word` is what is repeated, or ''.
    """

    name: str
    steps: int
    at: int
    loss: float
    word: str = ""


def is_look(steps: int) -> bool:
    """Whether what the model writes is looked at after so many steps: this takes as long as a step does."""
    return steps <= OFTEN or steps % (10 if steps <= SELDOM else 100) == 0


def repeated(text: Text, added: Sequence[int]) -> int | None:
    """The first word, no sign, that stands three times in a row among tokens that the model has added."""
    last, row = -1, 0
    for token in added:
        row = row + 1 if token == last else 1
        last = token
        if row == TIMES and text.tokens[token][0].isalnum():
            return token
    return None


def is_right(text: Text, tokens: Sequence[int], begun: int) -> bool:
    """Whether tokens end a sentence, and each behind the first `begun` stands so in the text somewhere.

    That is, behind the same words as here, as far back as the model looks; in sentences that are held out,
    too. Nothing is right that adds nothing.
    """
    if len(tokens) <= begun or tokens[-1] != text.end:
        return False
    seen = [*[text.end] * LOOKS_BACK, *tokens]
    parts = text.learned, text.held_out
    return all(
        any(stands(part, seen[i : i + LOOKS_BACK + 1]) for part in parts) for i in range(begun, len(tokens))
    )


def stands(part: Examples, run: Sequence[int]) -> bool:
    """Whether the last of a run of four tokens follows the three before it in some of these examples."""
    return bool(((part.before == run[:-1]).all(axis=1) & (part.after == run[-1])).any())


def repetition(word: str) -> str:
    """A word three times, as one reads it inside of a sentence."""
    text = written([word] * TIMES)
    return word[:1] + text[1:]


def count(text: Text, word: str) -> int:
    """How often a token stands in the text, sentences that are held out included."""
    index = text.tokens.index(word)
    return int(sum((part.after == index).sum() for part in (text.learned, text.held_out)))


def in_writing(training: Training, begun: Sequence[int], known: Collection[str]) -> Iterator[tuple[str, str]]:
    """The landmarks in what a model writes now after these tokens, but for those that are known.

    Each comes with the word that is repeated, or ''.
    """
    text, tokens = training.text, training.write(begun)
    word = repeated(text, tokens[len(begun) :])
    if REPEATS not in known and word is not None:
        yield REPEATS, text.tokens[word]
    if RIGHT not in known and is_right(text, tokens, len(begun)):
        yield RIGHT, ""
