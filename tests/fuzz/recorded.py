"""What the browser keeps of answers for whoever drives it: the page holds none of that.

Chromium's developer tools, by which it is driven, record the content of each answer until another document
is loaded: that of an image as base64. A `picture` that changes with window and theme is asked for every time.
"""

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it needs what the venv holds
    from playwright.sync_api import Page, Response


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
