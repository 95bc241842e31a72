"""Kinds of words: things, what they are like, and what they do."""

from __future__ import annotations

from collections.abc import Mapping

KINDS = LIKE, DO, OTHER = "like", "do", "other"
THINGS = "things"


def kinds_of(words: Mapping[str, str]) -> dict[str, str]:
    """The kinds of a language's words, by word; all others are things."""
    return {word: kind for kind in KINDS for word in words[f"kinds.{kind}"].split()}
