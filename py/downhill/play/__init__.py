"""The state of one lesson: where its sliders are, its run, its attempts at challenges; no pixels.

Imports `lesson`, `maths` and `text`; never a particular lesson, nor anything that draws.
"""
