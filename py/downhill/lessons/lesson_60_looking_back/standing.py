"""Where a training of a model that looks back stands, in numbers and words."""

from __future__ import annotations

from typing import NamedTuple

from downhill.lessons.lesson_60_looking_back.scene import COVER, HAND, WINDOW

START, SHARP, RIGHT = 0.1, 0.8, 0.95
"""A mean share of the look on the right word that is hardly more than even, one that is sharp, and a share of
right answers that is good."""
WORSE = 0.3  # nats above all that the steps began with
SURE = 0.95  # of a look by hand


class LookStanding(NamedTuple):
    """What is true now; losses and surprises are in nats, shares and probabilities out of 100.

    Of the training: its `steps`, the `first` loss and the `ground`
    (`downhill.training.model_lesson.Standing`), `loss` on texts with pairs of name and thing as in training,
    `held` on texts with new ones; on these, the mean share `looks` of the look on the right word, and the
    share `answers` of right ones; `weights` and `tokens` are counted, and those `changed` by asking.

    Of the text at work: whose look it is (`eyes`), the `words` before the gap, or those with a slider for a
    look by hand; the last word `after`, and the last `three`; the asked `name`, the `right` word and the
    `share` on it (`asks` and `owns` tell whether there are such); the word that is looked at `most`, with its
    share; the word that is `said`, with its probability `chance`; the word `picked` by the reader, or '', and
    how many words `back` it stands.
    `surprise` is that of a look by hand at the right word. `off`, `sharp` and `hides` (the right word) say
    how the model looks.
    """

    steps: int
    first: float
    ground: float
    loss: float
    held: float
    looks: float
    answers: float
    weights: int
    tokens: int
    eyes: str
    words: int
    after: str
    three: str
    asks: bool
    owns: bool
    name: str
    right: str
    share: float
    most: str
    most_share: float
    said: str
    chance: float
    picked: str
    back: int
    tells: bool
    touched: bool
    surprise: float
    off: bool
    sharp: float
    hides: bool
    changed: int


def describe(now: LookStanding) -> str:
    """Which sentence is true of a training, and of the text at work."""
    if now.eyes == COVER:
        return _covered(now)
    if now.eyes == HAND:
        return _by_hand(now)
    if now.eyes == WINDOW:
        return "window" if now.said != now.right else "luck"
    if now.loss > now.ground + WORSE:
        return "wild"
    return _changed(now) or _learning(now)


def _covered(now: LookStanding) -> str:
    if not now.asks:
        return "open"
    if not now.owns:
        return "nobody"
    if not now.picked:
        return "cover"
    return "told" if now.tells else "astray"


def _by_hand(now: LookStanding) -> str:
    if not now.owns:
        return "hand.other"
    if not now.touched:
        return "hand.even"
    return "hand.right" if now.share >= 100 * SURE else "hand"


def _changed(now: LookStanding) -> str:
    """What a reader has asked or changed that says more than how well the model has learned; else ''."""
    if not now.asks:
        return "goes.on"
    if not now.owns:
        return "nobody"
    if now.off:
        return "off"
    if now.hides:
        return "hidden"
    return "sharpness" if now.sharp != 1 else ""


def _learning(now: LookStanding) -> str:
    if not now.steps:
        return "start"
    if is_sharp(now):
        return "sharp"
    return "even" if now.looks < 100 * START else "forming"


def is_sharp(now: LookStanding) -> bool:
    """Return whether the model looks at the right word and answers right for a pair it has never seen."""
    return now.looks > 100 * SHARP and now.answers > 100 * RIGHT
