"""Kinds of hosts and networks by name: what each does, and what becomes of a visit there.

`docs/browsers.md` has this table, row by row. `serve.py check` finds some of them, under the same names (`tools/release/host.py`).
"""

from enum import StrEnum
from typing import Any, NamedTuple
from zlib import crc32

from tests.support.faults import COMPRESSING, PLAIN
from tools.common import policy
from tools.server.server import Settings


class First(StrEnum):
    """What a reader meets at a first visit; at a later one, where nothing was kept, the same."""

    LIVE = "live"
    BROKEN = "live, goes on where the line broke"
    COUNTING = "live in the end; until then it counts what has come"
    ANEW = "live, if need be after a second try"
    MISSING = "names the file that could not be fetched"
    SPOILT = "names the file that came damaged"
    STALLED = "names the file whose download has stopped"
    PAGE = "names the file in whose place a web page came"
    POLICY = "names the rule that keeps Python out"
    ELSEWHERE = "the network’s own page"


class Later(StrEnum):
    """What a reader meets at a later visit."""

    LIVE = "live"
    SAME = "the same"


class Offline(StrEnum):
    """What a reader meets without a network after a visit."""

    LIVE = "live"
    NOTHING = "not kept"


class Newer(StrEnum):
    """When a newer version is there."""

    NEXT = "at the second visit"
    ONCE = "with a reload"
    AFTER = "after signing in"
    NONE = "–"


class OneFile(StrEnum):
    """What becomes of the one file when it is fetched here and opened from the disk."""

    LIVE = "live"
    NONE = "can’t be fetched"


class Kind(NamedTuple):
    """A kind of host: its name, what it does in words, what is set on a server, and what becomes of visits.

    `then` is set when a first visit is over. `device` is what the device's clock shows, a year. `query` is what a visit
    there asks of the page. `address` is the name of the machine in the address, where that is no loopback's.
    """

    name: str
    words: str
    does: dict[str, Any]
    settings: Settings = PLAIN
    first: First = First.LIVE
    later: Later = Later.LIVE
    offline: Offline = Offline.LIVE
    newer: Newer = Newer.NEXT
    one_file: OneFile = OneFile.LIVE
    then: dict[str, Any] = {}
    device: int = 0
    query: str = ""
    address: str = ""

    @property
    def row(self) -> str:
        """The row of the table in the paper."""
        cells = (self.name, self.words, self.first, self.later, self.offline, self.newer, self.one_file)
        return f"| {' | '.join(cells)} |"


LOST: dict[str, Any] = {"later": Later.SAME, "offline": Offline.NOTHING, "newer": Newer.NONE}
"""What is the same wherever Python can't start."""
OPEN = "school.test"
"""A name of this machine that browsers don't take for it: what lies there over http is not secure."""
UNKNOWN = ("wasm", "bin", "py", "webmanifest", "woff2")
"""Endings that no old server knows."""
ALL_BUT_PAGES = ("*/**/*", "sw.js", "sign-in.html")


def one_in_five(name: str) -> bool:
    """Whether a file is among those whose first request fails: by its own name, pages excepted."""
    return "/" in name and crc32(name.rpartition("/")[2].encode()) % 5 == 0


KINDS = (
    Kind("plain", "says nothing but types and dates, compresses nothing", {}),
    Kind(
        "http",
        "is reached without https",
        {},
        offline=Offline.NOTHING,
        newer=Newer.ONCE,
        address=OPEN,
    ),
    Kind("gzip", "compresses text and `.wasm`", {}, COMPRESSING),
    Kind("gzip for all", "compresses all files, those too that are compressed already", {"packs_all": True}),
    Kind(
        "gzip in name only",
        "says `Content-Encoding: gzip` of `.bin` and sends it as it is",
        {"claims": (".bin",)},
        first=First.SPOILT,
        **LOST,
    ),
    Kind(
        "wrong type of wasm",
        "sends `.wasm` as `application/octet-stream`",
        {"types": {".wasm": "application/octet-stream"}},
    ),
    Kind("wrong type of bin", "sends `.bin` as `text/plain`", {"types": {".bin": "text/plain"}}),
    Kind(
        "wrong type of scripts",
        "sends `.js` as `text/plain`",
        {"types": {".js": "text/plain"}},
        first=First.MISSING,
        **LOST,
    ),
    Kind(
        "known types only",
        "has no `.wasm`, `.bin`, `.py`, `.webmanifest`, `.woff2`, whose types it does not know",
        {"missing": tuple(f"**/*.{ending}" for ending in UNKNOWN)},
        first=First.MISSING,
        **LOST,
    ),
    Kind("no-store", "says `Cache-Control: no-store` of all files", {"more": {"Cache-Control": "no-store"}}),
    Kind("no-cache", "says `Cache-Control: no-cache` of all files", {"more": {"Cache-Control": "no-cache"}}),
    Kind(
        "max-age",
        "says `Cache-Control: max-age=600` of all files",
        {"more": {"Cache-Control": "max-age=600"}},
    ),
    Kind(
        "all for ever",
        "says `Cache-Control: max-age=31536000, immutable` of all files, pages too",
        {"more": {"Cache-Control": "public, max-age=31536000, immutable"}},
    ),
    Kind("vary by anything", "says `Vary: *` of all files", {"more": {"Vary": "*"}}),
    Kind(
        "script in pages",
        "a proxy writes a script into every page",
        {"put_in": b"<script>document.documentElement.dataset.watched = '';</script>"},
        offline=Offline.NOTHING,
        newer=Newer.ONCE,
    ),
    Kind(
        "scripts rewritten",
        "a proxy writes into every script",
        {"rewrites": (".js",)},
        offline=Offline.NOTHING,
        newer=Newer.ONCE,
    ),
    Kind(
        "redirects",
        "sends every request on once",
        {"redirects": True},
        offline=Offline.NOTHING,
        newer=Newer.ONCE,
    ),
    Kind(
        "resets",
        "the line breaks in the middle of Python’s core and of the snapshot",
        {"broken": ["start-*/core.bin", "start-*/core.bin", "start-*/heap.bin"]},
        first=First.BROKEN,
        query="&start=snapshot",
    ),
    Kind(
        "some files fail",
        "answers the first request for one file in five with status 500",
        {"fails_first": one_in_five},
        first=First.ANEW,
    ),
    Kind("drips", "sends `.bin` in drops of 4 kB a second", {"dripping": (".bin",)}, first=First.COUNTING),
    Kind(
        "silence",
        "never sends Python’s core",
        {"hanging": ("start-*/core.bin",)},
        first=First.STALLED,
        **LOST,
    ),
    Kind(
        "strict policy",
        "says `Content-Security-Policy: default-src 'self'`",
        {"more": {"Content-Security-Policy": "default-src 'self'"}},
        first=First.POLICY,
        **LOST,
    ),
    Kind(
        "advised policy",
        "sends the policy that `serve.py` sends, which `README.txt` tells",
        {"more": {"Content-Security-Policy": policy.SENT}},
    ),
    Kind(
        "sign-in page",
        "a network answers everything with its sign-in page",
        {"front": "login"},
        first=First.ELSEWHERE,
        one_file=OneFile.NONE,
        **LOST,
    ),
    Kind(
        "sign-in for files",
        "a network lets pages through, and answers all else with its sign-in page",
        {"front": "login", "fronted": ALL_BUT_PAGES},
        first=First.PAGE,
        one_file=OneFile.NONE,
        **LOST,
    ),
    Kind(
        "sign-in by redirect",
        "a network lets pages through, and redirects all else to its sign-in page (status 302)",
        {"front": "moved", "fronted": ALL_BUT_PAGES},
        first=First.PAGE,
        one_file=OneFile.NONE,
        **LOST,
    ),
    Kind(
        "sign-in later",
        "a network wants a sign-in after a first visit",
        {},
        then={"front": "login"},
        newer=Newer.AFTER,
    ),
    Kind("clock in 2099", "the host’s clock is wrong (`Date`)", {"year": 2099}),
    Kind("clock in 1970", "the host’s clock is wrong (`Date`)", {"year": 1970}),
    Kind("device in 2099", "the clock of the reader’s device is wrong", {}, device=2099),
    Kind("device in 1970", "the clock of the reader’s device is wrong", {}, device=1970),
)
