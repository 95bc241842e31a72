"""Runs a whole lesson that a reader writes, checks it against the rules for all lessons, and plays it."""
