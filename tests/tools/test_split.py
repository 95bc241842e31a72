"""WebAssembly modules cut in two: the halves do what the whole does, and the second comes at need."""

import json
from pathlib import Path

import pytest

from tests.support.node import ask
from tests.support.often import slow
from tools.common import paths
from tools.startup.split.halves import Cut, Halves
from tools.startup.split.leb import signed, vector
from tools.startup.split.module import (
    A_FUNCTION,
    A_GLOBAL,
    A_TABLE,
    CODE,
    ELEMENT,
    EXPORT,
    FUNCTION,
    GLOBAL,
    IMPORT,
    MEMORY,
    TABLE,
    TYPE,
    Import,
    Module,
    code,
    exported,
    written,
)

HALVES = paths.ROOT / "web" / "boot" / "shared" / "halves.js"
X = b"\x20\0"  # local.get 0
CALL, TIMES, PLUS, END = b"\x10", b"\x6c", b"\x6a", b"\x0b"


def number(value: int) -> bytes:
    """The instruction i32.const."""
    return b"\x41" + signed(value)


BODIES = {
    "warm": X + CALL + b"\2" + number(1) + PLUS,  # cold(x) + 1
    "cold": X
    + CALL
    + b"\0"
    + X
    + b"\x24\0"
    + number(8)
    + X
    + b"\x36\2\0"
    + X
    + CALL
    + b"\3"
    + number(2)
    + TIMES,
    "inner": X + number(10) + PLUS,
    "apart": number(8) + b"\x28\2\0" + b"\x23\0" + PLUS,  # what is at 8 in memory, and the global
    "dead": X + CALL + b"\2",
}
"""Functions of a number: `cold` tells it, keeps it in a global and in memory, and doubles `inner`."""
NAMES = list(BODIES)


@pytest.fixture(scope="module")
def tiny() -> bytes:
    """A module with something of every kind. Its first function is imported."""
    shown = [exported(name, A_FUNCTION, 1 + NAMES.index(name)) for name in ("warm", "cold", "apart")]
    return written(
        {
            TYPE: vector([b"\x60\1\x7f\0", b"\x60\1\x7f\1\x7f"]),
            IMPORT: vector([Import("env", "tell", A_FUNCTION, b"\0").data]),
            FUNCTION: vector([b"\1"] * len(NAMES)),
            TABLE: vector([b"\x70\0\1"]),
            MEMORY: vector([b"\0\1"]),
            GLOBAL: vector([b"\x7f\1\x41\0\x0b"]),
            EXPORT: vector([*shown, exported("table", A_TABLE, 0), exported("kept", A_GLOBAL, 0)]),
            ELEMENT: vector([b"\0\x41\0\x0b" + vector([b"\2"])]),
            CODE: code([b"\0" + body + END for body in BODIES.values()]),
        }
    )


def called(*names: str) -> set[int]:
    return {NAMES.index(name) for name in names}


def run(folder: Path, first: bytes, second: bytes, program: str) -> list[object]:
    """What a program says, as JSON; it has a module's `exports`, what they `told`, and what was `brought`."""
    (folder / "first.wasm").write_bytes(first)
    (folder / "second.wasm").write_bytes(second)
    before = f"""
        const fs = await import("node:fs");
        const read = (name) => fs.readFileSync({json.dumps(str(folder))} + "/" + name);
        const told = [], brought = [];
        joinHalves((name) => {{ brought.push(name); return read("second.wasm"); }});
        const env = {{ tell: (x) => told.push(x) }};
        const {{ instance }} = await WebAssembly.instantiate(read("first.wasm"), {{ env }});
        const exports = instance.exports;
    """
    said = ask(HALVES, "comeAnew, joinHalves", f"{before} said(JSON.stringify([{program}]));")
    found: list[object] = json.loads(said)
    return found


def split(module: Module, stays: set[int], name: str) -> Halves:
    """The halves of a module, the first with these functions of its own."""
    return Cut(module, frozenset(stays)).halves(name)


EVERYTHING = (
    "exports.warm(5), exports.cold(6), exports.table.get(0)(7), exports.apart(0), exports.kept.value, told"
)


@slow
@pytest.mark.parametrize("stays", [(), ("warm",), ("cold",), ("warm", "inner"), tuple(NAMES)], ids=" ".join)
def test_both_halves_do_what_the_whole_does(tiny: bytes, tmp_path: Path, stays: tuple[str, ...]) -> None:
    whole = run(tmp_path, tiny, b"", EVERYTHING)
    assert whole == [31, 32, 34, 14, 7, [5, 6, 7]]
    assert run(tmp_path, *split(Module(tiny), called(*stays), "tiny"), EVERYTHING) == whole
