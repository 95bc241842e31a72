"""Kinds of host that show in what is said beside files: each function returns a sentence, or nothing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from tools.release import host_policy
from tools.release.remote import Answer

MUCH = 100_000  # bytes on the line that are worth a word
DAY, MONTH = 86_400, 2_592_000  # seconds
OFF = timedelta(days=1)
FOREVER = "send “Cache-Control: public, max-age=31536000, immutable” with folders whose name ends in a hash"
ASK_FIRST = "send “Cache-Control: no-cache” with what is at the top"


def strict_policy(found: list[Answer]) -> str:
    """A Content-Security-Policy under which Python can't start."""
    pages = [one for one in _good(found) if one.suffix == ".html"]
    sent = {one.reply.headers.get("content-security-policy", "") for one in pages}
    lacking = sorted({one for header in sent for one in host_policy.lacking(header)})
    if not lacking:
        return ""
    return (
        "Python can't start, or parts of the page don't show, for the host's Content-Security-Policy lacks "
        f"{', '.join(lacking)}: README.txt lists what it has to allow; none at all is fine, too."
    )


def plain(found: list[Answer]) -> str:
    """Text that comes as it is."""
    spare = sum(
        one.spare for one in _good(found) if not one.name.startswith("single-")
    )  # no visit fetches these
    if spare < MUCH:
        return ""
    return (
        f"Text comes uncompressed: with gzip all languages together would be {spare / 1e6:.1f} MB less; "
        "compress .js, .css, .html, .svg, .py and .wasm."
    )


def gzip_for_all(found: list[Answer]) -> str:
    """What is compressed already, compressed once more."""
    twice = [
        one for one in _good(found) if one.suffix == ".bin" and one.reply.headers.get("content-encoding")
    ]
    if not twice:
        return ""
    return "It compresses .bin, which is compressed already: this is harmless, and work for nothing."


def no_store(found: list[Answer]) -> str:
    """Nothing may be kept between visits."""
    if not _any(_lasting(found), lambda says: "no-store" in says):
        return ""
    return f"Browsers fetch everything at each visit until the page is kept on the device: {FOREVER}."


def no_cache(found: list[Answer]) -> str:
    """What never changes is asked for anew."""
    if not _any(_lasting(found), lambda says: "no-cache" in says or _age(says) == 0):
        return ""
    return f"Browsers ask at each visit whether files have changed that never do: {FOREVER}."


def max_age(found: list[Answer]) -> str:
    """What never changes is kept for a short time."""
    ages = [age for one in _lasting(found) if 0 < (age := _age(_caching(one))) < MONTH]
    if not ages:
        return ""
    return f"Browsers ask again for files that never change after {_time(min(ages))}: {FOREVER}."


def all_for_ever(found: list[Answer]) -> str:
    """What changes with a version is kept for long."""
    ages = [age for one in _good(found) if "/" not in one.name and (age := _age(_caching(one))) > DAY]
    if not ages:
        return ""
    late = _time(max(ages))
    return f"Where the page is not kept on the device, a newer version may come {late} late: {ASK_FIRST}."


def vary(found: list[Answer]) -> str:
    """Files that are said to differ from request to request."""
    if not any("*" in one.reply.headers.get("vary", "") for one in _good(found)):
        return ""
    return (
        "Browsers fetch everything at each visit until the page is kept on the device, and Firefox does not "
        "keep it for days without a network: leave * out of the header Vary."
    )


def wrong_type_of_wasm(found: list[Answer]) -> str:
    """WebAssembly under another type."""
    if not (kinds := _kinds(found, ".wasm") - {"application/wasm"}):
        return ""
    return (
        f"The page plays with .wasm as {', '.join(sorted(kinds)) or 'no type'}; "
        "under application/wasm browsers keep what they make of it."
    )


def wrong_type_of_bin(found: list[Answer]) -> str:
    """Bytes under a type of text, which some proxies change."""
    if not (kinds := {kind for kind in _kinds(found, ".bin") if kind.startswith("text/")}):
        return ""
    return (
        f"The page plays with .bin as {', '.join(sorted(kinds))}, as long as no proxy takes it for text: "
        "send application/octet-stream."
    )


def without_https(home: str) -> str:
    """An address under which browsers let no page be kept: only those of this machine need no https."""
    address = urlsplit(home)
    name = address.hostname or ""
    if address.scheme != "http" or name in ("localhost", "::1") or name.startswith("127."):
        return ""
    return "The page plays, but only over https do browsers keep it for days without a network: serve it so."


def clock(found: list[Answer], now: datetime) -> str:
    """A clock that is more than a day ahead or behind; the sentence begins with either word."""
    for one in _good(found):
        try:
            says = parsedate_to_datetime(one.reply.headers.get("date", ""))
        except ValueError:
            continue
        off = says.replace(tzinfo=UTC) - now
        if abs(off) > OFF:
            which = "ahead of" if off > OFF else "behind"
            late = (
                "they may keep old files for long" if off > OFF else "they keep no file without asking again"
            )
            return (
                f"{which} this machine: the host's clock says {says:%d %B %Y}, and browsers go by it: "
                f"where nothing is said of caching, {late}; set that clock."
            )
    return ""


def _good(found: list[Answer]) -> list[Answer]:
    return [one for one in found if not one.reply.failure]


def _lasting(found: list[Answer]) -> list[Answer]:
    return [one for one in _good(found) if re.match(r"[^/]+-[0-9a-f]{8,}/", one.name)]


def _caching(one: Answer) -> str:
    return one.reply.headers.get("cache-control", "").lower()


def _any(files: list[Answer], holds: Callable[[str], bool]) -> bool:
    return any(holds(_caching(one)) for one in files)


def _age(says: str) -> int:
    """For how many seconds a file is kept without asking, as Cache-Control says; -1 where it does not."""
    found = re.search(r"max-age=\"?(\d+)", says)
    return int(found[1]) if found else -1


def _time(seconds: int) -> str:
    for unit, length in (("days", DAY), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds // length} {unit}"
    return f"{seconds} seconds"


def _kinds(found: list[Answer], suffix: str) -> set[str]:
    return {one.reply.kind for one in found if one.suffix == suffix and not one.fault}
