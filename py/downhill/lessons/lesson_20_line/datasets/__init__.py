"""Small data sets to fit a line to, with where they come from: a file each, in the order of the menu."""

from downhill.lessons.lesson_20_line.dataset import DataSet
from downhill.lessons.lesson_20_line.datasets.air import air
from downhill.lessons.lesson_20_line.datasets.braking import braking
from downhill.lessons.lesson_20_line.datasets.flats import flats
from downhill.lessons.lesson_20_line.datasets.galaxies import galaxies
from downhill.lessons.lesson_20_line.datasets.geyser import geyser
from downhill.lessons.lesson_20_line.datasets.homes import homes
from downhill.lessons.lesson_20_line.datasets.penguins import penguins
from downhill.lessons.lesson_20_line.datasets.sprint import sprint
from downhill.lessons.lesson_20_line.datasets.typo import typo

SETS: dict[str, DataSet] = {
    each.name: each for each in (homes, typo, flats, geyser, sprint, air, penguins, galaxies, braking)
}
