"""What should stand on the page, from the view of a lesson with a model: as `shown.py`, for what such a lesson has beside."""

from typing import TYPE_CHECKING, Any

from downhill.play.rates import Presets
from downhill.text.format import PAGE
from downhill.training.trainer_view import ENDS, STEP, ModelView
from tests.support.shown import common, entry, plain, slider, warned, way

if TYPE_CHECKING:
    from tests.support.replay import Replay

SHOWS = ["loss_shown", "held_shown", "steps_shown", "sentence", "said", "seed_shown", "map_said", "outcome"]


def voice(view: ModelView) -> str:
    """What is announced once the lesson has come to rest."""
    return " ".join([view.outcome, view.sentence, view.said])


def wanted(view: ModelView, replay: "Replay") -> dict[str, Any]:
    """All places of a lesson with a model."""
    words, states = replay.lesson.words, ("mover", "solved", "stopped", "picked")
    presets = {name: PAGE[f"preset.{name}"] for name in Presets._fields}
    told = {
        **common(
            view, replay, SHOWS, {name: getattr(view, name) for name in states}, presets, words["train"]
        ),
        "held": view.held,
        "steps": view.steps,
        "changed": view.changed,
        "table": view.pages,
        "columns": [words[f"column.{number}"] for number in (1, 2, 3, 4)],
        "way": way(view.way) | {"rule": True},
        "now": [None] * (len(view.pages) - 1) + ["step"],
        "cards": _cards(view),
    }
    return told | (_looking(view, replay) if view.more else _writing(view, replay))


def _cards(view: ModelView) -> dict[str, Any]:
    cards = view.cards
    return {
        "cards": [[card["id"], card["text"]] for card in cards["cards"]],
        "shut": [not cards["open"]] * len(cards["cards"]),
        "chosen": cards["state"],
        "marks": [str(cards["open"]).lower(), cards["state"]],
        "said": [cards["said"], not cards["said"]],
    }


def _writing(view: ModelView, replay: "Replay") -> dict[str, Any]:
    weight, seen = view.weight, view.read_now
    return {
        "looks": -1,
        "weight": slider(weight["value"], -ENDS, ENDS, STEP, weight["spoken"])
        | {
            "title": weight["title"],
            "name": weight["name"],
            "downhill": weight["downhill"],
            "told": weight["downhill_spoken"],
            "box": weight["shown"],
            "warned": warned(replay.warned.get("weight", "")),
        },
        "reading": {name: seen.get(name, "") for name in ("before", "covered", "guessed")}
        | {"none": not seen, "some": bool(seen)},
        "entries": {"prompt": entry("prompt", view.prompt, replay)},
        "facts": {},
        "sliders": {},
        "cover": None,
        "texts": {},
        "choices": {},
        "marks": {},
    }


def _looking(view: ModelView, replay: "Replay") -> dict[str, Any]:
    more, ends, words = view.more, view.more["ends"], replay.lesson.words
    sliders = {
        name: slider(score["value"], 0, ends["score"], 0.5, score["spoken"])
        | {"label": score["label"], "share": score["share"]}
        for name, score in more["scores"].items()
    }
    sharp, place = more["sharp_shown"], more["place_spoken"]
    sliders["sharp"] = slider(more["sharp"], 0, ends["sharp"], 0.05, sharp)
    sliders["sharp"] |= {"label": words["slider.sharp"], "share": sharp}
    sliders["scrub"] = slider(more["place"], 0, more["places"] - 1, 1, place)
    sliders["scrub"] |= {"label": words["rewind"], "share": place}
    return {
        "looks": more["looks"],
        "weight": None,
        "reading": None,
        "entries": {
            "prompt": entry("prompt", view.prompt, replay),
            "own": entry("own", more["own"], replay),
        },
        "facts": {name: plain(more[name]) for name in ("surprise", "looks_shown")},
        "sliders": sliders,
        "cover": [more["cover"], more["chosen"] < 0],
        "texts": {text["id"]: text["text"] for text in more["texts"]},
        "choices": more["choices"],
        "marks": more["choices"],
    }
