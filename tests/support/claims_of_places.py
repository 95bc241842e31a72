"""What sentences about a place claim, lesson by lesson, restated: each phrase with a check of its own."""

import re
from functools import cache

import numpy as np

from downhill.lessons import all_lessons
from downhill.play.lesson_state import LessonState
from downhill.text.format import figures
from tests.support.claims import Check, Moment, is_level

XS = np.linspace(-5, 5, 4001)
VALLEY = all_lessons()[0]


class Ground:
    """A curve on a fine grid: no heights where there are none."""

    def __init__(self, shape: str, f: str) -> None:
        chosen = VALLEY.chosen({"shape": shape, "fog": "clear", "f": f})
        there = [chosen.measure_at([float(x)]) for x in XS]
        self.heights = np.array([each.loss if VALLEY.is_defined(each) else np.nan for each in there])
        self.lowest = float(np.nanmin(self.heights))
        low, high = np.nanquantile(self.heights, [0.05, 0.95])
        self.size = float(high - low)

    def bottom_near(self, x: float) -> tuple[float, float]:
        """Where walking downhill from x ends, and how high it is there."""
        at = int(np.abs(XS - x).argmin())
        while 0 < at < len(XS) - 1:
            best = at - 1 + int(np.nanargmin(self.heights[at - 1 : at + 2]))
            if best == at:
                break
            at = best
        return float(XS[at]), float(self.heights[at])


known_ground = cache(Ground)


def ground(now: Moment) -> Ground:
    return known_ground(now.state.choices["shape"], now.state.choices["f"])


def above(now: Moment) -> float:
    return now.loss - ground(now).lowest


def is_lowest(now: Moment) -> bool:
    """No place is lower by more than the digits that are shown."""
    return above(now) <= max(0.005, 0.005 * ground(now).size)


def falls(now: Moment, side: int) -> bool:
    x, there = now.state.values[0], []
    for shift in (-1e-4 * side, 1e-4 * side):
        there.append(now.height((x + shift,)))
    return there[1] < now.loss < there[0] or not -5 < x + 1e-4 * side < 5


def is_in_a_wrong_valley(now: Moment) -> bool:
    x, height = ground(now).bottom_near(now.state.values[0])
    there = ground(now)
    return abs(x - now.state.values[0]) < 1 and -5 < x < 5 and height > there.lowest + 1e-3 * there.size


def is_hilltop(now: Moment) -> bool:
    return all(now.height((now.state.values[0] + way,)) < now.loss for way in (-0.1, 0.1))


def is_a_corner(now: Moment) -> bool:
    """Walking downhill from there ends there, and it climbs at once to both sides."""
    x = now.state.values[0]
    climbs = [(now.height((x + way,)) - now.loss) / 0.02 for way in (-0.02, 0.02)]
    return abs(ground(now).bottom_near(x)[0] - x) < 0.01 and min(climbs) > 0.01


def rises_on_both_sides(now: Moment) -> bool:
    """Close by, it is higher on both sides; where there is no height, nobody can tell."""
    x = now.state.values[0]
    return all(now.height((x + side,)) > now.loss for side in (-2e-4, 2e-4))


def is_as_steep(now: Moment, least: float, most: float) -> bool:
    """The slope, for a curve that is five units high, lies between these, give or take a hundredth."""
    steepness = abs(now.slopes()[0]) / 10 / now.state.lesson.data["curve"].relief
    return bool(least - 0.01 <= steepness <= most + 0.01)


def tells_the_step_beyond(now: Moment) -> bool:
    raw = now.state.values[0] - now.state.rate * now.slopes()[0] / 10
    told = re.search(r"leave the picture: (.*) to the (left|right)", now.sentence)
    size = abs(raw - now.state.values[0])
    close = told is not None and told[1] in [figures(size * times) for times in np.linspace(0.99, 1.01, 2001)]
    return close and told is not None and (told[2] == "left") == (raw < 0) and abs(raw) > 5 - 1e-3


CURVE: dict[str, Check] = {
    "This is the lowest point": is_lowest,
    "high, and level": is_level,
    "As low as makes no difference": lambda now: above(now) <= max(0.021, 0.012 * ground(now).size),
    "You stand in a valley, but not": is_in_a_wrong_valley,
    "this is a hilltop": is_hilltop,
    "The ground is level here too": is_level,
    "level, but there is lower": lambda now: is_level(now) and above(now) > 1e-4 * ground(now).size,
    "falls to the right": lambda now: falls(now, 1),
    "falls to the left": lambda now: falls(now, -1),
    "and has a corner": is_a_corner,
    "to the right, steeply": lambda now: is_as_steep(now, 1, np.inf),
    "to the left, steeply": lambda now: is_as_steep(now, 1, np.inf),
    "to the right, gently": lambda now: is_as_steep(now, 0, 0.25),
    "to the left, gently": lambda now: is_as_steep(now, 0, 0.25),
    "It is level here": is_level,
    "and rises on both sides": rises_on_both_sides,
    "would leave the picture": tells_the_step_beyond,
    "level everywhere": lambda now: bool(np.nanmax(np.abs(ground(now).heights - now.loss)) < 1e-6),
}


def errors(now: Moment) -> np.ndarray:
    """How much higher the points lie than the line says, each."""
    cloud, (m, b) = now.state.lesson.data["cloud"], now.state.values
    return np.asarray(cloud.y - (m * (cloud.x - cloud.origin) / cloud.per + b))


def tilt(now: Moment) -> float:
    """Above zero where points lie higher than the line says to the right, and lower to the left."""
    cloud = now.state.lesson.data["cloud"]
    return float(((cloud.x - cloud.x.mean()) * errors(now)).sum())


def says_how_far_off(now: Moment) -> bool:
    return figures(float(np.abs(errors(now)).mean())) in now.sentence


def counts(now: Moment) -> bool:
    told = re.search(r"(\d+|none|one) of the (\d+)", now.sentence)
    found = errors(now)
    higher = str(int((found > 0).sum()))
    return told is not None and ({"none": "0", "one": "1"}.get(told[1], told[1]), told[2]) == (
        higher,
        str(len(found)),
    )


LINE: dict[str, Check] = {
    " 0 of the": lambda now: False,  # nobody says so
    "off": says_how_far_off,
    "too low": lambda now: counts(now) and float(np.median(errors(now))) >= 0,
    "too high": lambda now: counts(now) and float(np.median(errors(now))) <= 0,
    "too flat": lambda now: (tilt(now) > 0) == now.state.lesson.data["cloud"].rising,
    "too steep": lambda now: (tilt(now) < 0) == now.state.lesson.data["cloud"].rising,
    "as good as a straight line gets": lambda now: now.loss <= now.state.variant.goal * (1 + 1e-9),
    "A fair line": lambda now: now.loss > now.state.variant.goal,
}


def right(now: Moment) -> tuple[bool, bool]:
    """Whether cat wins after the first prompt, and plane after the second."""
    w1, w2, w3, w4 = now.state.values
    return 0.9 * w1 + 0.3 * w2 > 0.9 * w3 + 0.3 * w4, 0.2 * w3 + 0.8 * w4 > 0.2 * w1 + 0.8 * w2


def shares(now: Moment) -> bool:
    """The percentages are those of the right words."""
    w1, w2, w3, w4 = now.state.values
    leads = 0.9 * (w1 - w3) + 0.3 * (w2 - w4), 0.2 * (w3 - w1) + 0.8 * (w4 - w2)
    told = re.findall(r"(\d+)%", now.sentence)
    return all(str(int(100 / (1 + np.exp(-lead)) + 0.5)) in told for lead in leads)


NEXT_WORD: dict[str, Check] = {
    "Both come out right": lambda now: right(now) == (True, True) and now.loss <= 0.01,
    "Both prompts choose the right word": lambda now: right(now) == (True, True),
    "“I pet the cat” works": lambda now: right(now) == (True, False),
    "“I flew the plane” works": lambda now: right(now) == (False, True),
    "So far it would write “I pet the plane”": lambda now: right(now) == (False, False),
    "%": shares,
    "Both prompts favor": lambda now: right(now) == (True, True),
    "The error is": lambda now: f"error is {figures(now.loss)}" in now.sentence,
}

PLACES: dict[str, dict[str, Check]] = {"valley": CURVE, "line": LINE, "next-word": NEXT_WORD}


def state_of(f: str) -> LessonState:
    """A lesson state with a function of the reader's own."""
    state = LessonState(VALLEY)
    state.choose("shape", "own")
    state.enter("f", f)
    return state
