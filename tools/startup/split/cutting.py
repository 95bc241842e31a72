"""Cuts the core and the libraries of a start in two, by what a visit runs of them."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from tools.common.console import Problem
from tools.startup import slim_core
from tools.startup.split.cold_data import constants_end, numbers, unreached, written_to
from tools.startup.split.data import Range, segments, symbols, values
from tools.startup.split.halves import Cut
from tools.startup.split.leb import signed, unsigned
from tools.startup.split.module import (
    A_GLOBAL,
    CODE,
    EXPORT,
    GLOBAL,
    SECTION,
    Module,
    code,
    custom,
    exported,
    instructions_at,
    written,
)

CALLED = "%"
"""What names of exports begin with that tell, by a 1, that the function of that number was called."""


def counted(data: bytes, text: str) -> bytes:
    """Return a module, named by `text`, in which each function first sets a global to 1.

    The global is exported as `%` and the function's number, among the module's own.
    """
    module = Module(data)
    first = module.imported(A_GLOBAL) + len(module.own(A_GLOBAL))
    bodies, exports = [], []
    for number, body in enumerate(module.bodies):
        at = instructions_at(body)
        mark = b"\x41" + signed(1) + b"\x24" + unsigned(first + number)  # i32.const, global.set
        bodies.append(body[:at] + mark + body[at:])
        exports.append(exported(f"{CALLED}{number}", A_GLOBAL, first + number))
    zero = b"\x7f\x01\x41\x00\x0b"  # i32, mutable: 0
    sections = module.sections | {
        GLOBAL: module.appended(GLOBAL, [zero] * len(bodies)),
        EXPORT: module.appended(EXPORT, exports),
        CODE: code(bodies),
    }
    return written(sections) + custom(SECTION, text.encode())


PROFILE = Path(__file__).with_name("profile.mjs")
CORE, CORE_FILE = "core", slim_core.FILE
SMALL = 80  # bytes: what is smaller is hardly larger than what would stand for it, and stays
JUMPS = {"__wasm_setjmp", "__wasm_setjmp_test", "__wasm_longjmp"}
"""Exports of the core by which the rasterizer gives up a sign that needs more room, as some scripts' may."""
LIBRARIES = "libs"  # a folder
COLD = "cold.json"
SECOND = "second-"  # what names of second halves begin with
Run = Callable[[list[str]], None]
"""Runs a script of JavaScript, with arguments."""


def cut(whole: Path, home: Path, folder: Path, archives: Sequence[str], run: Run) -> list[str]:
    """Put first halves into the place of the libraries in `folder`, the core's and second ones beside them.

    `whole` is the core with all its exports, `home` the runtime with the slim script and the pruned core.
    `folder` holds the pack, the archives of these names, and the names of the pack's libraries, which are in
    `libs`. Writes `pyodide.asm.wasm`, `libs/*`, `cold.json`, the constants that come with the core's second
    half, and second halves, `second-*.bin`, whose names it returns. In first halves is what a visit calls,
    what JavaScript may, and what is small. Raises Problem where a module has an instruction that is not
    known, or where it can't be played.
    """
    modules = {CORE: home / CORE_FILE}
    script = (home / slim_core.SCRIPT).read_text(encoding="utf-8")
    asked = slim_core.asked_for(script) | JUMPS
    modules |= {file.name.partition(".")[0]: file for file in sorted((folder / LIBRARIES).iterdir())}
    called = _called(modules, home, folder, archives, run)
    seconds = []
    for name, file in modules.items():
        module = Module(file.read_bytes())
        small = {number for number, body in enumerate(module.bodies) if len(body) < SMALL}
        stays = {*called[name], *small, *(module.own_functions(asked) if name == CORE else ())}
        halves = Cut(module, frozenset(stays))
        cold = _cold(halves, symbols(Module(whole.read_bytes())), script) if name == CORE else []
        if name == CORE:
            (folder / COLD).write_text(json.dumps(cold), encoding="utf-8")
        first, second = halves.halves(name, cold)
        (folder / CORE_FILE if name == CORE else file).write_bytes(first)
        seconds.append(f"{SECOND}{name}")
        (folder / f"{seconds[-1]}.bin").write_bytes(second)
    return seconds


def _cold(halves: Cut, known: Mapping[str, int], script: str) -> list[Range]:
    """The ranges of the core's constants that come with its second half, by the addresses of its symbols."""
    module, held = halves.module, values(halves.module)

    def numbers_in(functions: Iterable[int]) -> set[int]:
        refers = [halves.refers[number] for number in functions]
        read = {held[number] for each in refers for number in each.gets if number in held}
        return read.union(*(each.addresses for each in refers))

    at_once = halves.at_once
    hot = numbers_in(at_once) | {*symbols(module).values()} | numbers(script)
    others = numbers_in(number for number in range(len(halves.refers)) if number not in at_once)
    return unreached(segments(module), constants_end(known), hot, others, known.values())


def check(cut: Path, taken: Path) -> None:
    """Raise Problem where a snapshot shows that Python has written to what should be a constant.

    `cut` is the folder that `cut` has filled, `taken` that of the snapshot.
    """
    cold = [Range(*each) for each in json.loads((cut / COLD).read_text(encoding="utf-8"))]
    record = json.loads((taken / "record.bin").read_text(encoding="utf-8"))
    if wrong := written_to(cold, record["pieces"], (taken / "heap.bin").read_bytes()):
        raise Problem(f"Python has written to constants of its core at {wrong[0].start}: check cold_data.py.")


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
