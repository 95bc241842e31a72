"""Puts everything to bed before the snapshot is taken; runs inside Pyodide, at build time.

What holds open files or grows for ever is emptied.
"""

import gc

from matplotlib import font_manager

font_manager._get_font.cache_clear()  # it holds open files, and after waking there are none
gc.collect()
