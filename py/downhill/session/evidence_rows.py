"""The questionnaires of a class as a table for a spreadsheet: a row for each word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from downhill.evidence.answers import letters_by_id
from downhill.evidence.items import OCCASIONS, VERSION, ids_asked
from downhill.session.evidence import Person, persons
from downhill.session.result import Fields

BESIDE = ("form", "minutes", "why", "why_code")


def evidence_rows(
    codes: Iterable[Fields], joined: Mapping[str, str], coded: Mapping[str, str], with_words: bool
) -> Iterator[list[str]]:
    """Yield the column names, the same in every language, then a row for each person.

    `coded` are the codes of open answers by word and occasion.
    """
    columns = {each: [*ids_asked(each), *BESIDE] for each in OCCASIONS}
    named = [f"{name}_{each}" for each, names in columns.items() for name in names]
    yield ["number", *["word"] * with_words, "version", *named, "right_before", "right_after"]
    for number, person in enumerate(persons(codes, joined).persons, 1):
        cells = [cell for each, names in columns.items() for cell in _cells(person, each, coded, len(names))]
        right = [str(person.tests[each].right) if each in person.tests else "" for each in OCCASIONS[:2]]
        yield [str(number), *[person.word] * with_words, str(VERSION), *cells, *right]


def _cells(person: Person, occasion: str, coded: Mapping[str, str], count: int) -> list[str]:
    test = person.tests.get(occasion)
    if test is None:
        return [""] * count
    code = coded.get(f"{person.word} {occasion}", "")
    return [*letters_by_id(occasion, test).values(), test.form, test.minutes, test.why, code]
