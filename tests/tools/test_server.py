import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
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


def test_it_listens_on_this_machine_alone(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        assert server.server_address[0] == "127.0.0.1"
        assert server.address == f"http://127.0.0.1:{server.server_port}/"


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
