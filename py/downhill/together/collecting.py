"""The models of a class: read from any text, refused with a reason if they don't fit, averaged if they do."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from downhill.text.format import fill, number
from downhill.together.averaging import Way, together
from downhill.together.class_text import ClassText
from downhill.together.model_code import MANY, Model, codes_in, decode, encode, sum_of
from downhill.training.network import layers
from downhill.training.prompt import numbers as prompt_numbers
from downhill.training.tokens import written

FREQUENT = 30  # words that are everywhere, and give nothing away
SHOWN = 8  # words that a code gives away, and reasons, at most
UNTRAINED, SEED, WORDS, ROUND, TWICE = "untrained", "seed", "vocabulary", "round", "twice"


def sum_of_code(code: str) -> int:
    """Return the sum of the code of a mean, which tells what a later model began from."""
    return zlib.crc32(code.encode()) if code else 0


class Collected(NamedTuple):
    """The codes of a class's groups in this round, in the groups' order, and the mean they began from.

    `begun` is the code of that mean, '' in the first round; `said` are keys of sentences with their gaps.
    """

    codes: dict[int, str]
    begun: str
    said: list[tuple[str, dict[str, Any]]]


def collected(known: Sequence[str], text: str, begun: str, class_text: ClassText, seed: int) -> Collected:
    """Return the known codes and those in a text that fit. A mean in it is what the next ones begin from."""
    codes = {model.group: code for code in known if isinstance(model := decode(code), Model)}
    came = 0
    said: list[tuple[str, dict[str, Any]]] = []
    for line, code in codes_in(text):
        model = decode(code)
        why = model if isinstance(model, str) else _misfit(model, class_text, seed)
        if isinstance(model, Model) and not why:
            if not model.group:
                codes, begun = ({}, code) if code != begun else (codes, begun)
                said.append(("said.mean", {"round": model.round}))
                continue
            old = codes.get(model.group)
            why = _out_of_turn(model, begun) or (TWICE if old and _steps(old) >= model.steps else "")
            if not why:
                codes[model.group], came = code, came + 1
                continue
        group = model.group if isinstance(model, Model) else 0
        said.append((f"why.{why}", {"line": str(line), "group": str(group)}))
    if text.strip() and not (came or said):
        said = [("said.none", {})]
    return Collected(dict(sorted(codes.items())), begun, [("said.read", {"count": came})] * bool(came) + said)


def _steps(code: str) -> int:
    model = decode(code)
    return model.steps if isinstance(model, Model) else 0


def _misfit(model: Model, class_text: ClassText, seed: int) -> str:
    """Return why a model isn't one of this class, or ''."""
    tokens = class_text.text.tokens
    if model.vocabulary != sum_of(tokens) or model.tokens != len(tokens):
        return WORDS
    if model.seed != seed:
        return SEED
    return "" if model.steps and np.abs(model.weights).any() else UNTRAINED


def _out_of_turn(model: Model, begun: str) -> str:
    """Return why a group's model doesn't belong to this round, or ''."""
    last = decode(begun)
    turn = last.round + 1 if isinstance(last, Model) else 1
    return "" if (model.round, model.begun) == (turn, sum_of_code(begun)) else ROUND


def averaged(found: Collected, class_text: ClassText, seed: int, way: str, put: Way = together) -> Model:
    """Return the mean of the models, ready to be sent back. Raises `ValueError` if there are none."""
    models = [model for code in found.codes.values() if isinstance(model := decode(code), Model)]
    if not models:
        raise ValueError("no models")
    steps = np.array([float(model.steps) for model in models])
    mean = put(np.array([model.weights for model in models]), steps, way)
    told = {"steps": int(steps.sum()), "groups": len(models), "round": models[0].round}
    return class_text.model(mean, seed, **told)._replace(begun=models[0].begun)


def sentence(class_text: ClassText, weights: np.ndarray, prompt: str) -> str:
    """Return how a model goes on from a prompt, with the likeliest word each time."""
    text = class_text.text
    return written([text.tokens[i] for i in class_text.running(weights).write(prompt_numbers(text, prompt))])


def row(class_text: ClassText, weights: np.ndarray, prompt: str) -> dict[str, Any]:
    """Return what is shown of a model: its loss on everybody's held-out text, and what it writes."""
    loss = class_text.loss(weights)
    return {"loss": loss, "shown": number(loss, 2), "writes": sentence(class_text, weights, prompt)}


def places(models: np.ndarray) -> np.ndarray:
    """Return where models, shape (n, N), are on a map with their mean in the middle, shape (n, 2).

    The axes are the two directions in which they differ most (principal components), from -1 to 1.
    """
    apart = models - models.mean(axis=0)
    sizes, axes = np.linalg.eigh(np.einsum("ik,jk->ij", apart, apart))
    found = (axes * np.sqrt(np.maximum(sizes, 0)))[:, ::-1][:, :2]
    found = np.pad(found, ((0, 0), (0, 2 - found.shape[1])))
    return np.asarray(found / max(float(np.abs(found).max()), 1e-12))


def given_away(model: Model, begun: str, class_text: ClassText) -> list[str]:
    """Return words that are in the text of a group, as its weights alone tell: their vectors moved most.

    The vector of a word that isn't in the text stays as it was when the round began, with a mean or with the
    first weights.
    """
    last = decode(begun)
    start = last.weights if isinstance(last, Model) else class_text.first(model.seed)
    first = layers(start, model.tokens).embedding
    moved = np.abs(layers(model.weights, model.tokens).embedding - first).sum(axis=1)
    order = [i for i in np.argsort(-moved, kind="stable").tolist() if i >= FREQUENT or not class_text.topics]
    words = [class_text.text.tokens[i] for i in order]
    return [word for word in words if word[0].isalnum()][:SHOWN]


def told(
    found: Collected,
    class_text: ClassText,
    seed: int,
    way: str,
    prompt: str,
    words: dict[str, str],
    put: Way = together,
) -> dict[str, Any]:
    """Return what the page shows of a class's models: a row for each, the mean with its code, sentences.

    `put` puts them together: the page's own function, or a reader's.
    """
    said = [fill(words[key], gaps) for key, gaps in found.said[:SHOWN]]
    answer: dict[str, Any] = {
        "codes": [*found.codes.values()],
        "begun": found.begun,
        "said": said,
        "rows": [],
    }
    if not found.codes:
        return answer
    models = {group: model for group, code in found.codes.items() if isinstance(model := decode(code), Model)}
    mean = averaged(found, class_text, seed, way, put)
    spots = places(np.array([model.weights for model in models.values()]))
    for (group, model), spot in zip(models.items(), spots.tolist(), strict=True):
        gaps = {"group": str(group), "name": model.name}
        if class_text.topics:
            gaps["topic"] = words[f"topic.{class_text.topic(group) + 1}"]
            title = fill(words["row.named" if model.name else "row.group"], gaps)
        else:
            title = fill(words["words.named" if model.name else "paper.group"], gaps)
        more = {"group": group, "title": title, "steps": model.steps, "spot": spot}
        answer["rows"].append(row(class_text, model.weights, prompt) | more)
    best = min(answer["rows"], key=lambda each: each["loss"])
    middle = row(class_text, mean.weights, prompt)
    counts = {"mean": middle["loss"], "best": best["loss"], "title": best["title"], "groups": len(models)}
    if len(models) > 1:
        said.append(fill(words["said.better" if middle["loss"] < best["loss"] else "said.worse"], counts))
    first = models[min(models)]
    away = " · ".join(given_away(first, found.begun, class_text))
    more = {"title": fill(words["row.mean"], counts), "groups": len(models), "round": mean.round}
    answer["mean"] = middle | more | {"model": encode(mean, MANY)}
    answer["away"] = fill(words["away"], {"group": str(first.group), "words": away})
    return answer
