"""Waits between the steps of the machine, which can be cut short."""

import asyncio

import js as window

from page.controls.tempo import SINGLE, due, goes_on, standing, train_due, train_steps
from page.transport.bridge import next_frame

LATE = 250  # ms: a run that is this late doesn't catch up
READABLE, LEAP = (
    0.7,
    5,
)  # without a tempo, with reduced motion: seconds between leaps, and steps in a leap
APART, CALM_APART = 0.066, 1.0  # seconds between two turns of a training


class Rest:
    """A wait that can be cut short."""

    def __init__(self):
        self.timer, self.wake = 0, None
        self.calm = window.matchMedia("(prefers-reduced-motion: reduce)")

    async def wait(self, ms):
        """Wait that many ms, or until `cut`; then for the next frame."""
        if ms > 0:
            await window.Promise.new(lambda resolve, reject: self.begin_wait(resolve, ms))
            self.wake = None
            await next_frame()

    def begin_wait(self, resolve, ms):
        """Call `resolve` after that many ms."""
        self.wake = resolve
        self.timer = window.setTimeout(resolve, ms)

    def cut(self):
        """End the wait now."""
        if self.wake:
            window.clearTimeout(self.timer)
            wake, self.wake = self.wake, None
            wake(None)


class Pace(Rest):
    """The tempo of runs that play. `fast` ones go as fast as the screen shows steps."""

    def __init__(self, fast):
        super().__init__()
        self.fast = fast
        self.played, self.stood = {}, {}  # by lessons: steps of the run that have played; how it then stood
        self.plan = 0.0

    def begin(self, section):
        """Begin a run, or continue a paused one."""
        if not goes_on(self.stood.get(section.id), standing(section.last)):
            self.played[section.id] = 0
        self.plan = window.performance.now()

    def leap(self):
        """Return how many steps to take at once."""
        return LEAP if self.fast and self.calm.matches else 1

    async def next(self, section, shown):
        """Wait until the step after the one that was taken is due; `shown` is the promise of a frame."""
        if self.fast:
            await (asyncio.sleep(READABLE) if self.calm.matches else shown)
            return
        stood, played, apart = standing(section.last), self.played[section.id], 0
        if stood and stood != self.stood.get(section.id):
            played += 1
            self.played[section.id], self.stood[section.id] = played, stood
            calm = bool(self.calm.matches)
            apart = 1000 * (due(played + 1, calm) - due(played, calm))
        await shown
        now = window.performance.now()
        if played <= SINGLE:
            self.plan = max(self.plan, now)  # a late one stays on screen as long as the others
        self.plan += apart
        if now - self.plan > LATE:
            self.plan = now
        await self.wait(self.plan - now)


class TrainingPace(Rest):
    """The tempo of a training."""

    def __init__(self, fast):
        super().__init__()
        self.fast = fast
        self.clock = self.seen = 0.0  # seconds of the plan, and when that was looked at, in ms

    def begin(self, steps):
        """Continue a training after `steps` steps; the next one is due at once."""
        self.clock, self.seen = (
            train_due(steps + 1) - self.apart(),
            window.performance.now() - 1000 * self.apart(),
        )

    def apart(self):
        """Return the seconds between two turns."""
        return CALM_APART if self.calm.matches else APART

    async def turn(self, steps):
        """Wait until the next step after `steps` is due; return how many are due then."""
        since = (window.performance.now() - self.seen) / 1000
        left = max(train_due(steps + 1) - self.clock, self.apart()) - since
        await self.wait(1000 * left)
        self.look(steps)
        return max(train_steps(self.clock) - steps, 1)

    def look(self, steps):
        """Advance the plan, but not far ahead of the machine."""
        now = window.performance.now()
        ahead = train_due(steps + 1) + 2 * self.apart()
        self.clock, self.seen = min(self.clock + (now - self.seen) / 1000, ahead), now
