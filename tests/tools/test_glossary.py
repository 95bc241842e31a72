"""The glossary: every word explained once, in few and easier words; the answers to its questions are true."""

import re

import pytest
from markupsafe import Markup

from downhill.lessons import every_lesson
from downhill.text.english.glossary import CORE
from downhill.text.language import speaking
from tools.languages.language import FIRST, Language, all_languages
from tools.pages.beats import beats
from tools.pages.glossary import SINCE, Links, again, linked, terms

each_language = pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
PERSON = re.compile(r"\b(knows?|sees?|thinks?|wants?|says?|believes?|understands?|remembers?)\b")


@each_language
def test_every_word_is_explained_once_and_in_few_words(language: Language) -> None:
    listed = terms(language)
    assert (
        len({term.name.casefold() for term in listed}) == len({term.means for term in listed}) == len(listed)
    )
    assert sum(term.core for term in listed) == len(CORE) == 12  # the sentence above the list says twelve
    for term in listed:
        assert len(term.means.split()) <= 26
        assert len(term.means) <= (55 if language.code == "zh-Hans" else 150), term.means


def test_no_meaning_needs_a_later_word_or_makes_a_person_of_a_model() -> None:
    listed = terms(FIRST)
    for at, term in enumerate(listed):
        assert not PERSON.search(term.means)
        for later in listed[at + 1 :]:
            if later.id != "held-out":
                assert not re.search(rf"\b{later.name}\b", term.means), (term.name, later.name)


@each_language
def test_every_lesson_links_words_at_their_first_place_and_a_sentence_has_one_link(
    language: Language,
) -> None:
    with speaking(language.catalogue, every_lesson()):
        for lesson in every_lesson():
            marked = linked(lesson.id, language, beats(lesson), [])
            found = [re.findall(r'#([\w-]+)">', text) for text in marked.values()]
            told = [each for several in found for each in several]
            assert all(len(each) <= 1 for each in found)
            assert told, lesson.id
            assert len(told) == len(set(told))
            guesses = {shot["says"] for beat in beats(lesson) for shot in beat.shots if "cards" in shot}
            assert not [text for text in guesses if "<a" in marked[text]]
    assert {*" ".join(SINCE.values()).split()} < {term.id for term in terms(language)}


def test_a_link_spares_formulas_and_other_links_and_never_cuts_a_word() -> None:
    links = Links("attention", FIRST)
    text = 'Scores: <math><mi>score</mi></math>, <a href="x">models</a>, remodeled; one language model, score'
    told = links(Markup(text))
    assert told.count('<a class="term"') == 2
    assert '<a class="term" href="./glossary.html#score">Scores</a>' in told
    assert '<a class="term" href="./glossary.html#language">language model</a>' in told
    assert Links("attention", FIRST)("a < b & query").startswith("a &lt; b &amp; <a")


@each_language
def test_a_question_comes_from_an_earlier_lesson_and_has_three_answers(language: Language) -> None:
    order = [lesson.id for lesson in every_lesson()]
    with speaking(language.catalogue, every_lesson()):
        asked = again(language)
    assert [each.lesson for each in asked] == order[1:]
    for each in asked:
        assert order.index(each.beat.split("/")[0]) < order.index(each.lesson)
        assert len(set(each.answers.values())) == 3
        assert all(len(answer.split()) <= 6 for answer in each.answers.values())
        assert "{" not in each.label + each.look
        assert each.why.casefold().startswith(each.answers["right"].casefold())
