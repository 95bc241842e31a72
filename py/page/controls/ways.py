"""The choice of a way downhill, and the sliders of what it keeps, in lessons of every kind."""

from page.browser.dom import listen
from page.controls.release import Release
from page.sections.ways import picked


class Ways:
    """Sends what is chosen over the bridge. A run that plays goes on with it."""

    def __init__(self, sections, bridge):
        self.sections, self.bridge = sections, bridge
        for section in sections.values():
            section.way.added = self.added
            for choice in section.way.choices:
                listen(choice, "change", self.chosen)
                if choice.checked and not choice.defaultChecked:  # before this was there
                    bridge.tell(section.id, "set_way", choice.dataset.way)

    def added(self, slider):
        """Listen to one more slider of a way."""
        lesson = slider.closest("section.lesson").id
        release = Release(slider.closest(".ways"), lambda: self.bridge.tell(lesson, "settle"))
        listen(slider, "input", self.moved)
        listen(slider, "change", release.changed)

    async def chosen(self, event):
        """Another way."""
        lesson = event.target.closest("section.lesson").id
        await self.bridge.send(lesson, "set_way", event.target.dataset.way)
        await self.bridge.send(lesson, "settle")

    def moved(self, event):
        """Handle a drag of a beta's slider."""
        slider = event.target
        self.bridge.tell(slider.closest("section.lesson").id, "set_beta", slider.name, picked(slider))
