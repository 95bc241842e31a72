"""Serves one folder on this machine.

Imports `common`.
"""
