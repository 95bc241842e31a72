"""When the machine's steps are due, so that the first ones can be seen one by one. Pure functions, no clock.

Play takes two steps a second, from the fifth on faster and faster, until it is as fast as the screen, within
eight seconds. Train takes one step a second, from the fifth on twice as many every second, up to a hundred.
"""

SINGLE = 5  # steps that are seen one by one
SLOW, FASTER = 0.5, 0.9  # seconds between two of them; the share of that which is left from step to step
CALM = 1.0  # seconds between two steps where motion is to be reduced
MOST = 100  # steps a second that a training takes at most


def due(step, calm=False):
    """Seconds from a run's first step until its step with that number, counted from 1.

    All steps are due within 6.5 seconds; where motion is to be reduced (`calm`), one is due every second.
    """
    if calm:
        return CALM * (step - 1)
    slow = SLOW * (min(step, SINGLE) - 1)
    return slow + SLOW * FASTER * (1 - FASTER ** max(step - SINGLE, 0)) / (1 - FASTER)


def train_due(step):
    """Seconds from a training's first step until its step with that number, counted from 1."""
    if step <= SINGLE:
        return float(step - 1)
    at, seconds, rate = SINGLE, SINGLE - 1.0, 2
    while rate < MOST and step > at + rate:
        at, seconds, rate = at + rate, seconds + 1, 2 * rate
    return seconds + (step - at) / min(rate, MOST)


def train_steps(seconds):
    """How many steps of a training are due by then: the inverse of `train_due`."""
    seconds += 1e-9
    if seconds < SINGLE - 1:
        return int(seconds) + 1
    at, left, rate = SINGLE, seconds - (SINGLE - 1), 2
    while rate < MOST and left >= 1:
        at, left, rate = at + rate, left - 1, 2 * rate
    return at + int(left * min(rate, MOST))


def standing(view):
    """Return what identifies a run: the counts of moves and steps, None if there is no run."""
    if view.get("mover") != "machine":
        return None
    return view["hand_moves"], view["machine_steps"]


def goes_on(before, now):
    """Return whether a run is still as it was when it was paused: no hand has moved, no step was undone."""
    return before is not None and now is not None and before[0] == now[0] and before[1] <= now[1]
