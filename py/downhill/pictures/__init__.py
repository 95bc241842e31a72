"""The pictures that every lesson gets: loss curve, map, slice, trace, overshoot.

Imports `drawing`, `play`, `lesson` and `text`; each is a `draw(figure, look)` as a lesson's own.
"""
