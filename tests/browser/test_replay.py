"""A hundred inputs in each lesson: after each of them, all that the page shows is what the native view says."""

import pytest

from downhill.lessons import all_lessons, all_models
from tests.support import inputs, inputs_of_models
from tests.support.essay import Essay
from tests.support.replay import Replay

PLAYED = {lesson.id: tuple(inputs.inputs(lesson)) for lesson in all_lessons()}
TRAINED = {model.id: tuple(inputs_of_models.inputs(model)) for model in all_models()}


@pytest.mark.parametrize("name", [*PLAYED, *TRAINED])
def test_after_every_input_all_that_a_lesson_shows_is_what_the_native_view_says(
    essay: Essay, name: str
) -> None:
    replay = Replay(essay, name)
    assert replay.play({**PLAYED, **TRAINED}[name]) == []
    assert replay.inputs > 70
