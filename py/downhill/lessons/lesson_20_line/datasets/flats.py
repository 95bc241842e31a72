"""Twelve flats in square metres and euros, made up for this page: roughly €20k and €3,000 a square metre."""

from downhill.lessons.lesson_20_line.dataset import Axis, DataSet, table

ACROSS = "34 42 48 55 61 68 75 83 92 104 118 136"
UP = "112 158 151 196 188 234 229 281 274 345 349 431"

flats = DataSet(
    name="flats",
    title="Flats: size and price, in m² and euros",
    across=Axis("flat size", "m²"),
    up=Axis("price", "€k"),
    slope="€/m²",
    per=1000.0,  # m is in euros a square metre, prices in thousands of euros
    source="Made up for this page. What a flat costs where you live may be quite another number.",
    places=table(ACROSS, UP),
    now={
        "low": "The line runs too low: {higher:0} of the {size:0} flats cost more than it predicts. On "
        "average it is {off} off.",
        "high": "The line runs too high: only {higher:0} of the {size:0} flats cost more than it predicts. "
        "On average it is {off} off.",
        "over": "The line runs too high: none of the {size:0} flats costs more than it predicts. On average "
        "it is {off} off.",
        "single": "The line runs too high: only one of the {size:0} flats costs more than it predicts. On "
        "average it is {off} off.",
        "flat": "The line is too flat: large flats cost more than it predicts, small ones cost less. On "
        "average it is {off} off.",
        "steep": "The line is too steep: large flats cost less than it predicts, small ones cost more. On "
        "average it is {off} off.",
    },
    off="€{mean:f}k",
)
