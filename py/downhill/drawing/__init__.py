"""Pictures on matplotlib's canvas: the only room that imports matplotlib.

Imports `lesson` (what a picture is drawn with, and what it shows) and `text`.
"""
