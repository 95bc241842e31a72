"""The address: read when the page opens, updated while the reader plays.

Moves and steps replace the current entry of the browser's history. Places of the page, links, Reset and the
beginning of a challenge push a new one, so that Back undoes them: an entry holds the state in which it was
left.
"""

import js as window

from page.browser.carry import OURS, state
from page.browser.dom import document, enumerated, every, guarded, listen, root, soon, words
from page.browser.query import query

NAMED = 12  # ignored parts of a link that the note lists at most
LONGEST = 20_000  # characters of a state
SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~%+=&"  # that a state may have
QUIET = 300  # ms without changes until the address is written: writing takes about 5 ms
EARLY = "section.lesson:not(.model) .slider input[type=range]"
RESULT = "#result="  # begins a fragment that holds a student's result code, and no state
UNSHARED = (
    "teacher challenge test embed lesson lang theme patience start".split()
)  # left out of links, or set again


class Location:
    """Keeps the fragment of the address equal to the state of the page."""

    def __init__(self, bridge, unread=()):
        self.bridge = bridge
        self.unread = list(unread)  # parts of the query that couldn't be read
        self.results = []  # result codes found in addresses
        self.has_brought = False  # whether the present address has
        self.collect = None  # called with a code that comes later
        self.known = opened() or ("" if self.has_result() else window.location.hash[1:])
        self.seen = window.location.hash  # the fragment last read or written here
        self.fragment = None
        self.branching = False
        self.timer = 0
        if self.has_result():
            self.take_result()
        elif self.known != window.location.hash[1:]:  # a place was visited before this module was loaded
            self.adopt()
        self.is_plain = None  # tells whether no reader's code has left anything behind
        self.code_hearers = []  # called with the readers' codes that an address has brought
        self.hearers = []  # called when the state has changed
        self.write_later = guarded(self.write)
        listen(window, "pagehide", self.write)
        for button in every("[data-action=reset], [data-begin]"):
            listen(button, "click", self.branch)
        for link in every("a[href^='#']"):
            listen(link, "click", self.write)

    def has_state(self):
        """Return whether the address holds a state, not only a place."""
        return "&" in window.location.hash

    def has_result(self):
        """Return whether the address holds a student's result code."""
        return window.location.hash.startswith(RESULT)

    def take_result(self):
        """Take the code out of the address: the teacher's table gets it; other visitors see what it is."""
        code = window.location.hash[len(RESULT) :]
        self.results.append(code)
        self.has_brought = True
        bare = window.location.href.split("#")[0]
        window.history.replaceState(OURS, "", bare + "#" + self.known if self.known else bare)
        self.seen = window.location.hash
        if self.collect:
            soon(lambda: self.collect(code))

    def is_ours(self):
        """Return whether the current history entry was written here: the reader went back or forward."""
        return window.history.state == OURS

    def place(self):
        """The part of the page that the address names, or ''."""
        return window.location.hash[1:].split("&")[0]

    def is_elsewhere(self):
        """Return whether the address differs from the one last read or written here."""
        return window.location.hash != self.seen

    async def open(self):
        """Restore the state of the address at opening, if it holds one."""
        if self.has_state():
            await self.restore()
        else:
            self.known = window.location.hash[1:]
            self.tell()
            self.replace(self.known)

    async def restore(self):
        """Restore the state of the address, and show which parts could not be read."""
        self.seen = asked = window.location.hash
        found = await self.bridge.ask_now(None, "restore", asked)
        if self.is_elsewhere():  # changed meanwhile: that one is restored next
            return
        self.leave()  # drop pending writes of the earlier state
        self.known = asked[1:]
        self.tell(found["newer"], found["ignored"])
        for hear in self.code_hearers:
            hear(found["codes"])
        self.replace(self.known)

    def tell(self, newer=False, ignored=()):
        """Show a note with the parts of an address that could not be read; hide it if there are none."""
        told = [words("address.newer")] if newer else []
        if self.has_brought and not query.asks("teacher"):
            told.append(words("result.elsewhere"))
        parts = self.unread + list(ignored)
        if parts:
            told.append(words("address.ignored", parts=enumerated(parts[:NAMED])))
        self.unread, self.has_brought = [], False
        note = document.getElementById("address-note")
        note.hidden = not told
        note.textContent = " ".join(told)

    def keep(self, fragment):
        """Write a state into the address when there are no changes for a while; drop anything else."""
        if not is_state(fragment):
            return
        self.fragment = self.known = fragment
        window.clearTimeout(self.timer)
        self.timer = window.setTimeout(self.write_later, QUIET)
        for hear in self.hearers:
            hear()

    def write(self, event=None):
        """Write the pending state into the address; into a new history entry after `branch`.

        An address other than the one last seen was just navigated to, and isn't overwritten.
        """
        if self.fragment is not None and window.location.hash not in (self.seen, "#" + self.fragment):
            self.fragment = None
        if self.fragment is not None and "#" + self.fragment != window.location.hash:
            if self.branching:
                window.history.pushState(state[0], "", "#" + self.fragment)
                self.seen = window.location.hash
            else:
                self.replace(self.fragment)
            self.branching = False
        self.fragment = None

    def newest(self):
        """The fragment with the sliders that were moved before Python was ready added."""
        place, *others = window.location.hash[1:].split("&")
        moved = [] if root.dataset.python == "ready" else every(EARLY)
        moves = [part.closest("section").id + "." + part.name + "=" + part.value for part in moved]
        moves = [move for move, part in zip(moves, moved) if part.value != part.defaultValue]
        if not moves:
            return window.location.hash
        return "&".join(["#" + place] + (others or ["v=2"]) + moves)

    def replace(self, fragment):
        """Replace the fragment."""
        window.history.replaceState(state[0], "", "#" + fragment if fragment else window.location.href)
        self.seen = window.location.hash

    def branch(self, event):
        """The next state gets a history entry of its own."""
        self.branching = False
        self.write()
        self.branching = True

    def leave(self):
        """Drop the pending state: it belongs to the place that is left."""
        self.fragment = None
        self.branching = False

    def adopt(self):
        """Add the state to a history entry that only names a place."""
        self.known = self.at(self.place())
        self.replace(self.known)

    def here(self, fragment):
        """A fragment with its place replaced by the current one."""
        _, sign, rest = fragment.partition("&")
        return self.known.partition("&")[0] + sign + rest

    def at(self, place):
        """The fragment of the current state, at a place."""
        _, sign, rest = self.known.partition("&")
        says_nothing = rest.startswith("v=") and "&" not in rest  # only the version
        return place if says_nothing else place + sign + rest

    def link(self, lesson):
        """The link to share: the current state at a lesson, with query, theme and language."""
        parts = [part for part in window.location.search[1:].split("&") if part.split("=")[0] not in UNSHARED]
        theme = root.getAttribute("data-theme")
        if theme:
            parts.append("theme=" + theme)
        if every("nav.languages a") and not root.getAttribute(
            "data-words"
        ):  # else the path tells the language
            parts.append("lang=" + root.lang)
        asked = "&".join([part for part in parts if part])
        here = window.location.href.split("#")[0].split("?")[0]  # files have no origin everywhere
        return here + ("?" + asked if asked else "") + "#" + self.at(lesson)


def is_state(fragment):
    """Return whether a text is the fragment of a state at a place (py/downhill/session/fragment.py)."""
    place, *parts = fragment.split("&")
    signs = len(fragment) <= LONGEST and not fragment.strip(SIGNS)
    return signs and "=" not in place and all("=" in part for part in parts)


def opened():
    """The state in the address at opening, if later addresses only named places; else ''."""
    for entry in window.performance.getEntriesByType("navigation"):
        _, _, fragment = entry.name.partition("#")
        if "&" in fragment and "&" not in window.location.hash and window.history.state != OURS:
            return fragment
    return ""
