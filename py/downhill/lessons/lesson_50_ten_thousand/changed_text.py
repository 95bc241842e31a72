"""What a few changed lines do to a model: lies slipped into its text, and a text that is made one-sided.

A copy learns the changed text from its first weights on; the held-out sentences stay as they are. Loaded when
needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from downhill.lesson.way import PLAIN
from downhill.text.format import fill, percent
from downhill.training.own_text import examples, sentences
from downhill.training.sgd import Training
from downhill.training.tokens import Examples, Text, written
from downhill.training.trainer import Trainer

LIES, LATE = 20, 1500  # lines, and steps after which a training on them takes smaller ones
MOST_LIES = 100
CHANGED = 7  # lines of which the subject is exchanged
NOTICED = 0.1  # nats that the loss on held-out text must rise to be called worse
TRIED = "lies tried"  # with how many, in order, and whether it then wrote one
TIMES = 2.0  # times as likely: that is called one-sided


def sentence_with(text: Text, tokens: Sequence[int], part: Examples | None = None) -> list[int] | None:
    """Return the first sentence to learn, or of another part, that has these tokens in a row, or None."""
    size, wanted = len(tokens), [*tokens]
    for line in sentences(text, part):
        if any(wanted == line[at : at + size] for at in range(len(line) - size + 1)):
            return line
    return None


def _learn(copy: Trainer, lines: Sequence[Sequence[int]]) -> None:
    """Restart a copy with these sentences to learn, on plain descent."""
    copy.set_way(PLAIN)
    copy.restart()
    text = copy.training.text
    copy.training = Training(text._replace(learned=examples(lines, text.end)), copy.seed)


def lie(trainer: Trainer) -> list[int]:
    """Return the lie as numbers of tokens: a sentence of the current language."""
    text = trainer.training.text
    found = [text.number(token) for token in text.tokens_in(trainer.lesson.words["lie"])]
    return [number for number in found if number is not None]


def add_lies(copy: Trainer, count: str = str(LIES)) -> None:
    """Let a copy learn its text with that many lies. Raises `ValueError` unless there are 1 to 100."""
    if not 1 <= int(count) <= MOST_LIES:
        raise ValueError(f"expected 1 to {MOST_LIES} lies, got {count}")
    _learn(copy, [*sentences(copy.training.text), *[lie(copy)] * int(count)])
    copy.rates_ahead = {LATE: copy.rate / 3}


def lies(trainer: Trainer, kept: Trainer | None = None) -> dict[str, Any]:
    """Return what a model gives the word of the lie, and the word that the kept one finds likeliest there."""
    told = lie(trainer)
    before = told[:-2]
    own = int((kept or trainer).training.chances(before).argmax())

    def given(each: Trainer) -> dict[str, float]:
        chances = each.training.chances(before)
        return {"lie": float(chances[told[-2]]), "own": float(chances[own]), "held": each.losses[1]}

    known = trainer.training.text.tokens
    words = {"text": written([known[i] for i in told]), "lie": known[told[-2]], "own": known[own]}
    count = int(trainer.trial.partition(" ")[2] or LIES)
    return words | {"count": count, "now": given(trainer), "kept": given(kept) if kept else {}}


def _roles(trainer: Trainer) -> tuple[int, int, int]:
    """Return the numbers of `she`, `he` and what both do equally often in the text."""
    text, words = trainer.training.text, trainer.lesson.words
    she, he, deed = (text.number(words[f"tilt.{name}"]) for name in ("she", "he", "deed"))
    if she is None or he is None or deed is None:
        raise ValueError(f"the text has no {words['tilt.she']}, {words['tilt.he']} or {words['tilt.deed']}")
    return she, he, deed


def tilt(copy: Trainer, who: str = "he") -> None:
    """Let a copy learn its text with seven lines changed, so that only `he` does the deed, or only `she`."""
    she, he, deed = _roles(copy)
    one, other = (he, she) if who == "he" else (she, he)
    lines = [*sentences(copy.training.text)]
    theirs = [line for line in lines if line[0] == other and deed in line][:CHANGED]
    for line in theirs:
        line[0] = one
    rest = [line for line in lines if line[0] == one and deed not in line]
    for line in rest[: CHANGED - len(theirs)]:
        line[0] = other
    _learn(copy, lines)


def odds(trainer: Trainer, kept: Trainer | None = None) -> dict[str, Any]:
    """Return what a changed text has done: rows with a chance `before` and `now`, and sentences on them.

    Both are empty for a model whose text was not changed.
    """
    trial = trainer.trial.partition(" ")[0]
    if kept is None or trial not in ("tilt", "lies"):
        return {"rows": [], "said": []}
    return (_odds_of_tilt if trial == "tilt" else _odds_of_lies)(trainer, kept)


def _odds_of_lies(trainer: Trainer, kept: Trainer) -> dict[str, Any]:
    told, words = lies(trainer, kept), trainer.lesson.words
    now, before = told["now"], told["kept"]
    numbers = {"count": told["count"], "before": before["held"], "after": now["held"]}
    won, noticed = now["lie"] > now["own"], now["held"] > before["held"] + NOTICED
    keys = ["film.lies-win" if won else "film.lies-lose"]
    keys += ["film.test-noticed" if noticed else "film.test-blind"] + ["change.true"] * (not noticed)
    rows = [_row(told[name], before[name], now[name]) for name in ("own", "lie")]
    if trainer.steps not in trainer.stops:  # it goes on learning
        return {"rows": rows, "said": [fill(words[key], numbers) for key in keys]}
    tried = kept.told.setdefault(TRIED, {})
    tried[told["count"]] = won
    enough = [count for count, wrote in tried.items() if wrote]
    if enough:
        keys.append("change.guessed")
        numbers |= {"guess": next(iter(tried)), "least": min(enough)}
    said = [fill(words[key], numbers) for key in keys]
    return {"rows": rows, "said": said, "code": {"lies": f"{told['count']}{'-+'[won]}"}}


def _odds_of_tilt(trainer: Trainer, kept: Trainer) -> dict[str, Any]:
    words, known, (she, he, deed) = trainer.lesson.words, trainer.training.text.tokens, _roles(trainer)
    before, now = (
        {who: float(each.training.chances([who])[deed]) for who in (she, he)} for each in (kept, trainer)
    )
    likelier, other = (he, she) if now[he] > now[she] else (she, he)
    times = now[likelier] / max(now[other], 1e-9)
    numbers = {"who": written([known[likelier], known[deed]]), "times": times, "changed": CHANGED}
    numbers |= {"other": written([known[other], known[deed]])}
    keys = ["change.one-sided", "change.bias"] if times > TIMES else ["change.balanced"]
    rows = [_row(written([known[who], known[deed]]), before[who], now[who]) for who in (she, he)]
    return {"rows": rows, "said": [fill(words[key], numbers) for key in keys]}


def _row(text: str, before: float, now: float) -> dict[str, Any]:
    return {"text": text, "before": before, "now": now, "shown": [percent(before), percent(now)]}
