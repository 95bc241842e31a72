"""Servers as schools have them: other types of files, and networks that answer with a page of their own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import NamedTuple

from tests.support.faults import COMPRESSING
from tools.server.handler import Handler
from tools.server.server import Server, Settings, running

LOGIN = b"<!doctype html><title>School network</title><form><input name=user><button>Sign in</button></form>"


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


class Host(Server):
    """Serves a folder with other types, by endings (None: no type at all), or a portal's page in its place.

    `asked` lists the names of the files that were asked for, in order. With every answer come `more` headers.
    """

    def __init__(
        self, folder: Path, settings: Settings = COMPRESSING, types: dict[str, str | None] | None = None
    ) -> None:
        self.types: dict[str, str | None] = types or {}
        self.more: dict[str, str] = {}
        self.portal: Portal | None = None
        self.asked: list[str] = []
        self.lock = Lock()
        super().__init__(folder, settings=settings, handler=HostHandler)


class HostHandler(Handler):
    """Answers as its host does."""

    server: Host

    @property
    def name(self) -> str:
        """The name of the file that is asked for."""
        return self.path.partition("?")[0].removeprefix(self.server.settings.prefix)

    def do_GET(self) -> None:
        """Answer with the file, or with the portal's page."""
        with self.server.lock:
            self.server.asked.append(self.name)
        portal = self.server.portal
        if portal and portal.has_taken(self.name):
            self.send_page(portal)
        else:
            super().do_GET()

    def send_header(self, keyword: str, value: str) -> None:
        """Send a header; a type as this host knows it, if it does."""
        suffix = PurePosixPath(self.name).suffix
        if keyword != "Content-type" or suffix not in self.server.types:
            super().send_header(keyword, value)
        elif kind := self.server.types[suffix]:
            super().send_header(keyword, kind)

    def end_headers(self) -> None:
        """Send what this host says with every answer, too."""
        for name, value in self.server.more.items():
            self.send_header(name, value)
        super().end_headers()

    def send_page(self, portal: Portal) -> None:
        """Send the portal's page."""
        headers = {"Content-Type": portal.kind, "Cache-Control": portal.caching, "Location": portal.location}
        self.send_response(portal.status)
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(LOGIN)))
        self.end_headers()
        self.wfile.write(LOGIN)


@contextmanager
def hosted(
    folder: Path, settings: Settings = COMPRESSING, types: dict[str, str | None] | None = None
) -> Iterator[Host]:
    """Run such a host from a thread while the body runs."""
    host = Host(folder, settings, types)
    with running(host):
        yield host
