"""A web server for one folder, on the standard library's: loopback unless another host is named.

with serving(Path("build/site")) as address:
    ...                         # http://127.0.0.1:PORT/
"""

import os
import socketserver
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from socket import AF_INET, AF_INET6
from threading import Thread
from typing import NamedTuple

from tools.server.handler import Handler


class Settings(NamedTuple):
    """How a folder is served.

    `prefix` is the sub-path it is served at, with both slashes. `gzip` compresses what is worth it, on the
    fly. A `plain` server sends no special headers: no policy, no cache rules.
    """

    prefix: str = "/"
    gzip: bool = False
    plain: bool = False


AT_THE_ROOT = Settings()


class Server(ThreadingHTTPServer):
    """A server with one thread per connection; connections that a browser drops are ignored."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows that would take a port from another program
    request_queue_size = 128

    def __init__(
        self,
        folder: Path,
        host: str = "127.0.0.1",
        port: int = 0,
        settings: Settings = AT_THE_ROOT,
        handler: type[Handler] = Handler,
    ) -> None:
        """Bind a port, 0 for any free one; raises `OSError` if host or port aren't available."""
        self.folder, self.settings = folder, settings
        self.address_family = AF_INET6 if ":" in host else AF_INET
        super().__init__((host, port), handler)

    def server_bind(self) -> None:
        """Bind without a name server lookup for this machine."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    @property
    def address(self) -> str:
        """The page's address."""
        host = f"[{self.server_name}]" if ":" in self.server_name else self.server_name
        return f"http://{host}:{self.server_port}{self.settings.prefix}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore connections that ended early; print a traceback for anything else."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def running(server: Server) -> Iterator[str]:
    """Run a server from a thread while the body runs, then close it; yields its address."""
    with server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server.address
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def serving(folder: Path, port: int = 0, settings: Settings = AT_THE_ROOT) -> Iterator[str]:
    """Serve a folder on 127.0.0.1 from a thread while the body runs; yields its address."""
    with running(Server(folder, port=port, settings=settings)) as address:
        yield address
