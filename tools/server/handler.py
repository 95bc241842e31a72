"""The standard library's file handler, plus what a page needs: types, policy, cache rules, gzip."""

import gzip
import re
from functools import lru_cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from io import BytesIO
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple
from urllib.parse import unquote_to_bytes

from tools.common import policy

if TYPE_CHECKING:
    from tools.server.server import Server

# The types that the system knows differ from machine to machine.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".py": "text/x-python; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}
COMPRESSIBLE = frozenset(TYPES) - {".png", ".whl", ".woff2", ".zip"}
FOREVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
HASHED = re.compile(r"-[0-9a-f]{8,}$")
# A backslash separates, and a colon names a drive or a hidden stream, on Windows.
FORBIDDEN = frozenset("\\:\0")


class Found(NamedTuple):
    """A file in the folder, or a folder in it, and whether its content can never change."""

    path: Path
    immutable: bool


def resolve(folder: Path, target: str, prefix: str = "/") -> Found | None:
    """Find what `target`, the request's path with its query, names under `prefix`.

    Returns None for anything that doesn't exist, or isn't in `folder` once links are followed. A folder with
    a slash at its end means its index.html; without, the folder itself is returned.
    """
    address = target.partition("?")[0]
    if address and address + "/" == prefix:
        return Found(folder, immutable=False)
    names = segments(address[len(prefix) :]) if address.startswith(prefix) else None
    if names is None:
        return None
    path = _inside(folder.resolve(), [*names, "index.html"] if address.endswith("/") else names)
    if path is None or not (path.is_file() or (path.is_dir() and not address.endswith("/"))):
        return None
    return Found(path, path.is_file() and any(HASHED.search(name) for name in names))


def segments(address: str) -> list[str] | None:
    """Split an address, without the slash it begins with, into decoded names; None if one can't be a name."""
    if not address:
        return []
    names = []
    for part in address.removesuffix("/").split("/"):
        try:
            name = unquote_to_bytes(part).decode()
        except UnicodeDecodeError:
            return None
        if name in ("", ".", "..") or "/" in name or FORBIDDEN & set(name):
            return None
        names.append(name)
    return names


def _inside(root: Path, names: list[str]) -> Path | None:
    try:
        path = root.joinpath(*names).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):  # not found, a loop of links, an impossible name
        return None
    return path if path.is_relative_to(root) else None


class Handler(SimpleHTTPRequestHandler):
    """Answers the requests of one connection: GET and HEAD only, files of the server's folder only.

    Files that a browser already has aren't sent again (`If-Modified-Since`). Ranges aren't supported, since
    nothing asks for them.
    """

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60
    server: "Server"
    found: Found | None = None
    packed: bytes | None = None

    def send_head(self) -> BinaryIO | None:
        """Send status and headers; return the body if one follows."""
        self.found = resolve(self.server.folder, self.path, self.server.settings.prefix)
        self.packed = packed = self._packed()
        body = super().send_head()
        self.found = self.packed = None
        if not body or packed is None:
            return body
        body.close()
        return BytesIO(packed)

    def translate_path(self, path: str) -> str:
        """Return the path of what `send_head` has found, '' for nothing."""
        return str(self.found.path) if self.found else ""

    def guess_type(self, path: Any) -> str:
        """Return a file's media type."""
        return TYPES.get(PurePath(path).suffix.lower(), "application/octet-stream")

    def send_header(self, keyword: str, value: str) -> None:
        """Send a header; for a compressed file, the length is that of the compressed bytes."""
        if keyword == "Content-Length" and self.packed is not None:
            super().send_header("Content-Encoding", "gzip")
            value = str(len(self.packed))
        super().send_header(keyword, value)

    def end_headers(self) -> None:
        """Send the headers of every answer: policy and cache rules, and close after a suspicious request."""
        settings = self.server.settings
        if not settings.plain:
            self.send_header("Cache-Control", FOREVER if self.found and self.found.immutable else ASK_FIRST)
            self.send_header("Content-Security-Policy", self._policy())
            self.send_header("X-Content-Type-Options", "nosniff")
        if settings.gzip:
            self.send_header("Vary", "Accept-Encoding")
        if self._has_body():  # nothing reads it, so it would be taken for the next request
            self.send_header("Connection", "close")
        super().end_headers()

    def _policy(self) -> str:
        """Return the policy for what is sent: a page's is long, with the hashes of the scripts inside."""
        is_page = self.found is None or self.found.path.suffix == ".html"
        return policy.SENT if is_page else policy.SENT_ELSE

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with only the error's name, and close the connection unless a file just isn't found."""
        self.found = self.packed = None
        unknown = (
            code == HTTPStatus.NOT_IMPLEMENTED
        )  # so says the base class of every method but GET and HEAD
        status = HTTPStatus.METHOD_NOT_ALLOWED if unknown else HTTPStatus(code)
        text = f"{status.value} {status.phrase}\n".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        if unknown:
            self.send_header("Allow", "GET, HEAD")
        if status != HTTPStatus.NOT_FOUND:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    def version_string(self) -> str:
        """Return '': don't reveal version numbers."""
        return "Downhill"

    def log_message(self, format: str, *values: object) -> None:
        """Log nothing: the terminal belongs to the person."""

    def _has_body(self) -> bool:
        headers = getattr(self, "headers", None) or {}  # a request that wasn't HTTP has none
        return headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in headers

    def _packed(self) -> bytes | None:
        path = self.found.path if self.found else None
        if not self.server.settings.gzip or not path or path.suffix not in COMPRESSIBLE or not path.is_file():
            return None
        wanted = accepts_gzip(self.headers.get("Accept-Encoding"))
        return compressed(path, path.stat().st_mtime_ns) if wanted else None


@lru_cache(maxsize=256)
def compressed(path: Path, changed: int) -> bytes:
    """Return the file's bytes, gzipped; `changed` is its time of change, so that the cache notices."""
    return gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)


def accepts_gzip(header: str | None) -> bool:
    """Return whether an Accept-Encoding header allows gzip."""
    for entry in (header or "").lower().split(","):
        name, _, parameters = entry.partition(";")
        if name.strip() in ("gzip", "*"):
            return parameters.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
