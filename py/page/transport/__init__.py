"""Requests to the worker and its answers: one at a time per lesson, the newest move wins."""
