"""Loads PyScript's own package when somebody imports it. Runs in Pyodide.

PyScript would write it to files and import it before running our code: that costs a tenth of a second, and no
lesson needs it. The boot prevents that (`web/boot/shared/skip-package.js`).
"""

import sys
from importlib.machinery import PathFinder


class Lazy:
    """A module finder that is tried before all others."""

    def find_spec(self, name, path=None, target=None):
        """Write PyScript's package, and return where it is; None for everything else."""
        if name != "pyscript":
            return None
        sys.meta_path.remove(self)
        import js

        exec(getattr(js, "downhillAside", ""), {})
        return PathFinder.find_spec(name, path, target)


sys.meta_path.insert(0, Lazy())
