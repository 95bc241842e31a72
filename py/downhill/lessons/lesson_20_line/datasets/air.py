"""Carbon dioxide in the air at Mauna Loa, Hawaii: the mean of every second year since 1960.

X. Lan, NOAA Global Monitoring Laboratory, and R. Keeling, Scripps Institution of Oceanography: the table of
annual means `co2_annmean_mlo`. A work of the United States government, in the public domain.
"""

from downhill.lessons.lesson_20_line.dataset import Axis, DataSet, table

ACROSS = """
1960 1962 1964 1966 1968 1970 1972 1974 1976 1978 1980 1982 1984 1986 1988 1990 1992 1994
1996 1998 2000 2002 2004 2006 2008 2010 2012 2014 2016 2018 2020 2022 2024
"""
UP = """
316.91 318.45 319.62 321.37 323.05 325.68 327.46 330.19 332.03 335.41 338.76 341.48 344.87
347.61 351.69 354.45 356.54 358.96 362.74 366.84 369.71 373.45 377.70 382.09 385.83 390.10
394.06 398.81 404.41 408.72 414.21 418.53 424.61
"""

air = DataSet(
    name="air",
    title="Carbon dioxide in the air",
    across=Axis("year"),
    up=Axis("CO\N{SUBSCRIPT TWO}", "ppm", 2),
    slope="ppm/year",
    source="Yearly means at Mauna Loa, every second year: NOAA Global Monitoring Laboratory and Scripps "
    "Institution of Oceanography, 1960 to 2024. Public domain. Here b is what the line says for 1960.",
    places=table(ACROSS, UP),
    now={
        "low": "The line runs too low: {higher:0} of the {size:0} years had more than it predicts. On "
        "average it is {off} off.",
        "high": "The line runs too high: only {higher:0} of the {size:0} years had more than it predicts. "
        "On average it is {off} off.",
        "over": "The line runs too high: none of the {size:0} years had more than it predicts. On average it "
        "is {off} off.",
        "single": "The line runs too high: only one of the {size:0} years had more than it predicts. On "
        "average it is {off} off.",
        "flat": "The line is too flat: late years had more than it predicts, early ones had less. On "
        "average it is {off} off.",
        "steep": "The line is too steep: late years had less than it predicts, early ones had more. On "
        "average it is {off} off.",
    },
    off="{mean:f} ppm",
    origin=1960.0,
)
