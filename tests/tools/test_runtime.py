import io
import json
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support import makers
from tools.common.console import Problem, Say
from tools.setup import fetch, lock, runtime

WHEELS = {"carrier/pyodide/numpy-2.whl": b"numpy", "carrier/pyodide/six-1.whl": b"six"}


class Registry(NamedTuple):
    """Stands in for npm and pip: hands out archives that lie ready, and remembers which."""

    shelf: Path
    asked: list[str]

    def downloaded(self, source: lock.Source, folder: Path, say: Say) -> Path:
        self.asked.append(source.package)
        name = source.package + (".tgz" if source.registry == "npm" else ".whl")
        return Path(shutil.copy(self.shelf / name, folder))


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    found = Registry(shelf, [])
    monkeypatch.setattr(fetch, "downloaded", found.downloaded)
    return found


@pytest.fixture
def locked(registry: Registry, tmp_path: Path) -> Path:
    sums = {name.rpartition("/")[2]: makers.file(name, data).sha256 for name, data in WHEELS.items()}
    official = {"packages": {n: {"file_name": n, "sha256": found} for n, found in sums.items()}}
    parts: dict[str, tuple[str, dict[str, bytes]]] = {
        "pyodide": ("pyodide", {"package/pyodide-lock.json": json.dumps(official).encode()}),
        "decoder": ("brotli", {"package/pkg/decoder.js": b"decoder"}),
        "core": ("pyscript", {"package/core.js": b"core"}),
        "mpy": ("micropython", {"package/micropython.mjs": b"mpy"}),
        "workbox": ("workbox", {"package/build/core.prod.js": b"workbox"}),
        "sans": ("fonts", {"package/Regular.ttf": b"font"}),
        "noto": ("han", {"package/files/slice.woff2": b"signs"}),
        "qr": ("qr", {"package/decode.js": b"camera"}),
    }
    sources = [
        makers.source("npm", folder, makers.tarball(registry.shelf / f"{name}.tgz", members), members)
        for name, (folder, members) in parts.items()
    ]
    carrier = makers.wheel(registry.shelf / "carrier.whl", WHEELS)
    sources.append(makers.source("pypi", "pyodide", carrier, WHEELS))
    lock.write(tmp_path / "lock.json", tuple(sources))
    return tmp_path / "lock.json"


def ensure(tmp_path: Path, locked: Path) -> runtime.Runtime:
    return runtime.ensure(tmp_path / "cache", lambda text: None, locked)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_empty_cache_is_filled_and_nothing_else_is_kept(
    tmp_path: Path, locked: Path, registry: Registry
) -> None:
    found = ensure(tmp_path, locked)
    assert names(found.pyodide) == ["numpy-2.whl", "pyodide-lock.json", "six-1.whl"]
    assert (found.fonts / "Regular.ttf").read_bytes() == b"font"
    assert sorted(names(tmp_path / "cache")) == sorted(["lock", *(folder.name for folder in found)])


def test_a_damaged_file_is_fetched_again_and_only_it(
    tmp_path: Path, locked: Path, registry: Registry
) -> None:
    found = ensure(tmp_path, locked)
    (found.pyscript / "core.js").write_bytes(b"cor3")
    registry.asked.clear()
    ensure(tmp_path, locked)
    assert registry.asked == ["core"]
    assert (found.pyscript / "core.js").read_bytes() == b"core"


def test_a_package_with_another_hash_or_without_a_file_is_refused_by_name_and_not_kept(
    tmp_path: Path, locked: Path, registry: Registry
) -> None:
    makers.tarball(registry.shelf / "core.tgz", {"package/core.js": b"evil"})
    with pytest.raises(Problem, match=r"core\.tgz is not what was expected: its hash is .*, but the lock"):
        ensure(tmp_path, locked)
    assert not [*(tmp_path / "cache").rglob("core.js")]
    archive = makers.tarball(tmp_path / "other.tgz", {"package/core.js": b"core"})
    with pytest.raises(Problem, match=r"other\.tgz has no package/gone\.js"):
        fetch.unpack(archive, (makers.file("package/gone.js", b""),), tmp_path / "out")


class Broken(io.BytesIO):
    """A download that breaks off after its first piece."""

    def read(self, size: int | None = -1) -> bytes:
        piece = super().read(2)
        if not piece:
            raise ConnectionResetError("the line went dead")
        return piece


def test_a_file_gets_its_name_only_when_it_is_whole_and_leaves_an_older_one_in_place(tmp_path: Path) -> None:
    (tmp_path / "core.js").write_bytes(b"older")
    expected = makers.file("a/core.js", b"core")
    with pytest.raises(ConnectionResetError):
        fetch.keep(Broken(b"core"), expected, tmp_path)
    with pytest.raises(Problem, match=r"core\.js is not what was expected"):
        fetch.keep(io.BytesIO(b"evil"), expected, tmp_path)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("core.js", b"older")]


def test_a_wheel_that_pyodide_does_not_know_is_refused_before_it_is_fetched(
    tmp_path: Path, locked: Path, registry: Registry
) -> None:
    sources = lock.read(locked)
    wheels = sources[-1].files
    swapped = sources[-1]._replace(files=(wheels[0]._replace(sha256=wheels[1].sha256), wheels[1]))
    lock.write(locked, (*sources[:-1], swapped))
    with pytest.raises(Problem, match=r"numpy-2\.whl is not what was expected"):
        ensure(tmp_path, locked)
    assert "carrier" not in registry.asked
