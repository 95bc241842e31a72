"""The film of the lesson on the next word: six presses, and what is said of them."""

from __future__ import annotations

from itertools import pairwise

from downhill.lesson import Film, Payoff, Said, Scene, Shot
from downhill.lesson.film import (
    NEXT,
    ask,
    begin_at,
    choose,
    earn,
    hush,
    reel,
    say,
    slide,
    unfold,
    wait,
    walk,
)
from downhill.lessons.lesson_30_next_word.picture import COLUMN, SECOND, STEP, TARGET
from downhill.lessons.lesson_30_next_word.prompts import TARGETS

START = (-0.5, 0.9, 0.8, -0.3)
CAT, PLANE = 0.5, 1.2  # where the button takes the two sliders
HALFWAY = (CAT, *START[1:])
BROKEN = (*HALFWAY[:3], PLANE)
ENOUGH = 0.02  # an error at which the film stops walking
STEPS = 11  # with the good rate from the start to there

SHOTS = {
    "try": (
        Shot(
            enter=(choose("output", "scores"), begin_at(*START), ask("film", "", 1)),
            deed=(slide("cat_animals", CAT, 1.9), wait(0.5), say("pet"), earn("flip-cat")),
            until="pet",
            shows=("written-1", "cat_animals"),
        ),
    ),
    "name": (
        Shot(
            enter=(choose("output", "scores"), begin_at(*HALFWAY), ask("film", "", 1)),
            deed=(unfold("written-2", SECOND), wait(1.6), say("flew"), earn("flew-the-cat")),
        ),
        Shot(
            deed=(slide("plane_machines", PLANE, 3.4), wait(0.5), say("broke"), earn("broke-the-other")),
            shows=("plane_machines",),
            cards=("both", "breaks"),
        ),
        Shot(
            deed=(
                hush(),
                unfold(TARGET),
                reel(TARGET, 3.2, counts="counting"),
                say("error"),
                earn("error-named"),
            )
        ),
    ),
    "machine": (
        Shot(
            enter=(choose("output", "scores"), begin_at(*START), ask("film", "", 1)),
            deed=(
                unfold("cat_machines", "plane_animals", STEP),
                walk(STEPS, 1.3, 0.4),
                say("all-right"),
                earn("all-right"),
            ),
            cards=("every", "one"),
        ),
    ),
    "take-away": (
        Shot(
            enter=(reel(COLUMN, 1.5),),
            deed=(hush(), NEXT),
            hides=("written-2", "cat_animals", "cat_machines", "plane_animals", "plane_machines"),
        ),
    ),
}


def _right(scene: Scene) -> tuple[bool, bool]:
    """Return whether the model writes the right word after each prompt."""
    says = scene.now.says
    return bool(says[0, 0] > says[0, 1]), bool(says[1, 1] > says[1, 0])


def pet(scene: Scene) -> Payoff:
    """What the model writes after the first prompt."""
    key = "film.pets-cats" if _right(scene)[0] else "film.still-pets-planes"
    return Payoff((Said(key, at="between"),))


def flew(scene: Scene) -> Payoff:
    """What the same sliders make of the second prompt."""
    key = "film.flies-planes" if _right(scene)[1] else "film.flies-cats"
    return Payoff((Said(key, at="between", tone="" if _right(scene)[1] else "error"),))


def broke(scene: Scene) -> Payoff:
    """What became of both sentences when one was fixed."""
    key = {
        (True, True): "film.both-right",
        (False, True): "film.broke-the-other",
        (True, False): "film.still-flies-cats",
        (False, False): "film.both-wrong",
    }[_right(scene)]
    right = {"film.both-right": "both", "film.broke-the-other": "breaks"}.get(key, "")
    return Payoff((Said(key, at="between", tone="machine" if right == "both" else "error"),), right)


def counting(scene: Scene) -> Payoff:
    """The error as far as its pieces have been added up."""
    pieces = ((scene.now.says - TARGETS) ** 2).ravel()
    share = 4 * scene.share
    whole = int(share)
    part = float(pieces[:whole].sum() + (pieces[whole] * (share - whole) if whole < 4 else 0))
    return Payoff((Said("film.error", {"error": part}, "between", tone="error"),))


def error(scene: Scene) -> Payoff:
    """The whole error, and how it is made."""
    return Payoff(
        (
            Said("film.error", {"error": scene.now.loss}, "between", tone="error"),
            Said("film.error-made", at="between", kind="note"),
        )
    )


def got_worse(scene: Scene) -> bool:
    """Return whether any of the four bars moved away from its target in a step of this run."""
    says = scene.lesson.measure_at
    off = [abs(says(values).says - TARGETS) for values in scene.trail.values[: len(scene.trail)]]
    return any((after > before + 1e-9).any() for before, after in pairwise(off))


def all_right(scene: Scene) -> Payoff:
    """Where the machine has come, and whether a bar had got worse on the way."""
    first = scene.lesson.measure_at(scene.trail.values[0]).loss
    key = "film.all-right" if all(_right(scene)) else "film.not-yet"
    numbers = {"first": first, "error": scene.now.loss}
    return Payoff(
        (Said(key, tone="machine", at="between"), Said("film.error-fell", numbers, "between", "note")),
        "one" if got_worse(scene) else "every",
    )


FILM = Film(
    shots=SHOTS,
    payoffs={
        "pet": pet,
        "flew": flew,
        "broke": broke,
        "counting": counting,
        "error": error,
        "all-right": all_right,
    },
    rules={"pet": lambda scene: _right(scene)[0]},
)
