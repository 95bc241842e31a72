"""How fast a car goes, and how far it rolls on until it stands: fifty cars of the 1920s.

M. Ezekiel, Methods of Correlation Analysis, Wiley, 1930; `cars` in R is the same table. Measured facts, under
no copyright.
"""

from downhill.lessons.lesson_20_line.dataset import Axis, DataSet, table

ACROSS = """
4 4 7 7 8 9 10 10 10 11 11 12 12 12 12 13 13 13 13 14 14 14 14 15 15 15 16 16 17 17 17 18 18
18 18 19 19 19 20 20 20 20 20 22 23 24 24 24 24 25
"""
UP = """
2 10 4 22 16 10 18 26 34 17 28 14 20 24 28 26 34 34 46 26 36 60 80 20 26 54 32 40 32 40 50
42 56 76 84 36 46 68 32 48 52 56 64 66 54 70 92 93 120 85
"""

braking = DataSet(
    name="braking",
    title="Cars: speed and stopping distance",
    across=Axis("speed", "mph"),
    up=Axis("stopping distance", "ft"),
    slope="ft/mph",
    source="Fifty cars of the 1920s: M. Ezekiel, Methods of Correlation Analysis (1930). "
    "Measured facts, under no copyright.",
    places=table(ACROSS, UP),
    now={
        "low": "The line runs too low: {higher:0} of the {size:0} cars take longer than it predicts. On "
        "average it is {off} off.",
        "high": "The line runs too high: only {higher:0} of the {size:0} cars take longer than it predicts. "
        "On average it is {off} off.",
        "over": "The line runs too high: none of the {size:0} cars takes longer than it predicts. On average "
        "it is {off} off.",
        "single": "The line runs too high: only one of the {size:0} cars takes longer than it predicts. On "
        "average it is {off} off.",
        "flat": "The line is too flat: fast cars take longer than it predicts, slow ones take less. On "
        "average it is {off} off.",
        "steep": "The line is too steep: fast cars take less than it predicts, slow ones take longer. On "
        "average it is {off} off.",
    },
    off="{mean:f} feet",
)
