"""The address: read once when the page opens, kept up to date while the reader plays.

Moves and steps change the present entry of the browser's history. A place of the page, another link, Reset
and the beginning of a challenge make a new one, so that Back undoes them: every entry holds the state in
which it was left.
"""

import js as window

from page.browser.dom import document, enumerated, every, guarded, listen, root, words

NAMED = 12  # parts of a link that are named as left out: the note stays a note
QUIET = 300  # ms without news, until the address is written: it costs the browser some 5 ms each time
EARLY = "section.lesson:not(.model) .slider input[type=range]"
OURS = "downhill"  # what the history keeps with an entry whose address is the whole state
UNSHARED = (
    "teacher",
    "challenge",
    "embed",
    "lesson",
    "lang",
    "theme",
    "patience",
    "start",
)  # or written anew


class Location:
    """Keeps the fragment of the address equal to the state of the page."""

    def __init__(self, bridge, unread=()):
        self.bridge = bridge
        self.unread = list(unread)  # of the settings behind the question mark, what made no sense
        self.known = opened() or window.location.hash[1:]
        self.seen = window.location.hash  # as it was last read or written here
        self.fragment = None
        self.branching = False
        self.timer = 0
        if self.known != window.location.hash[1:]:  # a place was gone to before this script was there
            self.adopt()
        self.hearers = []  # who wants to know when the state is another one
        self.write_later = guarded(self.write)
        listen(window, "pagehide", self.write)
        for button in every("[data-action=reset], [data-begin]"):
            listen(button, "click", self.branch)
        for link in every("a[href^='#']"):
            listen(link, "click", self.write)

    def has_state(self):
        """Whether the address says more than a place."""
        return "&" in window.location.hash

    def is_ours(self):
        """Whether the present entry of the history is this page's: the reader has gone back or forth."""
        return window.history.state == OURS

    def place(self):
        """The part of the page that the address names, or ''."""
        return window.location.hash[1:].split("&")[0]

    def is_elsewhere(self):
        """Whether the address is another one than was last read or written here."""
        return window.location.hash != self.seen

    async def open(self):
        """Read the address that the page was opened with; where it names no state, all is as it opens."""
        if self.has_state():
            await self.restore()
        else:
            self.known = window.location.hash[1:]
            self.tell()
            self.replace(self.known)

    async def restore(self):
        """Put everything where the address says, and tell of the parts that could not be read."""
        self.seen = asked = window.location.hash
        found = await self.bridge.ask_now(None, "restore", asked)
        if self.is_elsewhere():  # somebody was faster: that one comes next
            return
        self.leave()  # what came in meanwhile was from before
        self.known = asked[1:]
        self.tell(found["newer"], found["ignored"])
        self.replace(self.known)

    def tell(self, newer=False, ignored=()):
        """Tell in one quiet sentence what of an address could not be read; nothing where all could."""
        told = [words("address.newer")] if newer else []
        parts = self.unread + list(ignored)
        if parts:
            told.append(words("address.ignored", parts=enumerated(parts[:NAMED])))
        self.unread = []
        note = document.getElementById("address-note")
        note.hidden = not told
        note.textContent = " ".join(told)

    def keep(self, fragment):
        """Write the state into the address as soon as the reader pauses."""
        self.fragment = self.known = fragment
        window.clearTimeout(self.timer)
        self.timer = window.setTimeout(self.write_later, QUIET)
        for hear in self.hearers:
            hear()

    def write(self, event=None):
        """Write what is to be kept into the address; in a new entry of the history after a `branch`.

        An address other than the one seen last is a link that was just followed: it is not written over.
        """
        if self.fragment is not None and window.location.hash not in (self.seen, "#" + self.fragment):
            self.fragment = None
        if self.fragment is not None and "#" + self.fragment != window.location.hash:
            if self.branching:
                window.history.pushState(OURS, "", "#" + self.fragment)
                self.seen = window.location.hash
            else:
                self.replace(self.fragment)
            self.branching = False
        self.fragment = None

    def newest(self):
        """The fragment with what was moved before Python was there, which it can't tell of yet."""
        place, *others = window.location.hash[1:].split("&")
        moved = [] if root.dataset.python == "ready" else every(EARLY)
        moves = [part.closest("section").id + "." + part.name + "=" + part.value for part in moved]
        moves = [move for move, part in zip(moves, moved) if part.value != part.defaultValue]
        if not moves:
            return window.location.hash
        return "&".join(["#" + place] + (others or ["v=2"]) + moves)

    def replace(self, fragment):
        """Write a fragment over the present one."""
        window.history.replaceState(OURS, "", "#" + fragment if fragment else window.location.href)
        self.seen = window.location.hash

    def branch(self, event):
        """What comes next takes more back than a move: it gets an entry of its own."""
        self.branching = False
        self.write()
        self.branching = True

    def leave(self):
        """The reader goes elsewhere on the page: what was to be kept is the last place's, and is dropped."""
        self.fragment = None
        self.branching = False

    def adopt(self):
        """A place of the page was gone to: the new entry of the history holds the state, too."""
        self.known = self.at(self.place())
        self.replace(self.known)

    def here(self, fragment):
        """A fragment with the place that the address names already."""
        _, sign, rest = fragment.partition("&")
        return self.known.partition("&")[0] + sign + rest

    def at(self, place):
        """The fragment of the page as it stands, at some place."""
        _, sign, rest = self.known.partition("&")
        says_nothing = rest.startswith("v=") and "&" not in rest  # but how it would be written
        return place if says_nothing else place + sign + rest

    def link(self, lesson):
        """The address that brings others to a lesson as the page stands, with all that it says."""
        parts = [part for part in window.location.search[1:].split("&") if part.split("=")[0] not in UNSHARED]
        theme = root.getAttribute("data-theme")
        if theme:
            parts.append("theme=" + theme)
        if every("nav.languages a") and not root.getAttribute("data-words"):  # else the path says it
            parts.append("lang=" + root.lang)
        asked = "&".join([part for part in parts if part])
        here = window.location
        return here.origin + here.pathname + ("?" + asked if asked else "") + "#" + self.at(lesson)


def opened():
    """The state with which the page was opened, where the address has only named places since; else ''."""
    for entry in window.performance.getEntriesByType("navigation"):
        _, _, fragment = entry.name.partition("#")
        if "&" in fragment and "&" not in window.location.hash and window.history.state != OURS:
            return fragment
    return ""
