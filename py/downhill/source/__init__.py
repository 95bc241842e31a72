"""The Python behind a lesson: what its lines work out at this moment.

Imports `text`, and numpy.
"""
