"""Tables of points that a reader types, pastes or shares: text in, numbers out.

Imports `text`.
"""
