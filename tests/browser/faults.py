"""A server for the built folder that fails on purpose: some files are missing, others never come."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from threading import Event, Lock, Thread
from urllib.parse import urlsplit

from tools import content
from tools.answer import Settings
from tools.server import Handler, Server

PLAIN = Settings(prefix="/a/b/", plain=True)
"""A server that knows no special headers, and a folder that lies at a sub-path."""
COMPRESSING = PLAIN._replace(gzip=True)
"""One that compresses: whether the boot asks for the copies that are compressed already depends on no clock."""


class FaultyServer(Server):
    """Serves a folder, except for the files named in `missing` (404), `hanging` (no byte before `release`),
    `truncated` (half of the bytes), `corrupt` (as many bytes, a few of them others) and `pages` (HTML).

    Names are paths inside the folder. `asked` lists what was asked for, in order.
    """

    def __init__(self, folder: Path, settings: Settings = PLAIN, **faults: tuple[str, ...]) -> None:
        self.folder = folder
        self.missing, self.hanging = faults.get("missing", ()), faults.get("hanging", ())
        self.truncated, self.corrupt = faults.get("truncated", ()), faults.get("corrupt", ())
        self.pages = faults.get("pages", ())
        self.asked: list[str] = []
        self.release = Event()
        self.lock = Lock()
        super().__init__(folder, "127.0.0.1", 0, settings)
        self.RequestHandlerClass = FaultyHandler


class FaultyHandler(Handler):
    """Looks whether a file is to fail before it answers."""

    server: FaultyServer

    def do_GET(self) -> None:
        """Answer, or fail as asked."""
        name = urlsplit(self.path).path.removeprefix(PLAIN.prefix)
        with self.server.lock:
            self.server.asked.append(name)
        if name in self.server.hanging:
            self.server.release.wait()
        if name in self.server.missing:
            self.send_error(404)
            return
        if name in self.server.pages:
            self.send_spoiled(b"<!doctype html><title>Sign in</title>" * 2, half=True)
            return
        if name in (*self.server.truncated, *self.server.corrupt):
            self.send_spoiled((self.server.folder / name).read_bytes(), name in self.server.truncated)
            return
        super().do_GET()

    def send_spoiled(self, data: bytes, half: bool) -> None:
        """Answer as if all were well, with other bytes."""
        middle = len(data) // 2
        spoiled = data[:middle] if half else data[:middle] + b"not what was built" + data[middle + 18 :]
        self.send_response(200)
        self.send_header("Content-Type", content.kind(PurePosixPath(urlsplit(self.path).path)))
        self.send_header("Content-Length", str(len(spoiled)))
        self.end_headers()
        self.wfile.write(spoiled)


@contextmanager
def faulty(folder: Path, settings: Settings = PLAIN, **faults: tuple[str, ...]) -> Iterator[FaultyServer]:
    """Run such a server from a thread while the body runs."""
    with FaultyServer(folder, settings, **faults) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.release.set()
            server.shutdown()
            thread.join()
