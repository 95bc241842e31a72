"""The winning times over 100 metres, women, at the Olympic Games since 1928.

Official results: in tenths of a second up to 1964, when clocks were stopped by hand, then in hundredths. No
gold medal stands for 2000, so that year is left out; the Games of 2020 were run in 2021. Facts, under no
copyright.
"""

from downhill.lessons.lesson_20_line.dataset import Axis, DataSet, table

ACROSS = """
1928 1932 1936 1948 1952 1956 1960 1964 1968 1972 1976 1980 1984 1988 1992 1996 2004 2008
2012 2016 2020 2024
"""
UP = """
12.2 11.9 11.5 11.9 11.5 11.5 11.0 11.4 11.08 11.07 11.08 11.06 10.97 10.54 10.82 10.94
10.93 10.78 10.75 10.71 10.61 10.72
"""

sprint = DataSet(
    name="sprint",
    title="Olympic 100 metres, women",
    across=Axis("year of the Games"),
    up=Axis("winning time", "s", 2),
    slope="s/year",
    source="Official results of the Olympic Games, 1928 to 2024 (no gold medal stands for 2000). "
    "Facts, under no copyright. Here b is what the line says for 1900.",
    places=table(ACROSS, UP),
    now={
        "low": "The line runs too low: {higher:0} of the {size:0} winners were slower than it predicts. On "
        "average it is {off} off.",
        "high": "The line runs too high: only {higher:0} of the {size:0} winners were slower than it "
        "predicts. On average it is {off} off.",
        "over": "The line runs too high: none of the {size:0} winners was slower than it predicts. On "
        "average it is {off} off.",
        "single": "The line runs too high: only one of the {size:0} winners was slower than it predicts. On "
        "average it is {off} off.",
        "flat": "The line is too flat: late winners were faster than it predicts, early ones were slower. "
        "On average it is {off} off.",
        "steep": "The line is too steep: late winners were slower than it predicts, early ones were faster. "
        "On average it is {off} off.",
    },
    off="{mean:f} seconds",
    decimals=2,
    origin=1900.0,
)
