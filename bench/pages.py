"""The two pages that are compared, how each is put together and served, and the line that it comes over.

The line counts what is sent, and paces it if a rate is given.
"""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from tools.server.server import Server, Settings, running
from tools.setup.runtime import Runtime

PIECE = 8 * 1024
"""Bytes that one connection may send before the next has its turn."""


class Line:
    """One line, shared by all connections of a server."""

    def __init__(self, megabits: float | None = None) -> None:
        self.megabits = megabits
        self.sent = 0
        self.answers = 0
        self.history: list[tuple[float, int, int]] = []
        self._free = 0.0
        self._last = time.monotonic()
        self._lock = threading.Lock()

    def reset(self) -> None:
        """Forget what was sent so far."""
        self.sent = self.answers = 0
        self.history.clear()

    def carry(self, size: int) -> None:
        """Wait until the line has room for `size` bytes and count them."""
        with self._lock:
            now = time.monotonic()
            wait = self.book(size, now)
            self.sent += size
            self._last = now + wait
            self.history.append((time.time() + wait, self.sent, self.answers))
        if wait > 0:
            time.sleep(wait)

    def book(self, size: int, now: float) -> float:
        """Return the seconds from `now` until the last of `size` bytes is through; connections queue up."""
        if self.megabits is None:
            return 0.0
        self._free = max(now, self._free) + size * 8 / (self.megabits * 1e6)
        return self._free - now

    def until(self, moment: float) -> tuple[int, int]:
        """Return the bytes sent and the answers begun until a moment, in seconds since 1970."""
        before = [(sent, answers) for when, sent, answers in self.history if when <= moment]
        return before[-1] if before else (0, 0)

    def idle(self) -> float:
        """Return the seconds since a byte was last sent."""
        return time.monotonic() - self._last


class MeteredSocket(socket.socket):
    """A connection whose answers go over a `Line`, headers included."""

    def __init__(self, connection: socket.socket, line: Line) -> None:
        timeout = connection.gettimeout()
        super().__init__(connection.family, connection.type, connection.proto, fileno=connection.detach())
        self.settimeout(timeout)
        self._line = line

    def sendall(self, data: Any, flags: int = 0) -> None:
        """Send `data` piece by piece, each when the line has room for it."""
        view = memoryview(data).cast("B")
        if bytes(view[:7]) == b"HTTP/1.":
            self._line.answers += 1
        size = PIECE if self._line.megabits else max(1, len(view))
        for start in range(0, len(view), size):
            piece = view[start : start + size]
            self._line.carry(len(piece))
            super().sendall(piece, flags)

    def send(self, data: Any, flags: int = 0) -> int:
        """Send all of `data`, and say so."""
        self.sendall(data, flags)
        return memoryview(data).nbytes


def meter(server: ThreadingHTTPServer, line: Line) -> None:
    """Let every connection that `server` accepts from now on go over `line`."""
    accept = server.get_request

    def accept_metered() -> tuple[socket.socket, Any]:
        connection, address = accept()
        return MeteredSocket(connection, line), address

    server.get_request = accept_metered  # type: ignore[method-assign]


SOURCE = Path(__file__).parent / "plain"


class Page(NamedTuple):
    """Where a page's slider and its frame counter (`data-frame`) are.

    What `lit` selects is there as soon as the page knows that its first live picture is with the browser.
    `query` shows all at once, without waits between steps, for what is measured is the page's own speed, and
    is patient with a slow machine.
    """

    name: str
    slider: str
    frame: str
    lit: str
    query: str = ""


OURS = Page(
    "ours",
    "section#valley input[type=range][name=x]",
    "section#valley",
    "section.lesson .picture [data-lit]",
    "all&tempo=fast&patience=120",
)
PLAIN = Page("plain", "#x", "html", "html[data-frame]")


class Host(NamedTuple):
    """A page that is being served, and the line that it comes over."""

    page: Page
    address: str
    line: Line

    @property
    def opened(self) -> str:
        """The address to open, with the page's query."""
        joint = ("&" if "?" in self.address else "?") if self.page.query else ""
        return self.address + joint + self.page.query


def assemble(folder: Path, runtime: Runtime) -> None:
    """Put the plain page and the runtime that it names into `folder`, which is made."""
    shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    unused = shutil.ignore_patterns("*.map", "*.d.ts")
    shutil.copytree(runtime.pyodide, folder / "pyodide-00000000", ignore=unused)
    shutil.copytree(runtime.pyscript, folder / "pyscript-00000000", ignore=unused)


@contextmanager
def serve(page: Page, folder: Path) -> Iterator[Host]:
    """Serve `folder` over a line of its own while the context lasts, text and wasm gzipped."""
    line = Line()
    server = Server(folder, settings=Settings(gzip=True))
    meter(server, line)
    with running(server) as address:
        yield Host(page, address, line)
