"""Makes a package for learning platforms (SCORM 1.2): the page as one file, with an adapter, and a manifest.

The adapter (`web/scorm/`) is the page's first script. It finds SCORM 1.2 or 2004, reports which challenges
were done, and restores everything at the next visit.
"""
