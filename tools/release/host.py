"""Recognizes the kinds of host in `docs/browsers.md` by their answers: a sentence for each."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from tools.release.remote import Answer

MUCH = 100_000  # bytes of download that are worth mentioning
NOT_KEPT = "The page may work, but devices can't keep it for use without a network"
UNKNOWN = (".wasm", ".bin", ".py", ".webmanifest", ".woff2")
"""Endings that an old server doesn't know."""
NEEDED = ("'self'", "'unsafe-inline'", "'unsafe-eval'", "blob:")
"""What a policy must allow scripts so that Python can start; README.txt lists the rest."""


class Finding(NamedTuple):
    """The name of a kind of host, and what that means.

    It is `wrong` if Python can't start, or if files arrive changed.
    """

    name: str
    sentence: str
    wrong: bool

    def __str__(self) -> str:
        return f"{self.name}: {self.sentence}"


def findings(home: str, found: list[Answer]) -> Iterator[Finding]:
    """Yield the kinds of host that the answers from a folder's address show."""
    kinds = {
        "unknown types": (_unknown_types(found), True),
        "sign-in page": (_sign_in_page(found), True),
        "rewritten": (_rewritten(found), True),
        "strict policy": (_strict_policy(found), True),
        "plain": (_plain(found), False),
        "http": (_without_https(home), False),
    }
    for name, (sentence, wrong) in kinds.items():
        if sentence:
            yield Finding(name, sentence, wrong)


def _unknown_types(found: list[Answer]) -> str:
    """Find endings without any file: some servers hide files whose type they don't know."""
    gone = {
        ending: files
        for ending in UNKNOWN
        if (files := [one for one in found if one.suffix == ending])
        and all(one.fault.endswith("is missing.") for one in files)
    }
    if not gone:
        return ""
    missing = _some(one for files in gone.values() for one in files)
    return (
        f"Python can't start, because the host has no {', '.join(gone)} ({missing}): "
        "add their types to its settings; README.txt lists them."
    )


def _sign_in_page(found: list[Answer]) -> str:
    """Find web pages that arrive instead of files, directly or by redirect."""
    wrong = _pages_instead(found)
    if not wrong:
        return ""
    moved = urlsplit(wrong[0].reply.moved)._replace(query="", fragment="").geturl()
    where = f", redirected to {moved}" if moved else ""
    return (
        f"Python can't start, because a web page arrives instead of {_some(wrong)}{where}. A network may "
        "require a sign-in, or a filter may block files: let this host through, with all its types of files."
    )


def _rewritten(found: list[Answer]) -> str:
    """Find changed pages or scripts: if most of them are changed, something on the way writes into them."""
    wrong = [one for suffix in (".html", ".js") for one in _written_into(found, suffix)]
    if not wrong:
        return ""
    return (
        f"{NOT_KEPT}: {_some(wrong)} arrived changed. "
        "Have the proxy or filter that writes into pages and scripts leave this host alone."
    )


def _strict_policy(found: list[Answer]) -> str:
    """Find a Content-Security-Policy under which Python can't start."""
    pages = [one for one in found if one.suffix == ".html" and not one.reply.failure]
    sent = {one.reply.headers.get("content-security-policy", "") for one in pages}
    about_scripts = [header for header in sent if "default-src" in header or "script-src" in header]
    lacking = [source for source in NEEDED if not all(source in header for header in about_scripts)]
    if not lacking:
        return ""
    return (
        f"Python can't start, because the host's Content-Security-Policy lacks {', '.join(lacking)}: "
        "README.txt lists what it must allow; no policy at all is fine too."
    )


def _plain(found: list[Answer]) -> str:
    """Find out whether text is sent uncompressed."""
    spare = sum(one.spare for one in found if not one.name.startswith("single-"))  # no visit fetches these
    if spare < MUCH:
        return ""
    return (
        f"Text is sent uncompressed: gzip would save {spare / 1e6:.1f} MB over all languages; "
        "compress .js, .css, .html, .svg, .py and .wasm."
    )


def _without_https(home: str) -> str:
    """Find an address without https: browsers keep no page from it, unless it is this machine's."""
    address = urlsplit(home)
    name = address.hostname or ""
    if address.scheme != "http" or name in ("localhost", "::1") or name.startswith("127."):
        return ""
    return "The page works, but browsers keep it for use without a network only over https: serve it so."


def _pages_instead(found: list[Answer]) -> list[Answer]:
    return [one for one in found if one.fault and one.reply.kind == "text/html" and one.suffix != ".html"]


def _written_into(found: list[Answer], suffix: str) -> list[Answer]:
    """The changed files with this ending, if they are most of them."""
    files = [one for one in found if one.suffix == suffix]
    instead = _pages_instead(files)
    changed = [one for one in files if one.fault and not one.reply.failure and one not in instead]
    return changed if len(changed) > max(1, len(files) / 2) else []


def _some(files: Iterable[Answer]) -> str:
    first, *others = [one.name for one in files]
    more = f" and {len(others)} more files" if len(others) > 1 else " and one more file"
    return first + (more if others else "")
