"""Cuts a module in two.

Functions keep their numbers in both halves. In the first one a function that was moved is a short one that
sees to it that the second half is there, and calls it through a table of both; in the second one functions
of the first are called in the same way. Memory, tables, globals and tags are the first half's; the second one
is given them. Data that was moved is put into memory when the second half comes.

    exports of the first half          imports of the second half, from `%`
    %table       calls between halves  table
    %there       1 when both are here
    %1.0, %2.0…  kind and number       the same names

The table's first entry is what brings the second half; the loader of the first half puts it there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tools.startup.split.data import Range, joined, outside, sections, segments, within
from tools.startup.split.instructions import References, references
from tools.startup.split.leb import signed, unsigned, vector
from tools.startup.split.module import (
    A_FUNCTION,
    A_GLOBAL,
    A_MEMORY,
    A_TABLE,
    A_TAG,
    CODE,
    ELEMENT,
    EXPORT,
    FUNCTION,
    GLOBAL,
    IMPORT,
    SECTION,
    TABLE,
    TYPE,
    Import,
    Module,
    code,
    custom,
    exported,
    instructions_at,
    written,
)

OWN = "%"
NOBODY = b"\0\x00\x0b"  # no locals; unreachable: a function that nobody calls


class Halves(NamedTuple):
    """The two modules."""

    first: bytes
    second: bytes


@dataclass(frozen=True)
class Cut:
    """How a module is cut.

    `wanted` are the numbers, among its own, of the functions that a first half has in any case. Raises
    Problem where the module has an unknown instruction.
    """

    module: Module
    wanted: frozenset[int]

    @cached_property
    def given(self) -> int:
        """How many functions are imported; the module's own are numbered from there on."""
        return self.module.imported(A_FUNCTION)

    @cached_property
    def refers(self) -> list[References]:
        """What each of its own functions refers to."""
        return [references(body, instructions_at(body)) for body in self.module.bodies]

    @cached_property
    def stays(self) -> set[int]:
        """The module's own functions that are in the first half."""
        bound = {number for number, refers in enumerate(self.refers) if refers.bound}
        return set(self.wanted) | bound | {number - self.given for number in self.module.start}

    def _called_by(self, functions: set[int]) -> set[int]:
        """Functions of the module's own that these call."""
        calls = {call for number in functions for call in self.refers[number].calls}
        return {call - self.given for call in calls if call >= self.given}

    @cached_property
    def reached(self) -> set[int]:
        """Functions that anybody can call: by a call, a table or an export."""
        found: set[int] = set()
        left = self.stays | self._shown
        while left:
            found |= left
            left = self._called_by(left) - found
        return found

    @cached_property
    def at_once(self) -> set[int]:
        """Functions of the first half that run while the second one is not there."""
        found: set[int] = set()
        left = (self._shown | {number - self.given for number in self.module.start}) & self.stays
        while left:
            found |= left
            left = (self._called_by(left) & self.stays) - found
        return found

    @cached_property
    def _shown(self) -> set[int]:
        shown = {number for kind, number in self.module.exports.values() if kind == A_FUNCTION}
        return {number - self.given for number in shown | self.module.elements if number >= self.given}

    @cached_property
    def moved(self) -> set[int]:
        """The module's own functions that are in the second half."""
        return self.reached - self.stays

    @cached_property
    def forward(self) -> dict[int, int]:
        """Places in the table of moved functions that the first half, or anybody outside, may call."""
        wanted = sorted((self._called_by(self.stays) | self._shown) & self.moved)
        return {number: 1 + place for place, number in enumerate(wanted)}

    @cached_property
    def back(self) -> dict[int, int]:
        """Places of functions of the first half that the second one calls."""
        wanted = sorted(self._called_by(self.moved) & self.stays)
        return {number: 1 + len(self.forward) + place for place, number in enumerate(wanted)}

    @cached_property
    def table(self) -> int:
        """The number of the table of calls between the halves."""
        return self.module.imported(A_TABLE) + len(self.module.own(A_TABLE))

    def _through_table(self, number: int, place: int, before: bytes = b"") -> bytes:
        """A body that hands its arguments on to what is at a place of the table."""
        kind = self.module.types[number]
        arguments = b"".join(b"\x20" + unsigned(index) for index in range(self.module.parameters[kind]))
        call = b"\x41" + signed(place) + b"\x11" + unsigned(kind) + unsigned(self.table)
        return b"\0" + before + arguments + call + b"\x0b"

    def halves(self, text: str, cold: Sequence[Range] = ()) -> Halves:
        """The two modules. `text` names the first; data in the ranges `cold` comes with the second."""
        return Halves(self._first(cold) + custom(SECTION, text.encode()), self._second(cold))

    def _first(self, cold: Sequence[Range]) -> bytes:
        module = self.module
        there = module.imported(A_GLOBAL) + len(module.own(A_GLOBAL))
        nothing = len(module.parameters)  # the type of a function that takes and returns nothing
        see_to_it = self.given + len(module.bodies)
        bring = b"\x41\x00\x11" + unsigned(nothing) + unsigned(self.table)  # call what the table begins with
        check = b"\0\x23" + unsigned(there) + b"\x45\x04\x40" + bring + b"\x0b\x0b"  # unless it is there
        bodies = []
        for number, body in enumerate(module.bodies):
            if number in self.stays:
                bodies.append(body)
            elif number in self.forward:
                before = b"\x10" + unsigned(see_to_it)
                bodies.append(self._through_table(number, self.forward[number], before))
            else:
                bodies.append(NOBODY)
        changed = {
            TYPE: module.appended(TYPE, [b"\x60\0\0"]),
            FUNCTION: module.appended(FUNCTION, [unsigned(nothing)]),
            TABLE: module.appended(TABLE, [self._table_type()]),
            GLOBAL: module.appended(GLOBAL, [b"\x7f\x01\x41\0\x0b"]),
            EXPORT: module.appended(
                EXPORT,
                [
                    exported(f"{OWN}table", A_TABLE, self.table),
                    exported(f"{OWN}there", A_GLOBAL, there),
                    *(exported(own.name, own.kind, number) for own, number in self._lent()),
                ],
            ),
            ELEMENT: module.appended(ELEMENT, self._filled(self.back)),
            CODE: code([*bodies, check]),
        }
        kept = sections(joined(outside(segments(module), cold))) if cold else {}
        return written(module.sections | changed | kept)

    def _second(self, cold: Sequence[Range]) -> bytes:
        module = self.module
        lent = [own.data for own, _ in self._lent()]
        table = Import(OWN, f"{OWN}table", A_TABLE, self._table_type())
        bodies = []
        for number, body in enumerate(module.bodies):
            if number in self.moved:
                bodies.append(body)
            else:
                bodies.append(
                    self._through_table(number, self.back[number]) if number in self.back else NOBODY
                )
        moved = sections(within(segments(module), cold)) if cold else {}
        imports = [*(each.data for each in module.imports), *lent, table.data]
        return written(
            {
                TYPE: module.sections.get(TYPE, b"\0"),
                IMPORT: vector(imports),
                FUNCTION: module.sections.get(FUNCTION, b"\0"),
                ELEMENT: vector(self._filled(self.forward)),
                CODE: code(bodies),
            }
            | moved
        )

    def _table_type(self) -> bytes:
        size = unsigned(1 + len(self.forward) + len(self.back))
        return b"\x70\x01" + size + size

    def _filled(self, places: dict[int, int]) -> list[bytes]:
        """The segment that puts functions into the table, from the first one's place on; none for none."""
        if not places:
            return []
        begin = b"\x41" + signed(min(places.values())) + b"\x0b"
        functions = [unsigned(self.given + number) for number in places]
        return [b"\x02" + unsigned(self.table) + begin + b"\0" + vector(functions)]

    def _lent(self) -> list[tuple[Import, int]]:
        """What the second half is given of the first, as imports, and the number of each."""
        found = []
        for kind in (A_TABLE, A_MEMORY, A_GLOBAL, A_TAG):
            begin = self.module.imported(kind)
            for place, type_ in enumerate(self.module.own(kind)):
                number = begin + place
                found.append((Import(OWN, f"{OWN}{kind}.{number}", kind, type_), number))
        return found
