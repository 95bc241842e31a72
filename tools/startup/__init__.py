"""Python made ready ahead of time: the pack, the snapshot, and what the boot must know of them.

Imports `common` and `setup`.
"""
