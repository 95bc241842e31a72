"""The text that the tiny language model learns from, and how it becomes numbers and is read again."""

import pytest

from downhill.lessons.lesson_50_ten_thousand.corpus import CORPUS
from downhill.training.tokens import EVERY, LOOKS_BACK, read, tokens_of, written
from tests.support.often import slow
from tools.languages.translations import catalogue, codes

LINES = [line for part in CORPUS.values() for line in part.strip().splitlines()]
TEXT = read(LINES)


def test_the_text_has_some_two_thousand_words_in_sentences_of_which_none_occurs_twice() -> None:
    assert 1900 < TEXT.words < 2200
    assert len(set(LINES)) == len(LINES) == TEXT.sentences


def test_every_sentence_gives_an_example_for_each_of_its_tokens_and_every_tenth_is_held_out() -> None:
    tokens = [len(tokens_of(line)) for line in LINES]
    assert len(TEXT.held_out.after) == sum(tokens[EVERY - 1 :: EVERY])
    assert len(TEXT.learned.after) == sum(tokens) - len(TEXT.held_out.after)
    assert TEXT.learned.before.shape == (len(TEXT.learned.after), LOOKS_BACK)
    assert abs(len(TEXT.sample.after) - len(TEXT.held_out.after)) < 20


def test_before_a_sentence_stands_nothing_but_its_end() -> None:
    first = [TEXT.tokens[i] for i in TEXT.learned.before[0]]
    fourth = [TEXT.tokens[i] for i in TEXT.learned.before[3]]
    assert first == [".", ".", "."]
    assert (fourth, TEXT.tokens[TEXT.learned.after[3]]) == (["I", "pet", "the"], "cat")


def test_a_capital_letter_that_a_word_has_only_at_the_start_of_a_sentence_is_no_other_word() -> None:
    assert "the" in TEXT.tokens
    assert "The" not in TEXT.tokens
    assert "I" in TEXT.tokens
    assert TEXT.number("THE") == TEXT.tokens.index("the")
    assert TEXT.number("quark") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "I pet the cat.",
        "It's late, she said.",
        "My cat is old. The dog barked!",
        "猫坐在屋顶上。",
        "Ça va, l’ami?",
    ],
)
def test_a_text_is_read_back_as_it_was_written(sentence: str) -> None:
    assert written(tokens_of(sentence)) == sentence


def test_words_of_a_language_without_spaces_are_told_apart_by_those_in_the_text() -> None:
    assert tokens_of("我 抚摸 猫 。") == ["我", "抚摸", "猫", "。"]
    assert written(["我", "抚摸", "猫", "。"]) == "我抚摸猫。"


def test_a_prompt_without_spaces_is_told_apart_by_the_words_that_the_text_has() -> None:
    chinese = read(["我 抚摸 猫 。", "我们 抚摸 小猫 。"] * 5)
    assert chinese.tokens_in("我们抚摸小猫。") == ["我们", "抚摸", "小猫", "。"]
    assert chinese.tokens_in("我抚摸大象和猫") == ["我", "抚摸", "大象和", "猫"]
    assert chinese.tokens_in("我 抚摸 大象") == ["我", "抚摸", "大象"]
    assert TEXT.tokens_in("I petted the cat.") == tokens_of("I petted the cat.")


@slow
def test_every_sentence_of_every_language_is_understood_as_the_model_writes_it() -> None:
    for code in ("en", *codes()):
        own = catalogue(code).get("ten-thousand", {}) if code in codes() else {}
        words = {**CORPUS, **own}
        sentences = [tokens_of(line) for part in CORPUS for line in words[part].strip().splitlines()]
        text = read(" ".join(sentence) for sentence in sentences)
        for sentence in sentences:
            understood = text.tokens_in(written(sentence))
            assert list(map(text.number, understood)) == list(map(text.number, sentence)), (code, sentence)


def test_a_text_of_a_few_sentences_is_refused() -> None:
    with pytest.raises(ValueError, match="expected at least 10 sentences"):
        read(["I pet the cat.", ""])
