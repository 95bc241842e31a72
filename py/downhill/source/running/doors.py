"""Names that a reader's code may use, and names that lead out of it."""

from __future__ import annotations

import builtins

MODULES = ("math", "random", "statistics", "itertools", "functools", "collections", "dataclasses", "numpy")
"""The modules that may be imported."""

WITHIN = ("numpy.linalg", "numpy.random", "collections.abc")
"""Modules inside of these that may be imported, too."""

OUTWARD = frozenset(
    "js pyodide pyodide_js pyodide_http micropip polyscript pyscript pyxterm os posix nt sys io "
    "pathlib shutil tempfile glob fileinput subprocess multiprocessing threading _thread "
    "concurrent asyncio selectors select signal socket ssl socketserver urllib http ftplib "
    "smtplib poplib imaplib telnetlib xmlrpc webbrowser requests ctypes _ctypes cffi mmap "
    "importlib imp pkgutil runpy zipimport zipfile tarfile builtins __builtin__ __main__ inspect "
    "gc code codeop ast dis types traceback weakref pickle marshal shelve dbm sqlite3 logging "
    "platform sysconfig site resource pty pdb bdb trace tracemalloc faulthandler atexit operator "
    "string copyreg copy typing contextlib downhill worker page matplotlib numpy.lib numpy.f2py "
    "numpy.testing numpy.ctypeslib numpy.core numpy._core numpy.ma numpy.char numpy.rec".split()
)
"""Modules that are refused by name: they lead to the page, a network, what is stored, or Python itself."""

FILES = frozenset(
    "open load save savez savez_compressed loadtxt savetxt genfromtxt fromfile fromregex memmap "
    "DataSource tofile dump dumps open_memmap".split()
)
"""Functions and methods for files."""

INNER = frozenset(
    "gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_await cr_origin ag_frame ag_code ag_await "
    "f_back f_globals f_locals f_builtins f_code f_trace tb_frame tb_next tb_lasti func_globals "
    "func_code func_closure func_defaults im_func im_self im_class co_code co_consts co_names mro "
    "ctypes ctypeslib cffi capsule setflags resize register refcheck with_traceback format_map".split()
)
"""Attributes and keywords that lead to Python's workings, or round numpy's care for its memory."""

METHODS = frozenset(
    f"__{name}__"
    for name in "init post_init repr str call len getitem setitem delitem contains iter next eq ne lt le gt "
    "ge hash bool float int complex index abs neg pos round add radd iadd sub rsub isub mul rmul "
    "imul truediv rtruediv itruediv floordiv rfloordiv mod rmod pow rpow matmul rmatmul enter "
    "exit".split()
)
"""Methods with two underscores on both sides that a class may define. `__init__` may be called, too."""

READABLE = frozenset({"__init__", "__name__", "__doc__"})
"""Attributes with two underscores on both sides that may be read."""

HANDED = frozenset(
    "abs all any ascii bin bool bytes callable chr complex dict divmod enumerate filter float "
    "format frozenset hash hex int isinstance issubclass iter len list map max min next object "
    "oct ord pow property range repr reversed round set slice sorted staticmethod classmethod str "
    "sum super tuple zip print type getattr setattr delattr hasattr NotImplemented Ellipsis True "
    "False None".split()
) | {name for name in dir(builtins) if isinstance(getattr(builtins, name), type) and name[0].isupper()}
"""Python's own names that are handed out: `getattr` and its like, `type` and `print` as functions of ours."""


CLOSED = frozenset(dir(builtins)) - HANDED - READABLE
"""Python's own names that are not handed out."""


def is_dunder(name: str) -> bool:
    """Whether a name with two underscores on both sides is refused: `__class__`, but not `__name__`."""
    return name.startswith("__") and name.endswith("__") and name not in READABLE


def is_closed(attribute: str) -> bool:
    """Whether an attribute, or a keyword, is refused: `__class__`, `tb_frame`, `refcheck`."""
    return attribute in INNER or is_dunder(attribute)
