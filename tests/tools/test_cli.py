"""The command: what it refuses before it sets anything up, and its options."""

import re
import shlex
import socket
from pathlib import Path

import pytest

from tests.support.often import slow
from tests.support.rights import read_only
from tools import cli
from tools.common import paths
from tools.options import parse
from tools.release import publish
from tools.setup import runtime


def test_a_taken_port_is_refused_before_anything_is_set_up(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert cli.main(["--no-browser", "--port", str(port)]) == 1
    said = f"downhill: port {port} is taken: name another port with --port, or leave it out.\n"
    assert capsys.readouterr() == ("", said)


@slow
def test_a_page_that_is_up_to_date_is_only_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "build" / "site"
    monkeypatch.setattr(paths, "SITE", site)
    monkeypatch.setattr(cli, "SITE_LOCK", site.with_name("site.lock"))
    monkeypatch.setattr(runtime, "ensure", lambda cache, say: None)
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
        assert "is inside the sources" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("--port 65536", "a port is a number from 1 to 65535, not 65536"),
        ("--port http", "a port is a number from 1 to 65535, not http"),
        (
            "build",
            "build writes a folder, a zip, one file, a package, or a course: name it with --out",
        ),
        ("build --out x --lang de", "--lang is for one file, a package, or a course: name it with --single"),
        ("build --scorm x --packed", "--packed is for one file: name it with --single"),
        ("build --single x --lesson line", "--lesson and --needed are for a package"),
        ("build --scorm x --needed 0", "expected a number of challenges, 1 or more, not 0"),
        ("build --scorm x --needed all", "expected a number of challenges, 1 or more, not all"),
        ("check", "the following arguments are required: DIR_OR_URL"),
        ("publish", "invalid choice: 'publish'"),
        ("--fast", "unrecognized arguments: --fast"),
    ],
)
def test_words_that_make_no_sense_are_refused(
    words: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse(words.split())
    assert left.value.code == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("document", ["README.md", "docs/scaling.md", ".github/workflows/publish.yml"])
def test_every_command_that_a_document_names_is_one(document: str) -> None:
    text = (paths.ROOT / document).read_text(encoding="utf-8")
    commands = re.findall(r"(?:^ {4}|run: )python3 serve\.py (\w+ .+?)(?:  |$)", text, flags=re.MULTILINE)
    assert commands
    for command in commands:
        assert parse(shlex.split(command)).command in ("build", "check")
