"""What should stand on the page, from the view of a lesson with sliders: as `shown.py`, for what such a lesson has beside."""

from collections.abc import Mapping
from math import comb
from typing import TYPE_CHECKING, Any

from downhill.session.view import View
from downhill.text.format import PAGE, fill, number
from tests.support.shown import ANY, Options, Part, common, entry, slider, warned

if TYPE_CHECKING:
    from tests.support.replay import Replay

ARROWS = {-1: "◂", 0: "▪", 1: "▸"}


def voice(view: View) -> str:
    """What is announced once the lesson has come to rest."""
    return " ".join([view.outcome, view.sentence, view.said])


def wanted(view: View, replay: "Replay") -> dict[str, Any]:
    """All places of a lesson with sliders."""
    shows = ["loss_shown", "sentence", "said", "hand_moves", "machine_steps", "kept_said", "overshoot"]
    lesson: Any = replay.lesson
    shows += ["outcome"] * bool(lesson.actions)
    states = {"mover": view.mover, "solved": view.solved, "verdict": view.verdict}
    return {
        **common(view, replay, shows, states, view.presets, PAGE["action.play"]),
        **_by_hand(view, replay),
        **_run(view, replay),
        "choices": view.choices,
        "marks": view.choices,
        "only": Options({*view.choices.values()}),
    }


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
    usable = dict.fromkeys(["step", "step10", "play", "reset"])
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
