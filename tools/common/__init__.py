"""What every tool uses: paths, messages, commands, locks, hashes.

Imports only the standard library, because it runs before any package is installed.
"""
