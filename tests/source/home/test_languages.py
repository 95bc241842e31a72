"""Files speak the language of the page, in prose and in comments."""

from collections.abc import Iterator

import pytest

from downhill.lessons import all_models, every_lesson
from downhill.play.lesson_state import LessonState
from downhill.source.home.said import Said, comment
from downhill.text.language import speaking
from downhill.training.trainer import trainer_of
from tests.support.often import slow
from tests.support.states import LESSONS
from tests.support.take_home import both
from tools.languages import late_rooms, translations

pytestmark = slow

ENGLISH = late_rooms.english()["home"]
CHOICES = {
    "valley": [{}, {"shape": "own"}],
    "line": [{"outlier": "on"}, {"raw": "on"}, {"data": "own", "points": "1\t2"}],
}


def files() -> Iterator[str]:
    """Files of all lessons, in such variants that they have everything to say."""
    for lesson in LESSONS:
        for choices in CHOICES.get(lesson.id, [{}]):
            state = LessonState(lesson)
            for name, option in choices.items():
                (state.enter if name == "points" else state.choose)(name, option)
            yield from both(state)
    rolling, (trained, looking) = LessonState(LESSONS[0]), map(trainer_of, all_models())
    yield from (*both(trained), *both(looking))
    for lesson_at_work in (rolling, trained, looking):
        lesson_at_work.set_way("momentum")
        yield from both(lesson_at_work)


def test_every_sentence_of_the_room_is_said_in_the_language_that_is_spoken() -> None:
    said = {key: f"‹{key}›" for key in ENGLISH}
    title = {
        lesson.id: {"title": "标题", "loss.short": "误差"} for lesson in every_lesson()
    }  # asks for a typeface
    with speaking({"home": said, **title}, every_lesson()):
        made = "\n".join(files())
    assert [key for key, text in said.items() if text not in made] == []
    assert [text for text in ENGLISH.values() if comment(text) in made] == []


def test_what_a_language_lacks_is_english_and_so_is_all_after_it() -> None:
    with speaking({"home": {"picture": "Das Bild", "unknown": "?"}}, every_lesson()):
        assert (Said()("picture"), Said()("steps")) == ("Das Bild", "steps")
        assert "unknown" not in Said().words
    assert Said()("picture") == "The picture"


@pytest.mark.parametrize("code", translations.codes())
def test_files_are_python_in_every_language(code: str) -> None:
    with speaking(translations.catalogue(code), every_lesson()):
        for file in files():
            if not file.startswith("{"):
                compile(file, code, "exec")
                assert ENGLISH["functions"] not in file
                assert translations.catalogue(code)["home"]["functions"] in file


def test_french_keeps_its_spaces_before_a_colon_in_one_line() -> None:
    assert "\N{NARROW NO-BREAK SPACE}:" in comment("Descente\N{NARROW NO-BREAK SPACE}: pas à\npas")
