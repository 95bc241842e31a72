"""What the page shows of a model besides pixels: numbers to set and sentences to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from downhill.play import ways as way_view
from downhill.text.format import PAGE, fill, loss_with_unit, number, rate_shown, significant
from downhill.text.mistake import Mistake
from downhill.training.landmarks import Landmark, count, repetition
from downhill.training.network import WIDTH, place_of
from downhill.training.prompt import nearest
from downhill.training.tokens import LOOKS_BACK
from downhill.training.trainer import Trainer
from downhill.training.trainer_link import is_short
from downhill.training.training_texts import card_texts, log_rows, map_said, reading_texts

ENDS = 3.0  # how far the slider of a weight reaches
STEP = 0.01


class Telling(NamedTuple):
    """The parts of a model's view that differ from lesson to lesson; each is a function of its trainer."""

    weight: Callable[[Any], dict[str, Any]]
    pages: Callable[[Any], list[list[str]]]
    map_said: Callable[[Any], str]
    read_now: Callable[[Any], dict[str, str]]
    cards: Callable[[Any], dict[str, Any]]
    more: Callable[[Any], dict[str, Any]]


class ModelView(NamedTuple):
    """A model as a reader sees it; what ends in `_shown`, and every sentence, is text.

    `weight` is the selected one: its value, what it is, how steep the loss is there while the machine rests;
    `picked` means that a reader has selected it. `pages` are rows of the table, the current one last.
    `map_said` is the sentence of the map of words, `read_now` a place that the last step has read
    (`reading_texts`), `cards` what it might write (`card_texts`). `behind` means that the
    page should go on training for a link, `stopped` that it should not, `landmark` names why it pauses after
    the last step, or is ''; `changed` counts the weights that asking has changed; `copy` is about the
    reader's own model while a copy of it is used: what that writes after how many `steps`, and which `trial`
    the copy is for. `way` is the chosen way downhill (`way_view.shown`), `challenge` an attempt at a
    challenge while one is on (`downhill.play.attempt_base`), `python` what the lines of its
    functions work out while somebody reads them, `more` what is told of this lesson alone.
    """

    lesson: str
    loss: float
    loss_shown: str
    held: float
    held_shown: str
    steps: int
    steps_shown: str
    sentence: str
    said: str
    outcome: str
    weight: dict[str, Any]
    picked: bool
    pages: list[list[str]]
    map_said: str
    read_now: dict[str, str]
    cards: dict[str, Any]
    seed_shown: str
    prompt: str
    mistake: dict[str, Any]
    rate: float
    rate_low: float
    rate_high: float
    rate_shown: str
    preset: str
    way: dict[str, Any]
    behind: bool
    landmark: str
    changed: int
    copy: dict[str, Any]
    stopped: bool
    solved: bool
    mover: str
    challenge: dict[str, Any]
    python: dict[str, str]
    code: dict[str, Any]
    more: dict[str, Any] = {}

    def as_dict(self) -> dict[str, Any]:
        """Return the view as plain dictionaries and lists, to send to the page."""
        return self._asdict()


def view(
    trainer: Trainer,
    challenge: dict[str, Any] | None = None,
    mistake: Mistake | None = None,
    python: dict[str, str] | None = None,
    code: dict[str, Any] | None = None,
    kept: Trainer | None = None,
) -> ModelView:
    """Return the view of a model as it is now.

    It includes the attempt at a challenge, a mistake in a prompt, the values of its Python, and the model
    that is `kept` while this is a copy of it.
    """
    tells: Telling = trainer.lesson.telling or WRITING
    words, now, text = trainer.lesson.words, trainer.standing(), trainer.writes()
    preset = next((name for name, rate in trainer.presets._asdict().items() if rate == trainer.rate), "")
    return ModelView(
        lesson=trainer.lesson.id,
        loss=now.loss,
        loss_shown=loss_with_unit(now.loss, trainer.lesson.loss_decimals, ""),
        held=now.held,
        held_shown=loss_with_unit(now.held, trainer.lesson.loss_decimals, ""),
        steps=now.steps,
        steps_shown=number(now.steps, 0),
        sentence=fill(words[f"now.{trainer.lesson.describe(now)}"], now._asdict()),
        said=_said(trainer, now, text),
        outcome=text,
        weight=tells.weight(trainer),
        picked=trainer.picked,
        pages=tells.pages(trainer),
        map_said=tells.map_said(trainer),
        read_now=tells.read_now(trainer),
        cards=tells.cards(trainer),
        seed_shown=fill(words["seed"], {"seed": str(trainer.seed)}),
        prompt=trainer.prompt,
        mistake=mistake_texts(trainer, mistake) if mistake else {},
        rate=trainer.rate,
        rate_low=trainer.rates.low,
        rate_high=trainer.rates.high,
        rate_shown=rate_shown(trainer.rate),
        preset=preset,
        way=way_view.shown(trainer.ways, trainer.own_functions or {}),
        behind=trainer.behind,
        landmark=trainer.pauses_at,
        changed=trainer.changed(),
        copy={"trial": trainer.trial, "kept": kept.writes(), "steps": kept.steps} if kept else {},
        stopped=bool(trainer.stopped),
        solved=trainer.lesson.goal(now),
        mover=trainer.mover,
        challenge=challenge or {},
        python=python or {},
        code=code or {},
        more=tells.more(trainer),
    )


def _said(trainer: Trainer, now: Any, text: str) -> str:
    words = trainer.lesson.words
    if trainer.stopped:
        return words[f"said.{trainer.stopped}"]
    if trainer.behind and (trainer.is_training or not trainer.steps):
        return fill(words["said.behind"], {"steps": trainer.steps, "target": trainer.target})
    if not is_short(trainer):
        return words["link.short"]
    if trainer.landmark:
        return _landmark(trainer, trainer.landmark, now, text)
    if not trainer.steps or trainer.is_training:
        return ""
    since = trainer.own_since
    if since is not None and since < trainer.steps:
        return fill(words["said.paused.own"], {"steps": now.steps, "text": text, "since": since})
    return fill(words["said.paused"], {"steps": now.steps, "text": text})


def _landmark(trainer: Trainer, found: Landmark, now: Any, text: str) -> str:
    numbers = now._asdict() | {"text": text, "word": found.word}
    if found.word:
        numbers |= {"words": repetition(found.word), "count": count(trainer.training.text, found.word)}
    return fill(trainer.lesson.words[f"landmark.{found.name}"], numbers)


def name(trainer: Trainer, index: int) -> str:
    """Say what the weight with that index is for."""
    tokens = trainer.training.text.tokens
    layer, row, column = place_of(index, len(tokens))
    parts: dict[str, Any] = {
        "embedding": {"token": tokens[row % len(tokens)], "unit": column + 1},
        "inner": {"unit": row % WIDTH + 1, "back": LOOKS_BACK - row // WIDTH, "to": column + 1},
        "shift": {"to": column + 1},
        "outer": {"unit": row + 1, "token": tokens[column % len(tokens)]},
        "bias": {"token": tokens[column % len(tokens)]},
    }
    return fill(trainer.lesson.words[f"weight.{layer}"], parts[layer])


def weight_text(trainer: Trainer, index: int) -> str:
    """Describe a weight of the map, to be read out."""
    value = float(trainer.training.weights[index])
    parts = {"number": str(index + 1), "name": name(trainer, index), "value": value}
    return fill(trainer.lesson.words["weight.told"], parts)


def weight(trainer: Trainer) -> dict[str, Any]:
    """Return the selected weight, as its slider shows it."""
    index, value, words = (
        trainer.chosen,
        float(trainer.training.weights[trainer.chosen]),
        trainer.lesson.words,
    )
    count = len(trainer.training.weights)
    title = fill(words["weight"], {"number": index + 1, "count": count})
    what = name(trainer, index)
    slope = 0.0 if trainer.is_training else trainer.training.slope(index)
    way = 0 if abs(slope) < 1e-12 else -1 if slope > 0 else 1
    steepness = significant(abs(slope))
    spoken = fill(PAGE[f"downhill.{('level', 'right', 'left')[way]}"], {"slope": steepness})
    return {
        "index": index,
        "value": value,
        "shown": number(value, 3),
        "title": title,
        "name": what,
        "spoken": fill(words["weight.value"], {"name": what, "value": value}),
        "downhill": "" if trainer.is_training else f"{'▪▸◂'[way]}\N{THIN SPACE}{steepness}",
        "downhill_spoken": "" if trainer.is_training else spoken,
    }


def mistake_texts(trainer: Trainer, mistake: Mistake) -> dict[str, Any]:
    """Return what is wrong with a prompt: the sentence, the place of the mistake, and what to write instead.

    `near` are words to write, at most three, `offers` a sentence for each of them.
    """
    words, unknown = trainer.lesson.words, mistake.numbers.get("word", "")
    near = nearest(trainer.training.text, str(unknown)) if unknown else ()
    return {
        "sentence": fill(words[mistake.key], mistake.numbers),
        "start": mistake.start,
        "end": mistake.end,
        "near": [*near],
        "offers": [fill(words["prompt.nearest"], {"word": word}) for word in near],
    }


def corpus(trainer: Trainer) -> dict[str, Any]:
    """Return whose text the model learns, if not the lesson's: the reader's `own`, or one that was `brought`.

    Of an own one also what share of what the model writes is `copied` from it, 0 to 1.
    """
    if trainer.own_text:
        return {"corpus": "own", "copied": trainer.copies[-1][1] if trainer.copies else 0.0}
    return {"corpus": "brought"} if trainer.brought_text else {}


WRITING = Telling(weight, log_rows, map_said, reading_texts, card_texts, corpus)
"""What is told of a model that writes."""
