"""Python made ready ahead of time: a pack of compiled files, and a snapshot with everything drawn."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from tools.common import paths as places
from tools.common.console import Problem, Say
from tools.common.hashes import tree
from tools.setup import npm
from tools.setup.filling import filling
from tools.startup import slim_core
from tools.startup.snapshot import archives, pack_without_node, versions
from tools.startup.snapshot.container import container
from tools.startup.split import cutting

PARTS = ("pack", "heap", "record", "files", *archives.NAMES)
SECOND = "second-"  # what names of second halves begin with
LEAN = ("core", "libs")  # compressed copies of the .wasm files, for lines whose host compresses nothing
HERE = Path(__file__).resolve().parent
BOOT = places.ROOT / "web" / "boot"
SHARED = [
    BOOT / "shared" / name for name in ("files.js", "settings.js", "checksum.js", "halves.js", "listen.js")
]  # they serve the build, too


class Part(NamedTuple):
    """A file of the start: where it lies, and its size before it was compressed (0 where it was not)."""

    file: Path
    size: int = 0


class Awake(NamedTuple):
    """All parts by name; the libraries' names, in the order of their tables, and their paths for Python.

    `core` is the first half of Pyodide's own module; None where that is whole.
    """

    parts: dict[str, Part]
    libraries: list[str]
    paths: list[str]
    core: Path | None = None


def prepare(kit: Path, pyodide: Path, keep: Path, say: Say) -> Awake:
    """Pack and take the snapshot, or take both from the folder `keep` where the inputs have not changed.

    `kit` is the archive of our own modules, `pyodide` the runtime with its wheels. Raises `Problem` with
    what the step printed last when it fails, or where the folder `keep` can't be written.
    """
    versions.agree(pyodide)
    node = _node(say)
    folder = keep / f"{'awake' if node else 'packed'}-{_inputs(kit, pyodide)}"
    done = folder / "done"
    if not done.exists():
        with filling(keep, "what Python starts from", say):  # other checkouts share this folder
            if not done.exists():
                _fill(folder, kit, pyodide, node, say)
    return _parts(folder)


def _fill(folder: Path, kit: Path, pyodide: Path, node: str | None, say: Say) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "archives.json").write_text(json.dumps(archives.modules(pyodide)))
    say("packing the files that the lessons use")
    if node:
        _run([node, str(HERE / "pack.mjs"), str(pyodide), str(kit), str(folder)])
        say("taking a snapshot of Python with everything drawn")
        _run([node, str(HERE / "take.mjs"), str(pyodide), str(folder), str(folder)])
    else:
        pack_without_node.pack(kit, pyodide, folder)
    _lay_out_later(pyodide, folder)
    if node:
        say("finding out what of its WebAssembly a visit runs")
        cutting.cut(pyodide, folder, archives.NAMES, lambda script: _run([node, *script]))
    _lay_out_lean(pyodide, folder)
    _compress(folder)
    (folder / "done").touch()


def _node(say: Say) -> str | None:
    """Node.js, which is brought where the machine has none; None, after a sentence, where it can't be had."""
    reason = "it can't be found after it was installed"
    try:
        if found := npm.node() or (npm.client(say) and npm.node()):
            return found
    except Problem as problem:
        reason = str(problem)
    say(f"No Node.js ({reason}), so no snapshot: Python will start from a pack alone, which takes longer")
    return None


def _inputs(kit: Path, pyodide: Path) -> str:
    """A short sum over all that decides about the parts, wherever it lies."""
    sums = [tree([folder], folder) for folder in (pyodide, HERE, cutting.PROFILE.parent)]
    sums += [tree(SHARED, BOOT), tree([Path(slim_core.__file__)], HERE.parent)]
    return hashlib.sha256("".join(sums).encode() + kit.read_bytes()).hexdigest()[:16]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line[:200] for line in done.stderr.splitlines() if "Error" in line] or [done.stderr[-300:]]
        raise Problem(f"{Path(command[1]).name} failed: {lines[-1]}")


def _lay_out_later(pyodide: Path, folder: Path) -> None:
    libraries, for_svg = (json.loads((folder / f"{name}.json").read_text()) for name in ("libraries", "svg"))
    for name, data in archives.archives(pyodide, libraries, for_svg).items():
        (folder / f"{name}.bin").write_bytes(data)


def _lay_out_lean(pyodide: Path, folder: Path) -> None:
    paths = json.loads((folder / "libraries.json").read_text())
    libraries = [(path, (folder / "libs" / Path(path).name).read_bytes()) for path in paths]
    (folder / "libs.bin").write_bytes(container(libraries))
    first = folder / cutting.CORE_FILE
    (folder / "core.bin").write_bytes((first if first.exists() else pyodide / cutting.CORE_FILE).read_bytes())


def _compress(folder: Path) -> None:
    for name in (*PARTS, *LEAN):
        for file in list(folder.glob(f"{name}.*")):
            data = file.read_bytes()
            (folder / f"{name}.gz").write_bytes(gzip.compress(data, 9, mtime=0))
            (folder / f"{name}.size").write_text(str(len(data)))
            if name != "record":
                file.unlink()


def _parts(folder: Path) -> Awake:
    paths = {Path(path).name: path for path in json.loads((folder / "libraries.json").read_text())}
    files = _loaded(folder / "record.json") if (folder / "record.json").exists() else list(paths)
    for file in files:
        if file not in paths:
            raise Problem(f"the snapshot has loaded {file}, which is not among the libraries of the pack.")
    names = [file.split(".")[0] for file in files]
    sizes = {name: folder / f"{name}.size" for name in (*PARTS, *LEAN)}
    parts = {
        name: Part(folder / f"{name}.gz", int(size.read_text()))
        for name, size in sizes.items()
        if size.exists()
    }
    parts |= {name: Part(folder / "libs" / file) for name, file in zip(names, files, strict=True)}
    parts |= {f"{SECOND}{file.stem}": Part(file) for file in sorted((folder / cutting.SECOND).glob("*.wasm"))}
    core = folder / cutting.CORE_FILE
    return Awake(parts, names, [paths[file] for file in files], core if core.exists() else None)


def _loaded(record: Path) -> list[str]:
    """The files of the libraries that the snapshot has loaded, in the order of their tables."""
    return [library["file"] for library in json.loads(record.read_text())["libraries"]]
