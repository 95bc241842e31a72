"""The Python of a lesson as a file to take home: plain Python, or a notebook.

Comes late, when a reader first asks for a file. Imports `text`, `maths` and `lesson`, and numpy.
"""

from downhill.source.home.notebook import notebook
from downhill.source.home.parts import AtWork, Home, Part
from downhill.source.home.python_file import python_file
from downhill.source.home.said import Said
from downhill.source.home.sliders import Walk, of_sliders

__all__ = ["AtWork", "Home", "Part", "Said", "Walk", "notebook", "of_sliders", "python_file"]
