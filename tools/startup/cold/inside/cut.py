"""Cuts functions that no visit calls out of the pack; runs inside Pyodide, at build time, after `stub.py`.

What is left whole, and why, is told with each rule.
"""

import inspect
import marshal
from collections import Counter
from types import CodeType

from worker.cold import HOME as WAITING

LEAST = 200  # bytes of a function: a stub of a smaller one is hardly smaller
HOME, SITE = "/lib/python3.14/", "/lib/python3.14/site-packages/"
UNTOUCHED = (*(f"{SITE}{name}" for name in ("downhill/", "worker/", "pyparsing/core.")),)
"""Our own modules are small, and a reader sees their errors; pyparsing calculates with its own lines."""
WHOLE = tuple(
    HOME + name
    for name in "_pyodide/ pyodide/ encodings/ importlib/ codecs. os. io. abc. site. stat. posixpath. "
    "genericpath. _collections_abc. traceback. linecache. _colorize. warnings. _py_warnings.".split()
)
"""What runs before `worker.cold` is there, and what tells of errors."""
AT_FRAMES = frozenset(
    "_getframe _getframemodulename _caller currentframe extract_stack warn warn_explicit".split()
)
"""Names in functions that look at who has called them: a stub would stand between."""
ODD = frozenset(("__getattr__", "__dir__"))
"""Qualified names of what a module is asked by, in the midst of imports, too."""
NEVER = frozenset(("__annotate__", "__del__"))
"""Names of what runs with other names around it, and of what runs whenever it may be."""
ASYNCHRONOUS = inspect.CO_COROUTINE | inspect.CO_ITERABLE_COROUTINE | inspect.CO_ASYNC_GENERATOR
FUNCTION = inspect.CO_OPTIMIZED | inspect.CO_NEWLOCALS  # the body of a class or a module has neither


def key(code):
    """What a function is known by: file, qualified name and first line."""
    return code.co_filename, code.co_qualname, code.co_firstlineno


def inner(code):
    """The codes among the constants of a code."""
    return [each for each in code.co_consts if isinstance(each, CodeType)]


def every(code):
    """A code, and all codes inside of it."""
    yield code
    for each in inner(code):
        yield from every(each)


class Cutter:
    """Cuts a module; `ran` are the keys of what a visit calls. `cold` are the codes that were cut out."""

    def __init__(self, module, ran):
        self.ran = ran | {known for known, count in Counter(map(key, every(module))).items() if count > 1}
        self.cold = []

    def cut(self, code):
        """The code with stubs in the place of functions inside of it; all lines of each are one."""
        consts = tuple(self.instead(each) if isinstance(each, CodeType) else each for each in code.co_consts)
        return flat(code).replace(co_consts=consts)

    def instead(self, code):
        """What comes into the place of a code: a stub, or itself with stubs in it."""
        stub = stub_of(code) if self.is_cold(code) else None  # noqa: F821  (`stub.py` has run)
        if not stub:
            return self.cut(code)
        self.cold.append(all_flat(code))
        return stub

    def is_cold(self, code):
        """Whether it is a function that no visit calls, large, and in no way odd."""
        return (
            key(code) not in self.ran
            and code.co_flags & FUNCTION == FUNCTION
            and not code.co_flags & ASYNCHRONOUS
            and (code.co_name == "<lambda>" or not code.co_name.startswith("<"))
            and code.co_qualname not in ODD
            and code.co_name not in NEVER
            and AT_FRAMES.isdisjoint((*code.co_names, *code.co_varnames))
            and len(marshal.dumps(code)) >= LEAST
        )


def flat(code):
    """A code all of whose instructions are in its first line."""
    return code.replace(co_linetable=one_line(len(code.co_code)))  # noqa: F821


def all_flat(code):
    """The same, for all codes inside of it, too."""
    consts = tuple(all_flat(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return flat(code).replace(co_consts=consts)


def cut_module(path, data, ran):
    """A compiled module with stubs, as the bytes of its file, and what was cut out of it, None for nothing.

    The latter is a pair of the path at which `worker.cold` looks for it and the codes, as bytes.
    """
    module = marshal.loads(data[16:])
    cutter = Cutter(module, ran)
    rest = all_flat(module) if path.startswith(WHOLE) else cutter.cut(module)
    cold = (WAITING + module.co_filename, marshal.dumps(cutter.cold)) if cutter.cold else None
    return data[:16] + marshal.dumps(rest), cold


def cut_pack(pack, ran):
    """The pack with stubs, and the archive of what was cut out of it.

    `ran` are the keys of all functions that a visit calls.
    """
    files, archive = [], []
    for path, data in files_of(pack):  # noqa: F821  (`worker.archives` has it)
        if path.endswith(".pyc") and not path.startswith(UNTOUCHED):
            data, cold = cut_module(path, data, ran)
            archive += [cold] * bool(cold)
        files.append((path, data))
    return container(files), container(archive)  # noqa: F821  (`container.py` has run)
