"""Guesses of what the machine will do: by pointer in the picture, at sliders, or on cards."""

from page.browser.dom import cancel, listen

KINDS = ("pointerdown", "pointermove", "pointerup", "pointercancel", "click", "touchstart")


class Predictions:
    """Sends guesses over the bridge. While a guess is open, its picture is pointed at for it alone."""

    def __init__(self, sections, bridge):
        self.sections, self.bridge = sections, bridge
        self.held = None  # the canvas under a pointer that draws a guess
        for section in sections.values():
            foretold = section.foretold
            if foretold.element is None:
                continue
            listen(foretold.button, "click", self.pressed)
            for part in foretold.ranges:
                listen(part, "input", self.slid)
                listen(part, "change", self.settled)
            for part in foretold.cards:
                listen(part, "change", self.picked)
            for part in foretold.abouts:
                listen(part, "change", self.turned)
            if not foretold.cards:
                for kind in KINDS:
                    listen(foretold.frame, kind, getattr(self, kind), True)

    def section_of(self, event):
        """The section in which something happened."""
        return self.sections[event.target.closest("section.lesson").id]

    async def pressed(self, event):
        """The button: begin to guess, or take the guess back."""
        section = self.section_of(event)
        if section.foretold.open:
            await self.bridge.send(section.id, "forget_prediction")
        else:
            await self.bridge.send(section.id, "place_prediction", section.foretold.about, [])
        await self.bridge.send(section.id, "settle")

    def slid(self, event):
        """A slider of the guess is under the hand."""
        section = self.section_of(event)
        self.bridge.tell(section.id, "place_prediction", section.foretold.about, section.foretold.values())

    def settled(self, event):
        """A slider of the guess was let go."""
        self.bridge.tell(self.section_of(event).id, "settle")

    def picked(self, event):
        """A card was chosen."""
        self.slid(event)
        self.settled(event)

    def turned(self, event):
        """Another thing is to be guessed; a number that was guessed already stays."""
        section = self.section_of(event)
        values = section.last["prediction"]["values"] if section.last else []
        self.bridge.tell(section.id, "place_prediction", event.target.value, values)
        self.settled(event)

    def is_ours(self, event):
        """Whether an event in the picture belongs to a guess: then nobody else hears of it."""
        section = self.section_of(event)
        if not section.foretold.open or not event.target.matches("canvas"):
            return False
        event.stopPropagation()
        return True

    def point(self, event):
        """Put the guess where the pointer is."""
        section, canvas = self.section_of(event), event.target
        spot = [event.offsetX, event.offsetY]
        about, picture = section.foretold.about, canvas.dataset.picture
        self.bridge.tell(section.id, "point_prediction", about, picture, spot)

    def pointerdown(self, event):
        """A finger or the main button goes down in the picture."""
        if self.is_ours(event) and event.button == 0:
            self.held = event.target
            event.target.setPointerCapture(event.pointerId)
            self.point(event)

    def pointermove(self, event):
        """The pointer moves; with a button down, the guess follows."""
        if self.is_ours(event) and self.held:
            self.point(event)

    def pointerup(self, event):
        """The guess stays where it is."""
        if self.is_ours(event) and self.held:
            self.held = None
            self.settled(event)

    pointercancel = pointerup

    def click(self, event):
        """The sliders stay where they are."""
        self.is_ours(event)

    def touchstart(self, event):
        """A finger that guesses scrolls nothing."""
        if self.is_ours(event):
            cancel(event)
