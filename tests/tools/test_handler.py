import gzip
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from tools.common import policy
from tools.server.server import AT_THE_ROOT, Settings, serving

CSS = "/app-0123abcd/style.css"


class Reply(NamedTuple):
    status: int
    headers: Message
    body: bytes


Ask = Callable[..., Reply]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "app-0123abcd").mkdir()
    (tmp_path / "index.html").write_text("<p>hello")
    (tmp_path / "app-0123abcd" / "style.css").write_text("p { color: red }" * 20)
    (tmp_path / "app-0123abcd" / "a.png").write_bytes(b"png" * 50)
    return tmp_path


@pytest.fixture
def ask(site: Path) -> Iterator[Ask]:
    """Ask a server of the site, one for each of its settings, always on the same connection."""
    with ExitStack() as stack:
        lines: dict[Settings, HTTPConnection] = {}

        def asking(target: str, settings: Settings = AT_THE_ROOT, /, **headers: str) -> Reply:
            if settings not in lines:
                address = stack.enter_context(serving(site, settings=settings))
                lines[settings] = HTTPConnection(urlsplit(address).netloc, timeout=10)
                stack.callback(lines[settings].close)
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            lines[settings].request("GET", target, headers=named)  # it asks for "identity" by itself
            reply = lines[settings].getresponse()
            return Reply(reply.status, reply.headers, reply.read())

        yield asking


def test_a_file_is_sent_whole_with_its_type_and_the_policy(ask: Ask) -> None:
    reply = ask("/")
    assert (reply.status, reply.body) == (200, b"<p>hello")
    assert reply.headers["Content-Length"] == "8"
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    assert reply.headers["Content-Security-Policy"] == policy.SENT
    assert reply.headers["X-Content-Type-Options"] == "nosniff"


def test_a_hashed_name_is_kept_for_ever_and_the_page_is_asked_for_again(ask: Ask) -> None:
    assert ask(CSS).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert ask("/").headers["Cache-Control"] == "no-cache"
    assert ask("/app-0123abcd/gone.css").headers["Cache-Control"] == "no-cache"
    assert ask("/app-0123abcd").headers["Cache-Control"] == "no-cache"


def test_what_the_browser_has_is_not_sent_again(ask: Ask) -> None:
    for settings in (AT_THE_ROOT, Settings(gzip=True), Settings(plain=True)):
        first = ask(CSS, settings, accept_encoding="gzip")
        reply = ask(CSS, settings, accept_encoding="gzip", if_modified_since=first.headers["Last-Modified"])
        assert (reply.status, reply.body) == (304, b"")
        assert reply.headers["Cache-Control"] == first.headers["Cache-Control"]
        assert "Content-Length" not in reply.headers


def test_text_is_compressed_for_who_takes_it_where_that_is_wanted(ask: Ask, site: Path) -> None:
    text = (site / CSS[1:]).read_bytes()
    reply = ask(CSS, Settings(gzip=True), accept_encoding="gzip")
    assert reply.headers["Content-Encoding"] == "gzip"
    assert reply.headers["Content-Length"] == str(len(reply.body))
    assert gzip.decompress(reply.body) == text
    assert reply.headers["Vary"] == "Accept-Encoding"
    for plain in (ask(CSS, Settings(gzip=True)), ask(CSS, accept_encoding="gzip")):
        assert (plain.body, plain.headers["Content-Encoding"]) == (text, None)


def test_a_picture_is_not_compressed_nor_what_is_said_of_a_missing_file(ask: Ask) -> None:
    for target, body in (("/app-0123abcd/a.png", b"png" * 50), ("/gone.css", b"404 Not Found\n")):
        reply = ask(target, Settings(gzip=True), accept_encoding="gzip")
        assert (reply.body, reply.headers["Content-Encoding"]) == (body, None)


def test_a_plain_server_knows_no_special_headers(ask: Ask) -> None:
    headers = ask(CSS, Settings(plain=True)).headers
    assert {name.lower() for name in headers} == {
        *("server", "date"),
        *("content-type", "content-length", "last-modified"),
    }


def test_a_folder_moves_to_its_slash_and_a_missing_file_is_said_to_be(ask: Ask) -> None:
    moved = ask("/app-0123abcd?x=1")
    assert (moved.status, moved.headers["Location"]) == (301, "/app-0123abcd/?x=1")
    moved = ask("/a/b", Settings(prefix="/a/b/"))
    assert (moved.status, moved.headers["Location"]) == (301, "/a/b/")
    assert ask("/gone")[::2] == (404, b"404 Not Found\n")


def test_a_folder_is_never_listed(ask: Ask) -> None:
    assert ask("/app-0123abcd/").status == 404


def test_no_header_of_the_request_gets_into_the_answer(ask: Ask, site: Path) -> None:
    (site / "a\r\nb").mkdir()
    moved = ask("/a%0d%0ab?x%0d%0ay:%20z")
    assert moved.status == 301
    assert not any("\r" in value or "\n" in value for value in moved.headers.values())
    assert "y" not in moved.headers
