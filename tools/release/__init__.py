"""Publishing: writes a folder completely or not at all, lists its files, compares them, keeps them offline.

Imports `common` and `languages`.
"""
