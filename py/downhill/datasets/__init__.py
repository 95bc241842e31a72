"""Small data sets to fit a line to, with where they come from: a file each, in the order of the menu."""

from downhill.dataset import DataSet
from downhill.datasets.air import air
from downhill.datasets.braking import braking
from downhill.datasets.flats import flats
from downhill.datasets.galaxies import galaxies
from downhill.datasets.geyser import geyser
from downhill.datasets.homes import homes
from downhill.datasets.penguins import penguins
from downhill.datasets.sprint import sprint

SETS: dict[str, DataSet] = {
    each.name: each for each in (homes, flats, geyser, sprint, air, penguins, galaxies, braking)
}
