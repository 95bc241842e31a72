"""What a file is for a browser: its type, its version (ETag), and whether compressing it pays."""

import gzip
from functools import lru_cache
from pathlib import Path, PurePath
from typing import NamedTuple

from tools.common import hashes

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".py": "text/x-python; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".whl": "application/zip",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
COMPRESSIBLE = frozenset(".css .html .js .json .md .mjs .py .svg .txt .wasm .webmanifest .xml".split())


class Version(NamedTuple):
    """One state of a file: time of change in nanoseconds, and size in bytes."""

    path: Path
    changed: int
    size: int


def kind(path: PurePath) -> str:
    """Return a file's media type."""
    return TYPES.get(path.suffix.lower(), "application/octet-stream")


def compressible(path: Path) -> bool:
    """Tell whether compressing a file pays: text and wasm."""
    return path.suffix.lower() in COMPRESSIBLE


def version(path: Path) -> Version:
    """Return which state of the file lies there now."""
    state = path.stat()
    return Version(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4096)
def tag(state: Version) -> str:
    """Return the strong ETag: it follows from the bytes alone, so a rebuild without a change keeps it."""
    return hashes.sha256(state.path)[:32]


@lru_cache(maxsize=256)
def compressed(state: Version) -> bytes:
    """Return the file's bytes, gzipped, the same at every call."""
    return gzip.compress(state.path.read_bytes(), compresslevel=9, mtime=0)


def accepts_gzip(header: str | None) -> bool:
    """Tell whether an Accept-Encoding header takes gzip."""
    for entry in (header or "").lower().split(","):
        name, _, parameters = entry.partition(";")
        if name.strip() in ("gzip", "*"):
            return parameters.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
