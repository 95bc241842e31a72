"""Versions that have to agree before Python is made ready."""

import json
from pathlib import Path

import matplotlib
import numpy as np
import pytest

from tools.common.console import Problem
from tools.startup.snapshot import versions

NEEDS = {"matplotlib": ["cycler", "numpy"], "cycler": ["six"]}


def runtime(folder: Path, python: str = "3.14.2", **other: str) -> Path:
    """A folder with Pyodide's lock, and with wheels that are nothing but their names."""
    versions = {
        "numpy": np.__version__,
        "matplotlib": matplotlib.__version__,
        "cycler": "1",
        "six": "2",
    } | other
    files = {name: f"{name}-{version}-cp314-wasm32.whl" for name, version in versions.items()}
    packages = {name: {"depends": NEEDS.get(name, []), "file_name": file} for name, file in files.items()}
    lock = {"info": {"python": python}, "packages": packages}
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    for file in files.values():
        (folder / file).touch()
    return folder


def test_the_runtime_of_the_lock_agrees_with_what_is_installed_here(tmp_path: Path) -> None:
    versions.agree(runtime(tmp_path))


def test_another_python_in_the_browser_is_refused_with_both_versions(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"^Pyodide has Python 3\.15\.1, and .* Python 3\.14\.$"):
        versions.agree(runtime(tmp_path, python="3.15.1"))


@pytest.mark.parametrize("name", versions.SHARED)
def test_another_version_in_the_browser_than_here_is_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem, match=rf"^{name} is \S+ here and 9\.9\.9 in the browser"):
        versions.agree(runtime(tmp_path, **{name: "9.9.9"}))


@pytest.mark.parametrize("name", [*versions.SHARED, "cycler", "six"])
def test_a_wheel_that_is_missing_is_named(tmp_path: Path, name: str) -> None:
    next(runtime(tmp_path).glob(f"{name}-*.whl")).unlink()
    with pytest.raises(Problem, match=f"^there is no wheel of {name} for the browser"):
        versions.agree(tmp_path)
