"""Python made ready ahead of time: a pack of compiled files, and a snapshot with everything drawn."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

from tools.common import paths as places
from tools.common import plain_words
from tools.common.console import Problem, Say
from tools.common.file_lock import filling
from tools.common.hashes import tree
from tools.setup import npm
from tools.startup import slim_core
from tools.startup.snapshot import archives, pack_without_node, versions
from tools.startup.snapshot.compressing import Compressing, Part, compressed
from tools.startup.snapshot.container import container, files_in
from tools.startup.split import cutting

STARTS = ("core", "libs", "standard", "pack", "heap", "record", "files")
ARCHIVES = (archives.COLD, *archives.NAMES)
PARTS = (*STARTS, *ARCHIVES)
SECOND = cutting.SECOND  # what names of second halves begin with
WHOLE = "whole"  # a folder with libraries before they are cut
HERE = Path(__file__).resolve().parent
CUT = HERE.parent / "cold" / "cut.mjs"
BOOT = places.ROOT / "web" / "boot"
SHARED = [
    BOOT / "shared" / f"{name}.js"
    for name in ("files", "settings", "constants", "halves", "library", "listen")
]  # they serve the build, too


def prepare(kit: Path, pyodide: Path, keep: Path, say: Say) -> dict[str, Part]:
    """Make all parts of a start, or take them from the folder `keep` where the inputs have not changed.

    `kit` is the archive of our own modules, `pyodide` the runtime with its wheels. Returns the parts by name:
    without Node.js there is no snapshot among them. Raises `Problem` with what the step printed last when it
    fails, or where the folder `keep` can't be written.
    """
    versions.agree(pyodide)
    node = _node(say)
    folder = keep / f"{'awake' if node else 'packed'}-{_inputs(kit.read_bytes(), pyodide)}"
    done = folder / "done"
    if not done.exists():
        with filling(keep, "what Python starts from", say):  # other checkouts share this folder
            if not done.exists():
                _begin(folder)
                if node:
                    _wake(folder, _played(keep, kit, pyodide, node, say), kit, pyodide, node, say)
                else:
                    _pack(folder, kit, pyodide, say)
                done.touch()
    return compressed(folder)


def _begin(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _pack(folder: Path, kit: Path, pyodide: Path, say: Say) -> None:
    """Fill a folder with a pack alone, of what the lessons use natively."""
    (folder / "archives.json").write_text(json.dumps(archives.modules(pyodide)))
    home = folder / "home"
    slim_core.lay_out(pyodide, home)
    say("packing the files that the lessons use")
    pack_without_node.pack(kit, pyodide, folder)
    _lay_out_later(pyodide, folder)
    shutil.move(home / slim_core.FILE, folder / "core.bin")
    shutil.rmtree(home)
    _lay_out_modules(folder, folder)
    _cut_pack(folder)
    say("compressing what Python starts from")
    with Compressing(folder) as parts:
        parts.begin("core", "libs", "standard", "pack", *ARCHIVES)


def _played(keep: Path, kit: Path, pyodide: Path, node: str, say: Say) -> Path:
    """A folder with all that is found out by playing: it does not depend on the words of a sentence.

    It has a pack, first halves of the core and of libraries in `libs`, second halves, and archives. What was
    there before it was cut is in `home` and `whole`.
    """
    plain = plain_words.plain_kit(kit)
    folder = keep / f"played-{_inputs(plain, pyodide)}"
    if (folder / "done").exists():
        return folder
    _begin(folder)
    (folder / "archives.json").write_text(json.dumps(archives.modules(pyodide)))
    home, words = folder / "home", folder / "plain.zip"
    words.write_bytes(plain)
    slim_core.lay_out(pyodide, home)
    say("packing the files that the lessons use")
    _run([node, str(HERE / "pack.mjs"), str(pyodide), str(words), str(folder)])
    shutil.copytree(folder / cutting.LIBRARIES, folder / WHOLE)
    _lay_out_later(pyodide, folder)
    with Compressing(folder) as parts:
        say("finding out which functions a visit calls")
        _run([node, str(CUT), str(home), str(folder), str(folder), *archives.NAMES])
        parts.begin(*ARCHIVES)
        say("finding out which WebAssembly functions a visit runs")
        whole = pyodide / slim_core.FILE
        seconds = cutting.cut(whole, home, folder, ARCHIVES, lambda script: _run([node, *script]))
        shutil.copyfile(folder / slim_core.FILE, folder / "core.bin")
        parts.begin("core", *seconds)
    (folder / "done").touch()
    return folder


def _wake(folder: Path, played: Path, kit: Path, pyodide: Path, node: str, say: Say) -> None:
    """Fill a folder with a pack of our own modules, a snapshot, and what was found out by playing."""
    _run([node, str(HERE / "exchange.mjs"), str(pyodide), str(kit), str(folder), str(played)])
    say("taking a snapshot of Python with everything drawn")
    shutil.copyfile(played / "libraries.json", folder / "libraries.json")
    shutil.copytree(played / WHOLE, folder / cutting.LIBRARIES)
    _run([node, str(HERE / "take.mjs"), str(played / "home"), str(folder), str(folder)])
    cutting.check(played, folder)
    say("compressing what Python starts from")
    with Compressing(folder) as parts:
        parts.begin("heap", "record", "files")
        for part in sorted([*played.glob("*.packed"), *played.glob("*.about")]):
            shutil.copyfile(part, folder / part.name)
        _lay_out_modules(folder, played)
        _cut_pack(folder)
        parts.begin("libs", "standard", "pack")


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


def _inputs(kit: bytes, pyodide: Path) -> str:
    """A short sum over all that decides about the parts, wherever it lies."""
    sums = [tree([folder], folder) for folder in (pyodide, HERE, CUT.parent, cutting.PROFILE.parent)]
    scripts = [HERE.parent / "slim_core.py"]
    sums += [tree(SHARED, BOOT), tree(scripts, HERE.parent), *slim_core.asked_by_us(pyodide)]
    return hashlib.sha256("".join(sums).encode() + kit).hexdigest()[:16]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line[:200] for line in done.stderr.splitlines() if "Error" in line] or [done.stderr[-300:]]
        raise Problem(f"{Path(command[1]).name} failed: {lines[-1]}")


def _lay_out_later(pyodide: Path, folder: Path) -> None:
    libraries, for_svg = (json.loads((folder / f"{name}.json").read_text()) for name in ("libraries", "svg"))
    for name, data in archives.archives(pyodide, libraries, for_svg).items():
        (folder / f"{name}.bin").write_bytes(data)


def _lay_out_modules(folder: Path, halves: Path) -> None:
    """All libraries in one file, in the order in which the snapshot has loaded them."""
    paths = {Path(path).name: path for path in json.loads((folder / "libraries.json").read_text())}
    record = folder / "record.bin"
    names = _loaded(record) if record.exists() else list(paths)
    for name in names:
        if name not in paths:
            raise Problem(f"the snapshot has loaded {name}, which is not among the libraries of the pack.")
    libraries = [(paths[name], (halves / cutting.LIBRARIES / name).read_bytes()) for name in names]
    (folder / "libs.bin").write_bytes(container(libraries))


def _cut_pack(folder: Path) -> None:
    """Take the standard library, with which Python itself begins, out of the pack: it is fetched first."""
    pack = folder / "pack.bin"
    parts: dict[bool, list[tuple[str, bytes]]] = {True: [], False: []}
    for path, data in files_in(pack.read_bytes()):
        parts[archives.is_standard(path)].append((path, data))
    (folder / "standard.bin").write_bytes(container(parts[True]))
    pack.write_bytes(container(parts[False]))


def _loaded(record: Path) -> list[str]:
    """The files of the libraries that the snapshot has loaded, in the order of their tables."""
    return [library["file"] for library in json.loads(record.read_text())["libraries"]]
