"""What is behind an error of Python's, in words for somebody who has just begun.

Python's messages are those of CPython 3.11 to 3.14; where they differ, all forms are known.
"""
