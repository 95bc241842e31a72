"""Sets up a bare machine: the virtual environment, the browser’s runtime in the cache, their locks.

Imports `common`.
"""
