"""Editing the Python of a lesson: fetched when a reader first does that."""
