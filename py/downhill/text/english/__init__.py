"""The page's own sentences in English, by topic: what a translation translates.

Imports nothing.
"""
