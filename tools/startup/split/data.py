"""The data that a module puts into memory when it is instantiated, at addresses that are written in it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tools.startup.split.leb import read, read_signed, signed, unsigned, vector
from tools.startup.split.module import A_GLOBAL, COUNT, DATA, END, GLOBAL, Module, after_constant

APART = 64  # bytes
CONSTANT = b"\x41"  # the instruction i32.const


class Segment(NamedTuple):
    """Bytes, and the address of the first."""

    start: int
    data: bytes

    @property
    def end(self) -> int:
        """The address after the last."""
        return self.start + len(self.data)


class Range(NamedTuple):
    """Addresses: the first, and that after the last."""

    start: int
    end: int


def segments(module: Module) -> list[Segment]:
    """The data of a module, in the order in which it is put.

    Raises ValueError for data that is put where only who loads the module says, or when a function asks.
    """
    section = module.sections.get(DATA, b"\0")
    count, at = read(section, 0)
    found = []
    for _ in range(count):
        if section[at : at + 2] != b"\0" + CONSTANT:
            raise ValueError("data without an address")
        start, at = read_signed(section, at + 2)
        assert section[at] == END
        length, at = read(section, at + 1)
        found.append(Segment(start, section[at : at + length]))
        at += length
    return found


def sections(of: Iterable[Segment]) -> dict[int, bytes]:
    """The sections of a module that has this data."""
    items = [
        b"\0" + CONSTANT + signed(start) + bytes([END]) + unsigned(len(data)) + data for start, data in of
    ]
    return {COUNT: unsigned(len(items)), DATA: vector(items)}


def within(of: Iterable[Segment], ranges: Sequence[Range]) -> list[Segment]:
    """What of segments lies in ranges, which are sorted and apart."""
    found, ends = [], [end for _, end in ranges]
    for segment in of:
        for start, end in ranges[bisect_right(ends, segment.start) :]:
            if start >= segment.end:
                break
            first, last = max(start, segment.start), min(end, segment.end)
            if last > first:
                found.append(Segment(first, segment.data[first - segment.start : last - segment.start]))
    return found


def outside(of: Sequence[Segment], ranges: Sequence[Range]) -> list[Segment]:
    """What of segments lies in none of the ranges."""
    starts, ends = [start for start, _ in ranges], [end for _, end in ranges]
    return within(of, [Range(*each) for each in zip([0, *ends], [*starts, 1 << 32], strict=True)])


def joined(of: Iterable[Segment]) -> list[Segment]:
    """Segments, sorted and for memory with nothing in it, those that are hardly apart as one.

    A few zeros between them weigh less than another address.
    """
    found: list[Segment] = []
    for segment in of:
        gap = segment.start - found[-1].end if found else APART + 1
        if gap > APART:
            found.append(segment)
        else:
            found.append(Segment(found[-1].start, found.pop().data + bytes(gap) + segment.data))
    return found


def values(module: Module) -> dict[int, int]:
    """What a module's own globals hold at first, by their numbers: those that are given a 32-bit constant."""
    section = module.sections.get(GLOBAL, b"\0")
    count, at = read(section, 0)
    found, first = {}, module.imported(A_GLOBAL)
    for number in range(first, first + count):
        at += 2  # the type
        if section[at : at + 1] == CONSTANT:
            found[number] = read_signed(section, at + 1)[0]
        at = after_constant(section, at)
    return found


def symbols(module: Module) -> dict[str, int]:
    """The addresses that a module exports, by name."""
    held = values(module)
    return {
        name: held[number]
        for name, (kind, number) in module.exports.items()
        if kind == A_GLOBAL and number in held
    }
