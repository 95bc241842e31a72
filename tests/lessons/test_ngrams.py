"""The small table of what may follow what."""

from collections.abc import Iterator

import pytest

from downhill.lessons.lesson_40_choose_word.ngrams import CONTEXTS, END, following


def sentences(tokens: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every sentence that can be drawn."""
    words = following(tokens)
    if not words:
        yield tokens
    for word in words:
        yield from sentences((*tokens, word))


def test_every_sentence_comes_to_a_full_stop() -> None:
    every = list(sentences())
    assert all(tokens[-1] == END and END not in tokens[:-1] for tokens in every)


def test_every_row_of_the_table_is_used_by_some_sentence() -> None:
    used = {id(following(tokens[:i])) for tokens in sentences() for i in range(len(tokens))}
    assert all(id(row) in used for row in CONTEXTS.values())


def test_the_longest_ending_of_a_text_counts() -> None:
    assert "purred" in following(("cat", "and", "it"))
    assert "barked" in following(("dog", "and", "it"))


def test_a_text_that_the_table_does_not_know_is_named() -> None:
    with pytest.raises(LookupError, match="nothing is known to follow 'I pet the zebra'"):
        following(("zebra",))
