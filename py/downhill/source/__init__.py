"""The Python behind every lesson, for a reader to read and to change."""
