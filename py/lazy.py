"""PyScript's own package is loaded when somebody looks into it. Runs in Pyodide.

PyScript imports it before it runs ours: that costs a tenth of a second, and no lesson needs it.
"""

import sys
from importlib.machinery import PathFinder
from importlib.util import LazyLoader


class Lazy:
    """A finder that is asked before all others."""

    def find_spec(self, name, path=None, target=None):
        """Where PyScript's package is, to be loaded with the first look into it; None for everything else."""
        spec = PathFinder.find_spec(name, path, target) if name == "pyscript" else None
        if spec and spec.loader:
            spec.loader = LazyLoader(spec.loader)
        return spec


sys.meta_path.insert(0, Lazy())
