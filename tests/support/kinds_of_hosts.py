"""Six kinds of hosts and networks by name: what each does, and what becomes of a visit there.

`docs/browsers.md` has this table, row by row. `serve.py check` finds them under the same names (`tools/release/host.py`).
"""

from enum import StrEnum
from typing import Any, NamedTuple

from tests.support.faults import Portal


class First(StrEnum):
    """What a reader meets at every visit; where Python starts, nothing is told."""

    LIVE = "live"
    MISSING = "names the file that could not be fetched"
    PAGE = "names the file in whose place a web page came"
    POLICY = "names the rule that keeps Python out"


class Kind(NamedTuple):
    """A kind of host: its name, what it does in words, what is set on a server, and what becomes of visits.

    Names of files that are set may be patterns. `kept` says whether the page opens without a network after a visit;
    `whole` whether the one file comes as it was built. `address` is the name of the machine in the address, where that
    is no loopback's.
    """

    name: str
    words: str
    does: dict[str, Any]
    first: First = First.LIVE
    kept: bool = False
    whole: bool = True
    address: str = ""

    @property
    def row(self) -> str:
        """The row of the table in the paper."""
        live = self.first is First.LIVE
        newer = "at the second visit" if self.kept else "with a reload" if live else "–"
        cells = (
            self.name,
            self.words,
            self.first,
            "live" if self.kept else "not kept",
            newer,
            "live" if self.whole else "can’t be fetched",
        )
        return f"| {' | '.join(cells)} |"


OPEN = "school.test"
"""A name of this machine that browsers don't take for it: what lies there over http is not secure."""
UNKNOWN = ("wasm", "bin", "py", "webmanifest", "woff2")
"""Endings that no old server knows."""
WRITTEN = b"<script>document.documentElement.dataset.watched = '';</script>"

KINDS = (
    Kind("plain", "says nothing but types and dates, compresses nothing", {}, kept=True),
    Kind("http", "is reached without https", {}, address=OPEN),
    Kind("rewritten", "a proxy writes a script into every page", {"put_in": WRITTEN}),
    Kind(
        "unknown types",
        "has no `.wasm`, `.bin`, `.py`, `.webmanifest`, `.woff2`, whose types it does not know",
        {"missing": tuple(f"**/*.{ending}" for ending in UNKNOWN)},
        First.MISSING,
    ),
    Kind(
        "sign-in page",
        "a network lets pages through, and answers all else with its sign-in page",
        {"portal": Portal(lambda name: "/" in name or name == "sw.js")},
        First.PAGE,
        whole=False,
    ),
    Kind(
        "strict policy",
        "says `Content-Security-Policy: default-src 'self'`",
        {"more": {"Content-Security-Policy": "default-src 'self'"}},
        First.POLICY,
    ),
)
