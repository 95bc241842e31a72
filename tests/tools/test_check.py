import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tools.common.console import Problem
from tools.release import check, manifest, publish, remote
from tools.server import handler
from tools.server.handler import Handler
from tools.server.server import Server, Settings, running, serving

FILES = {
    "index.html": "<!doctype html>",
    "app-0123456789ab/boot.js": "go();" * 99,
    "app-0123456789ab/a.wasm": "w",
}


def fill(out: Path) -> None:
    (out / "app-0123456789ab").mkdir()
    for name, text in FILES.items():
        (out / name).write_text(text)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    publish.publish(tmp_path / "site", "1", fill)
    return tmp_path / "site"


def spoil(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "app-0123456789ab" / "boot.js").write_text("go!")
    (site / "app-0123456789ab" / "a.wasm").write_text("x")


SPOILT = [
    "app-0123456789ab/a.wasm has changed: its bytes are not what was built.",
    "app-0123456789ab/boot.js has changed: it has 3 bytes instead of 495.",
    "index.html is missing.",
]


def said(target: str, here: manifest.Manifest | None = None) -> tuple[int, list[str]]:
    """What the check says of a target, without its progress."""
    lines: list[str] = []
    code = check.check(target, here, lines.append)
    return code, [line for line in lines if not line.startswith("Fetching")]


def test_a_build_as_it_was_written_passes(site: Path) -> None:
    assert said(str(site)) == (0, ["All 3 files are as they were built (0.0 MB)."])


def test_each_missing_changed_or_further_file_of_a_folder_has_its_sentence(site: Path) -> None:
    spoil(site)
    (site / "thesis.txt").touch()
    (site / ".DS_Store").touch()
    assert said(str(site)) == (1, [*SPOILT, "thesis.txt is not part of the build."])


@pytest.mark.parametrize("spare", range(3))
def test_of_many_files_that_differ_a_dozen_is_told_and_how_many_more_there_are(
    site: Path, spare: int
) -> None:
    for number in range(check.MOST + spare):
        (site / f"thesis-{number:02}.txt").touch()
    code, lines = said(str(site))
    told = check.MOST if spare > 1 else check.MOST + spare
    assert (code, lines[:told]) == (1, [f"thesis-{n:02}.txt is not part of the build." for n in range(told)])
    assert lines[told:] == (["2 more files differ."] if spare > 1 else [])


def test_a_folder_without_a_manifest_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"has no downhill\.json: it is not a Downhill build"):
        said(str(tmp_path))


def test_a_manifest_of_another_version_is_told(site: Path) -> None:
    (site / manifest.NAME).write_text('{"made by": "Downhill", "inputs": "1", "files": {"index.html": 15}}')
    with pytest.raises(Problem, match="lists no files: it was written by another version"):
        said(str(site))


@pytest.mark.parametrize("settings", [Settings(), Settings(prefix="/a/b/", gzip=True), Settings(plain=True)])
@pytest.mark.parametrize("rest", ["", "index.html", "index.html?start=packed#line&v=1"])
def test_a_host_that_hands_out_the_build_passes_compressed_or_not(
    site: Path, settings: Settings, rest: str
) -> None:
    with serving(site, settings=settings) as address:
        assert said(address + rest) == (0, ["All 3 files are as they were built (0.0 MB)."])


def test_each_missing_or_changed_file_of_a_host_has_its_sentence(site: Path) -> None:
    spoil(site)
    with serving(site, settings=Settings(gzip=True)) as address:
        assert said(address) == (1, SPOILT)


def test_whether_a_host_has_the_build_of_this_machine_is_told(site: Path, tmp_path: Path) -> None:
    same = manifest.read(site)
    (site / "index.html").write_text("new")
    publish.publish(tmp_path / "other", "2", publish.copy(site))
    other = manifest.read(tmp_path / "other")
    with serving(tmp_path / "other") as address:
        assert said(address, other)[1][0] == f"{address} lists the same build as the one on this machine."
        code, lines = said(address, same)
    assert lines[0] == f"{address} lists a different build from the one on this machine."
    assert code == 0


def test_a_wrong_type_of_scripts_is_told_with_the_right_one(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handler, "TYPES", {".html": "text/html; charset=utf-8", ".json": "application/json"})
    with serving(site) as address:
        code, lines = said(address)
    assert code == 1
    assert lines == [
        "app-0123456789ab/boot.js is sent as application/octet-stream, "
        "which browsers refuse: let the host send .js as text/javascript (one file).",
    ]


class Odd(Handler):
    """Announces gzip for a script and sends none; ends a module too early; fails at the page."""

    def do_GET(self) -> None:
        """Answer oddly, except for the manifest."""
        if self.path.endswith(".json"):
            return super().do_GET()
        if self.path.endswith(".html"):
            return self.send_error(500)
        self.send_response(200)
        self.send_header("Content-Length", "99")
        if self.path.endswith(".js"):
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(b"-" * (99 if self.path.endswith(".js") else 9))
        self.close_connection = True
        return None


@contextmanager
def odd(site: Path) -> Iterator[str]:
    with running(Server(site, handler=Odd)) as address:
        yield address


def test_what_a_host_can_not_send_is_told_with_the_reason(site: Path) -> None:
    with odd(site) as address:
        code, lines = said(address)
    assert code == 1
    assert lines == [
        "app-0123456789ab/a.wasm can't be fetched: it ended too early.",
        "app-0123456789ab/boot.js can't be fetched: the host says that it is gzip, and it is not.",
        "index.html can't be fetched: the host answers 500.",
    ]


def test_an_address_that_can_not_be_reached_is_told_in_one_sentence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    with pytest.raises(Problem, match=r"downhill\.json can't be fetched: .*refused"):
        said(address)


def test_an_address_without_a_manifest_is_told(tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        with pytest.raises(Problem, match=r"downhill\.json can't be fetched: the host answers 404\."):
            said(address)
        (tmp_path / manifest.NAME).write_text("<!doctype html>")
        with pytest.raises(Problem, match="is no manifest of Downhill: another page is in its place"):
            said(address)


def test_the_home_of_a_page_is_found_from_any_of_its_addresses() -> None:
    for rest in ("", "/", "/index.html", "/?start=packed", "/#line&v=1", "/index.html?a#b"):
        assert remote.home("http://127.0.0.1/a" + rest) == "http://127.0.0.1/a/"
