"""How long Old Faithful erupts, and how long it then rests: the first forty of 272 eruptions.

W. Härdle, Smoothing Techniques with Implementation in S, Springer, 1991; `faithful` in R is the same table.
Measured facts, under no copyright.
"""

from downhill.lessons.lesson_20_line.dataset import Axis, DataSet, table

ACROSS = """
3.6 1.8 3.333 2.283 4.533 2.883 4.7 3.6 1.95 4.35 1.833 3.917 4.2 1.75 4.7 2.167 1.75 4.8
1.6 4.25 1.8 1.75 3.45 3.067 4.533 3.6 1.967 4.083 3.85 4.433 4.3 4.467 3.367 4.033 3.833
2.017 1.867 4.833 1.833 4.783
"""
UP = """
79 54 74 62 85 55 88 85 51 85 54 84 78 47 83 52 62 84 52 79 51 47 78 69 74 83 55 76 78 79 73
77 66 80 74 52 48 80 59 90
"""

geyser = DataSet(
    name="geyser",
    title="Old Faithful: eruption and wait",
    across=Axis("eruption", "min", 1),
    up=Axis("wait for the next", "min"),
    slope="min/min",
    source="The geyser Old Faithful, the first 40 of 272 eruptions: W. Härdle, Smoothing Techniques (1991). "
    "Measured facts, under no copyright.",
    places=table(ACROSS, UP),
    now={
        "low": "The line runs too low: {higher:0} of the {size:0} waits are longer than it predicts. On "
        "average it is {off} off.",
        "high": "The line runs too high: only {higher:0} of the {size:0} waits are longer than it predicts. "
        "On average it is {off} off.",
        "over": "The line runs too high: none of the {size:0} waits is longer than it predicts. On average "
        "it is {off} off.",
        "single": "The line runs too high: only one of the {size:0} waits is longer than it predicts. On "
        "average it is {off} off.",
        "flat": "The line is too flat: waits after long eruptions lie above it, after short ones below. "
        "On average it is {off} off.",
        "steep": "The line is too steep: waits after long eruptions lie below it, after short ones above. "
        "On average it is {off} off.",
    },
    off="{mean:f} minutes",
)
