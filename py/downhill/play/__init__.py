"""A lesson at work: where its sliders stand, its run, its attempts at challenges; no pixels.

Imports `lesson`, `maths` and `text`; never a lesson of its own accord, nor anything that draws.
"""
