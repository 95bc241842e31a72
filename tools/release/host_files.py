"""Kinds of host that show in what comes for files: each function returns a sentence, or nothing."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from tools.release import remote
from tools.release.remote import CUT, NO_GZIP, SILENT, Answer

KEPT_BY_NONE = "The page may play, but no device keeps it for days without a network"
UNKNOWN = (".wasm", ".bin", ".py", ".webmanifest", ".woff2")


def wrong_type_of_scripts(found: list[Answer]) -> str:
    """Browsers run no script under another type."""
    pages = _pages_instead(found)
    return " ".join(remote.wrong_kinds([one for one in found if one.suffix == ".js" and one not in pages]))


def known_types_only(found: list[Answer]) -> str:
    """Some servers have no file whose type they were not told."""
    gone = {
        ending: wrong
        for ending in UNKNOWN
        if (wrong := [one for one in found if one.suffix == ending])
        and all(one.fault.endswith("is missing.") for one in wrong)
    }
    if not gone:
        return ""
    files = [one for wrong in gone.values() for one in wrong]
    return (
        f"Python can't start, for the host has no {', '.join(gone)} ({_some(files)}): "
        "tell it their types, which README.txt lists."
    )


def gzip_in_name_only(found: list[Answer]) -> str:
    """What is called compressed and is not can't be read."""
    wrong = [one for one in found if one.reply.failure == NO_GZIP]
    return _told(
        wrong,
        "Python can't start, for browsers can't unpack {}: "
        "send no Content-Encoding with what is not compressed.",
    )


def sign_in(found: list[Answer]) -> str:
    """A page for people, in the place of files."""
    wrong = [one for one in _pages_instead(found) if not one.reply.moved]
    return _told(
        wrong,
        "Python can't start, for a web page comes in the place of {}, as where a network wants "
        "a sign-in or a filter blocks: let this host through, with all its types of files.",
    )


def sign_in_by_redirect(found: list[Answer]) -> str:
    """Such a page at another address, to which files are redirected."""
    wrong = [one for one in _pages_instead(found) if one.reply.moved]
    if not wrong:
        return ""
    return (
        f"Python can't start, for a redirect to a web page, {_place(wrong[0].reply.moved)}, comes in the "
        f"place of {_some(wrong)}, as where a network wants a sign-in: let this host through, with all its "
        "types of files."
    )


def script_in_pages(found: list[Answer]) -> str:
    """Most pages have changed, and each is one of its own."""
    changed = _written_into([one for one in found if one.suffix == ".html"])
    return _told(
        changed,
        f"{KEPT_BY_NONE}: other bytes than were built came for {{}}. "
        "Have the proxy or filter that writes into pages leave this host alone.",
    )


def scripts_rewritten(found: list[Answer]) -> str:
    """Most scripts have changed, and each is one of its own."""
    changed = _written_into([one for one in found if one.suffix == ".js"])
    return _told(
        changed,
        f"{KEPT_BY_NONE}: other bytes than were built came for {{}}. "
        "Switch off what shortens or rewrites scripts.",
    )


def redirects(found: list[Answer]) -> str:
    """Files that come from other addresses than they were asked for at."""
    moved = [one for one in found if one.reply.moved and not one.fault]
    if not moved:
        return ""
    return (
        f"{KEPT_BY_NONE}: a redirect to {moved[0].reply.moved} comes before {_some(moved)}. "
        "Answer at the address that was asked for."
    )


def resets(found: list[Answer]) -> str:
    """Lines that broke."""
    cut = [one for one in found if one.reply.failure == CUT]
    return _told(
        cut,
        "The line broke in the middle of {}: the page asks again, but not for ever; "
        "look for a limit of time or size at the host or a proxy.",
    )


def silence(found: list[Answer]) -> str:
    """Requests without an answer."""
    silent = [one for one in found if one.reply.failure == SILENT]
    return _told(
        silent,
        "The host takes a request for {} and sends nothing, which the page tells its readers.",
    )


def some_files_fail(found: list[Answer]) -> str:
    """Errors of the host that may be gone the next time."""
    failed = [one for one in found if one.reply.failure.startswith("the host answers 5")]
    if not failed:
        return ""
    return (
        f"The host fails at {_some(failed)}, of {len(found)}: readers may have to try again; "
        "see what the host writes down of it."
    )


def _pages_instead(found: list[Answer]) -> list[Answer]:
    return [one for one in found if one.fault and one.reply.kind == "text/html" and one.suffix != ".html"]


def _written_into(files: list[Answer]) -> list[Answer]:
    """What has changed of these, if that is most of them, and no one page came for several."""
    changed = [
        one for one in files if one.fault and not one.reply.failure and one not in _pages_instead(files)
    ]
    differ = len({one.sha256 for one in changed}) == len(changed)
    return changed if differ and len(changed) > max(1, len(files) / 2) else []


def _told(files: list[Answer], sentence: str) -> str:
    """The sentence with these files in the place of {}, or nothing where there are none."""
    return sentence.format(_some(files)) if files else ""


def _some(files: Iterable[Answer]) -> str:
    first, *others = [one.name for one in files]
    more = f" and {len(others)} more files" if len(others) > 1 else " and one more file"
    return first + (more if others else "")


def _place(address: str) -> str:
    return urlsplit(address)._replace(query="", fragment="").geturl()
