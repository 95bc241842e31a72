"""Python made ready ahead of time: what is cached, and what is said when a step fails."""

import base64
import hashlib
import json
import shutil
from pathlib import Path

import brotli
import matplotlib
import numpy as np
import pytest

from tests.support.makers import wheel
from tests.support.parts import names_in
from tests.support.rights import read_only
from tools.common.console import Problem
from tools.setup import npm
from tools.setup.runtime import Runtime
from tools.startup import slim_core, snapshot
from tools.startup.snapshot.compressing import PIECE, summed
from tools.startup.snapshot.container import container

EMPTY = b"\0asm\1\0\0\0"
"""A module of WebAssembly with nothing in it."""
PACKED = "/lib/python3.14/site-packages/numpy/__init__.pyc"
PLAYING = ["pack.mjs", "cut.mjs", "profile.mjs"]
WAKING = ["exchange.mjs", "take.mjs"]
STEPS = [*PLAYING, *WAKING]
WORDS = 'WORDS = {{"title": "{}"}}\n'


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps that were run, each of which leaves what the true one would."""
    ran: list[str] = []

    def run(command: list[str]) -> None:
        ran.append(Path(command[1]).name)
        folder = Path(command[4])
        if ran[-1] == "pack.mjs":
            (folder / "libs").mkdir()
            (folder / "libs" / "numpy.cpython.so").write_bytes(EMPTY)
        (folder / "called.json").write_text('{"core": [], "numpy": []}', encoding="utf-8")
        (folder / "libraries.json").write_text('["/lib/numpy.cpython.so"]', encoding="utf-8")
        (folder / "svg.json").write_text("[]", encoding="utf-8")
        record = {"libraries": [{"file": "numpy.cpython.so"}], "pieces": []}
        (folder / "record.bin").write_text(json.dumps(record), encoding="utf-8")
        (folder / "pack.bin").write_bytes(container([("/lib/python3.14/os.pyc", b"os"), (PACKED, b"np")]))
        for name in ("cold", "heap", "files"):
            (folder / f"{name}.bin").write_bytes(name.encode() * 100)

    monkeypatch.setattr(snapshot, "_run", run)
    monkeypatch.setattr(npm, "node", lambda: "node")
    monkeypatch.setattr(slim_core, "of_runtime", lambda pyodide: "")
    return ran


def inputs(folder: Path, kit: str = "x = 1", core: str = "core") -> tuple[Path, Path]:
    """An archive of modules and a runtime, in a folder of any name."""
    pyodide = folder / "pyodide"
    pyodide.mkdir(parents=True)
    (pyodide / "pyodide.mjs").write_text(core, encoding="utf-8")
    (pyodide / "pyodide.asm.wasm").write_bytes(EMPTY)
    wheels = {
        name: wheel(pyodide / f"{name}-{version}-any.whl", {f"{name}/__init__.py": b""})
        for name, version in (("numpy", np.__version__), ("matplotlib", matplotlib.__version__))
    }
    packages = {name: {"depends": [], "file_name": file.name} for name, file in wheels.items()}
    lock = {"info": {"python": "3.14.0"}, "packages": packages}
    (pyodide / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    wheel(pyodide / "python_stdlib.zip", {"csv.py": b"", "email/__init__.py": b""})
    wheel(folder / "downhill.zip", {"downhill/lesson.py": kit.encode()})
    return folder / "downhill.zip", pyodide


def test_the_same_inputs_elsewhere_are_not_built_again(tmp_path: Path, steps: list[str]) -> None:
    first = snapshot.prepare(*inputs(tmp_path / "a"), tmp_path / "keep", print)
    again = snapshot.prepare(*inputs(tmp_path / "b"), tmp_path / "keep", print)
    assert steps == STEPS
    assert again == first


@pytest.mark.parametrize("other", [{"kit": "x = 2"}, {"core": "another core"}])
def test_other_inputs_are_built_anew(tmp_path: Path, steps: list[str], other: dict[str, object]) -> None:
    snapshot.prepare(*inputs(tmp_path / "a"), tmp_path / "keep", print)
    snapshot.prepare(*inputs(tmp_path / "b", **other), tmp_path / "keep", print)  # type: ignore[arg-type]
    assert steps == STEPS * 2


def test_for_other_words_nothing_is_played_again(tmp_path: Path, steps: list[str]) -> None:
    kits = [WORDS.format(title) for title in ("A hill", "A hill, and a valley: 2")]
    for number, kit in enumerate(kits):
        snapshot.prepare(*inputs(tmp_path / str(number), kit=kit), tmp_path / "keep", print)
    assert steps == [*STEPS, *WAKING]
    snapshot.prepare(*inputs(tmp_path / "other", kit=WORDS.format("A hill of {x}")), tmp_path / "keep", print)
    assert steps == [*STEPS, *WAKING, *STEPS]


def test_what_is_kept_where_nothing_can_be_written_is_taken(tmp_path: Path, steps: list[str]) -> None:
    first = snapshot.prepare(*inputs(tmp_path / "a"), tmp_path / "keep", print)
    with read_only(tmp_path / "keep"):
        assert snapshot.prepare(*inputs(tmp_path / "b"), tmp_path / "keep", print) == first
        with pytest.raises(Problem, match=f"^what Python starts from can't be read in {tmp_path / 'keep'}"):
            snapshot.prepare(*inputs(tmp_path / "c", kit="x = 2"), tmp_path / "keep", print)
    assert steps == STEPS


def summed_up(data: bytes) -> str:
    return base64.b64encode(hashlib.sha256(data).digest()).decode()


def test_what_is_longer_than_a_piece_has_a_sum_for_each() -> None:
    data = bytes(PIECE) + b"more"
    assert summed(data) == (PIECE + 4, summed_up(data), [summed_up(bytes(PIECE)), summed_up(b"more")])


def test_every_part_is_compressed_and_knows_its_true_size(tmp_path: Path, steps: list[str]) -> None:
    made = snapshot.prepare(*inputs(tmp_path / "a"), tmp_path / "keep", print)
    assert set(made) == {*snapshot.PARTS, "second-core", "second-numpy"}
    for part in made.values():
        data = brotli.decompress(part.file.read_bytes())
        assert len(data) == part.size
        assert (part.content, part.pieces) == (summed_up(data), [summed_up(data)])
    held = {
        name: names_in(brotli.decompress(made[name].file.read_bytes()))
        for name in ("libs", "standard", "pack")
    }
    assert held == {
        "libs": ["/lib/numpy.cpython.so"],
        "standard": ["/lib/python3.14/os.pyc"],
        "pack": [PACKED],
    }


def test_a_step_that_fails_is_told_with_its_error() -> None:
    with pytest.raises(Problem, match="wrong"):
        snapshot._run([npm.node() or "node", "-e", "throw new Error('wrong')"])


@pytest.mark.parametrize("name", ["kiwisolver", "numpy"])
def test_a_wheel_that_is_missing_is_named(cached: Runtime, kit: Path, tmp_path: Path, name: str) -> None:
    pyodide = tmp_path / "pyodide"
    shutil.copytree(cached.pyodide, pyodide, ignore=shutil.ignore_patterns(f"{name}-*"))
    with pytest.raises(Problem, match=rf"\b{name}\b"):
        snapshot.prepare(kit, pyodide, tmp_path / "keep", print)
