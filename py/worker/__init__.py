"""What runs in the worker, in Pyodide: requests answered, canvases drawn on, modules brought.

Only `main` knows JavaScript from the start; the others are handed it, for the snapshot holds them.
"""
