"""What every tool uses: paths, messages, commands, locks, hashes.

Imports the standard library alone, for it runs before any package is there.
"""
