"""Where the robot plays: pages of languages, in windows, frames and phones, light and dark."""

from math import ceil
from random import Random
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import urlsplit

from tests.fuzz.memory import Memory, memory_of

if TYPE_CHECKING:  # it needs what the venv holds
    from playwright.sync_api import Page, Response


class Place(NamedTuple):
    """A page, by its file; what stands behind its `?`; and the options of a browser's context.

    `offline` is whether it is played without a network, once it is kept on the device.
    """

    file: str
    query: str
    options: dict[str, Any]
    offline: bool = False

    def __str__(self) -> str:
        """The page and its window."""
        width, height = self.options["viewport"].values()
        line = " without a network" if self.offline else ""
        return f"{self.file}?{self.query} in {width}x{height}{line}"


def _window(width: int, height: int, **more: Any) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": height}, **more}


PHONE = {"is_mobile": True, "has_touch": True, "device_scale_factor": 2}
PLACES = (
    Place("index.html", "", _window(1366, 650)),
    Place("de.html", "", _window(390, 844, **PHONE)),
    Place("fr.html", "all=1", _window(1366, 650, color_scheme="dark")),
    Place("es.html", "embed=1", _window(1000, 640)),
    Place("pt-BR.html", "", _window(320, 568, **PHONE)),
    Place("zh-Hans.html", "", _window(1920, 1080, reduced_motion="reduce")),
    Place("index.html", "present=1", _window(1366, 650)),
    Place("de.html", "embed=1", _window(390, 664, **PHONE)),
    Place("fr.html", "", _window(844, 390, **PHONE, color_scheme="dark")),
    Place("index.html", "all=1", _window(820, 1180, has_touch=True)),
    Place("es.html", "", _window(1366, 650), offline=True),
    Place("index.html", "class=demo", _window(1366, 650)),
    Place("de.html", "class=3", _window(390, 844, **PHONE)),
)


class Recorded:
    """Counts what is recorded of a page's images from now on, in `bytes`."""

    def __init__(self, page: "Page") -> None:
        self.bytes = 0
        page.on("response", self._answered)
        page.on("domcontentloaded", lambda _: self._loaded())

    def _answered(self, response: "Response") -> None:
        if response.request.resource_type == "image":
            self.bytes += 4 * ceil(int(response.headers.get("content-length", 0)) / 3)

    def _loaded(self) -> None:
        self.bytes = 0


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SETTLING = 1500
"""Milliseconds in which all pictures are drawn anew in another window."""
SIZES = sorted({tuple(place.options["viewport"].values()) for place in PLACES})
FILES = sorted({place.file for place in PLACES})

IN_BEATS = "'beats' in document.documentElement.dataset"
"""Whether the story is told beat by beat, not all at once."""
SAME = "by => navigation.entries()[navigation.currentEntry.index + by]?.sameDocument"
"""Whether an entry of the history, counted from the present one, is of the same document."""


class Around:
    """Does one such thing after the other on a page that was opened at `address`, drawn by lot."""

    def __init__(self, page: "Page", address: str, lot: Random) -> None:
        self.page, self.address, self.lot = page, address, lot
        self.usual = page.viewport_size or {"width": 1366, "height": 650}
        self.in_beats = page.evaluate(IN_BEATS)
        self.recorded = Recorded(page)

    def turn(self) -> str:
        """What leaves the page loaded; returns the words that name it."""
        doing = self.lot.choice((self.back, self.forward, self.resize, self.recolour))
        return doing()

    def load(self) -> str:
        """What loads a page anew."""
        doing = self.lot.choice((self.reload, self.translate))
        return doing()

    def back(self) -> str:
        """Back in the history, as long as that is the same page."""
        return self._move("back", -1)

    def forward(self) -> str:
        """Forward in the history."""
        return self._move("forward", 1)

    def resize(self) -> str:
        """Give the window another size."""
        width, height = self.lot.choice(SIZES)
        self.page.set_viewport_size({"width": width, "height": height})
        return f"resize to {width}x{height}"

    def memory(self) -> Memory:
        """What the page holds at its top, in the window and the view in which it was opened.

        So two looks at it compare: a larger window, and all at once, show more pictures.
        """
        self.page.set_viewport_size(self.usual)
        if self.page.evaluate(IN_BEATS) != self.in_beats:
            self.page.evaluate("document.querySelector('[data-all]').click()")
        self.page.evaluate("scrollTo(0, 0)")
        self.page.wait_for_timeout(SETTLING)
        return memory_of(self.page, self.recorded.bytes)

    def recolour(self) -> str:
        """Let the system ask for light or dark."""
        scheme = self.lot.choice(SCHEMES)
        self.page.emulate_media(color_scheme=scheme)
        return scheme

    def reload(self) -> str:
        """Load the page again, where it stands."""
        self.page.reload(wait_until="commit")
        return "reload"

    def translate(self) -> str:
        """Open the page in another language, with the same query."""
        file = self.lot.choice(FILES)
        parts = urlsplit(self.page.url)
        self.page.goto(f"{self.address}{file}?{parts.query}#{parts.fragment}", wait_until="commit")
        return f"open {file}"

    def _move(self, words: str, by: int) -> str:
        """Go along the history by `by` entries, unless that leads to another document."""
        if self.page.evaluate(SAME, by):
            self.page.evaluate("by => history.go(by)", by)
        return words
