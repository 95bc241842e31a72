"""Python made ready ahead of time: what is cached, and what is said when a step fails."""

import gzip
import json
from pathlib import Path

import pytest

from tools import awake, npm
from tools.console import Problem


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps that were run, each of which leaves what the true one would."""
    ran: list[str] = []

    def run(command: list[str]) -> None:
        ran.append(Path(command[1]).name)
        folder = Path(command[4])
        (folder / "libs").mkdir(exist_ok=True)
        (folder / "libs" / "numpy.cpython.so").write_bytes(b"library")
        (folder / "libraries.json").write_text('["/lib/numpy.cpython.so"]', encoding="utf-8")
        record = {"libraries": [{"file": "numpy.cpython.so"}]}
        (folder / "record.json").write_text(json.dumps(record), encoding="utf-8")
        for name in ("pack", "heap", "fonts"):
            (folder / f"{name}.bin").write_bytes(name.encode() * 100)

    monkeypatch.setattr(awake, "_run", run)
    monkeypatch.setattr(npm, "node", lambda: "node")
    return ran


def inputs(folder: Path, kit: bytes = b"kit", core: str = "core") -> tuple[Path, Path]:
    """An archive of modules and a runtime, in a folder of any name."""
    (folder / "pyodide").mkdir(parents=True)
    (folder / "pyodide" / "pyodide.mjs").write_text(core, encoding="utf-8")
    (folder / "downhill.zip").write_bytes(kit)
    return folder / "downhill.zip", folder / "pyodide"


def test_the_same_inputs_elsewhere_are_not_built_again(tmp_path: Path, steps: list[str]) -> None:
    first = awake.prepare(*inputs(tmp_path / "a"), tmp_path / "keep", print)
    again = awake.prepare(*inputs(tmp_path / "b"), tmp_path / "keep", print)
    assert steps == ["pack.mjs", "take.mjs"]
    assert again == first


@pytest.mark.parametrize("other", [{"kit": b"another kit"}, {"core": "another core"}])
def test_other_inputs_are_built_anew(tmp_path: Path, steps: list[str], other: dict[str, object]) -> None:
    awake.prepare(*inputs(tmp_path / "a"), tmp_path / "keep", print)
    awake.prepare(*inputs(tmp_path / "b", **other), tmp_path / "keep", print)  # type: ignore[arg-type]
    assert steps == ["pack.mjs", "take.mjs"] * 2


def test_every_part_is_compressed_and_knows_its_true_size(tmp_path: Path, steps: list[str]) -> None:
    made = awake.prepare(*inputs(tmp_path / "a"), tmp_path / "keep", print)
    assert set(made.parts) == {*awake.PARTS, "numpy"}
    for name in awake.PARTS:
        assert len(gzip.decompress(made.parts[name].file.read_bytes())) == made.parts[name].size
    assert (made.libraries, made.paths) == (["numpy"], ["/lib/numpy.cpython.so"])


def test_a_step_that_fails_is_told_with_its_error() -> None:
    with pytest.raises(Problem, match="wrong"):
        awake._run([npm.node() or "node", "-e", "throw new Error('wrong')"])
