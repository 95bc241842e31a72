"""Makes stubs of functions; runs inside Pyodide, at build time.

A stub has the name, the line and the parameters of its function, and the variables that this takes from
around it. All that it does is `return __cold__()()`; where there are such variables, `__cold__` is given
their cells. It tells nothing else: `py/worker/cold.py` asks its frame.
"""

import inspect
from opcode import opmap

ALONE, WITH_CELLS = (eval(f"lambda: {text}").__code__ for text in ("__cold__()()", "__cold__(__cold__)()"))
MOST = 256  # variables: an instruction of two bytes can name no more


def stub_of(code):
    """The stub of a function's code; None for one with too many variables.

    All about it is as it was but for two flags: it is no generator function, it returns the generator; and it
    has no docstring (`compile.py` leaves them out).
    """
    count, cells = parameters(code), len(code.co_freevars)
    if count + cells > MOST:
        return None
    instructions = body(count, cells)
    return code.replace(
        co_code=instructions,
        co_consts=(),
        co_names=ALONE.co_names,
        co_varnames=code.co_varnames[:count],
        co_nlocals=count,
        co_cellvars=(),
        co_flags=code.co_flags & ~(inspect.CO_GENERATOR | inspect.CO_HAS_DOCSTRING),
        co_stacksize=WITH_CELLS.co_stacksize + cells,
        co_linetable=one_line(len(instructions)),
        co_exceptiontable=b"",
    )


def parameters(code):
    """How many parameters a function has, of all kinds: they are its first variables."""
    more = sum(bool(code.co_flags & flag) for flag in (inspect.CO_VARARGS, inspect.CO_VARKEYWORDS))
    return code.co_argcount + code.co_kwonlyargcount + more


def body(count, cells):
    """Return the instructions of a stub with that many parameters that hands over that many cells.

    Cells are variables, too, behind the parameters: to load such a variable by its number loads its cell.
    """
    if not cells:
        return ALONE.co_code
    ours = WITH_CELLS.co_code
    at = ours.index(bytes([opmap["LOAD_GLOBAL"], 0]))  # what is handed over: with its cache, five words
    loaded = [byte for each in range(count, count + cells) for byte in (opmap["LOAD_FAST"], each)]
    before = [opmap["COPY_FREE_VARS"], cells]
    return bytes([*before, *ours[:at], *loaded, opmap["BUILD_TUPLE"], cells, *ours[at + 10 :]])


def one_line(length):
    """Return a table of lines that puts that many bytes of instructions in the first line of their function.

    It consists of entries without columns, each for up to eight words.
    Source: CPython, InternalDocs/code_objects.md, "Format of the location table".
    """
    whole, rest = divmod(length // 2, 8)
    words = [8] * whole + [rest] * bool(rest)
    return bytes(byte for count in words for byte in (0x80 | 13 << 3 | count - 1, 0))
