"""A folder that can be trusted: written whole or not at all, listed, compared, kept offline.

Imports `common` and `languages`.
"""
