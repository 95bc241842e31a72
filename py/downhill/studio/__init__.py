"""Session and pictures together: painting, pointing, editing points, saving files.

Imports every room below it; the worker's request handler is its only user.
"""
