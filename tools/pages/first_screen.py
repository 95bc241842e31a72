"""What the page knows before Python runs: the recording of the first screen, and the first lesson's hill.

The recording is of lesson five's own model, with a different seed: it writes gibberish, trains, and writes a
sentence. The hill is enough to walk on it in fog: a hand that moves the slider early sees the same heights in
the same picture as later.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any, NamedTuple

import numpy as np
from matplotlib.figure import Figure

from downhill.drawing.themes import look
from downhill.lesson import Lesson
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import OWN, pictures
from downhill.text.format import PAGE, fill, number
from downhill.training.model_lesson import ModelLesson
from downhill.training.sgd import Training
from downhill.training.tokens import EVERY, read, written
from downhill.training.trainer import trainer_of

SEED, DICE, RATE, LAST = 1, 3, 0.3, 1800
MOST = 7  # words that chance draws: four lines on a phone
LEVELS = 5  # of a slider in the wall: far below zero, below, about zero, above, far above
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXY"  # one for the levels of two sliders
STEPS = sorted({*range(32), *(round(32 * (LAST / 32) ** (k / 30)) for k in range(31)), 100, 300, 1000})


class Prologue(NamedTuple):
    """The recording for the page, the sentences about it, by number, and how they continue."""

    json: str
    title: tuple[str, str]
    says: tuple[str, ...]


def prologue(model: ModelLesson) -> Prologue:
    """Record a model, in the current language."""
    lines = tuple(line for key in model.corpus for line in model.words[key].splitlines())
    prompt = trainer_of(model).prompt
    found = recorded(lines, prompt)
    gaps = {"weights": found["weights"], "sentences": found["sentences"], "prompt": prompt}
    says = tuple(fill(PAGE[f"start.{n}"], gaps) for n in (1, 2, 3))
    words = {name: PAGE[f"start.{name}"] for name in ("chance", "step")}
    shown: dict[str, Any] = {**found, **words}
    shown["group"] = number(1000, 0)[1:-3]
    shown["labels"] = [PAGE[f"start.go{nth}"] for nth in ("", ".2", ".3")]
    titles = PAGE["start.title"], PAGE["start.title.2"]
    return Prologue(json.dumps(shown, ensure_ascii=False), titles, says)


@cache
def recorded(lines: Sequence[str], prompt: str) -> dict[str, Any]:
    """Record what a model of these lines writes after `prompt`: by chance, then its most likely words.

    `frames` are pairs of a step and what it writes from then on, `walls` its sliders before and after.
    """
    text = read(lines)
    training = Training(text, SEED)
    begun = [known for token in text.tokens_in(prompt) if (known := text.number(token)) is not None]
    walls, frames = [wall(training.weights)], [(0, said(text, training.write(begun)))]
    noise = said(text, [*begun, *drawn(training, begun, text.end, Random(DICE))])
    for step in range(1, LAST + 1):
        training.step(RATE)
        if step in STEPS and (sentence := said(text, training.write(begun))) != frames[-1][1]:
            frames.append((step, sentence))
    walls.append(wall(training.weights))
    return {
        "begun": said(text, begun),
        "noise": noise,
        "frames": frames,
        "last": LAST,
        "walls": walls,
        "weights": len(training.weights),
        "sentences": text.sentences - text.sentences // EVERY,
    }


def said(text: Any, tokens: Sequence[int]) -> str:
    """Join tokens into readable text."""
    return written([text.tokens[token] for token in tokens])


def drawn(training: Training, begun: Sequence[int], end: int, dice: Random) -> list[int]:
    """Draw words by chance, with the probabilities that the model gives them, up to the end of a sentence."""
    tokens: list[int] = []
    while len(tokens) < MOST and (not tokens or tokens[-1] != end):
        shares = training.chances([*begun, *tokens])
        tokens += dice.choices(range(len(shares)), shares.tolist())
    return tokens


def wall(weights: np.ndarray) -> str:
    """Encode all weights as levels, two per character."""
    levels = np.clip(np.round(2 * np.sign(weights) * np.sqrt(np.abs(weights) / 1.6)) + 2, 0, LEVELS - 1)
    pairs = np.append(levels, 2)[: 2 * ((len(levels) + 1) // 2)].reshape(-1, 2).astype(int)
    return "".join(SIGNS[LEVELS * a + b] for a, b in pairs.tolist())


class FirstScreen(NamedTuple):
    """A curve over one slider: its svg path and its axes for a template; the rest as JSON.

    The JSON has the slider's `low` and `step`; for each of its values the `heights`, and the texts `shown`
    and `values` for height and value; `across` and `up`, the ends of the axes.
    """

    path: str
    across: tuple[float, float]
    up: tuple[float, float]
    json: str


def first_screen(lesson: Lesson) -> FirstScreen | None:
    """Return the first screen of a lesson with one slider whose film begins in fog; None for any other."""
    choices = lesson.beat_choices.get("try", {})
    if "fog" not in choices or len(lesson.sliders) != 1:
        return None
    state = LessonState(lesson)
    for name, option in choices.items():
        state.choose(name, option)
    (picture,) = (each for each in pictures(lesson) if each.name == OWN)
    figure = Figure()  # laid out, never drawn: the typeface may lack the language's characters
    picture.draw(figure, look("light", {**PAGE, **lesson.words}))(state.scene())
    (slider,), (axes,) = state.lesson.sliders, figure.axes
    values = [float(v) for v in slider.low + slider.step * np.arange(round(slider.span / slider.step) + 1)]
    heights = [float(state.lesson.measure_at([value]).loss) for value in values]
    across, up = ((float(low), float(high)) for low, high in (axes.get_xlim(), axes.get_ylim()))
    script = {
        "low": slider.low,
        "step": slider.step,
        "heights": [round(height, 4) for height in heights],
        "shown": [number(height, lesson.loss_decimals) for height in heights],
        "values": [number(value, slider.decimals) for value in values],
        "across": across,
        "up": up,
    }
    around = [values[0] + across[0] - slider.low, *values, values[-1] + across[1] - slider.high]
    edge = [(x, float(state.lesson.measure_at([x]).loss)) for x in around]
    points = "L".join(f"{x:.2f} {y:.3f}" for x, y in edge)
    path = f"M{points}L{across[1]} {up[0]}L{across[0]} {up[0]}Z"
    return FirstScreen(path, across, up, json.dumps(script, ensure_ascii=False))
