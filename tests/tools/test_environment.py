import importlib.util
import os
import re
import sys
from pathlib import Path

import pytest

from tools.common import paths
from tools.common.console import Problem
from tools.setup import environment


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like a venv of ours, with requirement files beside it."""
    monkeypatch.setattr(paths, "REQUIREMENTS", tmp_path)
    monkeypatch.setattr(paths, "BUILD", tmp_path / "build")
    for kind in environment.INCLUDED:
        (tmp_path / f"{kind}.txt").write_text("one==1.0\n")
    found = tmp_path / "venv"
    environment.python(found).parent.mkdir(parents=True)
    environment.python(found).symlink_to(sys.executable)
    return found


@pytest.fixture
def installed(venv: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was installed into the venv, without doing it."""
    kinds: list[str] = []
    monkeypatch.setattr(environment, "install", lambda kind, interpreter, tell: kinds.append(kind))
    monkeypatch.setattr(sys, "prefix", str(venv))  # as if we ran in it
    return kinds


def test_a_venv_is_filled_once(venv: Path, installed: list[str]) -> None:
    environment.enter("build", [], venv)
    environment.enter("build", [], venv)
    assert installed == ["build"]


def test_changed_requirements_are_installed_anew(venv: Path, installed: list[str], tmp_path: Path) -> None:
    environment.enter("build", [], venv)
    (tmp_path / "build.txt").write_text("one==2.0\n")
    assert not environment.fresh("build", venv)
    environment.enter("build", [], venv)
    assert installed == ["build", "build"]


def test_the_tests_venv_will_do_for_the_build(venv: Path, installed: list[str]) -> None:
    environment.enter("test", [], venv)
    environment.enter("build", [], venv)
    assert installed == ["test"]


def test_what_the_tests_install_includes_the_build_with_the_same_versions() -> None:
    build, test = (
        set(re.findall(r"^\S+==\S+", (paths.REQUIREMENTS / f"{kind}.txt").read_text(), flags=re.MULTILINE))
        for kind in ("build", "test")
    )
    assert len(build) > 10
    assert build <= test


@pytest.mark.parametrize("kind", environment.INCLUDED)
def test_every_requirement_has_hashes_and_no_address(kind: str) -> None:
    text = (paths.REQUIREMENTS / f"{kind}.txt").read_text()
    blocks = text.replace("\\\n", " ").strip().splitlines()
    assert all("==" in block and "--hash=sha256:" in block for block in blocks)
    assert "//" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_a_venv_of_another_python_is_not_fresh(venv: Path, installed: list[str], tmp_path: Path) -> None:
    environment.enter("build", [], venv)
    environment.python(venv).unlink()
    (tmp_path / "python3.99").touch()
    environment.python(venv).symlink_to(tmp_path / "python3.99")
    assert not environment.fresh("build", venv)
    environment.python(venv).unlink()
    assert not environment.fresh("build", venv)


def test_a_mangled_stamp_is_no_stamp(venv: Path, installed: list[str]) -> None:
    environment.enter("build", [], venv)
    for mangled in ("", "[]", '{"build": 1}'):
        (venv / "downhill.json").write_text(mangled)
        assert not environment.fresh("build", venv)


def test_a_missing_venv_module_is_one_sentence(
    venv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "ensurepip" else there(name)
    )
    with pytest.raises(Problem, match=r"this Python has no venv module .* python3-venv"):
        environment.enter("build", [], tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_without_a_network_the_installation_is_refused_in_one_sentence(
    venv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "build.txt").write_text("downhill-needs-this==1.0 --hash=sha256:" + "0" * 64)
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")  # nobody answers at the discard port
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with pytest.raises(Problem, match=r"could not install what is needed for the build: .* can't be reached"):
        environment.install("build", Path(sys.executable), lambda text: None)
