"""How far away 24 nebulae are, and how fast they recede: the points behind the expanding universe.

E. Hubble, A relation between distance and radial velocity among extra-galactic nebulae, Proceedings of the
National Academy of Sciences 15 (1929), 168-173, table 1. His distances came out some seven times too short.
Measured facts, under no copyright.
"""

from downhill.lessons.lesson_20_line.dataset import Axis, DataSet, table

ACROSS = """
0.032 0.034 0.214 0.263 0.275 0.275 0.45 0.5 0.5 0.63 0.8 0.9 0.9 0.9 0.9 1.0 1.1 1.1 1.4
1.7 2.0 2.0 2.0 2.0
"""
UP = """
170 290 -130 -70 -185 -220 200 290 270 200 300 -30 650 150 500 920 450 500 500 960 500 850
800 1090
"""

galaxies = DataSet(
    name="galaxies",
    title="Hubble’s galaxies of 1929",
    across=Axis("distance", "Mpc", 2),
    up=Axis("velocity", "km/s"),
    slope="km/s\N{NO-BREAK SPACE}per\N{NO-BREAK SPACE}Mpc",
    source="E. Hubble, Proceedings of the National Academy of Sciences 15 (1929), table 1, as he measured "
    "then. Facts, under no copyright. 1 Mpc is 3.3 million light years.",
    places=table(ACROSS, UP),
    now={
        "low": "The line runs too low: {higher:0} of the {size:0} galaxies recede faster than it predicts. "
        "On average it is {off} off.",
        "high": "The line runs too high: only {higher:0} of the {size:0} galaxies recede faster than it "
        "predicts. On average it is {off} off.",
        "over": "The line runs too high: none of the {size:0} galaxies recedes faster than it predicts. On "
        "average it is {off} off.",
        "single": "The line runs too high: only one of the {size:0} galaxies recedes faster than it "
        "predicts. On average it is {off} off.",
        "flat": "The line is too flat: far galaxies recede faster than it predicts, near ones recede "
        "slower. On average it is {off} off.",
        "steep": "The line is too steep: far galaxies recede slower than it predicts, near ones recede "
        "faster. On average it is {off} off.",
    },
    off="{mean:f} km/s",
    decimals=0,
)
