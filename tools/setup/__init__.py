"""From a bare machine to a filled cache: the virtual environment, the browser’s runtime, their locks.

Imports `common`.
"""
