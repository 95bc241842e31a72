"""The training of a model: turn after turn until somebody pauses; also retakes the steps from a link."""

from page.browser.query import fast
from page.controls.pace import TrainingPace
from page.transport.bridge import next_frame

TURN, CALM_TURN = 160, 700  # ms of training between two pictures; longer where motion is to be reduced


class Training:
    """Asks for turns. `on` means that it trains, or waits for Python to do so.

    `stays` means that the state in which it stops is the link's: the address keeps its place.
    """

    def __init__(self, model):
        self.model = model
        self.pace = TrainingPace(fast)
        model.bridge.by_hand.append(self.grasped)
        self.on = self.stays = False
        self.run = self.left = 0  # the run's number; the first one that may settle

    async def pressed(self):
        """Train was pressed, or Pause."""
        on = self.on
        if on and not self.model.last:
            return  # pressed once more while it waits: it will train
        self.pause()
        if not on:
            await self.train(True)

    def pause(self):
        """Stop after this turn. The button changes at once: pressed again, it would train on."""
        self.on = False
        self.run += 1
        self.pace.cut()
        self.mark()

    def grasped(self, lesson):
        """End a training that keeps a tempo, because a hand takes over, and measure everything again."""
        if lesson == self.model.id and self.on and not self.pace.fast:
            self.leave()
            self.model.ask("look")

    def leave(self):
        """Stop training, because another state is coming; this one must not be reported anymore."""
        self.pause()
        self.left = self.run

    async def catch_up(self, event=None):
        """Take the steps from a link again."""
        if self.model.last["behind"] and not self.on:
            await self.train(False)

    async def train(self, asked):
        """Train until somebody pauses, or it must stop; if nobody has `asked`, only the steps from a link."""
        model, run, self.on = self.model, self.run, True
        try:
            await model.first_view()
            await self.go_on(asked, run)
        finally:
            if self.run == run:
                self.on = False
            self.mark()
        if self.on or run < self.left or model.bridge.newest[model.id] == "settle":
            return
        await model.bridge.send(model.id, "look")
        self.stays = not asked
        await model.bridge.settle(model.id)
        self.stays = False

    async def go_on(self, asked, run):
        """Take turn after turn, as often as the screen shows one."""
        model, behind = self.model, True
        trying = model.challenge.is_open()
        self.mark()
        self.pace.begin(model.last["steps"])
        while self.run == run and (asked or behind):
            steps, shown = model.last["steps"], next_frame()
            limits = await self.limits(steps, trying)
            if self.run != run:
                return
            await model.bridge.send(model.id, "train", CALM_TURN if self.pace.calm.matches else TURN, *limits)
            if trying:
                model.show_turn()
            behind = model.last["behind"]
            stopped = model.last["stopped"] and not behind  # the link has steps after that
            if model.last["steps"] == steps or stopped or (trying and model.challenge.is_decided()):
                return
            if limits and model.last["landmark"] and not trying:
                return
            await shown

    async def limits(self, steps, trying):
        """How many steps the next turn may take, once they are due, and whether it ends at a landmark.

        No limits where there is no tempo, nor where steps are taken again that a link tells of.
        """
        if self.pace.fast or self.model.last["behind"]:
            return ()
        return await self.pace.turn(steps), not trying

    def mark(self):
        """Let the button say what it does next."""
        words = self.model.play.dataset
        self.model.show_playing(self.on, words.on if self.on else words.off)
