"""A lesson with a whole model in it: the network, its training, and what the page shows of it.

Imports `play` (what attempts have in common), `lesson`, `text`, and of `drawing` the numbers along axes.
"""
