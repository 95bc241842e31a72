"""The twelve homes with one price typed wrong: its digits turned around, 683 for 386."""

from dataclasses import replace

import numpy as np

from downhill.lessons.lesson_20_line.dataset import table
from downhill.lessons.lesson_20_line.datasets.homes import ACROSS, UP, homes

TRUE = np.array([2400.0, 386.0])
NEAR = np.array([150.0, 25.0])  # a point that is put so close to it was put right
TYPED = "683"

typo = replace(
    homes,
    name="typo",
    title="Homes, one price typed wrong",
    source="Made up for this page, and one price was typed wrong: its digits are turned around. Find it by "
    "its bar, drag it to where it belongs, and see how the best line turns.",
    places=table(ACROSS, UP.replace("386", TYPED)),
    now={},
)


def is_mended(places: np.ndarray) -> bool:
    """Return whether these are the homes, places of shape (n, 2), with the wrong price put about right."""
    if places.shape != homes.places.shape:
        return False
    wrong = (homes.places == TRUE).all(axis=1)
    return bool(
        np.array_equal(places[~wrong], homes.places[~wrong]) and (np.abs(places[wrong] - TRUE) <= NEAR).all()
    )
