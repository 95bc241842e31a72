"""Sound: a short, quiet tone after every move, when switched on. Off by default."""

from page.browser.dom import every, listen, window
from page.controls.pitch import pitch

LOUD = 0.06  # gain; 1 is full scale
RISE, LONG, APART = 0.01, 0.16, 0.09  # seconds: attack, duration, minimum distance


class Sound:
    """One switch, shown in every lesson. The audio context is made when it is first switched on."""

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
        """Switch the sound on or off, in all lessons."""
        self.on = event.target.checked
        for switch in self.switches:
            switch.checked = self.on
        if self.on and self.context is None:
            self.context = self.constructor.new()
        if self.context is not None:
            await (self.context.resume() if self.on else self.context.suspend())

    async def left(self, event):
        """The window lost the focus: suspend the sound until the next move."""
        if self.context is not None:
            await self.context.suspend()

    def heard(self, view):
        """Play the loss of a view, if it has changed and sound is on."""
        lesson, loss = view["lesson"], view["loss"]
        moved = self.last.get(lesson, loss) != loss
        self.first.setdefault(lesson, loss)
        self.last[lesson] = loss
        if self.on and moved and window.document.hasFocus():
            self.play(pitch(loss, self.first[lesson]))

    def play(self, frequency):
        """Play a tone, unless the last one has just begun. `frequency` in Hz."""
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
