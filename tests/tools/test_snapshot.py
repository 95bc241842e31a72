"""Python made ready ahead of time: what is cached, and what is said when a step fails."""

import base64
import hashlib
import json
import re
from pathlib import Path

import brotli
import matplotlib
import numpy as np
import pytest

from tests.support.makers import wheel
from tests.support.node import ask
from tests.support.parts import names_in
from tests.support.rights import read_only
from tools.common import paths
from tools.common.console import Problem
from tools.setup import npm
from tools.setup.runtime import Runtime
from tools.startup import slim_core, snapshot
from tools.startup.snapshot import versions
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


def test_the_same_inputs_are_built_once_other_ones_anew_and_for_other_words_nothing_is_played(
    tmp_path: Path, steps: list[str]
) -> None:
    keep = tmp_path / "keep"
    first = snapshot.prepare(*inputs(tmp_path / "a", kit=WORDS.format("A hill")), keep, print)
    assert steps == STEPS
    with read_only(keep):
        assert snapshot.prepare(*inputs(tmp_path / "b", kit=WORDS.format("A hill")), keep, print) == first
        with pytest.raises(Problem, match=f"^what Python starts from can't be read in {keep}"):
            snapshot.prepare(*inputs(tmp_path / "c", kit="x = 2"), keep, print)
    assert steps == STEPS
    ran = (
        ({"kit": WORDS.format("A hill, and a valley: 2")}, WAKING),
        ({"kit": WORDS.format("A hill of {x}")}, STEPS),
        ({"kit": WORDS.format("A hill of {y}")}, STEPS),
        ({"kit": WORDS.format("A hill"), "core": "another core"}, STEPS),
    )
    for number, (other, expected) in enumerate(ran):
        steps.clear()
        snapshot.prepare(*inputs(tmp_path / str(number), **other), keep, print)
        assert steps == expected


def summed_up(data: bytes) -> str:
    return base64.b64encode(hashlib.sha256(data).digest()).decode()


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


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"python": "3.15.1"}, r"^Pyodide has Python 3\.15\.1, and .* Python 3\.14\.$"),
        ({"numpy": "9.9.9"}, r"^numpy is \S+ here and 9\.9\.9 in the browser"),
        ({"matplotlib": ""}, "^there is no wheel of matplotlib for the browser"),
    ],
)
def test_versions_that_do_not_agree_are_refused_by_name(
    tmp_path: Path, changed: dict[str, str], sentence: str
) -> None:
    _, pyodide = inputs(tmp_path)
    versions.agree(pyodide)
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    lock["info"]["python"] = changed.pop("python", "3.14.0")
    (pyodide / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    for name, version in changed.items():
        (old,) = pyodide.glob(f"{name}-*.whl")
        old.rename(pyodide / f"{name}-{version}-any.whl") if version else old.unlink()
    with pytest.raises(Problem, match=sentence):
        versions.agree(pyodide)


def test_the_memory_of_python_has_a_bound_that_a_small_device_can_bear(cached: Runtime) -> None:
    assert "getHeapMax=()=>1073741824;" in slim_core.of_runtime(cached.pyodide)
    with pytest.raises(Problem, match="does not say how large its memory may grow"):
        slim_core.bounded("a;b")


def test_a_difference_is_nothing_where_all_is_the_same_and_gives_back_what_it_was_made_of() -> None:
    program = """
        for (const length of [0, 3, 8, 11]) {
            const before = Uint8Array.from({ length: 24 }, (_, i) => 7 * i + 1), heap = before.slice();
            const other = before.slice(8, 8 + length);
            if (length) other[length - 1] ^= 5;
            differ(heap, 8, other);
            const told = [...heap.slice(8, 8 + length)];
            differ(heap, 8, other);
            said(JSON.stringify([told, heap.join() === before.join()]));
        }
    """
    told = ask(paths.ROOT / "web" / "boot" / "shared" / "constants.js", "differ", program).split("\n")
    found = [json.loads(line) for line in told]
    assert found == [[[0] * max(length - 1, 0) + [5] * (length > 0), True] for length in (0, 3, 8, 11)]


def test_the_list_was_read_against_the_version_of_the_lock() -> None:
    lock = json.loads(paths.LOCK.read_text(encoding="utf-8"))
    (version,) = {source["version"] for source in lock["sources"] if source["package"] == "pyodide"}
    assert version == slim_core.SEEN_IN


def test_every_private_name_is_in_the_runtime(cached: Runtime) -> None:
    texts = [(cached.pyodide / f).read_text(encoding="utf-8") for f in ("pyodide.mjs", "pyodide.asm.mjs")]
    words = {word for text in texts for word in re.findall(r"\w+", text)}
    names = (*slim_core.OPTIONS, *slim_core.OF_PYODIDE, *slim_core.OF_EMSCRIPTEN)
    assert {*names} <= words
