"""How long a penguin's flipper is, and how heavy the penguin: every sixth of 342 that were measured.

Three species on islands near Palmer Station, Antarctica, 2007 to 2009: K. B. Gorman, T. D. Williams and
W. R. Fraser, PLoS ONE 9 (2014), e90081; table `penguins` of palmerpenguins (A. Horst, A. Hill and K. Gorman,
2020). Dedicated to the public domain (CC0 1.0) by the Palmer Station LTER.
"""

from downhill.lessons.lesson_20_line.dataset import Axis, DataSet, table

ACROSS = """
181 195 191 194 187 178 180 196 191 191 195 188 197 195 194 205 196 190 197 196 198 195 199
193 185 201 210 216 221 215 220 220 225 225 225 224 230 221 220 224 230 226 228 219 230 215
193 195 190 181 200 187 192 196 199 191 195
"""
UP = """
3750 4675 3800 4200 3800 3900 3550 4400 4150 3700 4400 4100 4150 4000 3550 4300 4350 4250
4775 4075 3500 4300 4475 4250 3650 4000 4550 5550 6300 5050 5550 5400 5700 5400 5000 5550
5700 5000 6000 5350 5550 5200 5600 5500 5500 4850 3650 4150 3575 3600 3400 3350 2700 3675
3325 3250 3650
"""

penguins = DataSet(
    name="penguins",
    title="Penguins: flipper and weight",
    across=Axis("flipper", "mm"),
    up=Axis("weight", "g"),
    slope="g/mm",
    source="Every sixth of 342 penguins near Palmer Station, Antarctica: Gorman, Williams and Fraser, "
    "PLoS ONE 9 (2014); palmerpenguins (2020). CC0. Here b is what the line says for a flipper of 170 mm.",
    places=table(ACROSS, UP),
    now={
        "low": "The line runs too low: {higher:0} of the {size:0} penguins weigh more than it predicts. On "
        "average it is {off} off.",
        "high": "The line runs too high: only {higher:0} of the {size:0} penguins weigh more than it "
        "predicts. On average it is {off} off.",
        "over": "The line runs too high: none of the {size:0} penguins weighs more than it predicts. On "
        "average it is {off} off.",
        "single": "The line runs too high: only one of the {size:0} penguins weighs more than it predicts. "
        "On average it is {off} off.",
        "flat": "The line is too flat: penguins with long flippers weigh more than it predicts, with short "
        "ones less. On average it is {off} off.",
        "steep": "The line is too steep: penguins with long flippers weigh less than it predicts, with "
        "short ones more. On average it is {off} off.",
    },
    off="{mean:f} grams",
    decimals=0,
    origin=170.0,
)
