"""A server for the built folder that fails on purpose, as hosts and networks of schools do: some files are missing or never
come, have other types, or a page of the network stands in their place.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from threading import Event, Lock
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from tools.server.handler import Handler
from tools.server.server import Server, Settings, running

PLAIN = Settings(prefix="/a/b/", plain=True)
"""A server that knows no special headers, and a folder that lies at a sub-path."""
COMPRESSING = PLAIN._replace(gzip=True)
"""One that compresses what is text, or WebAssembly."""
FAULTS = ("missing", "hanging", "truncated", "corrupt", "broken")
FRONTS = ("login", "moved", "error", "hanging")
"""What may stand in front of a host: a sign-in page for every file, or one that every file is redirected to; an
error; and nothing that answers."""
LOGIN = b"<!doctype html><html><head><title>Sign in</title></head><body><form><input name=user></form></body></html>"


class Portal(NamedTuple):
    """A page that a network puts in the place of files: which of them, and how it is sent.

    `takes` are endings of their names, or what tells by a name.
    """

    takes: tuple[str, ...] | Callable[[str], bool]
    status: HTTPStatus = HTTPStatus.OK
    kind: str = "text/html"
    caching: str = ""
    location: str = ""

    def has_taken(self, name: str) -> bool:
        """Tell whether it stands in the place of the file `name`."""
        return self.takes(name) if callable(self.takes) else name.endswith(self.takes)


def path_of(site: Path, pattern: str) -> str:
    """Return the path inside a site of the first file of a pattern."""
    return min(site.glob(pattern)).relative_to(site).as_posix()


class FaultyServer(Server):
    """Serves a folder, except for the files named in `missing` (404), `hanging` (no byte before `release`),
    `truncated` (half of the bytes), `corrupt` (as many bytes, a few of them others) and `broken`
    (the connection ends after half of the bytes, once for each time that a name stands there).

    Names are paths inside the folder; where a server is made, and in `play`, patterns of them. `asked` lists what
    was asked for, in order. A `front` of `FRONTS` answers every request instead. With every answer come `more` headers;
    `put_in` is what a proxy writes into every page, `appended` what stands at the end of a file, by its name. A `portal` stands
    in the place of some files; `types` are those that this host knows, by endings (None: it says no type at all).
    """

    def __init__(self, folder: Path, settings: Settings = PLAIN, **faults: tuple[str, ...]) -> None:
        self.missing: Sequence[str] = ()
        self.hanging: Sequence[str] = ()
        self.truncated: Sequence[str] = ()
        self.corrupt: Sequence[str] = ()
        self.broken: list[str] = []
        self.asked: list[str] = []
        self.more: dict[str, str] = {}
        self.front, self.put_in = "", b""
        self.appended: dict[str, str] = {}
        self.portal: Portal | None = None
        self.types: Mapping[str, str | None] = {}
        self.gone = False
        self.release = Event()
        self.lock = Lock()
        super().__init__(folder, settings=settings, handler=FaultyHandler)
        self.play(faults)

    def play(self, does: Mapping[str, Any]) -> None:
        """Do what these attributes say; the names of files may be patterns."""
        for name, value in does.items():
            assert hasattr(self, name), f"no host does {name}"
            if name in FAULTS:
                files = [file for pattern in value for file in self.folder.glob(pattern)]
                value = [file.relative_to(self.folder).as_posix() for file in files]
                assert value, f"no file is {name}"
            setattr(self, name, value)


class FaultyHandler(Handler):
    """Looks whether a file is to fail before it answers."""

    server: FaultyServer

    def do_GET(self) -> None:
        """Answer, or fail as asked."""
        if self.server.gone:  # the browser holds connections on which it would be answered
            self.close_connection = True
            return
        name = urlsplit(self.path).path.removeprefix(PLAIN.prefix)
        with self.server.lock:
            self.server.asked.append(name)
        if self.server.front:
            self.send_front(name)
            return
        if (portal := self.server.portal) and portal.has_taken(name):
            self.send_page(portal)
            return
        if name in self.server.hanging:
            self.server.release.wait()
        if name in self.server.missing:
            self.send_error(404)
            return
        if name in (*self.server.truncated, *self.server.corrupt):
            self.send_spoiled((self.server.folder / name).read_bytes(), name in self.server.truncated)
            return
        if name in self.server.broken:
            self.server.broken.remove(name)
            self.send_broken((self.server.folder / name).read_bytes())
            return
        page = self.server.folder / (name or "index.html")
        if self.server.put_in and page.suffix == ".html":
            self.send_bytes(page.read_bytes().replace(b"</head>", self.server.put_in + b"</head>"))
            return
        if name in self.server.appended:
            self.send_bytes(page.read_bytes() + self.server.appended[name].encode(), self.guess_type(name))
            return
        super().do_GET()

    def send_header(self, keyword: str, value: str) -> None:
        """Send a header; a type as this host knows it, if it does."""
        suffix = PurePosixPath(urlsplit(getattr(self, "path", "")).path).suffix  # a request may be none
        if keyword != "Content-type" or suffix not in self.server.types:
            super().send_header(keyword, value)
        elif kind := self.server.types[suffix]:
            super().send_header(keyword, kind)

    def end_headers(self) -> None:
        """Send what this host says with every answer, too."""
        for name, value in self.server.more.items():
            self.send_header(name, value)
        super().end_headers()

    def send_front(self, name: str) -> None:
        """Answer as what stands in front of the host."""
        front = self.server.front
        if front == "hanging":
            self.server.release.wait()
            self.close_connection = True
        elif front == "error":
            self.send_error(500)
        elif front == "moved" and name != "sign-in.html":
            self.send_page(Portal((), HTTPStatus.FOUND, location=f"{PLAIN.prefix}sign-in.html"))
        else:
            self.send_bytes(LOGIN)

    def send_page(self, portal: Portal) -> None:
        """Send the page of a portal."""
        headers = {"Content-Type": portal.kind, "Cache-Control": portal.caching, "Location": portal.location}
        self.send_response(portal.status)
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(LOGIN)))
        self.end_headers()
        self.wfile.write(LOGIN)

    def begin(self, length: int, kind: str = "") -> None:
        """Send the headers before that many bytes, of the file's type unless another one is named."""
        self.send_response(200)
        self.send_header("Content-Type", kind or self.guess_type(urlsplit(self.path).path))
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def send_bytes(self, data: bytes, kind: str = "text/html; charset=utf-8") -> None:
        """Answer with a page, or another file."""
        self.begin(len(data), kind)
        self.wfile.write(data)

    def send_broken(self, data: bytes) -> None:
        """Begin to answer, and hang up."""
        self.begin(len(data))
        self.wfile.write(data[: len(data) // 2])
        self.close_connection = True

    def send_spoiled(self, data: bytes, half: bool) -> None:
        """Answer as if all were well, with other bytes."""
        middle = len(data) // 2
        spoiled = data[:middle] if half else data[:middle] + b"not what was built" + data[middle + 18 :]
        self.begin(len(spoiled))
        self.wfile.write(spoiled)


@contextmanager
def faulty(folder: Path, settings: Settings = PLAIN, **faults: tuple[str, ...]) -> Iterator[FaultyServer]:
    """Run such a server from a thread while the body runs; what hangs is let go after it."""
    server = FaultyServer(folder, settings, **faults)
    with running(server):
        try:
            yield server
        finally:
            server.gone = True
            server.release.set()
