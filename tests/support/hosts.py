"""Servers as schools have them: other types of files, and networks that answer with a page of their own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from threading import Lock, Thread
from typing import NamedTuple

from tests.support.faults import COMPRESSING
from tools.server.answer import Answer, Body, Settings, answer
from tools.server.ranges import Part
from tools.server.server import Handler, Server

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


class Host(Server):
    """Serves a folder with other types, by endings (None: no type at all), or a portal's page in its place.

    `asked` lists the names of the files that were asked for, in order.
    """

    def __init__(
        self, folder: Path, settings: Settings = COMPRESSING, types: dict[str, str | None] | None = None
    ) -> None:
        self.types: dict[str, str | None] = types or {}
        self.more: dict[str, str] = {}
        self.portal: Portal | None = None
        self.asked: list[str] = []
        self.lock = Lock()
        super().__init__(folder, "127.0.0.1", 0, settings)
        self.RequestHandlerClass = HostHandler

    def reply(self, target: str, headers: dict[str, str]) -> Answer:
        """What this host answers to a request."""
        name = target.partition("?")[0].removeprefix(self.settings.prefix)
        with self.lock:
            self.asked.append(name)
        if self.portal and self._is_taken(name, self.portal.takes):
            return self._page(self.portal)
        reply = answer(self.folder, self.settings, target, headers)
        suffix = PurePosixPath(name).suffix
        if suffix in self.types:
            reply.headers.pop("Content-Type")
            reply.headers.update({"Content-Type": kind} if (kind := self.types[suffix]) else {})
        reply.headers.update(self.more)
        return reply

    @staticmethod
    def _is_taken(name: str, takes: tuple[str, ...] | Callable[[str], bool]) -> bool:
        return takes(name) if callable(takes) else name.endswith(takes)

    @staticmethod
    def _page(portal: Portal) -> Answer:
        headers = {"Content-Type": portal.kind, "Content-Length": str(len(LOGIN))}
        headers |= {"Cache-Control": portal.caching} if portal.caching else {}
        headers |= {"Location": portal.location} if portal.location else {}
        return Answer(portal.status, headers, Body(LOGIN, Part(0, len(LOGIN))))


class HostHandler(Handler):
    """Lets the host answer."""

    server: Host

    def do_GET(self) -> None:
        """Answer as this host does."""
        self._send(self.server.reply(self.path, self._headers()))


@contextmanager
def hosted(
    folder: Path, settings: Settings = COMPRESSING, types: dict[str, str | None] | None = None
) -> Iterator[Host]:
    """Run such a host from a thread while the body runs."""
    with Host(folder, settings, types) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
