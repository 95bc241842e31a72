"""A group of a class: a copy of the reader's model learns the group's text, and hands in a code."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import numpy as np

from downhill.lesson.way import PLAIN
from downhill.text.format import fill
from downhill.together import own_words
from downhill.together.class_text import MOST_GROUPS, ROUND, ClassText, class_text
from downhill.together.collecting import collected, row, sum_of_code
from downhill.together.model_code import Model, decode, encode
from downhill.training.sgd import Training
from downhill.training.trainer import Trainer

GROUP = "group"  # what a copy notes of it: its number, the round, the sum of what that began from


def text_of(trainer: Trainer) -> ClassText:
    """Return the text of a class: the lesson's in the current language, a topic for each of its parts."""
    return class_text(parts_of(trainer))


def parts_of(trainer: Trainer) -> tuple[str, ...]:
    """Return the parts of a lesson's text, each a topic."""
    return tuple(trainer.lesson.words[part] for part in trainer.lesson.corpus)


def join(copy: Trainer, group: str, seed: str, begun: str = "", words: str = "", source: str = "") -> None:
    """Let a copy learn a group's text, from the seed's first weights or from the code of a mean.

    `begun` may be `-` for none. With the class's `words`, the group learns a `source` of its own; both are
    percent-encoded.

    Raises `ValueError` for a number that no group has, or a code that isn't the mean of a class.
    """
    number, last = int(group), decode(begun) if begun.strip("-") else None
    if not 1 <= number <= MOST_GROUPS or isinstance(last, str):
        raise ValueError(f"expected groups 1 to {MOST_GROUPS} and a mean, got {group} and {begun[:20]!r}")
    turn = last.round + 1 if last else 1
    copy.set_way(PLAIN)
    copy.seed = int(seed)
    if words:
        copy.take_text(own_words.learned(unquote(source), own_words.unpacked(unquote(words))).own)
    else:
        copy.restart()
        copy.training = Training(text_of(copy).of_group(number, turn), copy.seed)
    if last:
        copy.training.weights[:] = last.weights
    copy.stops = (ROUND,)
    copy.noted[GROUP] = np.array([number, turn, sum_of_code(begun.strip("-"))])


def mean_in(class_text: ClassText, text: str, seed: int, words: dict[str, str]) -> dict[str, Any]:
    """Return the mean of a class in a text, `begun` and `round`, or a sentence, `why`, if there is none."""
    begun = collected((), text, "", class_text, seed).begun
    last = decode(begun)
    if isinstance(last, Model):
        return {"begun": begun, "said": fill(words["mine.from"], {"round": last.round})}
    return {"begun": "", "said": fill(words["mine.unfit"], {"seed": str(seed)}) if text.strip() else ""}


def handed_in(trainer: Trainer, name: str, words: dict[str, str]) -> dict[str, Any]:
    """Return the code of a group's model and what 4 bits for a weight cost; {} for another model."""
    if GROUP not in trainer.noted or not trainer.steps:
        return {}
    number, turn, begun = trainer.noted[GROUP].tolist()
    own, training = trainer.own_text, trainer.training
    text = ClassText(own.text, ()) if own else text_of(trainer)
    told = {"group": number, "round": turn, "begun": begun, "steps": trainer.steps, "name": name.strip()}
    code = encode(text.model(training.weights, trainer.seed, **told))
    coded = decode(code)
    assert isinstance(coded, Model)
    seen = row(text, coded.weights, trainer.prompt)
    numbers: dict[str, float] = {"weights": len(training.weights), "bytes": len(code) * 3 // 4}
    numbers |= {"exact": text.loss(training.weights), "coded": seen["loss"]}
    return {
        "model": code,
        "cost": fill(words["words.cost" if own else "mine.cost"], numbers),
        "writes": seen["writes"],
    } | numbers
