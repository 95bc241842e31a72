import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tools.common import paths, version


@pytest.mark.parametrize("old", [(2, 7), (3, 6, 9), (3, 10, 14)])
def test_an_older_python_gets_one_sentence_with_both_versions(old: tuple[int, ...]) -> None:
    sentence = version.refusal(old)
    assert sentence == f"Downhill needs Python 3.11 or newer, and this is {old[0]}.{old[1]}."


@pytest.mark.parametrize("new", [(3, 11, 0), (3, 14), (4, 0)])
def test_a_newer_python_will_do(new: tuple[int, ...]) -> None:
    assert version.refusal(new) is None


@pytest.mark.parametrize(
    "name",
    ["serve.py", "tests/__init__.py", "tests/__main__.py", "tools/__init__.py", "tools/common/version.py"],
)
def test_what_runs_before_the_check_can_be_read_by_an_older_python(name: str) -> None:
    text = Path(paths.ROOT, name).read_text(encoding="utf-8")
    assert ast.parse(text, feature_version=(3, 7))


@pytest.mark.parametrize("name", ["tools.cli", "tests.run", "bench.command", "tools.new_lesson"])
def test_what_runs_before_the_environment_is_made_needs_no_package(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import {name}"],  # without site-packages, as on a new machine
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
