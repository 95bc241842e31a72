"""The Python behind a lesson: what its lines work out at this moment, and what a reader makes of them.

Imports `text`, `maths` and `lesson`, and numpy.
"""
