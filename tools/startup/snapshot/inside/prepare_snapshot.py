"""Puts everything to bed before the snapshot is taken; runs inside Pyodide, at build time.

What holds open files or grows for ever is emptied; modules that were stubs are forgotten, so that whoever
imports them later gets the real ones.
"""

import gc
import sys

from matplotlib import font_manager

font_manager._get_font.cache_clear()  # it holds open files, and after waking there are none
for name in [name for name, module in sys.modules.items() if getattr(module, "is_stub", False)]:
    del sys.modules[name]
import worker.archives  # noqa: E402  (from here on, what is missing comes from the archives)
import worker.pyscript_on_demand  # noqa: E402
import worker.requests  # noqa: E402, F401

gc.collect()
