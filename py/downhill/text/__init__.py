"""Sentences and numbers as a reader sees them, and the language that is spoken.

Imports no other room: everybody may use it.
"""
