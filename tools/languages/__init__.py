"""Reads, checks, starts, and updates translations.

Imports `common`, and the sentences of `downhill`.
"""
