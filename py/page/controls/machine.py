"""The machine's buttons: Step, ten steps, Play and Pause, Reset, and the learning rate."""

from page.browser.dom import every, listen, words
from page.browser.query import fast
from page.controls.pace import Pace
from page.transport.bridge import next_frame


class Machine:
    """Sends steps of gradient descent over the bridge. One lesson plays at a time."""

    def __init__(self, sections, bridge):
        self.sections = sections
        self.bridge = bridge
        self.playing = None  # the lesson that plays, or that waits for Python to play
        self.run = self.left = 0  # the run's number; the first one that may settle
        self.pace = Pace(fast)
        bridge.by_hand.append(self.grasped)
        for section in sections.values():
            for button in every("button[data-action]", section.element):
                listen(button, "click", self.clicked)
            for button in section.presets:
                listen(button, "click", self.preset)
            listen(section.rate, "input", self.rated)
            listen(section.rate, "change", self.settled)
            listen(section.scrub, "input", self.scrubbed)
            listen(section.scrub, "change", self.settled)
            for part in every("[data-choice]", section.element):
                listen(part, "change", self.chosen)
                # before this was loaded
                if part.type == "radio" and part.checked and not part.defaultChecked:
                    bridge.tell(section.id, "choose", part.dataset.choice, part.value)

    def section_of(self, event):
        """Return the section of an event."""
        return self.sections[event.target.closest("section.lesson").id]

    async def clicked(self, event):
        """A button was pressed."""
        section = self.section_of(event)
        action = event.target.closest("[data-action]").dataset.action
        if action == "play" and self.playing != section.id:
            await self.play(section)
            return
        if action == "play" and not self.bridge.answers(section.id):
            return  # pressed once more while it waits: it will play
        self.pause()
        if action == "step":
            await self.bridge.send(section.id, "step", 1)
        elif action == "step10":
            await self.bridge.send(section.id, "step", 10)
        elif action in ("reset", "from_start", "back", "again", "keep"):
            section.unwarn()
            await self.bridge.send(section.id, action)
        await self.bridge.send(section.id, "settle")

    async def rated(self, event):
        """Handle a drag of the learning rate's slider, whose scale is logarithmic."""
        section = self.section_of(event)
        await self.bridge.send(section.id, "set_rate", section.picked_rate())

    async def preset(self, event):
        """Set one of the learning rates to try; a run that plays goes on with it."""
        section = self.section_of(event)
        await self.bridge.send(section.id, "preset", event.target.dataset.preset)
        await self.bridge.send(section.id, "settle")

    async def scrubbed(self, event):
        """Rewind the run, or go forward again."""
        section = self.section_of(event)
        self.pause()
        section.unwarn()
        await self.bridge.send(section.id, "rewind", int(event.target.value))

    async def settled(self, event):
        """Handle the release of one of the machine's sliders."""
        await self.bridge.send(self.section_of(event).id, "settle")

    async def chosen(self, event):
        """A choice was switched."""
        section, part = self.section_of(event), event.target
        option = ("on" if part.checked else "off") if part.type == "checkbox" else part.value
        self.pause()
        await self.bridge.send(section.id, "choose", part.dataset.choice, option)
        await self.bridge.send(section.id, "settle")

    def pause(self):
        """Stop playing."""
        if self.playing:
            self.mark(self.sections[self.playing], False)
            self.playing = None
        self.run += 1
        self.pace.cut()

    def grasped(self, lesson):
        """End a run that keeps a tempo, because a hand takes over in that lesson."""
        if self.playing == lesson and not self.pace.fast:
            self.leave()

    def leave(self):
        """Stop playing, because another state is coming; this one must not be reported anymore."""
        self.pause()
        self.left = self.run

    def mark(self, section, playing):
        """Make the button say what it does next."""
        section.show_playing(playing, words("action.pause" if playing else "action.play"))

    async def play(self, section):
        """Play until somebody pauses, the run is finished, or a challenge decided."""
        self.pause()
        self.playing, run = section.id, self.run
        try:
            await self.bridge.answer_of(section.id, True)
            await self.go_on(section, run)
        finally:
            if self.run == run:
                self.pause()
        if run >= self.left:
            await self.bridge.settle(section.id)

    async def go_on(self, section, run):
        """Take step after step, each when it is due, while that run is the current one."""
        trying = section.challenge.is_open()
        if self.run == run:
            self.mark(section, True)
            self.pace.begin(section)
        while self.run == run:
            shown = next_frame()
            if self.bridge.is_free(section.id):
                await self.bridge.send(section.id, "play", self.pace.leap())
                if section.last.get("finished") or (trying and section.challenge.is_decided()):
                    return
            await self.pace.next(section, shown)
