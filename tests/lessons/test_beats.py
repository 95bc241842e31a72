"""The story of every lesson: all of its beats, short, plain, and true in every language."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from downhill.lesson import Lesson
from downhill.lessons import all_models, every_lesson
from downhill.lessons.lesson_30_next_word import lesson as teaching
from downhill.lessons.lesson_30_next_word.prompts import TARGETS
from downhill.play.lesson_state import LessonState
from downhill.session.beat_texts import BEATS, Beat, beats_of, film_keys, keys
from downhill.text.format import number
from downhill.text.language import speaking
from downhill.training.model_lesson import ModelLesson
from downhill.training.trainer import Trainer
from tests.support.often import slow
from tools.languages import translations
from tools.languages.language import Language, all_languages

LESSONS = every_lesson()
MODEL = all_models()[0]
MARKUP = re.compile(r"[*_`$#<>|\\{}\[\]]|&\w+;|\n| {2}")
MOST = {"title": 5, "text": 50, "go": 4}  # words in English
MOST_HAN = {"title": 14, "text": 110, "go": 10}  # signs
TO_TRY = 0.8  # of that length has the first beat, which stands on the first screen of a telephone
LONGER = 1.3  # so much more words may another language need


@pytest.fixture(params=all_languages(), ids=lambda language: language.code)
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    spoken: Language = request.param
    with speaking(spoken.catalogue, LESSONS):
        yield spoken


def told() -> Iterator[tuple[str, Beat]]:
    """Every beat in the language that is spoken, with the id of its lesson."""
    yield from ((lesson.id, beat) for lesson in LESSONS for beat in beats_of(lesson))


def share(language: Language, beat: Beat, part: str) -> float:
    """How long a part of a beat is, as a share of what it may be."""
    text = getattr(beat, part)
    if language.about["script"] == "Han":
        size, most = float(len(text)), MOST_HAN[part]
    else:
        size, most = float(len(re.findall(r"\S*\w\S*", text))), MOST[part]
        size /= 1 if language.first else LONGER
    return size / most / (TO_TRY if (beat.name, part) == ("try", "text") else 1)


def test_the_way_on_from_each_lesson_has_a_name_of_its_own(language: Language) -> None:
    ways_on = [beat.go for _, beat in told() if beat.name == "take-away"]
    assert len(set(ways_on)) == len(ways_on) == len(LESSONS)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_lesson_tells_its_story_in_six_beats(lesson: Lesson | ModelLesson) -> None:
    told = {key for key in lesson.words if key.startswith("beat.")}
    assert told == {*keys(), *film_keys(lesson.film.shots)}
    assert [beat.name for beat in beats_of(lesson)] == [*BEATS]


def test_a_lesson_that_lacks_a_word_of_its_story_tells_none() -> None:
    words = {key: text for key, text in teaching.words.items() if key != "beat.name.go"}
    assert beats_of(replace(teaching, words=words)) == ()


@pytest.mark.parametrize("part", MOST)
def test_every_beat_is_short_enough_to_stand_beside_the_picture(language: Language, part: str) -> None:
    long = {(id_, beat.name): getattr(beat, part) for id_, beat in told() if share(language, beat, part) > 1}
    assert long == {}


def test_beats_hold_no_markup_that_would_be_seen_and_no_number_but_those_of_the_model(
    language: Language,
) -> None:
    for lesson in LESSONS:
        for key, beat in ((f"beat.{beat.name}", beat) for beat in beats_of(lesson)):
            assert not MARKUP.search("".join(beat)), (lesson.id, beat)
            plain = translations.GAPS.sub("", lesson.words[key])
            assert not re.search(r"\d", plain + beat.title + beat.go), (lesson.id, beat)


def test_no_two_beats_say_the_same(language: Language) -> None:
    for part in ("title", "text"):
        said = [getattr(beat, part) for _, beat in told()]
        assert len({*said}) == len(said) == len(LESSONS) * len(BEATS)


@slow
@pytest.mark.parametrize("code", translations.codes())
def test_every_translation_tells_the_story_and_names_the_parts_of_the_stage(code: str) -> None:
    lacking = [line.split(": ")[1] for line in translations.untranslated(code)]
    assert [line for line in lacking if line.startswith(("beat.", "stage."))] == []


def test_no_beat_takes_for_granted_what_is_not_in_view_on_a_telephone_or_before_anything_is_done() -> None:
    for id_, beat in told():
        found = re.search(r"\b(?:the map|both trails|the curves?|on the left|on the right)\b", beat.text)
        assert not found, (id_, beat)


def test_the_story_tells_how_many_sliders_the_model_of_the_language_has(language: Language) -> None:
    trainer = Trainer(MODEL)
    trainer.move("weight", 1.0)
    count = len(trainer.training.weights)
    texts = {beat.name: beat.text for beat in beats_of(MODEL)}
    for name in ("try", "machine", "take-away"):
        assert number(count, 0) in texts[name]
    assert trainer.standing().hours == count / 60 / 60  # as the sentence below the picture tells it


def test_a_model_that_knows_nothing_writes_words_in_an_order_that_its_text_never_has(
    language: Language,
) -> None:
    text, trainer = MODEL.text(), Trainer(MODEL)
    known = {
        (int(row[-1]), int(after))
        for part in (text.learned, text.held_out)
        for row, after in zip(*part, strict=True)
    }
    prompt = [number for token in text.tokens_in(MODEL.words["prompt"]) if (number := text.number(token))]
    pairs = [*pairwise([*prompt, *trainer.training.write(prompt)])]
    assert 2 * sum(pair not in known for pair in pairs[len(prompt) - 1 :]) > len(pairs) - len(prompt) + 1


def test_from_where_the_lesson_opens_one_of_four_bars_goes_the_wrong_way_at_first_and_then_none() -> None:
    state, away = LessonState(teaching), []
    while not state.solved:
        before = np.abs(state.now.scores - TARGETS)
        assert state.step()
        away.append(int((np.abs(state.now.scores - TARGETS) > before).sum()))
    assert away == [1, *[0] * (len(away) - 1)]
