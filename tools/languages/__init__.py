"""Translations: read, checked, begun, updated.

Imports `common`, and the sentences of `downhill`.
"""
