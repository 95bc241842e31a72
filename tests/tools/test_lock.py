"""What the committed lock pins, and the licenses of what is passed on."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.support import makers
from tests.support.worker_list import kept
from tools.common import paths
from tools.common.console import Problem
from tools.release import licenses
from tools.setup import lock, parts
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


def test_a_changed_lock_gets_folders_of_its_own(tmp_path: Path) -> None:
    archive = makers.tarball(tmp_path / "core.tgz", {"package/a.js": b"1"})
    one = makers.source("npm", "pyscript", archive, {"package/a.js": b"1"})
    two = makers.source("npm", "pyscript", archive, {"package/a.js": b"2"})
    assert lock.folders((one,)) != lock.folders((two,))
    assert re.fullmatch("pyscript-[0-9a-f]{12}", lock.folders((one,))["pyscript"])


CLASSIFIER = "Classifier: License :: OSI Approved :: "
THREE = b"Neither the name of the authors nor the names of its contributors may be used"


@pytest.mark.parametrize(
    ("lines", "text", "licence"),
    [
        (["License-Expression: MIT AND Zlib", "License: BSD"], b"", "MIT AND Zlib"),
        ([f"{CLASSIFIER}MIT License"], b"", "MIT"),
        ([f"{CLASSIFIER}BSD License"], b"", "BSD-2-Clause"),
        ([f"{CLASSIFIER}BSD License"], THREE, "BSD-3-Clause"),
        ([], b"", ""),
        ([f"{CLASSIFIER}A licence of our own"], b"", ""),
    ],
)
def test_a_wheels_licence_is_read_from_its_metadata_and_one_that_tells_none_is_refused(
    lines: list[str], text: bytes, licence: str
) -> None:
    told = "\n".join(["Metadata-Version: 2.4", "Name: it", "Version: 1", *lines, "", "All of it."]).encode()
    members = {"it-1.dist-info/METADATA": told, "it-1.dist-info/licenses/LICENSE": text}
    if licence:
        assert parts.license_of(members) == licence
        return
    with pytest.raises(Problem, match="license"):
        parts.license_of(members)


SOURCES = lock.read(paths.LOCK)
WHEELS = [file for source in SOURCES for file in source.files if file.name.endswith(".whl")]


def test_no_visit_fetches_them(built: Path) -> None:
    assert licenses.NAME not in kept(built, "en")
    for file in [*built.glob("*.html"), *built.glob("app-*/*.json")]:
        assert licenses.NAME not in file.read_text(encoding="utf-8"), file.name


def test_a_site_has_the_licence_of_every_package_and_the_texts_that_packages_bring(built: Path) -> None:
    text = (built / licenses.NAME).read_text(encoding="utf-8")
    assert text.startswith("Downhill\n\nMIT License\n")
    lines = [line.strip() for line in text.splitlines()]
    for source in SOURCES:
        for part in source.parts:
            assert f"{part.package} {part.version}".strip() + f": {part.license}" in lines
    assert "SIL OPEN FONT LICENSE" in text


def test_texts_of_all_wheels_are_found(cached: Runtime) -> None:
    named = [whose for whose, _ in licenses.found(cached)]
    for wheel in WHEELS:
        assert [whose for whose in named if whose.startswith("-".join(wheel.name.split("-")[:2]))], wheel.name


def test_a_page_that_is_one_file_brings_the_licences_along(built: Path) -> None:
    (page,) = built.glob("single-*/downhill.html")
    assert (built / licenses.NAME).read_text(encoding="utf-8") in page.read_text(encoding="utf-8")
