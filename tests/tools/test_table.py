"""Whose functions Python's table holds, asked in Node.js with a table of JavaScript's own functions."""

from tests.support.node import ask
from tools.common import paths

TABLE = paths.ROOT / "tools" / "startup" / "snapshot" / "table.mjs"
GIVEN = """
const [malloc, sine, cosine, stranger] = [() => 1, () => 2, () => 3, () => 4];
const main = { malloc, memory: {} };
const loaded = [
  { table: 2, size: 2, exports: { sine } },
  { table: 6, size: 1, exports: { cosine, again: sine } },
];
const table = (...functions) => ({ length: functions.length, get: (i) => functions[i] });
"""


def entries(functions: str) -> str:
    """What is found out about a table of which the first two entries are Pyodide's own."""
    program = f"said(JSON.stringify(entriesOf(table({functions}), 2, main, loaded)));"
    return ask(TABLE, "entriesOf", GIVEN + program)


def test_an_entry_is_told_by_its_owner_and_the_name_of_the_export() -> None:
    told = entries("stranger, stranger, stranger, stranger, malloc, cosine, stranger, null, sine")
    assert told == '[[4,-1,"malloc"],[5,1,"cosine"],[8,0,"sine"]]'


def test_an_entry_that_belongs_to_nobody_is_an_error_that_names_it() -> None:
    told = entries("malloc, malloc, sine, sine, cosine, stranger")
    assert told == "entry 5 of the table of functions belongs to no library"
