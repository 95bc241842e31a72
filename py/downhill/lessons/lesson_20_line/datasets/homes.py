"""Twelve homes, made up for this page: roughly $70k and $140 a square foot, give or take."""

from downhill.lessons.lesson_20_line.dataset import Axis, DataSet, table

ACROSS = "720 850 980 1100 1240 1400 1550 1700 1900 2150 2400 2800"
UP = "162 204 196 238 228 284 276 327 318 390 386 470"

homes = DataSet(
    name="homes",
    title="Homes: size and price",
    across=Axis("home size", "sq ft"),
    up=Axis("price", "$k"),
    slope="$/sq\N{NO-BREAK SPACE}ft",
    per=1000.0,  # m is in dollars a square foot, prices in thousands of dollars
    source="Made up for this page, but not far from life.",
    places=table(ACROSS, UP),
    now={
        "low": "The line runs too low: {higher:0} of the {size:0} homes cost more than it predicts. On "
        "average it is {off} off.",
        "high": "The line runs too high: only {higher:0} of the {size:0} homes cost more than it predicts. "
        "On average it is {off} off.",
        "over": "The line runs too high: none of the {size:0} homes costs more than it predicts. On average "
        "it is {off} off.",
        "single": "The line runs too high: only one of the {size:0} homes costs more than it predicts. On "
        "average it is {off} off.",
        "flat": "The line is too flat: large homes cost more than it predicts, small ones cost less. On "
        "average it is {off} off.",
        "steep": "The line is too steep: large homes cost less than it predicts, small ones cost more. On "
        "average it is {off} off.",
    },
    off="${mean:f}k",
)
