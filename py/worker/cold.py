"""Functions that visits don't call aren't in the pack: stubs load them when needed. Runs in Pyodide.

The build (`tools/startup/cold/`) keeps only the name, parameters, and line of such a function. The first call
of one fetches `cold.bin`, while the caller waits; then the real function runs.
"""

import builtins
import marshal
import sys
from functools import partial
from types import FunctionType

from worker.archives import finder

HOME = "/lib/cold"  # where the archive's files are: the codes of a module each, under its own path
LISTED, NAMED, GENERATOR = 4, 8, 32  # flags of code: *arguments, **arguments, a generator function


class Cold:
    """What stubs call. `codes_of(file, name)` returns the real code of a file; `name` is who needs it."""

    def __init__(self, codes_of):
        self.codes_of, self.known = codes_of, {}

    def __call__(self, cells=None):
        """Return the real function, with its stub's arguments; `cells` are the variables around it.

        Raises `ImportError`, with one sentence, if the archive can't be fetched.
        """
        frame = sys._getframe(1)
        stub, names = frame.f_code, frame.f_globals
        true = self.true(stub, names)
        function = holder(stub, names, cells)
        if function is None or true.co_flags & GENERATOR:  # a function can't become one of generators
            function = FunctionType(true, names, stub.co_name, None, cells)
        else:
            function.__code__ = true  # its stub is never called again
        return with_arguments(function, stub, frame.f_locals)

    def true(self, stub, names):
        """Return the code that a stub replaces."""
        file = stub.co_filename
        if file not in self.known:
            codes = self.codes_of(file, f"{names.get('__name__')}.{stub.co_qualname}")
            self.known[file] = {(code.co_qualname, code.co_firstlineno): code for code in codes}
        return self.known[file][stub.co_qualname, stub.co_firstlineno]


def with_arguments(function, code, values):
    """Return a function without parameters that calls `function` with the values of a code's parameters."""
    names, count = code.co_varnames, code.co_argcount
    end = count + code.co_kwonlyargcount
    listed = [values[name] for name in names[:count]]
    named = {name: values[name] for name in names[count:end]}
    if code.co_flags & LISTED:
        listed += values[names[end]]
        end += 1
    if code.co_flags & NAMED:
        named |= values[names[end]]
    return partial(function, *listed, **named)


def holder(stub, names, cells):
    """Return the function whose code is a stub, found by its qualified name; None if there is another."""
    first, *others = stub.co_qualname.split(".")
    thing = names.get(first)
    for name in others:
        thing = vars(thing).get(name) if isinstance(thing, type) else None
    for each in layers(thing):
        if isinstance(each, FunctionType) and each.__code__ is stub:
            return each if same(each.__closure__, cells) else None
    return None


def layers(thing):
    """Yield a thing and what it wraps: the functions of a property, or what was decorated."""
    if isinstance(thing, property):
        for each in (thing.fget, thing.fset, thing.fdel):
            yield from layers(each)
    while thing is not None:
        yield thing
        is_method = isinstance(thing, (staticmethod, classmethod))
        thing = thing.__func__ if is_method else getattr(thing, "__dict__", {}).get("__wrapped__")


def same(ours, theirs):
    """Return whether two tuples hold the very same cells."""
    return [*map(id, ours or ())] == [*map(id, theirs or ())]


def from_archive(file, name):
    """Return the code of a file in the archive, which is fetched if necessary."""
    finder.bring("cold", name, "called")
    with open(HOME + file, "rb") as codes:
        return marshal.load(codes)


cold = builtins.__cold__ = Cold(from_archive)
