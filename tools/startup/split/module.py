"""A WebAssembly module, read as far as it takes to move functions out of it.

Source of the format: WebAssembly Core Specification 3.0, part 5.5 (modules).
"""

from dataclasses import dataclass
from functools import cached_property

from tools.startup.split.leb import name, read, skip, unsigned, vector

HEAD = b"\0asm\1\0\0\0"
CUSTOM, TYPE, IMPORT, FUNCTION, TABLE, MEMORY, GLOBAL, EXPORT, START, ELEMENT, CODE, DATA, COUNT, TAG = range(
    14
)
ORDER = (
    CUSTOM,
    TYPE,
    IMPORT,
    FUNCTION,
    TABLE,
    MEMORY,
    TAG,
    GLOBAL,
    EXPORT,
    START,
    ELEMENT,
    COUNT,
    CODE,
    DATA,
)
"""How sections follow one another, the first custom one (`dylink.0`) before all."""
KINDS = range(5)
A_FUNCTION, A_TABLE, A_MEMORY, A_GLOBAL, A_TAG = KINDS
"""What can be imported or exported."""
SECTION_OF = {A_TABLE: TABLE, A_MEMORY: MEMORY, A_GLOBAL: GLOBAL, A_TAG: TAG}
END = 0x0B
SECTION = "half"
"""The custom section with a module's name, by which it is known when it is instantiated."""


@dataclass(frozen=True)
class Import:
    """Something that a module is given: from where, its kind, and its type as it is written."""

    module: str
    name: str
    kind: int
    type: bytes

    @property
    def data(self) -> bytes:
        """The import as it is written."""
        return name(self.module) + name(self.name) + bytes([self.kind]) + self.type


class Module:
    """A module's sections by their numbers, and what is in them."""

    def __init__(self, data: bytes) -> None:
        self.sections: dict[int, bytes] = {}
        at = len(HEAD)
        while at < len(data):
            number = data[at]
            length, at = read(data, at + 1)
            if number != CUSTOM or not self.sections:
                self.sections[number] = data[at : at + length]
            at += length

    def _items(self, number: int) -> tuple[int, bytes, int]:
        """The number of a section's items, the section, and where its first item begins."""
        data = self.sections.get(number, b"\0")
        count, at = read(data, 0)
        return count, data, at

    @cached_property
    def parameters(self) -> list[int]:
        """How many parameters a function of each type takes."""
        count, data, at = self._items(TYPE)
        found = []
        for _ in range(count):
            assert data[at] == 0x60, "a type that is not a function's"
            number, at = read(data, at + 1)
            found.append(number)
            at += number
            results, at = read(data, at)
            at += results
        return found

    @cached_property
    def imports(self) -> list[Import]:
        """What the module is given."""
        count, data, at = self._items(IMPORT)
        found = []
        for _ in range(count):
            texts = []
            for _ in range(2):
                length, at = read(data, at)
                texts.append(data[at : at + length].decode())
                at += length
            kind = data[at]
            after = _after_type(data, at + 1, kind)
            found.append(Import(texts[0], texts[1], kind, data[at + 1 : after]))
            at = after
        return found

    def imported(self, kind: int) -> int:
        """How many things of a kind are imported; its own are numbered from there on."""
        return sum(each.kind == kind for each in self.imports)

    @cached_property
    def types(self) -> list[int]:
        """The type of each of its own functions."""
        count, data, at = self._items(FUNCTION)
        found = []
        for _ in range(count):
            number, at = read(data, at)
            found.append(number)
        return found

    def own(self, kind: int) -> list[bytes]:
        """The types of its own tables, memories, globals or tags, as they are written."""
        count, data, at = self._items(SECTION_OF[kind])
        found = []
        for _ in range(count):
            after = _after_type(data, at, kind)
            found.append(data[at:after])
            at = after_constant(data, after) if kind == A_GLOBAL else after
        return found

    @cached_property
    def bodies(self) -> list[bytes]:
        """The code of each of its own functions: its locals, and its instructions."""
        count, data, at = self._items(CODE)
        found = []
        for _ in range(count):
            length, at = read(data, at)
            found.append(data[at : at + length])
            at += length
        return found

    @cached_property
    def exports(self) -> dict[str, tuple[int, int]]:
        """The kind and the number of everything that is exported, by name."""
        count, data, at = self._items(EXPORT)
        found = {}
        for _ in range(count):
            length, at = read(data, at)
            text = data[at : at + length].decode()
            number, after = read(data, at + length + 1)
            found[text] = (data[at + length], number)
            at = after
        return found

    def own_functions(self, names: set[str]) -> set[int]:
        """The numbers, among its own, of the functions that are exported by these names."""
        first = self.imported(A_FUNCTION)
        numbers = {
            number for name_, (kind, number) in self.exports.items() if kind == A_FUNCTION and name_ in names
        }
        return {number - first for number in numbers if number >= first}

    @cached_property
    def start(self) -> set[int]:
        """The function that is called when the module is instantiated, if there is one."""
        return {read(self.sections[START], 0)[0]} if START in self.sections else set()

    @cached_property
    def elements(self) -> set[int]:
        """The functions that stand in the module's tables."""
        count, data, at = self._items(ELEMENT)
        found: set[int] = set()
        for _ in range(count):
            flags, at = read(data, at)
            assert flags in (0, 2), "a segment of a table that is not active"
            if flags == 2:
                at = skip(data, at)
            at = after_constant(data, at) + (flags == 2)
            number, at = read(data, at)
            for _ in range(number):
                function, at = read(data, at)
                found.add(function)
        return found

    def appended(self, number: int, items: list[bytes]) -> bytes:
        """A section with more items at its end."""
        count, data, at = self._items(number)
        return unsigned(count + len(items)) + data[at:] + b"".join(items)


def instructions_at(body: bytes) -> int:
    """Where a function's instructions begin, after its locals."""
    count, at = read(body, 0)
    for _ in range(count):
        at = skip(body, at) + 1
    return at


def exported(text: str, kind: int, number: int) -> bytes:
    """An export as it is written."""
    return name(text) + bytes([kind]) + unsigned(number)


def code(bodies: list[bytes]) -> bytes:
    """The section of these functions' bodies."""
    return vector([unsigned(len(body)) + body for body in bodies])


def custom(text: str, data: bytes) -> bytes:
    """A custom section, to be put at the module's end."""
    payload = name(text) + data
    return bytes([CUSTOM]) + unsigned(len(payload)) + payload


def written(sections: dict[int, bytes]) -> bytes:
    """A module of these sections."""
    parts = [
        bytes([number]) + unsigned(len(sections[number])) + sections[number]
        for number in ORDER
        if number in sections
    ]
    return HEAD + b"".join(parts)


def _after_type(data: bytes, at: int, kind: int) -> int:
    if kind == A_FUNCTION:
        return skip(data, at)
    if kind == A_TAG:
        return skip(data, at + 1)
    if kind == A_GLOBAL:
        return at + 2
    at += kind == A_TABLE  # what it holds
    return skip(data, skip(data, at + 1)) if data[at] & 1 else skip(data, at + 1)


def after_constant(data: bytes, at: int) -> int:
    """The place after a constant expression."""
    while data[at] != END:
        opcode = data[at]
        if opcode in (0x43, 0x44):
            at += 5 if opcode == 0x43 else 9
        else:
            at = at + 1 if opcode in range(0x6A, 0x7F) else skip(data, at + 1)
    return at + 1
