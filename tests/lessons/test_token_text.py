"""How the small language model's words are written, in English and in languages that join them otherwise."""

from downhill.lessons.lesson_40_choose_word.choosing import WORDS
from downhill.lessons.lesson_40_choose_word.ngrams import END, following
from downhill.lessons.lesson_40_choose_word.token_text import added, named, shortened, text, written
from tests.lessons.test_ngrams import sentences

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
