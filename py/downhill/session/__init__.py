"""All lessons together: the verbs of the page, what may be changed, what is shown, the address.

Imports `play`, `training`, `lesson`, `points`, `maths` and `text`; draws nothing.
"""
