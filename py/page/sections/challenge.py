"""The panel of the challenge in progress: what to reach, how far along it is, and hints one by one."""

from page.browser.dom import every, made, root, to_js, window, words

HINTS = ("hint1", "hint2", "answer")


class Panel:
    """A section's panel. Its parts are looked up when a challenge first begins.

    Once code from elsewhere has run on this page, nothing `counts`, since it might be made up.
    """

    counts = True

    def __init__(self, section):
        self.section = section
        self.element = None
        self.done = None  # called with the ids of section and challenge when one is done
        self.last = {}
        self.hints = 0
        self.ids = [button.dataset.begin for button in every("[data-begin]", section)]

    def look_up(self):
        """Find the parts of the panel."""
        self.element = self.section.querySelector(".challenge")
        self.parts = {part.dataset.part: part for part in every("[data-part]", self.element)}
        self.asking = self.element.querySelector(".guess")
        self.box = self.asking.querySelector("input")
        self.note = self.asking.querySelector(".note")
        self.list = self.element.querySelector(".hints")
        self.more = self.element.querySelector("[data-do=hint]")

    def show(self, told):
        """Show the state of an attempt; nothing if there is none, or if it isn't one of this page's."""
        if told and told["id"] not in self.ids:
            return
        before, self.last = self.last, told
        if told and self.element is None:
            self.look_up()
        if self.element is not None:
            self.element.hidden = not told
            self.element.toggleAttribute("data-challenge", bool(told))
        if not told:
            return
        if told["id"] != before.get("id"):
            self.clear()
        if before.get("counts") != told["counts"]:
            self.warn("")
        self.element.dataset.challenge = told["id"]
        state = told["state"] if Panel.counts else "open"
        self.element.dataset.state = state
        self.put("title", words("challenge", title=told["title"]))
        for name in ("task", "counts", "rule", "said"):
            self.put(name, told[name])
        self.asking.hidden = not told["asks"]
        if told["asks"]:
            self.put("asks", told["asks"])
        if state == "done":
            self.done(self.section.id, told["id"])

    def is_open(self):
        """Return whether there is a challenge in progress that is neither done nor lost."""
        return self.last.get("state") == "open"

    def is_decided(self):
        """Return whether the challenge in progress is done or lost."""
        return self.last.get("state") in ("done", "lost")

    def bring(self):
        """Bring the reader here, with picture and sliders in view above where there is room."""
        self.parts["title"].focus(to_js({"preventScroll": True}))
        if root.hasAttribute("data-beats"):
            self.section.scrollIntoView()
            return
        tall = 2 * self.element.offsetHeight > window.innerHeight
        self.element.scrollIntoView(to_js({"block": "start" if tall else "end"}))

    def put(self, name, text):
        """Write a part, only if it is new: live regions are read out."""
        if self.parts[name].textContent != text:
            self.parts[name].textContent = text

    def clear(self):
        """Clear hints and guess, for another challenge."""
        self.hints = 0
        self.list.textContent = ""
        self.box.value = ""
        self.warn("")
        self.more.hidden = False
        self.more.textContent = words("challenge.hint1")

    def warn(self, text):
        """Say what was wrong with a guess; '' when all is well."""
        self.note.textContent = text
        self.note.hidden = not text
        self.box.setAttribute("aria-invalid", "true" if text else "false")

    def hint(self):
        """Show the next hint, at last the answer; then there is no more to ask for."""
        name = HINTS[self.hints]
        term = words("challenge.answered" if name == "answer" else "challenge." + name)
        text = made("dd", self.last["hints"][self.hints])
        self.list.append(made("dt", term), text)
        self.hints += 1
        if self.hints < len(HINTS):
            self.more.textContent = words("challenge." + HINTS[self.hints])
        else:
            self.more.hidden = True
            text.tabIndex = -1
            text.focus()
