import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.rights import read_only
from tools import cli
from tools.common import paths
from tools.common.console import Problem
from tools.options import parse
from tools.release import publish
from tools.server.server import Server
from tools.setup import runtime


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_port_that_is_taken_is_refused_by_number(taken: int, tmp_path: Path) -> None:
    with pytest.raises(Problem, match=f"port {taken} is taken: name another port with --port"):
        cli.bound("127.0.0.1", taken, tmp_path)


def test_without_a_port_the_next_free_one_is_taken(
    taken: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "FIRST_PORT", taken)
    server: Server = cli.bound("127.0.0.1", None, tmp_path)
    with server:
        assert taken < server.server_port < taken + cli.TRIED_PORTS


def test_the_command_refuses_a_taken_port_before_it_sets_anything_up(taken: int) -> None:
    run = subprocess.run(
        [sys.executable, str(paths.ROOT / "serve.py"), "--no-browser", "--port", str(taken)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr == f"downhill: port {taken} is taken: name another port with --port, or leave it out.\n"


def test_the_command_refuses_a_foreign_folder_before_it_sets_anything_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.txt").touch()
    assert cli.main(["build", "--out", str(tmp_path)]) == 1
    assert "is not a Downhill build" in capsys.readouterr().err


def test_the_command_checks_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish.publish(tmp_path, "1", lambda out: (out / "index.html").touch())
    assert cli.main(["check", str(tmp_path)]) == 0
    (tmp_path / "index.html").unlink()
    assert cli.main(["check", str(tmp_path)]) == 1
    assert cli.main(["check", str(tmp_path / "gone")]) == 1
    said = capsys.readouterr()
    assert said.out == "All 1 files are as they were built (0.0 MB).\nindex.html is missing.\n"
    assert "gone is not a folder: name one, or an address" in said.err


def test_a_page_that_is_up_to_date_is_only_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "build" / "site"
    monkeypatch.setattr(paths, "SITE", site)
    monkeypatch.setattr(cli, "SITE_LOCK", site.with_name("site.lock"))
    monkeypatch.setattr(runtime, "ensure", lambda cache, say, mirror: None)
    publish.publish(site, publish.inputs(paths.ROOT), lambda out: (out / "index.html").touch())
    options = parse(["build", "--out", str(tmp_path / "out"), "--zip", str(tmp_path / "out.zip")])
    with read_only(tmp_path / "build"):
        assert cli.built() == site
        assert cli._publish(site, options) == 0
    assert (tmp_path / "out" / "index.html").exists()
    assert (tmp_path / "out.zip").exists()


@pytest.mark.parametrize("words", [[], ["build", "--single", "page.html"]])
def test_a_language_that_there_is_no_page_in_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([*words, "--lang", "xx"]) == 1
    assert "there is no page in xx: name one of en, de" in capsys.readouterr().err


@pytest.mark.parametrize("room", ["web/public", "py", "tools/../tools/x"])
def test_nothing_is_built_into_the_sources(room: str, capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--out", "--zip"):
        assert cli.main(["build", option, str(paths.ROOT / room)]) == 1
        assert "is among the sources" in capsys.readouterr().err
