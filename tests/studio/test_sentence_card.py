"""The card with a model's sentence: all of the sentence in its lines and colours, and true words beneath."""

import io

import numpy as np
import pytest
from PIL import Image

from downhill.drawing.photo import breadth
from downhill.lessons import all_models
from downhill.studio.save import save_file
from downhill.studio.saved_picture import card
from downhill.studio.sentence_card import EDGE, SIZE, WIDTH, height, parts
from downhill.studio.studio import Studio
from downhill.text.format import number
from tests.support.player import Player

pytestmark = pytest.mark.usefixtures("typefaces")
MODEL = all_models()[0]
TEXTS = (
    ("I pet the", "I pet the cat."),
    (
        "The cat",
        "The cat sat on the roof and the dog waited in front of the old house until it rained.",
    ),
    ("", "the the the"),
)


@pytest.mark.parametrize(("prompt", "text"), TEXTS)
def test_all_of_the_text_stands_in_its_lines_the_prompt_apart(prompt: str, text: str) -> None:
    lines = list(parts(text, len(prompt)))
    pieces = [part for line in lines for part in line]
    shown = ["".join(part.text for part in pieces if part.asked is asked) for asked in (True, False)]
    assert [each.replace(" ", "") for each in shown] == [
        prompt.replace(" ", ""),
        text[len(prompt) :].replace(" ", ""),
    ]
    assert all(part.left + breadth(part.text, SIZE) <= WIDTH - EDGE + 1 for part in pieces)
    assert height(text) >= len(lines) * SIZE


@pytest.mark.parametrize("steps", [0, 31])
def test_a_card_is_saved_with_the_sentence_and_how_it_came_about(steps: int) -> None:
    session = Player([], [MODEL])
    if steps:
        session.step(MODEL.id, steps)
    studio, view = Studio(session), session.view(MODEL.id)
    caption = card(studio, MODEL.id, "").caption
    weights = len(session.trainers[MODEL.id].training.weights)
    for told in (number(weights, 0), f" {steps} ", number(view.loss, 2)):
        assert told in caption
    file = save_file(studio, MODEL.id, "png", "card", "https://school.example/")
    assert file.name == "downhill-ten-thousand-card.png"
    image = Image.open(io.BytesIO(file.data))
    assert image.size[0] == 2 * WIDTH
    assert "#ten-thousand" in image.info["Source"]
    assert np.ptp(np.asarray(image)[: image.size[1] // 2, :, :3]) > 100


def test_a_lesson_without_a_model_has_no_card() -> None:
    from downhill.lessons.lesson_40_choose_word import lesson

    with pytest.raises(KeyError):
        save_file(Studio(Player([lesson])), lesson.id, "png", "card", "https://school.example/")
