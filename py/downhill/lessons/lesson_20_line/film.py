"""The film of the lesson on a line: two sliders, nine presses, and what is said of them."""

from __future__ import annotations

from downhill.lesson import Film, Payoff, Said, Scene, Shot
from downhill.lesson.film import (
    NEXT,
    Step,
    ask,
    begin_at,
    choose,
    earn,
    hush,
    lay,
    note,
    reel,
    say,
    unfold,
    wait,
    walk,
)
from downhill.lessons.lesson_20_line.best_line import Coefficients, error_of
from downhill.lessons.lesson_20_line.points_to_fit import Cloud
from downhill.lessons.lesson_20_line.reels import (
    ALONE,
    BREAK,
    DROP,
    FLASH,
    LEAPS,
    MAP,
    MISPRINT,
    MOST,
    READY,
    SQUARES,
    START,
    TOWER,
    loop,
    misprinted,
    played,
)

HAND = "hand"  # the reader's line, noted
STEPS, RATE = 22, 0.8  # of the machine: a rate with which its steps are seen
SAME, FLAT = 0.02, 0.5  # so small a change of the slope is none, so large a one leaves little of it
NEARLY_FLAT = 0.25  # of the slope that a line had

HOMES: tuple[Step, ...] = (
    choose("data", "homes"),
    choose("outlier", "off"),
    choose("raw", "off"),
    choose("best", "off"),
    choose("error", "absolute"),
)
AS_IT_IS = ask("film", "", 1)

SHOTS = {
    "try": (
        Shot(
            enter=(*HOMES, begin_at(*START), reel(DROP, 2.6)),
            deed=(lay(READY, 2.2),),
            until="touched",
            shows=("sliders",),
        ),
        Shot(deed=(note(HAND), AS_IT_IS, reel(FLASH, 0.7), AS_IT_IS)),
    ),
    "name": (
        Shot(
            enter=(*HOMES, AS_IT_IS),
            deed=(unfold(TOWER), reel(TOWER, 4.2), say("tower"), earn("tower")),
        ),
        Shot(
            deed=(
                hush(),
                unfold(MAP),
                reel(MAP, 1.3),
                wait(0.5),
                AS_IT_IS,
                lay("loop", 5.2),
                say("landscape"),
                earn("landscape"),
            )
        ),
    ),
    "machine": (
        Shot(
            enter=(*HOMES, ask("note", HAND, HAND), begin_at(*START), AS_IT_IS),
            deed=(
                begin_at(*START),
                ask("set_rate", RATE),
                walk(STEPS, 0.56, 0.2),
                say("machine"),
                earn("both-sliders"),
            ),
            cards=("beats", "mine"),
        ),
    ),
    "what-if": (
        Shot(
            enter=(*HOMES, reel(ALONE, 0.8)),
            deed=(reel(MISPRINT, 4.6, counts="slope"), say("outlier"), earn("outlier")),
            cards=("same", "little", "flat"),
            hides=("sliders",),
        ),
        Shot(deed=(hush(), reel(SQUARES, 5.0, counts="slope"), say("squares"), earn("squares"))),
        Shot(
            deed=(
                hush(),
                *(reel(LEAPS, 1.2, leap, leap + 1, counts="leap") for leap in range(MOST)),
                say("leaps"),
            )
        ),
    ),
    "take-away": (
        Shot(
            enter=(*HOMES, AS_IT_IS, say("both")),
            deed=(hush(), reel(BREAK, 1.2), NEXT),
            shows=("sliders",),
        ),
    ),
}


def is_touched(scene: Scene) -> bool:
    """Return whether the line lies elsewhere than where it began."""
    return (scene.now.m, scene.now.b) != START


def _least(scene: Scene) -> float:
    cloud: Cloud = scene.data["cloud"]
    return cloud.least("absolute")


def tower(scene: Scene) -> Payoff:
    """The error, and the least that a line can have."""
    return Payoff(
        (
            Said("film.error", {"error": scene.now.loss}, tone="error"),
            Said("film.least", {"least": _least(scene)}, kind="note"),
        )
    )


def landscape(scene: Scene) -> Payoff:
    """What a place of the map is."""
    return Payoff((Said("film.each-place"), Said("film.darker", kind="note")))


def yours(scene: Scene) -> float | None:
    """The error of the reader's line; None if none was noted."""
    if HAND not in scene.noted:
        return None
    cloud: Cloud = scene.data["cloud"]
    m, b = scene.noted[HAND][-1]
    return error_of(Coefficients(m, b), cloud.u, cloud.y, "absolute")


def machine(scene: Scene) -> Payoff:
    """Where the machine has come, beside the reader's line."""
    error, hand = scene.now.loss, yours(scene)
    off = Said("film.off", {"error": error}, tone="machine")
    if hand is None:
        return Payoff((off, Said("film.least", {"least": _least(scene)}, kind="note")))
    won = hand < error
    line = Said("film.you-win" if won else "film.your-line", {"error": hand}, kind="note")
    return Payoff((off, line), "mine" if won else "beats")


def _slope(m: float, at: str = "top") -> Said:
    key = "film.slope" if round(m) >= 0 else "film.slope-down"
    return Said(key, {"m": abs(m)}, at, tone="machine")


def slope(scene: Scene) -> Payoff:
    """What the line says that a square foot costs."""
    return Payoff((_slope(played(scene).line.m),))


def _slopes(scene: Scene) -> tuple[float, float, float]:
    """The best line's slope, that with a wrong price, and that of the squares with it."""
    cloud: Cloud = scene.data["cloud"]
    wrong = misprinted(cloud).lines
    return cloud.lines["absolute"].m, wrong["absolute"].m, wrong["squared"].m


def outlier(scene: Scene) -> Payoff:
    """How much one wrong price has turned the best line."""
    before, after, _ = _slopes(scene)
    change = abs(after - before) / abs(before)
    right = "same" if change < SAME else "little" if change < FLAT else "flat"
    return Payoff((_slope(after), Said(f"film.turned-{right}", {"m": before}, kind="note")), right)


def squares(scene: Scene) -> Payoff:
    """How much it has turned it once the errors are squared."""
    before, _, after = _slopes(scene)
    key = "film.nearly-flat" if abs(after) < NEARLY_FLAT * abs(before) else "film.still-steep"
    return Payoff((Said(key, tone="error"), Said("film.was", {"m": after, "before": before}, kind="note")))


def leap(scene: Scene) -> Payoff:
    """What the line says while it leaps."""
    return Payoff((_slope(played(scene).line.m, "foot"),))


def last_leap(scene: Scene) -> Payoff:
    """Where huge steps have led, each longer than the one before."""
    return Payoff(
        (_slope(played(scene).line.m, "foot"), Said("film.longer", at="foot", kind="note", tone="error"))
    )


def both(scene: Scene) -> Payoff:
    """The error of the line as it is, and of the reader's."""
    hand = yours(scene)
    line = () if hand is None else (Said("film.your-line", {"error": hand}, kind="note", tone="hand"),)
    return Payoff((Said("film.off", {"error": scene.now.loss}, tone=scene.mover), *line))


FILM = Film(
    shots=SHOTS,
    payoffs={
        "tower": tower,
        "landscape": landscape,
        "machine": machine,
        "slope": slope,
        "outlier": outlier,
        "squares": squares,
        "leap": leap,
        "leaps": last_leap,
        "both": both,
    },
    places={"loop": loop},
    rules={"touched": is_touched},
)
