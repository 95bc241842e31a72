"""The small table of what may follow what, and how its words are written in other languages."""

from collections.abc import Iterator

import pytest

from downhill.lessons.lesson_40_choose_word.choosing import WORDS
from downhill.lessons.lesson_40_choose_word.ngrams import CONTEXTS, END, following
from downhill.lessons.lesson_40_choose_word.token_text import added, named, shortened, text, written


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


CHINESE = WORDS | {
    "token.begin": "我摸了",
    "token.cat": "猫",
    "token.join": "{before}{after}",
    "token.stop": "。",
}
GERMAN = WORDS | {
    "token.begin": "Ich streichle",
    "token.cat": "die Katze",
    "token.because": ", denn",
    "token.cat.it": "sie",
    "token.dog.it": "er",
}


def test_every_word_of_the_table_is_written_in_every_place() -> None:
    for tokens in sentences():
        for i in range(len(tokens)):
            for token in following(tokens[:i]):
                assert written(WORDS, tokens[:i], token) == token


def test_a_text_ends_with_dots_or_with_its_full_stop() -> None:
    assert text(WORDS, ()) == "I pet the…"
    assert text(WORDS, ("cat", "and", "it")) == "I pet the cat and it…"
    assert text(WORDS, ("cat", END)) == "I pet the cat."
    assert text(CHINESE, ("cat", END)) == "我摸了猫。"


def test_what_was_added_to_the_beginning_is_read_without_it() -> None:
    assert added(WORDS, ()) == ""
    assert added(WORDS, ("cat", "and")) == "cat and"
    assert added(CHINESE, ("cat", END)) == "猫。"


def test_a_word_may_have_another_form_after_another_word_and_a_comma_follows_closely() -> None:
    assert text(GERMAN, ("cat", "because", "it")) == "Ich streichle die Katze, denn sie…"
    assert written(GERMAN, ("dog", "and"), "it") == "er"
    assert named(GERMAN, ("cat",), "because") == "denn"
    assert named(GERMAN, ("cat",), END) == "period"


def test_a_text_for_which_there_is_no_room_loses_its_first_words() -> None:
    assert shortened(WORDS, ("cat", "and", "it"), 40) == "“I pet the cat and it…”"
    assert shortened(WORDS, ("cat", "and", "it"), 12) == "“…cat and it…”"
    assert shortened(CHINESE, ("cat", END), 8) == "“…猫。”"
