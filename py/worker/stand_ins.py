"""Stand-ins for modules that are imported at the start though nothing in them runs. Runs in Pyodide.

matplotlib imports at once whatever a figure may ever need: axes in three dimensions, legends, dates, images,
formulas. While `standing_in` holds, an empty module stands for each, a `Name` for what others take from it.
Afterwards nobody finds stand-ins by importing: who imports such a module gets the true one, from the pack or
from an archive. Those that took a stand-in while it stood there reach the true module through it, as soon as
they use it. `stand_in_names.py` lists the modules.
"""

import sys
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType

known = {}  # by full name, what is told without the true module
classes = set()  # full names of classes of which somebody asks whether a thing is an instance
standing = set()  # modules of which an import gives a stand-in now


class StandIn(ModuleType):
    """A module that isn't here; what is asked of it when the start is over brings the true one."""

    def __getattr__(self, name):
        full = f"{self.__name__}.{name}"
        if not is_here(self.__name__):
            stands = self.__name__ in standing
            if full in known:
                return known[full]
            if full in classes or (stands and not name.startswith("__")):
                return Name(self.__name__, name)
            if stands:
                raise AttributeError(f"{full} is asked for at the start, and no stand-in has it")
        return getattr(true(self.__name__), name)

    def __dir__(self):
        return dir(true(self.__name__))


class Finder:
    """Finds stand-ins, and makes them."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """How to import a stand-in; None for a module that has none now."""
        return ModuleSpec(name, Finder, is_package=True) if name in standing else None

    @staticmethod
    def create_module(spec):
        """A stand-in, empty."""
        return StandIn(spec.name)

    @staticmethod
    def exec_module(module):
        """Nothing is run."""


class Name:
    """A function, a class or a list of a module that isn't here: its use brings it."""

    _module = _name = ""  # while a copy is made

    def __init__(self, module, name):
        self.__dict__.update(_module=module, _name=name, __name__=name)

    def _true(self):
        return getattr(true(self._module), self._name)

    def __call__(self, *given, **named):
        """What the true function returns."""
        return self._true()(*given, **named)

    def __getattr__(self, name):
        full = f"{self._module}.{self._name}.{name}"
        return known[full] if full in known else getattr(self._true(), name)

    def __iter__(self):
        """Over what the true list holds."""
        return iter(self._true())

    def __get__(self, thing, kind=None):
        """As a method: itself where a class is asked for it, else the true function, bound to the thing."""
        return self if thing is None else self._true().__get__(thing, kind)

    def __mro_entries__(self, bases):
        """As the base of a class: the true class."""
        return (self._true(),)

    def __instancecheck__(self, thing):
        """Return whether a thing is an instance; there is none while the module isn't here."""
        return is_here(self._module) and isinstance(thing, self._true())

    def __subclasscheck__(self, kind):
        """Return whether a class is a subclass; there is none while the module isn't here."""
        return is_here(self._module) and issubclass(kind, self._true())


def is_here(module):
    """Return whether the true module has been imported."""
    return not isinstance(sys.modules.get(module), (StandIn, type(None)))


def true(module):
    """The true module, imported if need be. Raises ImportError where it can't be had."""
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
    """While this holds, who imports one of the modules gets a stand-in, unless the true one is here."""
    standing.update(modules)
    sys.meta_path.insert(0, Finder)
    try:
        yield
    finally:
        sys.meta_path.remove(Finder)
        standing.clear()
        for name in [name for name, module in sys.modules.items() if isinstance(module, StandIn)]:
            del sys.modules[name]
