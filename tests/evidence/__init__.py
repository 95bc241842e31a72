"""Tests of the questions that a class answers before and after."""
