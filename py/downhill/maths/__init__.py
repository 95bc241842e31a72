"""Numbers only: gradient descent, probabilities, and functions that a reader types.

Imports `text` (for mistakes in a typed function) and numpy; knows no slider, lesson or picture.
"""
