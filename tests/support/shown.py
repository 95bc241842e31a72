"""What should stand on the page, from the view of a lesson: all places of its section, under the names that `replay.js` gives them."""

import html
import math
import re
from collections.abc import Mapping
from math import comb
from typing import TYPE_CHECKING, Any, NamedTuple

from downhill.lesson.prediction import CARDS
from downhill.session.view import View
from downhill.text.format import PAGE, fill, number

if TYPE_CHECKING:
    from tests.support.replay import Replay

ANY = object()
"""What a place may hold whatever it likes."""
ARROWS = {-1: "◂", 0: "▪", 1: "▸"}
FINE = [False, "", True]
"""A box about which nothing is said: not wrong, no text, its note hidden."""


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


def voice(view: View) -> str:
    """What is announced once the lesson has come to rest."""
    return " ".join([view.outcome, view.predicted, view.sentence, view.said])


def wanted(view: View, replay: "Replay") -> dict[str, Any]:
    """All places of a lesson with sliders."""
    shows = ["loss_shown", "sentence", "said", "hand_moves", "machine_steps", "kept_said", "overshoot"]
    lesson: Any = replay.lesson
    shows += ["predicted"] * bool(lesson.prediction) + ["outcome"] * bool(lesson.actions)
    states = {"mover": view.mover, "solved": view.solved, "verdict": view.verdict}
    return {
        **common(view, replay, shows, states, view.presets, PAGE["action.play"]),
        **_by_hand(view, replay),
        **_run(view, replay),
        "choices": view.choices,
        "marks": view.choices,
        "only": Options({*view.choices.values()}),
        "guess": _guess(view, lesson) if lesson.prediction else None,
    }


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
    place = (
        max(place - 0.01, ends[0]) if place > ends[1] - 0.01 else place
    )  # no step of the slider may end there
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
    texts = {name: told[name] for name in ("task", "counts", "rule", "said")}
    return texts | {
        "id": told["id"],
        "state": told["state"],
        "title": fill(PAGE["challenge"], {"title": told["title"]}),
        "asking": bool(told["asks"]),
        "asks": told["asks"] or ANY,
        "hints": replay.hints,
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


def _by_hand(view: View, replay: "Replay") -> dict[str, Any]:
    lesson: Any = replay.lesson
    rows = {}
    for name, row in view.rows.items():
        low, high, step, unit = view.ends[name]
        decimals = len(str(step).partition(".")[2]) if step % 1 else 0
        rows[name] = slider(row.value, low, high, step, row.spoken) | {
            "box": number(row.value, decimals).replace(",", ""),
            "unit": unit,
            "sign": f"{ARROWS[row.downhill]}\N{THIN SPACE}{row.slope}",
            "told": row.downhill_spoken,
            "warned": warned(replay.warned.get(name, "")),
        }
    fields = [each for each in lesson.entries if each.lines]
    mathml = {each.name: f"<math>{view.mathml[each.name]}</math>" if each.mathml else None for each in fields}
    return {
        "rows": rows,
        "entries": {
            each.name: entry(each.name, view.entries[each.name], replay, mathml[each.name]) for each in fields
        },
        "acts": view.offered,
        "onward": view.offered[:1],
        "causes": view.causes,
        "written": view.written,
    }


def _run(view: View, replay: "Replay") -> dict[str, Any]:
    lesson: Any = replay.lesson
    off = {"back": not view.place, "from_start": not view.can_return}
    off |= dict.fromkeys(("keep", "again"), not view.has_run)
    usable = dict.fromkeys(["step", "step10", "play", "reset"] + ["flag"] * bool(lesson.prediction))
    return {
        "table": view.table if lesson.table else [],
        "columns": view.columns if lesson.table else [],
        "notes": view.notes,
        "maths": Part(view.maths),
        "place": slider(view.place, 0, view.places - 1, 1, view.place_spoken),
        "off": {**usable, **{name: str(is_off).lower() for name, is_off in off.items()}},
        "overshoot": [bool(view.overshoot)],
        "log": [view.log],
        "aims": {
            name: axes for name, axes in view.aims.items() if comb(len(view.rows), len(axes.split())) > 1
        },
        "kept": [[str(cell) for cell in row[:3]] for row in view.kept],
        "list": bool(view.kept),
        "race": _race(replay.race) if replay.race else ANY,
    }


def _race(told: Mapping[str, Any]) -> dict[str, Any]:
    if not told["rows"]:
        return {"said": told["sentence"], "rows": ANY, "loss": ANY}
    return {
        "said": told["sentence"],
        "rows": told["rows"],
        "loss": fill(PAGE["race.loss"], {"loss": told["loss"]}),
    }


def _guess(view: View, lesson: Any) -> dict[str, Any]:
    guess, places = view.prediction, {}
    cards = lesson.prediction.kind == CARDS
    for index, name in enumerate(() if cards else view.ends):
        low, high, step, _ = view.ends[name]
        shown = guess["shown"][index] if guess["values"] else PAGE["prediction.none"]
        places[name] = {"low": low, "high": high, "step": step, "spoken": shown, "shown": shown}
        places[name]["value"] = Near(guess["values"][index], step) if guess["values"] else ANY
    return {
        "open": guess["open"],
        "body": guess["open"],
        "asks": [guess["about"]],
        "about": [guess["about"]] * (len(lesson.prediction.about) > 1),
        "cards": guess["values"] if cards else [],
        "sliders": places,
    }


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
