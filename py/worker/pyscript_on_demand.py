"""PyScript's own package comes when somebody imports it. Runs in Pyodide.

PyScript would write it to files and import it before it runs ours: that costs a tenth of a second, and no
lesson needs it. The boot sets aside what PyScript wanted to run for that (`web/boot/shared/skip-package.js`).
"""

import sys
from importlib.machinery import PathFinder


class Lazy:
    """A finder that is asked before all others."""

    def find_spec(self, name, path=None, target=None):
        """Where PyScript's package is, which is written now; None for everything else."""
        if name != "pyscript":
            return None
        sys.meta_path.remove(self)
        import js

        exec(getattr(js, "downhillAside", ""), {})
        return PathFinder.find_spec(name, path, target)


sys.meta_path.insert(0, Lazy())
