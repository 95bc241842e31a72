"""Which of a module's constants only functions of its second half can reach.

Nothing says where in a module's data one thing ends and another begins, nor who reads it; both are told by
addresses. Code that reads something has its address: as a number in code, or from a word of data. What begins
at an address that anything refers to goes on to the next such address at the most, but for parts of one thing
that are referred to by themselves, and for numbers that are no addresses. Hence `MARGIN`: what lies so near
behind an address of the first half counts as reached, wherever something else may begin; and a number in code
tells of a beginning only if it looks like one (`_begins`). Reached is what code of the first half, a script
or a library refers to, and what data refers to that is reached itself.

This is no proof. A table of which the first half knows nothing but an address far before its beginning would
be missed; `tests/tools/test_cold_data.py` plays a visit in which other bytes stand for what is moved.

The core is compiled to be independent of its place, so that constants which hold addresses lie among the data
that can be written, behind all other constants. Those others are what this is about: nobody writes to them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from tools.startup.split.data import Range, Segment, within

MARGIN = 1024  # bytes
LEAST = 2048  # bytes: what is smaller stays
LAST_SIGN = 0x10FFFF  # of Unicode, whose functions are full of numbers
NUMBER = re.compile(r"\b\d{4,8}\b")
TYPE_NAME = "_ZTS"  # how symbols of C++ types' names begin: they are the last constants without addresses


def constants_end(symbols: Mapping[str, int]) -> int:
    """The address up to which constants hold no addresses, by those of all symbols; 0 if it is not known."""
    return max((address for name, address in symbols.items() if name.startswith(TYPE_NAME)), default=0)


def numbers(script: str) -> set[int]:
    """All numbers in a script that may be addresses."""
    return {int(number) for number in NUMBER.findall(script)}


def unreached(
    data: Sequence[Segment], end: int, hot: set[int], cold: set[int], symbols: Iterable[int]
) -> list[Range]:
    """The ranges of constants, before the address `end`, that only other code than the first half's reaches.

    `hot` are numbers that are in the first half's code and in scripts, and the addresses of what libraries
    import; `cold` are those in all other code. At the addresses of `symbols` something begins for sure.
    """
    if not data:
        return []
    image = _image(data)
    first, last = data[0].start, len(image)
    words = memoryview(image).cast("I")
    pointers = [
        (4 * place, words[place]) for place in range(end // 4, len(words)) if first <= words[place] < last
    ]
    begins = {first, last, *symbols, *(to for _, to in pointers), *filter(_begins, hot | cold)}
    edges = sorted(edge for edge in begins if first <= edge <= last)
    reached = _reached(edges, pointers, end, {number for number in hot if first <= number < last})
    return _ranges(edges, reached, min(end, last))


def written_to(ranges: Iterable[Range], pieces: Iterable[tuple[int, int]], heap: bytes) -> list[Range]:
    """Those of the ranges in which a snapshot has anything: there Python has written something of its own.

    `pieces` are the address and the length of each piece of memory that `heap` holds, one after the other.
    """
    holds, at = [], 0
    for start, length in pieces:
        holds.append(Segment(start, heap[at : at + length]))
        at += length
    found = {each: any(any(data) for _, data in within(holds, [each])) for each in ranges}
    return [each for each, is_written in found.items() if is_written]


def _image(data: Sequence[Segment]) -> bytearray:
    """Memory as it is when the data is in its place, up to the next whole word."""
    image = bytearray(-(-max(segment.end for segment in data) // 4) * 4)
    for segment in data:
        image[segment.start : segment.end] = segment.data
    return image


def _begins(number: int) -> bool:
    """Whether a number in code is likely to be an address where something begins."""
    return number > LAST_SIGN and number % 16 == 0 and number % 256 != 0


def _reached(
    edges: Sequence[int], pointers: Sequence[tuple[int, int]], end: int, hot: Iterable[int]
) -> bytearray:
    """For each piece between two edges, 1 if it is reached."""
    reached, places = bytearray(len(edges)), [place for place, _ in pointers]
    left = list(hot)
    while left:
        address = left.pop()
        for piece in range(bisect_right(edges, address) - 1, bisect_left(edges, address + MARGIN)):
            if reached[piece]:
                continue
            reached[piece] = 1
            start, stop = edges[piece], edges[piece + 1] if piece + 1 < len(edges) else edges[-1]
            if stop > end:
                inside = pointers[bisect_left(places, start - 3) : bisect_left(places, stop)]
                left += [to for _, to in inside]
    return reached


def _ranges(edges: Sequence[int], reached: bytearray, end: int) -> list[Range]:
    """The pieces before `end` that are not reached, put together, without small ones."""
    found: list[Range] = []
    for start, stop, is_reached in zip(edges, edges[1:], reached, strict=False):
        if is_reached or start >= end:
            continue
        before = found.pop() if found and found[-1].end == start else Range(start, start)
        found.append(Range(before.start, min(stop, end)))
    return [each for each in found if each.end - each.start >= LEAST]
