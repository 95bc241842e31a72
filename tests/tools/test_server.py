"""The page's own server: what it sends with which headers, and that it sends nothing outside its folder."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.common import policy
from tools.server.handler import Found, resolve
from tools.server.server import AT_THE_ROOT, Server, Settings, serving

CSS = "/app-0123abcd/style.css"


class Reply(NamedTuple):
    status: int
    headers: Message
    body: bytes


Ask = Callable[..., Reply]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to serve, with something beside it that must never be served."""
    around = tmp_path_factory.mktemp("around")
    (around / "secret.txt").write_text("secret")
    (around / "site-secret").mkdir()
    (around / "site-secret" / "index.html").write_text("secret")
    site = around / "site"
    for folder in ("app-0123abcd", "empty", "a\r\nb"):
        (site / folder).mkdir(parents=True)
    (site / "index.html").write_text("index.html")
    (site / CSS[1:]).write_text("p { color: red }" * 20)
    (site / "outer").symlink_to(around)
    (site / "outer.txt").symlink_to(around / "secret.txt")
    (site / "loop").symlink_to(site / "loop")
    return site


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


LEADING_OUT = r"""
    index.html * //index.html /app-0123abcd//style.css /index.html/ /empty/ /gone /app-0123abcd/../index.html
    /./index.html /../site-secret/index.html /..%5csecret.txt /%2e%2e%2fsecret.txt /outer/secret.txt
    /outer.txt /loop/ /index.html%00 /%ff.txt /C:/index.html /index.html::$DATA http://127.0.0.1/index.html
"""


def test_what_is_not_in_the_folder_is_not_found(site: Path) -> None:
    found = [target for target in ("", "/" + "x" * 5000, *LEADING_OUT.split()) if resolve(site, target)]
    assert found == []
    assert resolve(site, CSS, "/school/downhill/") is None


PIECES = st.sampled_from(
    r"""
    .. . / \ %2e %2E%2e %2f %5c %00 %20 % %zz ? # ~ : ü
    outer outer.txt secret.txt loop app-0123abcd index.html site site-secret
    """.split()
)


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join))
def test_no_address_whatever_leads_out_of_the_folder(site: Path, address: str) -> None:
    found = resolve(site, "/" + address)
    if isinstance(found, Found):
        assert found.path.is_relative_to(site.resolve())
        assert found.path.is_dir() or found.path.read_text(errors="replace") != "secret"


def test_a_file_is_sent_whole_with_its_type_and_the_policy(ask: Ask) -> None:
    reply = ask("/")
    assert (reply.status, reply.body) == (200, b"index.html")
    assert reply.headers["Content-Length"] == "10"
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    assert reply.headers["Content-Security-Policy"] == policy.SENT
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    plain = {"server", "date", "content-type", "content-length", "last-modified"}
    assert {name.lower() for name in ask(CSS, Settings(plain=True)).headers} == plain


def test_a_hashed_name_is_kept_for_ever_and_what_the_browser_has_is_not_sent_again(ask: Ask) -> None:
    assert ask(CSS).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    for target in ("/", "/app-0123abcd/gone.css", "/app-0123abcd"):
        assert ask(target).headers["Cache-Control"] == "no-cache"
    for how in (AT_THE_ROOT, Settings(plain=True)):
        first = ask(CSS, how, accept_encoding="gzip")
        reply = ask(CSS, how, accept_encoding="gzip", if_modified_since=first.headers["Last-Modified"])
        assert (reply.status, reply.body) == (304, b"")
        assert reply.headers["Cache-Control"] == first.headers["Cache-Control"]


def test_a_folder_moves_to_its_slash_is_never_listed_and_repeats_no_header_of_the_request(ask: Ask) -> None:
    moved = ask("/app-0123abcd?x=1")
    assert (moved.status, moved.headers["Location"]) == (301, "/app-0123abcd/?x=1")
    moved = ask("/a/b", Settings(prefix="/a/b/"))
    assert (moved.status, moved.headers["Location"]) == (301, "/a/b/")
    assert ask("/gone")[::2] == (404, b"404 Not Found\n")
    assert ask("/app-0123abcd/").status == 404
    moved = ask("/a%0d%0ab?x%0d%0ay:%20z")
    assert moved.status == 301
    assert not any("\r" in value or "\n" in value for value in moved.headers.values())


def test_it_listens_on_this_machine_alone_and_a_taken_port_is_an_error_at_once(site: Path) -> None:
    with Server(site) as server:
        assert server.server_address[0] == "127.0.0.1"
        with pytest.raises(OSError, match="in use"):
            Server(site, port=server.server_port)
