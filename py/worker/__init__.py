"""What runs in the worker, in Pyodide: answers requests, draws on canvases, loads modules.

Only `main` has JavaScript from the start; the others get it passed in, because they are in the snapshot.
"""
