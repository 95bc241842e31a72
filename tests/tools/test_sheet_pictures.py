"""Pictures to draw a guess in: what gives the answer away is not in them, what the guess is about is."""

import re
import xml.etree.ElementTree as ET

import pytest

from downhill.drawing.themes import COLOURS
from downhill.lesson.challenge import Challenge
from downhill.lessons import every_lesson
from tools.artwork.sheet_pictures import GUESSES, SIZE, Guess, drawn

LESSONS = {lesson.id: lesson for lesson in every_lesson()}
LIGHT = COLOURS["light"]
each_guess = pytest.mark.parametrize("guess", GUESSES, ids=lambda guess: guess.file)
COLORED = {"ten-thousand": ["fill"], "next-word": ["stroke"]}
"""What else has the color of a step: the name of a line, and the bars of the higher scores."""
pytestmark = pytest.mark.usefixtures("typefaces")


def svg(guess: Guess) -> str:
    return drawn(LESSONS[guess.lesson], guess)


@each_guess
def test_a_picture_is_whole_has_its_size_and_is_the_same_each_time(guess: Guess) -> None:
    text = svg(guess)
    assert ET.fromstring(text).get("viewBox") == f"0 0 {SIZE[0]:g} {SIZE[1]:g}"
    assert svg(guess) == text
    assert isinstance(LESSONS[guess.lesson].challenge(guess.challenge), Challenge)


@each_guess
def test_no_next_step_is_drawn(guess: Guess) -> None:
    machine = str(LIGHT["machine"])
    told = svg(guess)
    assert re.findall(rf"(stroke|fill): {machine}", told) == COLORED.get(guess.lesson, [])
