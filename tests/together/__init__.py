"""Tests of the models of a class that are put together."""
