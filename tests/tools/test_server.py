import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from tools.server.server import Server, Settings, serving

BIG = bytes(range(256)) * 4096


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("site")
    (site / "index.html").write_text("<p>hello")
    (site / "big.wasm").write_bytes(BIG)
    with serving(site) as found:
        yield found


@pytest.fixture
def connection(address: str) -> Iterator[HTTPConnection]:
    found = HTTPConnection(urlsplit(address).netloc, timeout=10)
    yield found
    found.close()


def ask(connection: HTTPConnection, method: str, target: str, **more: Any) -> tuple[HTTPResponse, bytes]:
    connection.request(method, target, **more)
    reply = connection.getresponse()
    return reply, reply.read()


def raw(address: str, request: bytes) -> bytes:
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as line:
        line.sendall(request)
        line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(65536), b""))


def test_it_listens_on_this_machine_alone(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        assert server.server_address[0] == "127.0.0.1"
        assert server.address == f"http://127.0.0.1:{server.server_port}/"


def test_one_connection_serves_many_requests(connection: HTTPConnection) -> None:
    connection.connect()
    line = connection.sock
    for target, expected in (("/", b"<p>hello"), ("/gone", b"404 Not Found\n"), ("/big.wasm", BIG)):
        assert ask(connection, "GET", target)[1] == expected
        assert connection.sock is line


def test_head_tells_the_same_as_get_without_the_body(connection: HTTPConnection) -> None:
    for target in ("/", "/big.wasm", "/gone"):
        got, _ = ask(connection, "GET", target)
        told, body = ask(connection, "HEAD", target)
        assert (told.status, body) == (got.status, b"")
        assert told.headers["Content-Length"] == got.headers["Content-Length"]
        assert told.headers["Content-Type"] == got.headers["Content-Type"]


def test_a_request_for_a_part_is_answered_with_the_whole(connection: HTTPConnection) -> None:
    reply, body = ask(connection, "GET", "/big.wasm", headers={"Range": "bytes=0-1"})
    assert (reply.status, body) == (200, BIG)
    assert "Accept-Ranges" not in reply.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"])
def test_only_get_and_head_are_answered(connection: HTTPConnection, method: str) -> None:
    reply, _ = ask(connection, method, "/", body=b"" if method == "TRACE" else b"data")
    assert reply.status == 405
    assert reply.headers["Allow"] == "GET, HEAD"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"


def test_a_body_is_never_taken_for_the_next_request(address: str) -> None:
    hidden = b"GET /gone HTTP/1.1\r\nHost: x\r\n\r\n"
    head = b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(hidden)
    assert raw(address, head + hidden).count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    "request_", [b"\x16\x03\x01 nonsense\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9.9\r\n\r\n", b"\r\n"]
)
def test_what_is_no_http_ends_the_connection_and_not_the_server(address: str, request_: bytes) -> None:
    assert b"200 OK" not in raw(address, request_)
    with urlopen(address, timeout=10) as reply:
        assert reply.read() == b"<p>hello"


def test_a_raw_address_that_climbs_finds_nothing(address: str) -> None:
    for target in (
        b"/../secret",
        b"/..%2fsecret",
        b"//etc/passwd",
        b"/%2e%2e/%2e%2e/etc/passwd",
        b"/..\\secret",
    ):
        assert raw(address, b"GET " + target + b" HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 404 ")


def test_many_browsers_are_served_at_once(address: str) -> None:
    def fetched(number: int) -> bytes:
        with urlopen(address + "big.wasm", timeout=20) as reply:
            return bytes(reply.read())

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(fetched, range(24))) == {BIG}


def test_a_browser_that_hangs_up_is_no_news(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    parts = urlsplit(address)
    for _ in range(5):
        with socket.create_connection((parts.hostname, parts.port), timeout=10) as line:
            line.sendall(b"GET /big.wasm HTTP/1.1\r\nHost: x\r\n\r\n")
            line.recv(100)
    with urlopen(address, timeout=10) as reply:
        assert reply.status == 200
    assert capsys.readouterr().err == ""


def test_a_site_is_served_from_a_sub_path(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>hello")
    with serving(tmp_path, settings=Settings(prefix="/a/b/", plain=True)) as address:
        assert address.endswith("/a/b/")
        with urlopen(address, timeout=10) as reply:
            assert reply.read() == b"<p>hello"
            assert "Content-Security-Policy" not in reply.headers


def test_a_taken_port_is_an_error_at_once(tmp_path: Path) -> None:
    with Server(tmp_path) as server, pytest.raises(OSError, match="in use"):
        Server(tmp_path, port=server.server_port)
