"""A typed function as MathML: it is shown as it was understood."""

import re
from xml.etree.ElementTree import Element, fromstring

import numpy as np
import pytest
from hypothesis import assume, given

from downhill.maths.formula import read
from downhill.maths.formula.parser import LONGEST
from tests.support.functions import trees
from tests.support.often import often

SHOWN = [
    ("2x", "2x"),
    ("x*2", "x·2"),
    ("2(x+1)", "2(x+1)"),
    ("x sin x", "x·sin(x)"),
    ("(x+1)(x-1)", "(x+1)·(x−1)"),
    ("x - (1 - x)", "x−(1−x)"),
    ("x - (-x)", "x−(−x)"),
    ("-(x+1)", "−(x+1)"),
    ("(-x)^2", "[(−x)]^[2]"),
    ("-x^2", "−[x]^[2]"),
    ("(x+1)/2x", "[x+1]/[2]·x"),
    ("2*1/2", "[2·1]/[2]"),
    ("2(1/2)", "2·[1]/[2]"),
    ("sin²(x)", "[sin]^[2](x)"),
    ("sin(x)^x", "[(sin(x))]^[x]"),
    (".5x + 2.", "0.5x+2"),
    ("√(x+1)", "√[x+1]"),
    ("|x| + pi", "|x|+π"),
    ("log x + log10 x", "ln(x)+log10(x)"),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_a_formula_is_shown_as_it_was_understood(text: str, shown: str) -> None:
    assert plain(fromstring(f"<math>{read(text).mathml}</math>")) == shown


def plain(element: Element) -> str:
    """MathML as one line: [a]/[b] for fractions, [a]^[b] for powers, √[a] for roots."""
    parts = [plain(part) for part in element]
    if element.tag in ("mfrac", "msup"):
        return f"[{parts[0]}]{'/' if element.tag == 'mfrac' else '^'}[{parts[1]}]"
    if element.tag == "msqrt":
        return f"√[{''.join(parts)}]"
    return re.sub("\N{INVISIBLE TIMES}", "", element.text or "") + "".join(parts)


@given(trees)
@often(500)
def test_what_is_shown_means_what_was_typed(text: str) -> None:
    assume(len(text) <= LONGEST)
    formula = read(text)
    shown = plain(fromstring(f"<math>{formula.mathml}</math>"))
    again = re.sub(r"√\[", "sqrt[", shown).replace("[", "(").replace("]", ")")
    again = re.sub(
        r"\((sin|cos|tan|exp|ln|sinh|cosh|tanh|arcsin|arccos|arctan)\)\^\((\w+)\)", r"\1^\2", again
    )
    assume(len(again) <= LONGEST)
    xs = np.linspace(-2.3, 3.1, 7)
    found = read(again).both(xs)[0]
    np.testing.assert_allclose(found, formula.both(xs)[0], rtol=1e-9, atol=1e-9)
