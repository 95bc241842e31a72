"""A web server for one folder: files only, GET and HEAD only, nothing from outside the folder.

with serving(Path("build/site")) as address:
    ...                         # http://127.0.0.1:PORT/
"""

import os
import socketserver
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import AF_INET, AF_INET6
from threading import Thread

from tools.server.answer import AT_THE_ROOT, Answer, Body, Settings, answer, sentence

PIECE = 1 << 16


class Server(ThreadingHTTPServer):
    """One thread a connection; a connection that a browser drops is no news."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows that would take a port from another program
    request_queue_size = 128

    def __init__(self, folder: Path, host: str, port: int, settings: Settings) -> None:
        self.folder, self.settings = folder, settings
        self.address_family = AF_INET6 if ":" in host else AF_INET
        super().__init__((host, port), Handler)

    def server_bind(self) -> None:
        """Bind without asking any name server who we are."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    @property
    def address(self) -> str:
        """The page's address."""
        host = f"[{self.server_name}]" if ":" in self.server_name else self.server_name
        return f"http://{host}:{self.server_port}{self.settings.prefix}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about connections that ended early; anything else is a fault worth a traceback."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    """Sends the answers to the requests of one connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60
    server: Server

    def do_GET(self) -> None:
        """Answer with a file, or a part of it."""
        self._send(answer(self.server.folder, self.server.settings, self.path, self._headers()))

    def do_HEAD(self) -> None:
        """Answer as to GET, for the whole file, without the body."""
        headers = self._headers()
        headers.pop("range", None)
        self._send(answer(self.server.folder, self.server.settings, self.path, headers)._replace(body=None))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the error's name alone, and end the connection: what follows on it can't be trusted."""
        more = {"Connection": "close"}
        if code == HTTPStatus.NOT_IMPLEMENTED:  # so says the base class of every method but GET and HEAD
            code, more["Allow"] = HTTPStatus.METHOD_NOT_ALLOWED, "GET, HEAD"
        self._send(sentence(HTTPStatus(code), self.server.settings, more))

    def version_string(self) -> str:
        """Tell no version numbers."""
        return "Downhill"

    def log_message(self, format: str, *values: object) -> None:
        """Say nothing: the terminal belongs to the person."""

    def _send(self, reply: Answer) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        headers = self._headers()
        body = headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
        if body and "Connection" not in reply.headers:
            # A body that nobody reads would be taken for the next request.
            self.send_header("Connection", "close")
        self.end_headers()
        if reply.body:
            self._copy(reply.body)

    def _headers(self) -> dict[str, str]:
        found = getattr(self, "headers", None)  # a request that was no HTTP has none
        return {name.lower(): value for name, value in found.items()} if found else {}

    def _copy(self, body: Body) -> None:
        first, length = body.part
        if isinstance(body.source, bytes):
            self.wfile.write(body.source[first : first + length])
            return
        with body.source.open("rb") as file:
            file.seek(first)
            while length and (piece := file.read(min(length, PIECE))):
                self.wfile.write(piece)
                length -= len(piece)
        if length:  # the file shrank meanwhile: fewer bytes than were announced
            self.close_connection = True


def make_server(
    folder: Path, host: str = "127.0.0.1", port: int = 0, settings: Settings = AT_THE_ROOT
) -> Server:
    """Return a server for a folder, bound but not yet running; port 0 takes any free one.

    Raises OSError when the host or the port is not to be had.
    """
    return Server(folder, host, port, settings)


@contextmanager
def serving(folder: Path, port: int = 0, settings: Settings = AT_THE_ROOT) -> Iterator[str]:
    """Serve a folder on 127.0.0.1 from a thread while the body runs; yields its address."""
    with make_server(folder, port=port, settings=settings) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server.address
        finally:
            server.shutdown()
            thread.join()
