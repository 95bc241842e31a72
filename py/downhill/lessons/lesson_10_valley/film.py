"""The film of the lesson on a hill: one slider, eight presses, and what is said of them."""

from __future__ import annotations

from downhill.lesson import Film, Payoff, Said, Scene, Shot
from downhill.lesson.film import (
    NEXT,
    ask,
    begin_at,
    choose,
    earn,
    go_on,
    hush,
    note,
    reel,
    say,
    slide,
    wait,
    walk,
)
from downhill.lessons.lesson_10_valley.curve import Curve
from downhill.lessons.lesson_10_valley.reels import HAND, LEAPS, MACHINE, START, height, leaps, ridden

LEVEL = 0.12  # a slope up to this counts as level, by hand
STRIDES = 6  # of the hand that the button moves
TINY, BIG, GOOD = 0.02, 1.3, 0.2  # learning rates
MANY, FEW, REST = 40, 5, 12  # steps with each of them
NEAR = 1.0  # so near to each other along x is the same valley
FAR = 1e8  # beyond this the leaps are gone
HILL = choose("shape", "two-valleys")  # one for the whole film, whatever an address or Tools have chosen

SHOTS = {
    "try": (
        Shot(
            enter=(HILL, choose("fog", "fog"), ask("film", "", 1), begin_at(START)),
            deed=(slide("x", "down", 4.2), say("level")),
            until="level",
            shows=("sliders",),
        ),
        Shot(deed=(note(HAND), ask("film", "", 1), wait(0.6), go_on())),
    ),
    "name": (
        Shot(
            enter=(
                choose("fog", "clear"),
                wait(1.8),
                reel("gap", 1.3),
                say("verdict"),
                earn("verdict-valley"),
            ),
            deed=(reel("slope", 3.6, counts="riding"), say("slope"), earn("slope-zero")),
            hides=("sliders",),
        ),
    ),
    "machine": (
        Shot(
            enter=(HILL, choose("fog", "fog"), begin_at(START), ask("film", "", 1)),
            deed=(
                walk(60, 0.6, 0.18),
                note(MACHINE),
                choose("fog", "clear"),
                wait(1.8),
                say("machine"),
                earn("same-trap"),
            ),
            cards=("near", "deep", "top"),
            hides=("sliders",),
        ),
    ),
    "what-if": (
        Shot(
            enter=(HILL, choose("fog", "clear"), begin_at(START), ask("film", "", 1)),
            deed=(ask("set_rate", TINY), walk(MANY, 0.14, 0.07), say("tiny")),
        ),
        Shot(
            deed=(
                begin_at(START),
                *(step for leap in range(LEAPS) for step in (reel("huge", 1.1, leap, leap + 1), say("leap"))),
                say("huge"),
                earn("gone"),
            ),
            cards=("sooner", "later", "never"),
        ),
        Shot(
            deed=(
                begin_at(START),
                ask("film", "", 1),
                ask("set_rate", BIG),
                walk(FEW, 0.75),
                ask("set_rate", GOOD),
                walk(REST, 0.4, 0.15),
                say("big-then-small"),
                earn("lowest"),
            ),
        ),
    ),
    "take-away": (
        Shot(enter=(choose("fog", "clear"), reel("trails", 2.0), say("both")), deed=(hush(), NEXT)),
    ),
}


def down(scene: Scene) -> list[float]:
    """Places on the hand's way down from where it stands: shorter and shorter strides to level ground."""
    curve: Curve = scene.data["curve"]
    x, step = scene.now.x, 0.01
    way = -1 if scene.now.slope > 0 else 1
    while abs(x) <= 5 and float(curve.both(x)[1]) * way < 0:
        x += way * step
    shares = [1 - (1 - n / STRIDES) ** 1.6 for n in range(1, STRIDES + 1)]
    return [scene.now.x + share * (x - scene.now.x) for share in shares]


def is_level(scene: Scene) -> bool:
    """Return whether the ground is level, as feet feel it."""
    curve: Curve = scene.data["curve"]
    return not scene.now.lack and abs(scene.now.slope) < LEVEL * curve.relief


def _at(scene: Scene) -> tuple[float, float]:
    return scene.now.x, scene.now.loss + 0.9


def level(scene: Scene) -> Payoff:
    """The hand has come to rest."""
    key = "film.level" if is_level(scene) else "film.still-falls"
    return Payoff((Said(key, at=_at(scene), kind="number", tone="hand"),))


def verdict(scene: Scene) -> Payoff:
    """What the reader’s flag is worth, once the fog has lifted."""
    curve: Curve = scene.data["curve"]
    if scene.now.loss <= curve.goal:
        return Payoff((Said("film.lowest"),))
    first = Said("film.not-lowest" if is_level(scene) else "film.still-falls")
    middle = (scene.now.loss + curve.lowest) / 2
    gap = Said(
        "film.lower",
        {"gap": scene.now.loss - curve.lowest},
        (curve.bottom, scene.now.loss),
        "number",
        "error",
    )
    return Payoff((first, gap) if middle < scene.now.loss else (first,))


def riding(scene: Scene) -> Payoff:
    """The slope where the ball is on its ride."""
    return Payoff((Said("film.riding", {"slope": float(scene.data["curve"].both(ridden(scene))[1])}),))


def slope(scene: Scene) -> Payoff:
    """The slope where the ride ends."""
    key = "film.slope-zero" if is_level(scene) else "film.slope"
    return Payoff((Said(key, {"slope": scene.now.slope}),))


def machine(scene: Scene) -> Payoff:
    """Where the machine has come to rest, and whether the hand did there, too."""
    curve: Curve = scene.data["curve"]
    x, hand = scene.now.x, float(scene.noted[HAND][-1, 0]) if HAND in scene.noted else scene.now.x
    if scene.now.loss <= curve.goal:
        key = "film.machine-lowest"
    elif abs(x - hand) < NEAR:
        key = "film.same-trap"
    else:
        key = "film.its-own-trap"
    notes = () if key == "film.machine-lowest" else (Said("film.only-slope", kind="note"),)
    right = "deep" if scene.now.loss <= curve.goal else "near" if is_level(scene) else "top"
    return Payoff((Said(key, tone="machine"), *notes), right)


def tiny(scene: Scene) -> Payoff:
    """How far tiny steps have led."""
    steps = {"steps": len(scene.trail) - 1}
    return Payoff((Said("film.there-after" if is_level(scene) else "film.not-there", steps, tone="machine"),))


def leap(scene: Scene) -> Payoff:
    """The leap that was just seen."""
    n = round(scene.share)
    return Payoff(
        (Said("film.leap", {"n": n, "x": leaps(scene.data["curve"])[n]}, "center", tone="machine"),)
    )


def huge(scene: Scene) -> Payoff:
    """How far the leaps have led; on a hill that an address has locked that may not be far."""
    curve: Curve = scene.data["curve"]
    x = leaps(curve)[-1]
    if abs(x) < FAR:
        return Payoff((Said("film.leap", {"n": LEAPS, "x": x}, "center", tone="machine"),))
    side = "left" if x < 0 else "right"
    far = Said(f"film.gone-{side}", {"far": abs(x) / 1e9}, "center", tone="machine")
    hill = Said("film.hill-is-here", at=(0.0, height(curve, x) * -0.14), kind="note", tone="light")
    return Payoff((far, hill), "never")


def big_then_small(scene: Scene) -> Payoff:
    """Where big steps, and then small ones, have led."""
    if scene.now.loss <= scene.data["curve"].goal:
        return Payoff((Said("film.the-lowest", tone="machine"), Said("film.by-luck", kind="note")))
    return Payoff((Said("film.not-there-either", tone="machine"),))


def both(scene: Scene) -> Payoff:
    """Return whether hand and machine ended in the same valley."""
    if HAND not in scene.noted or MACHINE not in scene.noted:
        return Payoff(())
    ends = [float(scene.noted[name][-1, 0]) for name in (HAND, MACHINE)]
    key = "film.both-here" if abs(ends[0] - ends[1]) < NEAR else "film.two-places"
    return Payoff((Said(key),))


FILM = Film(
    shots=SHOTS,
    payoffs={
        "level": level,
        "verdict": verdict,
        "riding": riding,
        "slope": slope,
        "machine": machine,
        "tiny": tiny,
        "leap": leap,
        "huge": huge,
        "big-then-small": big_then_small,
        "both": both,
    },
    places={"down": down},
    rules={"level": is_level},
)
