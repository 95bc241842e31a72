"""The sound: a short, quiet tone after every move, if the reader asks for it. Off when the page opens."""

from page.browser.dom import every, listen, window
from page.controls.pitch import pitch

LOUD = 0.06  # of full scale
RISE, LONG, APART = 0.01, 0.16, 0.09  # seconds: until it is loudest, until it is gone, between two at least


class Sound:
    """The switches of all lessons are one; nothing of the browser's is made before one is pressed."""

    def __init__(self):
        self.on = False
        self.context = self.constructor = None
        self.first, self.last = {}, {}
        self.next = 0.0
        self.switches = every("input[data-sound]")
        if window.Reflect.has(window, "AudioContext"):
            self.constructor = window.AudioContext
            for switch in self.switches:
                switch.closest("label").hidden = False
                listen(switch, "change", self.switched)
            listen(window, "blur", self.left)

    async def switched(self, event):
        """The reader turns the sound on or off, in all lessons at once."""
        self.on = event.target.checked
        for switch in self.switches:
            switch.checked = self.on
        if self.on and self.context is None:
            self.context = self.constructor.new()
        if self.context is not None:
            await (self.context.resume() if self.on else self.context.suspend())

    async def left(self, event):
        """The reader looks elsewhere: nothing sounds any more until the next move here."""
        if self.context is not None:
            await self.context.suspend()

    def heard(self, view):
        """A lesson has another loss: let it sound, where that is asked for."""
        lesson, loss = view["lesson"], view["loss"]
        moved = self.last.get(lesson, loss) != loss
        self.first.setdefault(lesson, loss)
        self.last[lesson] = loss
        if self.on and moved and window.document.hasFocus():
            self.play(pitch(loss, self.first[lesson]))

    def play(self, frequency):
        """A tone, unless the last one has only just begun."""
        context = self.context
        if context.state == "suspended":
            context.resume()
        now = context.currentTime
        if now < self.next:
            return
        self.next = now + APART
        tone, volume = context.createOscillator(), context.createGain()
        tone.frequency.value = frequency
        volume.gain.setValueAtTime(0, now)
        volume.gain.linearRampToValueAtTime(LOUD, now + RISE)
        volume.gain.exponentialRampToValueAtTime(0.0001, now + LONG)
        tone.connect(volume)
        volume.connect(context.destination)
        tone.start(now)
        tone.stop(now + LONG)
