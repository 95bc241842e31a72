import re
import shlex

import pytest

from tools.common import paths
from tools.options import parse


@pytest.fixture(autouse=True)
def no_mirror(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOWNHILL_MIRROR", raising=False)


def test_open_pages_reload_on_a_terminal_unless_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for terminal in (True, False):
        monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)  # noqa: B023
        assert [parse(words).watch for words in ([], ["--watch"], ["--no-watch"])] == [terminal, True, False]
    found = parse(["--real", "--lang", "de"])
    assert (found.real, found.lang) == (True, "de")


def test_a_mirror_can_be_named_by_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOWNHILL_MIRROR", "http://127.0.0.1:1/")
    assert parse([]).mirror == "http://127.0.0.1:1/"
    assert parse(["--mirror", "http://127.0.0.1:2/"]).mirror == "http://127.0.0.1:2/"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--port", "0"], "a port is a number from 1 to 65535, not 0"),
        (["--port", "65536"], "a port is a number from 1 to 65535, not 65536"),
        (["--port", "http"], "a port is a number from 1 to 65535, not http"),
        (
            ["build"],
            "build writes a folder, a zip, one file or a package: "
            "name it with --out, --zip, --single or --scorm",
        ),
        (
            ["build", "--out", "x", "--lang", "de"],
            "--lang is for one file or a package: name it with --single",
        ),
        (["build", "--scorm", "x", "--packed"], "--packed is for one file: name it with --single"),
        (["build", "--single", "x", "--lesson", "line"], "--lesson and --needed are for a package"),
        (["build", "--zip", "x", "--needed", "1"], "--lesson and --needed are for a package"),
        (["build", "--scorm", "x", "--needed", "0"], "expected a number of challenges, 1 or more, not 0"),
        (["build", "--scorm", "x", "--needed", "all"], "expected a number of challenges, 1 or more, not all"),
        (["check"], "the following arguments are required: DIR_OR_URL"),
        (["publish"], "invalid choice: 'publish'"),
        (["--fast"], "unrecognized arguments: --fast"),
    ],
)
def test_words_that_make_no_sense_are_refused(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse(words)
    assert left.value.code == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["serve", "--help"], ["build", "--help"], ["check", "--help"]])
def test_help_is_there_for_every_command(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse(words)
    assert left.value.code == 0
    assert "usage: serve.py" in capsys.readouterr().out


@pytest.mark.parametrize("document", ["README.md", "docs/scaling.md", ".github/workflows/publish.yml"])
def test_every_command_that_a_document_names_is_one(document: str) -> None:
    text = (paths.ROOT / document).read_text(encoding="utf-8")
    commands = re.findall(r"(?:^ {4}|run: )python3 serve\.py (\w+ .+?)(?:  |$)", text, flags=re.MULTILINE)
    assert commands
    for command in commands:
        assert parse(shlex.split(command)).command in ("build", "check")
