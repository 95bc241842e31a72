"""The venv, which is filled from locked hashes, and what has to run before there is one."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.common import paths, version
from tools.setup import environment


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like a venv of ours, in which we run, with requirement files beside it."""
    monkeypatch.setattr(paths, "REQUIREMENTS", tmp_path)
    monkeypatch.setattr(paths, "BUILD", tmp_path / "build")
    for kind in environment.INCLUDED:
        (tmp_path / f"{kind}.txt").write_text("one==1.0\n")
    found = tmp_path / "venv"
    environment.python(found).parent.mkdir(parents=True)
    environment.python(found).symlink_to(sys.executable)
    monkeypatch.setattr(sys, "prefix", str(found))
    return found


def test_a_venv_is_filled_once_and_anew_where_requirements_stamp_or_python_are_others(
    venv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    monkeypatch.setattr(environment, "install", lambda kind, interpreter, tell: installed.append(kind))
    for kind in ("test", "test", "build"):
        environment.enter(kind, [], venv)
    assert installed == ["test"]  # which has all that the build needs
    (tmp_path / "build.txt").write_text("one==2.0\n")
    environment.enter("build", [], venv)
    assert installed == ["test", "build"]
    stamp = venv / "downhill.json"
    whole = stamp.read_text()
    for mangled in ("", "[]", '{"build": 1}'):
        stamp.write_text(mangled)
        assert not environment.fresh("build", venv)
    stamp.write_text(whole)
    assert environment.fresh("build", venv)
    environment.python(venv).unlink()
    assert not environment.fresh("build", venv)
    (tmp_path / "python3.99").touch()
    environment.python(venv).symlink_to(tmp_path / "python3.99")
    assert not environment.fresh("build", venv)


def test_what_the_tests_install_includes_the_build_and_every_requirement_has_hashes_and_no_address() -> None:
    texts = {kind: (paths.REQUIREMENTS / f"{kind}.txt").read_text() for kind in environment.INCLUDED}
    build, test = (set(re.findall(r"(?m)^\S+==\S+", texts[kind])) for kind in ("build", "test"))
    assert len(build) > 10
    assert build <= test
    for text in texts.values():
        blocks = text.replace("\\\n", " ").strip().splitlines()
        assert all("==" in block and "--hash=sha256:" in block for block in blocks)
        assert not re.search("//|--index|--find-links", text)


def test_an_older_python_can_read_what_runs_first_and_gets_one_sentence_with_both_versions() -> None:
    for old in ((2, 7), (3, 6, 9), (3, 10, 14)):
        found = version.refusal(old)
        assert found == f"Downhill needs Python 3.11 or newer, and this is {old[0]}.{old[1]}."
    assert [version.refusal(new) for new in ((3, 11, 0), (3, 14), (4, 0))] == [None] * 3
    for name in ("serve.py", "tests/__init__.py", "tests/__main__.py", "tools/__init__.py"):
        assert ast.parse((paths.ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 7))
    assert ast.parse(Path(version.__file__).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_what_runs_before_the_environment_is_made_needs_no_package() -> None:
    names = "import tools.cli, tests.run, bench.command, tools.new_lesson"
    alone = [sys.executable, "-S", "-c", names]  # without site-packages, as on a new machine
    done = subprocess.run(alone, cwd=paths.ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
