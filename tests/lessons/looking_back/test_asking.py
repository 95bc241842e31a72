"""Asking the model that looks back about anybody changes none of its weights, and the page counts that."""

from typing import cast

from downhill.lessons.lesson_60_looking_back import lesson
from downhill.lessons.lesson_60_looking_back.texts import TEXTS
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.text.format import fill
from tests.lessons.looking_back.conftest import NAME, Trained
from tests.support.often import slow

pytestmark = slow
OWN = (
    "Mia has a cat. It is windy. Ben pets his",
    "Ida has a kite. It is windy. Tom flies his",
    "Mia has a",
    "Tom",
    "",
)


def test_ten_texts_change_no_weight_and_a_step_of_training_nearly_all(trained: Trained) -> None:
    trainer = cast(Looking, trained(50).trainer(NAME))
    weights = trainer.training.weights.copy()
    for text in (*map(trainer.text_of, TEXTS), *OWN):
        trainer.enter("prompt", text)
        assert trainer.standing().changed == 0
    assert (trainer.training.weights == weights).all()
    assert trainer.step()
    assert (trainer.training.weights != weights).mean() > 0.9
    assert trainer.standing().changed == 0  # the step did that, not a text


def test_a_weight_that_did_change_would_be_counted(trained: Trained) -> None:
    trainer = cast(Looking, trained(50).trainer(NAME))
    trainer.enter("prompt", OWN[0])
    trainer.training.weights[:7] += 1.0
    assert trainer.standing().changed == 7


def test_asked_about_somebody_who_has_nothing_it_says_so_and_tells_the_count(trained: Trained) -> None:
    session = trained(50)
    trainer = cast(Looking, session.trainer(NAME))
    trainer.enter("prompt", OWN[0])
    now = trainer.standing()
    assert (now.name, now.owns, now.changed, now.weights) == ("Ben", False, 0, len(trainer.training.weights))
    assert session.view(NAME).sentence == fill(lesson.words["now.nobody"], now._asdict())
