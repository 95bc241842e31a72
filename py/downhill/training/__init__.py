"""A lesson with a whole model in it: the network, its training, and what the page shows of it.

Imports `play` (what all attempts share), `lesson`, `text`, and from `drawing` the numbers along axes.
"""
