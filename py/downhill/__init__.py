"""Downhill's kit: lessons, the session that moves their values, and the easel that draws them.

Nothing in this package knows that there is a browser: it runs the same under pytest and in Pyodide.
"""
