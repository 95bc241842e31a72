"""Stand-ins for modules that are imported at the start though nothing in them runs. Runs in Pyodide.
 matplotlib immediately imports whatever a figure may ever need: axes in three dimensions, legends, dates,
images, formulas. Within `standing_in`, an empty module replaces each, and a `Name` what others import from
it. Afterwards imports give the real module, from the pack or from an archive. Code that got a stand-in
reaches the real module through it as soon as it uses it. `stand_in_names.py` lists the modules.
"""

import sys
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType

known = {}  # by full name, values that don't need the real module
classes = set()  # full names of classes that are used in isinstance checks
standing = set()  # modules for which an import now gives a stand-in


class StandIn(ModuleType):
    """A module that isn't loaded; using it after the start loads the real one."""

    def __getattr__(self, name):
        full = f"{self.__name__}.{name}"
        if not is_here(self.__name__):
            stands = self.__name__ in standing
            if full in known:
                return known[full]
            if full in classes or (stands and not name.startswith("__")):
                return Name(self.__name__, name)
            if stands:
                raise AttributeError(f"{full} is needed at the start, but no stand-in has it")
        return getattr(true(self.__name__), name)

    def __dir__(self):
        return dir(true(self.__name__))


class Finder:
    """Finds stand-ins, and makes them."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Return how to import a stand-in; None for a module that has none now."""
        return ModuleSpec(name, Finder, is_package=True) if name in standing else None

    @staticmethod
    def create_module(spec):
        """Return an empty stand-in."""
        return StandIn(spec.name)

    @staticmethod
    def exec_module(module):
        """Do nothing."""


class Name:
    """A function, class, or list of a module that isn't loaded: using it loads it."""

    _module = _name = ""  # while a copy is made

    def __init__(self, module, name):
        self.__dict__.update(_module=module, _name=name, __name__=name)

    def _true(self):
        return getattr(true(self._module), self._name)

    def __call__(self, *given, **named):
        """Call the real function."""
        return self._true()(*given, **named)

    def __getattr__(self, name):
        full = f"{self._module}.{self._name}.{name}"
        return known[full] if full in known else getattr(self._true(), name)

    def __iter__(self):
        """Iterate over the real list."""
        return iter(self._true())

    def __get__(self, thing, kind=None):
        """Act as a method: itself if taken from a class, else the real function, bound to the instance."""
        return self if thing is None else self._true().__get__(thing, kind)

    def __mro_entries__(self, bases):
        """Act as the base of a class: return the real class."""
        return (self._true(),)

    def __instancecheck__(self, thing):
        """Return whether a thing is an instance; none is while the module isn't loaded."""
        return is_here(self._module) and isinstance(thing, self._true())

    def __subclasscheck__(self, kind):
        """Return whether a class is a subclass; none is while the module isn't loaded."""
        return is_here(self._module) and issubclass(kind, self._true())


def is_here(module):
    """Return whether the real module has been imported."""
    return not isinstance(sys.modules.get(module), (StandIn, type(None)))


def true(module):
    """Return the real module, imported if necessary. Raises `ImportError` if it can't be fetched."""
    if not is_here(module):
        parent = module.rpartition(".")[0]
        if parent:
            true(parent)
        standing.discard(module)
        if not is_here(module):
            sys.modules.pop(module, None)
    return import_module(module)


@contextmanager
def standing_in(modules):
    """Inside this, importing one of the modules gives a stand-in, unless the real one is loaded."""
    standing.update(modules)
    sys.meta_path.insert(0, Finder)
    try:
        yield
    finally:
        sys.meta_path.remove(Finder)
        standing.clear()
        for name in [name for name, module in sys.modules.items() if isinstance(module, StandIn)]:
            del sys.modules[name]
