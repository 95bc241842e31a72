"""A typed function, written as Python, has the values that the page works out."""

import ast
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from downhill.maths.formula import read
from downhill.source.home.formula_code import written
from tests.support.functions import trees
from tests.support.often import often

XS = np.array([-4.0, -1.5, -0.25, 0.0, 0.5, 1.0, 2.75, 5.0])


def values(code: str, x: Any) -> Any:
    with np.errstate(all="ignore"):
        return eval(code, {"np": np, "x": x})


@often(500)
@given(trees)
def test_python_has_a_value_wherever_the_page_has_one_and_the_same(text: str) -> None:
    formula = read(text)
    code, heights = written(formula.tree), formula.both(XS)[0]
    known = np.isfinite(heights)
    np.testing.assert_allclose(values(code, XS)[known], heights[known], rtol=1e-9)
    for x, height in zip(XS[known], heights[known], strict=True):
        np.testing.assert_allclose(values(code, x), height, rtol=1e-9)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x^2/4 + |x - 1|", "x ** 2 / 4 + np.abs(x - 1)"),
        ("-x^2", "-x ** 2"),
        ("(-x)^2 - (x - (3 - x))", "(-x) ** 2 - (x - (3 - x))"),
        ("2^3^x", "2 ** 3 ** x"),
        ("(2^x)^3", "(2 ** x) ** 3"),
        ("x/(2x)/3", "x / (2 * x) / 3"),
        ("ln 2x + log10(x)", "np.log(2 * x) + np.log10(x)"),
        ("π e", "np.pi * np.e + 0 * x"),
        ("3", "3 + 0 * x"),
        ("x + 1/0", "x + np.nan"),
        ("x^(1/2)", "x ** (1 / 2)"),
        ("x + (-8)^(1/3)", "x + np.nan"),
        ("x + 9^9^9^9", "x + np.nan"),
        ("x*007,50", "x * 007.50"),
        ("x*007", "x * 7"),
        ("sin²(x) sqrt(x)", "np.sin(x) ** 2 * np.sqrt(x)"),
    ],
)
def test_functions_are_written_as_a_person_would(text: str, code: str) -> None:
    assert written(read(text).tree) == code
    ast.parse(code)


def test_no_number_is_too_long_for_python() -> None:
    for text in ("9" * 190 + "x", "9" * 99 + "*" + "9" * 99 + "x", "1/" + "9" * 190 + "x"):
        code = written(read(text).tree)
        np.testing.assert_allclose(values(code, np.float64(0.5)), read(text).both(0.5)[0])
