"""What should stand on the page, from the view of a lesson: all places of its section, under the names that `replay.js` gives them."""

import html
import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from downhill.text.format import PAGE, fill

if TYPE_CHECKING:
    from tests.support.replay import Replay

ANY = object()
"""What a place may hold whatever it likes."""
HINTS = ("hint1", "hint2", "answer")


class Part(dict[str, Any]):
    """What some of the places should hold; others are not asked about."""


class Near(NamedTuple):
    """A value that the browser has snapped to a slider's step."""

    value: float
    step: float


def plain(text: str) -> str:
    """The text of a piece of HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def power(rate: float) -> float:
    """Where a learning rate is on its slider."""
    return round(math.log10(rate), 4)


def warned(text: str) -> list[Any]:
    """What is said about a box."""
    return [bool(text), text, not text]


def slider(value: float, low: float, high: float, step: float, spoken: str) -> dict[str, Any]:
    """A slider."""
    return {"low": low, "high": high, "step": step, "value": Near(value, step), "spoken": spoken}


def common(
    view: Any,
    replay: "Replay",
    shows: list[str],
    states: Mapping[str, Any],
    presets: Mapping[str, str],
    play: str,
) -> dict[str, Any]:
    """What lessons of every kind show."""
    return {
        "loss": view.loss,
        "broken": "",
        "shows": {name: str(getattr(view, name)) for name in shows},
        "states": Part({name: str(state).lower() for name, state in states.items()}),
        "rate": _rate(view),
        "presets": {name: [text, str(name == view.preset).lower()] for name, text in presets.items()},
        "way": way(view.way),
        "python": {name: text for name, text in view.python.items() if text},
        "code": view.code.get("state", "original"),
        "playing": ["false", play],
        "challenge": _challenge(view.challenge, replay) if view.challenge else None,
        "done": ANY if not replay.done else Holds(replay.done),
        "notice": "",
        "voice": ANY,
    }


def _rate(view: Any) -> dict[str, Any]:
    place, low, high = map(power, (view.rate, view.rate_low, view.rate_high))
    if place > high - 0.01:  # no step of the slider may end there
        place = max(place - 0.01, low)
    return slider(place, low, high, 0.01, view.rate_shown) | {
        "shown": view.rate_shown,
        "value": Near(place, 0.02),
    }


def way(told: Mapping[str, Any]) -> dict[str, Any]:
    """The way downhill that is chosen, with its sliders; the rule in words is that of plain descent."""
    dials = [
        {"name": dial["name"], "high": dial["most"], "value": Near(dial["at"], 0.01)}
        | {"spoken": dial["spoken"], "label": plain(dial["label"]), "shown": dial["shown"]}
        for dial in told["dials"]
    ]
    name = told["name"]
    steps = "step" if name == "plain" else name
    return {"name": name, "said": told["said"], "dials": dials, "steps": steps, "rule": name == "plain"}


def _challenge(told: Mapping[str, Any], replay: "Replay") -> dict[str, Any]:
    named = [PAGE[f"challenge.{name}"] for name in (*HINTS[:2], "answered")]
    texts = {name: told[name] for name in ("task", "counts", "rule", "said")}
    return texts | {
        "id": told["id"],
        "state": told["state"],
        "title": fill(PAGE["challenge"], {"title": told["title"]}),
        "asking": bool(told["asks"]),
        "asks": told["asks"] or ANY,
        "hints": [text for pair in zip(named, replay.hints, strict=False) for text in pair],
        "more": [PAGE[f"challenge.{HINTS[min(len(replay.hints), 2)]}"], len(replay.hints) == len(HINTS)],
        "warned": warned(replay.warned.get("guess", "")),
    }


def entry(name: str, text: str, replay: "Replay", mathml: Any = None) -> dict[str, Any]:
    """A field, and what is wrong with what was written there, with words that are offered instead."""
    wrong = replay.mistake if name in replay.written else {}
    if not wrong:
        return {
            "text": text,
            "wrong": False,
            "told": False,
            "why": "",
            "marked": None,
            "near": [],
            "mathml": mathml,
        }
    text, (start, end) = replay.written[name], (wrong["start"], wrong["end"])
    near = [[*pair] for pair in zip(wrong.get("near", ()), wrong.get("offers", ()), strict=True)]
    told = {"why": wrong["sentence"], "marked": text[start:end], "near": near, "mathml": mathml}
    return {"text": text, "wrong": True, "told": True, **told}


class Holds(set[str]):
    """What should be among what was found."""

    def __eq__(self, found: object) -> bool:
        return isinstance(found, list) and self <= {*found}

    __hash__ = None


class Options(set[str]):
    """The options that are chosen: of all parts that are for one of them alone, those are seen that are for one of these."""

    def __eq__(self, found: object) -> bool:
        return isinstance(found, list) and all(seen == (name in self) for name, seen in found)

    __hash__ = None
