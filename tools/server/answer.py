"""What the server answers to one request, worked out from its words before any byte is sent."""

from collections.abc import Mapping
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from tools.common import policy
from tools.server import content, ranges
from tools.server.resolve import Found, Moved, resolve

FOREVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"


class Settings(NamedTuple):
    """How a folder is served.

    `prefix` is the sub-path it lies at, with both slashes. `gzip` compresses what is worth it, on the fly. A
    `plain` server knows no special headers: no policy, no rules for caches.
    """

    prefix: str = "/"
    gzip: bool = False
    plain: bool = False


AT_THE_ROOT = Settings()


class Body(NamedTuple):
    """Bytes to send: those of a file, or those given, and which part of them."""

    source: Path | bytes
    part: ranges.Part


class Answer(NamedTuple):
    """A status, headers, and the bytes that follow, if any do."""

    status: HTTPStatus
    headers: dict[str, str]
    body: Body | None


class Form(NamedTuple):
    """One form in which a file can be sent: as it is or compressed, with its own size and ETag."""

    source: Path | bytes
    size: int
    tag: str
    encoding: dict[str, str]


def answer(folder: Path, settings: Settings, target: str, headers: Mapping[str, str]) -> Answer:
    """Answer a GET for `target` (the request's path with its query); a HEAD is the same without the body.

    `headers` are the request's, their names in lower case.
    """
    found = resolve(folder, target, settings.prefix)
    if found is None:
        return sentence(HTTPStatus.NOT_FOUND, settings)
    if isinstance(found, Moved):
        location = quote(found.location, safe="/%?&=;+,~!$'()*@")
        return sentence(HTTPStatus.MOVED_PERMANENTLY, settings, {"Location": location})
    return _file(found, settings, headers)


def sentence(status: HTTPStatus, settings: Settings, more: Mapping[str, str] | None = None) -> Answer:
    """Answer with a status and its name."""
    text = f"{status.value} {status.phrase}\n".encode()
    headers = {"Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(text)), **(more or {})}
    return Answer(status, headers | _rules(settings, ASK_FIRST), Body(text, ranges.Part(0, len(text))))


def _rules(settings: Settings, caching: str) -> dict[str, str]:
    if settings.plain:
        return {}
    return {
        "Cache-Control": caching,
        "Content-Security-Policy": policy.SENT,
        "X-Content-Type-Options": "nosniff",
    }


def _file(found: Found, settings: Settings, headers: Mapping[str, str]) -> Answer:
    version = content.version(found.path)
    form = _form(version, settings, headers)
    changed = formatdate(version.changed // 1_000_000_000, usegmt=True)
    common = {
        "Content-Type": content.kind(found.path),
        "Last-Modified": changed,
        "Accept-Ranges": "bytes",
        **({"Vary": "Accept-Encoding"} if content.compressible(found.path) else {}),
        **form.encoding,
        **({} if settings.plain else {"ETag": form.tag}),
        **_rules(settings, FOREVER if found.immutable else ASK_FIRST),
    }
    if _known(headers, form.tag, changed):
        return Answer(HTTPStatus.NOT_MODIFIED, common, None)
    try:
        part = None if _outdated(headers, form.tag, changed) else ranges.part(headers.get("range"), form.size)
    except ranges.Unsatisfiable:
        more = {"Content-Range": f"bytes */{form.size}"}
        return sentence(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, settings, more)
    return _sent(form, common, part)


def _sent(form: Form, common: dict[str, str], part: ranges.Part | None) -> Answer:
    if part is None:
        whole = ranges.Part(0, form.size)
        return Answer(HTTPStatus.OK, common | {"Content-Length": str(form.size)}, Body(form.source, whole))
    where = f"bytes {part.first}-{part.first + part.length - 1}/{form.size}"
    more = {"Content-Length": str(part.length), "Content-Range": where}
    return Answer(HTTPStatus.PARTIAL_CONTENT, common | more, Body(form.source, part))


def _form(version: content.Version, settings: Settings, headers: Mapping[str, str]) -> Form:
    tag = content.tag(version)
    wanted = "range" not in headers and content.accepts_gzip(headers.get("accept-encoding"))
    if wanted and content.compressible(version.path):
        sibling = version.path.with_name(version.path.name + ".gz")
        if sibling.is_file():
            return Form(sibling, sibling.stat().st_size, f'"{tag}-gzip"', {"Content-Encoding": "gzip"})
        if settings.gzip:
            data = content.compressed(version)
            return Form(data, len(data), f'"{tag}-gzip"', {"Content-Encoding": "gzip"})
    return Form(version.path, version.size, f'"{tag}"', {})


def _known(headers: Mapping[str, str], tag: str, changed: str) -> bool:
    """Tell whether the browser already has these bytes (RFC 9110, 13.1: a tag outranks a date)."""
    tags = headers.get("if-none-match")
    if tags is not None:
        names = [name.strip().removeprefix("W/") for name in tags.split(",")]
        return tag in names or "*" in names
    try:
        since = headers.get("if-modified-since")
        return since is not None and parsedate_to_datetime(since) >= parsedate_to_datetime(changed)
    except (TypeError, ValueError):  # not a date, or one without its zone
        return False


def _outdated(headers: Mapping[str, str], tag: str, changed: str) -> bool:
    """Tell whether the part that is asked for belongs to bytes that are no longer these."""
    condition = headers.get("if-range")
    return condition is not None and condition not in (tag, changed)
