"""Puts everything to bed before the snapshot is taken; runs inside Pyodide, at build time.

All pictures are drawn once, so that whatever this takes is there, typefaces and signs too. What holds open
files or grows for ever is emptied, and no pixels are kept: a page has canvases of other sizes. Of the first
picture that a page paints the figure is: to make it takes three quarters of the time. Nor are the weights of
models kept, thousands of numbers that nothing compresses: their seeds draw them again soon enough.
"""

import gc

from matplotlib import font_manager

from downhill.app import session, studio
from downhill.studio.picture import OWN

studio.prerender()
studio.clear(but=(session.lessons[0].id, OWN))
for trainer in session.trainers.values():
    trainer.restart()
font_manager._get_font.cache_clear()  # it holds open files, and after waking there are none
gc.collect()
