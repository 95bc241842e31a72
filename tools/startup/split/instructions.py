"""Walks through the code of WebAssembly functions, as far as it takes to see what they refer to.

Source of the encoding: WebAssembly Core Specification 3.0, part 5.4 (instructions), and the legacy
instructions of the proposal for exception handling.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tools.common.console import Problem
from tools.startup.split.leb import read, read_signed, skip

NONE, LEB, TWO, MEMORY, FOUR, EIGHT, BR_TABLE, SELECT, TRY_TABLE, MISC, SIMD, ATOMIC, CALL, REF, UNKNOWN = (
    range(15)
)
CONSTANT, GLOBAL_GET, ADDRESS = range(15, 18)
REFERS = {0x10: CALL, 0x12: CALL, 0xD2: REF}
PREFIXES = {0xFC: MISC, 0xFD: SIMD, 0xFE: ATOMIC}
ONE_NUMBER = (
    *(0x02, 0x03, 0x04, 0x06),  # blocks: their type
    *(0x07, 0x08, 0x09, 0x0C, 0x0D, 0x14, 0x15, 0x18),  # catch, throw, rethrow, br, br_if, call_ref, delegate
    *(0x20, 0x21, 0x22, 0x24, 0x25, 0x26),  # locals, global.set, tables
    *(0x3F, 0x40, 0xD0, 0xD5, 0xD6),  # memory.size, memory.grow, ref.null, br_on_null, br_on_non_null
)
WITHOUT = (0x00, 0x01, 0x05, 0x0A, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, *range(0x45, 0xC5), 0xD1, 0xD3, 0xD4)


def _kinds() -> list[int]:
    kinds = [UNKNOWN] * 256
    for opcodes, kind in (
        (WITHOUT, NONE),
        (ONE_NUMBER, LEB),
        ((0x11, 0x13), TWO),
        (range(0x28, 0x3F), MEMORY),
        ((0x41, 0x42), CONSTANT),
        ((0x23,), GLOBAL_GET),
        ((0x43,), FOUR),
        ((0x44,), EIGHT),
        ((0x0E,), BR_TABLE),
        ((0x1C,), SELECT),
        ((0x1F,), TRY_TABLE),
    ):
        for opcode in opcodes:
            kinds[opcode] = kind
    for opcode, kind in {**REFERS, **PREFIXES}.items():
        kinds[opcode] = kind
    return kinds


KINDS = _kinds()
MISC_NUMBERS = {8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1}
OF_SEGMENTS = {8, 9, 12, 13}  # memory.init, data.drop, table.init, elem.drop


class References(NamedTuple):
    """What a function refers to: functions that it calls, and whether it is `bound` to the module's segments.

    That is so where it takes a reference to a function, or reads a segment by its number. `addresses` are all
    numbers that may be one: constants, also two or four in one, and what is added to an address in memory.
    `gets` are the globals that it reads.
    """

    calls: frozenset[int]
    bound: bool
    addresses: frozenset[int] = frozenset()
    gets: frozenset[int] = frozenset()


def references(code: bytes, at: int) -> References:
    """Return what the instructions from `at` to the end of `code`, a function's body, refer to.

    Raises Problem for an instruction that is not known.
    """
    found: dict[int, set[int]] = {kind: set() for kind in (CALL, REF, ADDRESS, GLOBAL_GET)}
    for kind, value in _walk(code, at):
        found[kind].add(value)
    return References(
        frozenset(found[CALL]), bool(found[REF]), frozenset(found[ADDRESS]), frozenset(found[GLOBAL_GET])
    )


def _walk(code: bytes, at: int) -> Iterator[tuple[int, int]]:
    end = len(code)
    while at < end:
        opcode = code[at]
        kind = KINDS[opcode]
        at += 1
        if kind == NONE:
            continue
        if kind == LEB:
            at = skip(code, at)
        elif kind == MEMORY:
            value, at = _memory(code, at)
            yield ADDRESS, value
        elif kind == CONSTANT:
            value, at = read_signed(code, at)
            yield ADDRESS, value & 0xFFFFFFFF
            yield ADDRESS, value >> 32 & 0xFFFFFFFF
        elif kind in (CALL, REF, GLOBAL_GET):
            value, at = read(code, at)
            yield kind, value
        elif kind == TWO:
            at = skip(code, skip(code, at))
        elif kind == MISC:
            number, at = read(code, at)
            if number in OF_SEGMENTS:
                yield REF, number
            for _ in range(MISC_NUMBERS.get(number, 0)):
                at = skip(code, at)
        elif kind == SIMD:
            for value in _words(code, at):
                yield ADDRESS, value
            at = _simd(code, at)
        elif kind in (FOUR, EIGHT):
            at += 4 if kind == FOUR else 8
        elif kind == BR_TABLE:
            count, at = read(code, at)
            for _ in range(count + 1):
                at = skip(code, at)
        elif kind == SELECT:
            count, at = read(code, at)
            at += count
        elif kind == TRY_TABLE:
            at = _try_table(code, skip(code, at))
        elif kind == ATOMIC:
            number, at = read(code, at)
            at = at + 1 if number == 3 else _memory(code, at)[1]
        else:
            raise Problem(f"a function has an unknown instruction (0x{opcode:02x}).")


def _memory(code: bytes, at: int) -> tuple[int, int]:
    """What an instruction adds to an address, and the place after it."""
    align, at = read(code, at)
    if align & 0x40:  # the number of a memory
        at = skip(code, at)
    return read(code, at)


def _words(code: bytes, at: int) -> list[int]:
    """The numbers in a SIMD instruction that may be addresses."""
    number, at = read(code, at)
    if number <= 11 or number in range(84, 94):
        return [_memory(code, at)[0]]
    if number == 12:  # v128.const
        return [int.from_bytes(code[place : place + 4], "little") for place in range(at, at + 16, 4)]
    return []


def _simd(code: bytes, at: int) -> int:
    number, at = read(code, at)
    if number <= 11 or number in (92, 93):
        return _memory(code, at)[1]
    if 84 <= number <= 91:
        return _memory(code, at)[1] + 1
    if number in (12, 13):
        return at + 16
    return at + 1 if 21 <= number <= 34 else at


def _try_table(code: bytes, at: int) -> int:
    count, at = read(code, at)
    for _ in range(count):
        kind = code[at]
        at = skip(code, at + 1)
        if kind < 2:
            at = skip(code, at)
    return at
