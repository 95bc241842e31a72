"""Prose to HTML."""

import pytest

from downhill.lesson import Lesson
from downhill.text.essay import PROSE
from tests.support.states import LESSONS
from tools.pages.markdown import formula, prose


def test_paragraphs_and_emphasis_become_elements() -> None:
    assert (
        prose("Walk **downhill**,\n*slowly*.").strip()
        == "<p>Walk <strong>downhill</strong>,\n<em>slowly</em>.</p>"
    )


def test_inline_prose_has_no_paragraph() -> None:
    assert prose(" Move the *slider*. ", inline=True) == "Move the <em>slider</em>."


def test_a_formula_in_a_sentence_becomes_mathml() -> None:
    html = prose("Find the $x$ there.")
    assert '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline">' in html
    assert "$" not in html


def test_a_formula_of_its_own_stands_as_a_block() -> None:
    html = prose("$$\nx^2\n$$")
    assert 'display="block"' in html
    assert "<msup>" in html


def test_the_words_for_hand_and_machine_are_marked() -> None:
    assert '<span class="hand-word">you</span>' in prose("[you]{.hand}")
    assert '<span class="machine-word">it</span>' in prose("[it]{.machine}")


def test_a_table_becomes_a_table() -> None:
    html = prose("| a | b |\n|---|---|\n| 1 | 2 |")
    assert html.count("<th>") == 2
    assert html.count("<td>") == 2


def test_markup_in_prose_may_stand_in_the_page_as_it_is() -> None:
    assert prose("a").__html__() == prose("a")
    assert formula("x").__html__() == formula("x")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_no_lesson_leaves_a_sign_of_markdown_in_its_prose(lesson: Lesson) -> None:
    for key in ("prose", "then"):
        html = prose(lesson.words.get(key, ""))
        assert not [sign for sign in ("**", "$", "{.", "](", "\\", "|") if sign in html], key


def test_the_essay_around_the_lessons_leaves_none_either() -> None:
    for text in PROSE.values():
        assert not [sign for sign in ("**", "$", "{.", "](", "\\") if sign in prose(text)]
