"""What a model answers to what its text doesn't say, and whether asking changes it; comes late."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from downhill.lessons.lesson_50_ten_thousand.changed_text import sentence_with
from downhill.text.format import fill, percent
from downhill.text.mistake import Mistake
from downhill.training.prompt import numbers
from downhill.training.tokens import Text, written
from downhill.training.trainer import Trainer

FIRST = "first asked"


def asked(trainer: Trainer, kept: Trainer | None = None, prompt: str = "") -> dict[str, Any]:
    """Return the model's answer to a prompt: its text, whether it stands so in the model's text, how likely.

    `likely` is the mean probability that the model gave to the words it added. `changed` counts the weights
    that differ from when the first of `asked` questions was asked; training or a hand starts the count anew.
    A prompt that the model can't continue gets a `mistake`, a sentence, and is not counted.
    """
    training, words = trainer.training, trainer.lesson.words
    text = training.text
    try:
        begun = numbers(text, prompt)
    except Mistake as wrong:
        return {"mistake": fill(words[wrong.key], wrong.numbers)}
    first = {"training": training, "steps": trainer.steps, "hand": trainer.changes[-1:]}
    since = trainer.told.get(FIRST, {})
    if any(since.get(key) != now for key, now in first.items()):
        since = first | {"asked": 0}
    trainer.told[FIRST] = since | {"asked": since["asked"] + 1}
    trainer.before_asking()
    tokens = training.write(begun)
    chances = [float(training.chances(tokens[:at])[tokens[at]]) for at in range(len(begun), len(tokens))]
    changed = trainer.changed()
    counts = {"asked": since["asked"] + 1, "changed": changed}
    counts |= {"weights": len(training.weights), "letters": letters(text)}
    return {
        "text": written([text.tokens[i] for i in tokens]),
        "stands": is_in(text, tokens),
        "likely": percent(float(np.mean(chances))),
        "changed": changed,
        "told": [fill(words[key], counts) for key in ("asked.counted", "asked.looks-up")],
    }


def is_in(text: Text, tokens: Sequence[int]) -> bool:
    """Return whether tokens stand in a sentence of a text in this order, one right after the other.

    Sentences held out of training count, too.
    """
    return any(sentence_with(text, tokens, part) for part in (text.learned, text.held_out))


def letters(text: Text) -> int:
    """Return how many letters and signs a text has, spaces not counted."""
    return sum(len(text.tokens[i]) for part in (text.learned, text.held_out) for i in part.after.tolist())
