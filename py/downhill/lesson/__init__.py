"""What an author writes a lesson with: words, sliders, what is measured, and how it is drawn.

Imports `text` and `points`, and numpy; never matplotlib, nor anything that runs a lesson.
"""

from downhill.lesson.chosen_lesson import ChosenLesson
from downhill.lesson.controls import HAND, MACHINE, Choice, Entry, Plot, Rates, Slider
from downhill.lesson.fields import Cell, LessonFields
from downhill.lesson.film import Film, Payoff, Said, Shot
from downhill.lesson.lesson import Lesson
from downhill.lesson.look import Draw, Figure, Look, Show
from downhill.lesson.scene import Kept, Scene
from downhill.lesson.variant import Matrix, Note, Variant

__all__ = [
    "HAND",
    "MACHINE",
    "Cell",
    "Choice",
    "ChosenLesson",
    "Draw",
    "Entry",
    "Figure",
    "Film",
    "Guess",
    "Kept",
    "Lesson",
    "LessonFields",
    "Look",
    "Matrix",
    "Note",
    "Payoff",
    "Plot",
    "Rates",
    "Said",
    "Scene",
    "Shot",
    "Show",
    "Slider",
    "Variant",
]
