"""A server for the built folder that does to files, of some kinds or of all, what some hosts and networks do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import urlsplit

from tests.support.faults import PLAIN, FaultyHandler, FaultyServer, released
from tools.server.handler import compressed
from tools.server.server import Settings

HOP = "hop"
"""How an address ends once it was redirected."""
DROP, PAUSE = 4096, 1.0
"""Bytes that come at a time where a file drips, and the seconds between them."""


class OddServer(FaultyServer):
    """Serves a folder; what is set on it, it does.

    `types` are media types by endings. `packs_all` compresses every file; files with an ending of `claims` are said to
    be gzip and are none. `rewrites` are endings of files that a proxy writes into. `redirects` sends every request on
    once, and `elsewhere` to another address for good. `fails_first` tells of which names the first request ends with an error. `dripping` are endings of files
    that come in drops until `release`. `year` is what the host's clock shows.
    """

    def __init__(self, folder: Path, settings: Settings = PLAIN) -> None:
        super().__init__(folder, settings)
        self.RequestHandlerClass = OddHandler
        self.types: dict[str, str] = {}
        self.packs_all = self.redirects = False
        self.claims: tuple[str, ...] = ()
        self.rewrites: tuple[str, ...] = ()
        self.dripping: tuple[str, ...] = ()
        self.fails_first: Callable[[str], bool] = lambda name: False
        self.elsewhere = ""
        self.year = 0

    def does(self, what: dict[str, Any]) -> None:
        """Set attributes by their names; where names of files are wanted, patterns of them are given."""
        for name, value in what.items():
            assert hasattr(self, name), f"no host does {name}"
            patterns = name in ("missing", "hanging", "fronted", "broken")
            setattr(self, name, type(value)(self.names(*value)) if patterns else value)

    def names(self, *patterns: str) -> list[str]:
        """The names of files in the folder that fit these patterns, for each pattern anew; a name stands for itself."""
        globs = [
            self.folder.glob(pattern) if "*" in pattern else [self.folder / pattern] for pattern in patterns
        ]
        return [file.relative_to(self.folder).as_posix() for found in globs for file in found]


class OddHandler(FaultyHandler):
    """Answers as its host does."""

    server: OddServer

    def do_GET(self) -> None:
        """Answer, redirect or fail."""
        address, server = urlsplit(self.path), self.server
        name = address.path.removeprefix(PLAIN.prefix)
        file = server.folder / name
        if server.elsewhere:
            self.send_on(server.elsewhere + name)
        elif server.redirects and not address.query.endswith(HOP):
            self.send_on(f"{address.path}?{address.query}{'&' if address.query else ''}{HOP}")
        elif server.fails_first(name) and name not in server.asked:
            server.asked.append(name)
            self.send_error(500)
        elif file.suffix in server.rewrites and file.is_file():
            data = file.read_bytes() + b"\n// seen\n"
            self.begin(len(data))
            self.wfile.write(data)
        elif file.suffix in server.dripping and file.is_file():
            self.send_in_drops(file.read_bytes())
        else:
            super().do_GET()

    def guess_type(self, path: Any) -> str:
        """A file's media type, as this host knows it."""
        return self.server.types.get(PurePath(path).suffix, super().guess_type(path))

    def end_headers(self) -> None:
        """Send what this host claims, too."""
        if self.path.endswith(self.server.claims or "/gzip"):
            self.send_header("Content-Encoding", "gzip")
        super().end_headers()

    def date_time_string(self, timestamp: float | None = None) -> str:
        """A time as headers have it: now is in the year that the host's clock shows."""
        if timestamp is None and self.server.year:
            return format_datetime(datetime(self.server.year, 1, 1, tzinfo=UTC), usegmt=True)
        return super().date_time_string(timestamp)

    def _packed(self) -> bytes | None:
        path = self.found.path if self.found else None
        if self.server.packs_all and path and path.is_file():
            return compressed(path, path.stat().st_mtime_ns)
        return super()._packed()

    def send_on(self, location: str) -> None:
        """Redirect to another address."""
        self.send_response(302)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_in_drops(self, data: bytes) -> None:
        """Answer drop by drop, and with the rest as soon as it is released."""
        self.begin(len(data))
        at = 0
        while at < len(data):
            upto = len(data) if self.server.release.wait(PAUSE) else at + DROP
            self.wfile.write(data[at:upto])
            at = upto


@contextmanager
def odd(folder: Path, settings: Settings = PLAIN) -> Iterator[OddServer]:
    """Run such a server from a thread while the body runs."""
    with released(OddServer(folder, settings)) as server:
        yield server
