"""The Python behind a lesson: what its lines work out at this moment, and files of it to take home.

Imports `text`, `maths` and `lesson`, and numpy.
"""
