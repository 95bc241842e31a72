"""Functions of a reader's that give nothing to draw: it is told why, and the lesson's own go on."""

import pytest

from downhill.session import code_verbs
from tests.support.experiments import alone, at_work
from tests.support.often import slow
from tests.support.take_home import text_of

HEIGHT = "return even - tilt + 4.5"


@slow
@pytest.mark.parametrize(
    ("height", "told"),
    [
        ("return [x, x]", "“height” gives back several numbers where one is needed."),
        ("return np.nan * x", "What “height” gives back is not a number: nan."),
        ("return 1e12 + x", "Between \N{MINUS SIGN}5 and 5, your functions give back no value"),
    ],
)
def test_what_a_curve_without_values_comes_of_is_told(height: str, told: str) -> None:
    session = alone("valley")
    session.state("valley").choose("shape", "two-valleys")
    text = text_of(at_work(session, "valley"))
    assert HEIGHT in text
    before = session.view("valley").loss
    code_verbs.run_code(session, "valley", text.replace(HEIGHT, height), text)
    view = session.view("valley")
    assert view.code["state"] == "mistaken"
    assert view.code["what"].startswith(told)
    assert view.code["hint"]
    assert at_work(session, "valley").own_functions is None
    assert view.loss == before
