"""The Python behind a lesson: what its lines work out, what a reader makes of them, files of it to take home.

Imports `text`, `maths` and `lesson`, and numpy.
"""
