"""Python's memory in a snapshot: which pages go into it, and how they come back, asked in Node."""

import json
import subprocess
from typing import Any

import pytest

from tools.common import paths
from tools.setup import npm
from tools.startup.split.leb import vector
from tools.startup.split.module import A_GLOBAL, A_MEMORY, DATA, IMPORT, Import, written

TAKE = paths.ROOT / "tools" / "startup" / "snapshot" / "memory.mjs"
WAKE = paths.ROOT / "web" / "boot" / "worker" / "memory.js"
SHARED = paths.ROOT / "web" / "boot" / "shared"


def node(program: str, **given: Any) -> Any:
    """What a program in JavaScript returns, with everything imported and these values at hand."""
    found = npm.node() or (npm.client(print) and npm.node())
    assert found
    lines = [
        f"import {{ pieces }} from {json.dumps(TAKE.as_uri())};",
        f"import {{ clearBetween, Layer }} from {json.dumps(WAKE.as_uri())};",
        f"import {{ constantsOf, differ }} from {json.dumps((SHARED / 'constants.js').as_uri())};",
        f"import {{ instanceOf }} from {json.dumps((SHARED / 'library.js').as_uri())};",
        *(f"const {name} = {json.dumps(value)};" for name, value in given.items()),
        f"console.log(JSON.stringify((() => {{ {program} }})()));",
    ]
    command = [found, "--input-type=module", "-e", "\n".join(lines)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
def test_pieces_come_back_to_their_places_however_they_arrive(size: int) -> None:
    program = """
        const heap = new Uint8Array(16), layer = new Layer(heap, [[1, 3], [6, 1], [10, 4]]);
        const bytes = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
        const full = [];
        for (let at = 0; at < bytes.length; at += size) {
            full.push(layer.full);
            layer.write(bytes.subarray(at, at + size));
        }
        return [[...heap], full.some(Boolean), layer.full];"""
    assert node(program, size=size) == [[0, 1, 2, 3, 0, 0, 4, 0, 0, 0, 5, 6, 7, 8, 0, 0], False, True]


def test_between_the_pieces_nothing_stays_but_on_the_stack() -> None:
    program = """
        const heap = new Uint8Array(16).fill(9);
        clearBetween(heap, { pieces: [[12, 2], [1, 3]], stack: [6, 9] }, 14);
        return [...heap];"""
    assert node(program) == [0, 9, 9, 9, 0, 0, 9, 9, 9, 0, 0, 0, 9, 9, 9, 9]


@pytest.mark.parametrize("length", [0, 3, 8, 11])
def test_a_difference_is_nothing_where_all_is_the_same_and_gives_back_what_it_was_made_of(
    length: int,
) -> None:
    program = """
        const before = Uint8Array.from({ length: 24 }, (_, i) => 7 * i + 1), heap = before.slice();
        const other = before.slice(8, 8 + length);
        if (length) other[length - 1] ^= 5;
        differ(heap, 8, other);
        const told = [...heap];
        differ(heap, 8, other);
        return [told, [...before], [...heap]];"""
    told, before, back = node(program, length=length)
    assert told == before[:8] + [0] * max(length - 1, 0) + [5] * (length > 0) + before[8 + length :]
    assert back == before


LIBRARY = written(
    {
        IMPORT: vector(
            [
                Import("env", "memory", A_MEMORY, b"\0\1").data,
                Import("env", "__memory_base", A_GLOBAL, b"\x7f\0").data,
            ]
        ),
        DATA: vector([b"\0\x23\0\x0b" + vector([bytes([byte]) for byte in (1, 2, 3, 4, 5)])]),
    }
)
"""A library that has five bytes of its own, from where its memory begins on."""


def test_of_a_librarys_own_memory_a_snapshot_tells_what_differs_and_its_instance_gives_it_back() -> None:
    program = """
        const memory = new WebAssembly.Memory({ initial: 1 }), heap = new Uint8Array(memory.buffer);
        const module = new WebAssembly.Module(Uint8Array.from(bytes));
        const put = () => instanceOf(module, { memory: 8, bytes: 10, table: 0 }, heap, { memory }, () => 0);
        heap.set([9, 9, 9, 9, 9, 9, 9, 9, 1, 2, 7, 4, 5, 0, 0, 0, 6, 8, 9, 9]);
        const before = [...heap.slice(0, 20)];
        put();
        const told = [...heap.slice(0, 20)];
        put();
        return [before, told, [...heap.slice(0, 20)]];"""
    before, told, back = node(program, bytes=[*LIBRARY])
    assert told == [9] * 8 + [0, 0, 3 ^ 7, 0, 0, 0, 0, 0, 6, 8, 9, 9]
    assert back == before
