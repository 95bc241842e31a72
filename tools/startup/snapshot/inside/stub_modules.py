"""Empty stubs for modules that are imported but that no lesson uses; runs inside Pyodide, at build time.

pyparsing imports unittest for its own tests, matplotlib its three-dimensional axes: megabytes of memory each.
"""

import sys
import types


class StubModule(types.ModuleType):
    """A module that has whatever is asked of it."""

    is_stub = True

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {"name": name.lower()})  # a projection is registered under its name


for name in ("unittest", "mpl_toolkits.mplot3d", "tarfile", "doctest", "pdb"):
    sys.modules[name] = StubModule(name)
