"""Downhill's tests: python3 -m tests."""
