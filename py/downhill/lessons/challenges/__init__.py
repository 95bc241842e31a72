"""Challenges of lessons, with their words: a file for each lesson that keeps them beside it."""
