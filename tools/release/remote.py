"""Fetches a build from a host, file by file, as a browser would, and compares it with its manifest."""

import gzip
import hashlib
import http.client
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator, Mapping
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
# Browsers refuse these under any other type; the first one is what to recommend.
NEEDED = {
    ".css": ("text/css",),
    ".html": ("text/html",),
    ".js": SCRIPT,
    ".svg": ("image/svg+xml",),
}
TEXT = (".css", ".html", ".js", ".json", ".md", ".py", ".svg", ".txt", ".wasm", ".webmanifest")
"""Endings of files that gzip makes much smaller."""


class Reply(NamedTuple):
    """What a host sent for a file: its bytes, unpacked, and their media type; or why there are none.

    `headers` are by their lowercase names. `moved` is the address it came from, if it was redirected.
    """

    data: bytes
    kind: str
    failure: str = ""
    headers: Mapping[str, str] = {}
    moved: str = ""


class Answer(NamedTuple):
    """What we know about a file: its name, what is wrong with it, and the reply without the bytes.

    `spare` are the bytes that gzip would have saved.
    """

    name: str
    fault: str
    reply: Reply
    spare: int

    @property
    def suffix(self) -> str:
        """How the file's name ends."""
        return PurePosixPath(self.name).suffix


def manifest_at(address: str) -> tuple[str, Manifest]:
    """Fetch the manifest of the build at an address; also return the folder's address, after any redirect.

    Raises `Problem` if there is no manifest.
    """
    url = home(address) + manifest.NAME
    reply = fetch(url)
    if reply.failure:
        raise Problem(f"{url} can't be fetched: {reply.failure}.")
    known = manifest.parse(reply.data)
    if known is None:
        name = "sign-in page: " if reply.kind == "text/html" else ""
        raise Problem(f"{name}{url} is not a Downhill manifest but another page.")
    return home((reply.moved or url).partition("?")[0].removesuffix(manifest.NAME)), known


def home(address: str) -> str:
    """Return the address of a build's folder, whether the page itself or the folder was named."""
    plain = address.partition("#")[0].partition("?")[0].removesuffix("index.html")
    return plain if plain.endswith("/") else plain + "/"


def answers(address: str, known: Manifest, say: Say) -> list[Answer]:
    """Fetch all files of a build from the address of its folder."""
    say(f"Fetching {len(known.files)} files from {address}")
    names, found = sorted(known.files), []
    bar = Bar("files", len(names), unit="")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for name, reply in zip(names, pool.map(fetch, (address + quote(n) for n in names)), strict=True):
            found.append(_answer(name, reply, known.files[name]))
            bar.show(len(found))
    bar.close()
    return found


def faults(found: list[Answer]) -> Iterator[str]:
    """Yield a sentence for every type that browsers refuse, and for every file that is missing or changed."""
    yield from _wrong_kinds(found)
    yield from (one.fault for one in found if one.fault)


def _wrong_kinds(found: list[Answer]) -> Iterator[str]:
    kinds: dict[tuple[str, str], list[str]] = {}
    for one in found:
        if not one.fault and one.reply.kind not in NEEDED.get(one.suffix, (one.reply.kind,)):
            kinds.setdefault((one.suffix, one.reply.kind), []).append(one.name)
    for (suffix, kind), names in kinds.items():
        count = f"{len(names)} files" if len(names) > 1 else "one file"
        yield (
            f"{names[0]} is sent as {kind or 'no type at all'}, which browsers refuse: have the host send "
            f"{suffix} as {NEEDED[suffix][0]} ({count})."
        )


def fetch(url: str) -> Reply:
    """Fetch an address, compressed if the host does that, and unpack what arrives."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip", "Cache-Control": "no-cache"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            headers = {name.lower(): ", ".join(answer.headers.get_all(name)) for name in answer.headers}
            data, packed = answer.read(), headers.get("content-encoding", "").strip().lower()
            kind = headers.get("content-type", "").partition(";")[0].strip().lower()
            moved = answer.url if answer.url != url else ""
        return Reply(gzip.decompress(data) if packed == "gzip" else data, kind, "", headers, moved)
    except urllib.error.HTTPError as error:
        return Reply(b"", "", f"the host answers {error.code}")
    except http.client.IncompleteRead:
        return Reply(b"", "", "the download ended too early")
    except (EOFError, gzip.BadGzipFile, zlib.error):
        return Reply(b"", "", "the host says it is gzip, but it isn't")
    except TimeoutError:
        return Reply(b"", "", "nothing comes")
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Reply(b"", "", str(getattr(error, "reason", error)) or type(error).__name__)


def _answer(name: str, reply: Reply, entry: Entry) -> Answer:
    fault = _fault(name, reply, entry)
    plain = PurePosixPath(name).suffix in TEXT and "content-encoding" not in reply.headers
    spare = len(reply.data) - len(gzip.compress(reply.data)) if plain else 0
    return Answer(name, fault, reply._replace(data=b""), max(spare, 0))


def _fault(name: str, reply: Reply, entry: Entry) -> str:
    if reply.failure:
        missing = reply.failure.endswith(("404", "410"))
        return f"{name} is missing." if missing else f"{name} can't be fetched: {reply.failure}."
    if len(reply.data) != entry.size:
        return f"{name} has changed: it has {len(reply.data)} bytes instead of {entry.size}."
    if hashlib.sha256(reply.data).hexdigest() != entry.sha256:
        return f"{name} has changed: its bytes are not what was built."
    return ""
