"""Cuts the core and the libraries of a start in two, by what a visit runs of them."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tools.startup import pruned_core, slim_core
from tools.startup.split.counted import counted
from tools.startup.split.halves import split
from tools.startup.split.module import Module

PROFILE = Path(__file__).with_name("profile.mjs")
CORE, CORE_FILE = "core", pruned_core.FILE
SMALL = 80  # bytes: what is smaller is hardly larger than what would stand for it, and stays
JUMPS = {"__wasm_setjmp", "__wasm_setjmp_test", "__wasm_longjmp"}
"""Exports of the core by which the rasterizer gives up a sign that needs more room, as some scripts' may."""
LIBRARIES, SECOND = "libs", "second"  # folders
Run = Callable[[list[str]], None]
"""Runs a script of JavaScript, with arguments."""


def cut(home: Path, folder: Path, archives: Sequence[str], run: Run) -> None:
    """Put first halves into the place of the libraries in `folder`, the core's and second ones beside them.

    `home` holds the runtime, with the slim script; `folder` the pack, the archives of these names, and the
    names of the pack's libraries, which are in `libs`. Writes `pyodide.asm.wasm`, `libs/*` and
    `second/*.wasm`. In first halves is what a visit calls, what JavaScript may, and what is small. Raises
    Problem where a module has an instruction that is not known, or can't be played.
    """
    modules = {CORE: home / CORE_FILE}
    script = (home / slim_core.SCRIPT).read_text(encoding="utf-8")
    asked = slim_core.asked_for(script) | JUMPS
    modules |= {file.name.partition(".")[0]: file for file in sorted((folder / LIBRARIES).iterdir())}
    called = _called(modules, home, folder, archives, run)
    (folder / SECOND).mkdir()
    for name, file in modules.items():
        module = Module(file.read_bytes())
        small = {number for number, body in enumerate(module.bodies) if len(body) < SMALL}
        stays = {*called[name], *small, *(module.own_functions(asked) if name == CORE else ())}
        first, second = split(module, stays, name)
        (folder / CORE_FILE if name == CORE else file).write_bytes(first)
        (folder / SECOND / f"{name}.wasm").write_bytes(second)


def _called(
    modules: Mapping[str, Path], runtime: Path, folder: Path, archives: Sequence[str], run: Run
) -> Mapping[str, list[int]]:
    """The functions of each module that a visit calls."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        home, packed = Path(name) / "home", Path(name) / "packed"
        (packed / LIBRARIES).mkdir(parents=True)
        shutil.copytree(runtime, home)
        for part in ("pack.bin", "libraries.json", *(f"{archive}.bin" for archive in archives)):
            shutil.copyfile(folder / part, packed / part)
        for module, file in modules.items():
            place = home / CORE_FILE if module == CORE else packed / LIBRARIES / file.name
            place.write_bytes(counted(file.read_bytes(), module))
        run([str(PROFILE), str(home), str(packed), str(packed), *archives])
        found: Mapping[str, list[int]] = json.loads((packed / "called.json").read_text(encoding="utf-8"))
        return found
