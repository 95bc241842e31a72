"""Requests to the worker and its answers: one at a time a lesson, the newest move wins."""
