"""Functions of the pack that no visit calls: a stub stands for each, and the true code waits in an archive.

Which these are the build finds out by playing. What a stub does when it is called is in `py/worker/cold.py`.
"""
