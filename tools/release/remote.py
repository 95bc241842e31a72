"""A build as a host hands it out: fetched file by file, as a browser would, compared with its manifest."""

import gzip
import hashlib
import http.client
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from tools.common.console import Bar, Problem, Say
from tools.release import manifest
from tools.release.manifest import Entry, Manifest

TIMEOUT = 30  # seconds without a byte
AT_ONCE = 6  # as many connections as a browser has to one host
SCRIPT = ("text/javascript", "application/javascript", "application/x-javascript")
# Browsers refuse these under any other type; the first one is the one to advise.
NEEDED = {
    ".css": ("text/css",),
    ".html": ("text/html",),
    ".js": SCRIPT,
    ".svg": ("image/svg+xml",),
}


class Reply(NamedTuple):
    """What a host sent for a file: its bytes, unpacked, and their media type; or why there are none."""

    data: bytes
    kind: str
    failure: str = ""


def manifest_at(address: str) -> Manifest:
    """Fetch the manifest of the build at an address. Raises Problem where there is none."""
    url = home(address) + manifest.NAME
    reply = fetch(url)
    if reply.failure:
        raise Problem(f"{url} can't be fetched: {reply.failure}.")
    known = manifest.parse(reply.data)
    if known is None:
        raise Problem(f"{url} is no manifest of Downhill: another page is in its place.")
    return known


def home(address: str) -> str:
    """Return the address of a build's folder, whether the page itself or the folder was named."""
    plain = address.partition("#")[0].partition("?")[0].removesuffix("index.html")
    return plain if plain.endswith("/") else plain + "/"


def faults(address: str, known: Manifest, say: Say) -> Iterator[str]:
    """Yield a sentence for every file that is missing or changed, and for every wrong media type."""
    say(f"Fetching {len(known.files)} files from {address}")
    kinds: dict[tuple[str, str], list[str]] = {}
    names = sorted(known.files)
    bar = Bar("files", len(names), unit="")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        replies = pool.map(fetch, (home(address) + quote(name) for name in names))
        for number, (name, reply) in enumerate(zip(names, replies, strict=True), start=1):
            bar.show(number)
            if fault := _fault(name, reply, known.files[name]):
                yield fault
            suffix = PurePosixPath(name).suffix
            if not reply.failure and reply.kind not in NEEDED.get(suffix, (reply.kind,)):
                kinds.setdefault((suffix, reply.kind), []).append(name)
    bar.close()
    for (suffix, kind), wrong in kinds.items():
        yield _wrong_kind(suffix, kind, wrong)


def fetch(url: str) -> Reply:
    """Fetch an address, compressed where the host likes to, and unpack what comes."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip", "Cache-Control": "no-cache"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            data, packed = answer.read(), answer.headers.get("Content-Encoding", "").strip().lower()
            kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Reply(gzip.decompress(data) if packed == "gzip" else data, kind)
    except urllib.error.HTTPError as error:
        return Reply(b"", "", f"the host answers {error.code}")
    except http.client.IncompleteRead:
        return Reply(b"", "", "it ended too early")
    except (EOFError, gzip.BadGzipFile, zlib.error):
        return Reply(b"", "", "the host says that it is gzip, and it is not")
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Reply(b"", "", str(getattr(error, "reason", error)) or type(error).__name__)


def _fault(name: str, reply: Reply, entry: Entry) -> str:
    if reply.failure:
        missing = reply.failure.endswith(("404", "410"))
        return f"{name} is missing." if missing else f"{name} can't be fetched: {reply.failure}."
    if len(reply.data) != entry.size:
        return f"{name} has changed: it has {len(reply.data)} bytes and was built with {entry.size}."
    if hashlib.sha256(reply.data).hexdigest() != entry.sha256:
        return f"{name} has changed: its bytes are not those that were built."
    return ""


def _wrong_kind(suffix: str, kind: str, names: list[str]) -> str:
    count = f"{len(names)} files" if len(names) > 1 else "one file"
    return (
        f"{names[0]} is sent as {kind or 'no type at all'}, which browsers refuse: let the host send "
        f"{suffix} as {NEEDED[suffix][0]} ({count})."
    )
