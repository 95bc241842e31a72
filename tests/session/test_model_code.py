"""A reader's code that gives nothing to draw, or arrays of other shapes: that is told, and lessons go on."""

import math

import pytest

from downhill.lessons import all_models
from downhill.session import code_verbs
from downhill.session.session import Session
from tests.support.experiments import alone, at_work
from tests.support.often import slow
from tests.support.take_home import text_of

MODEL = all_models()[0].id
WRONG = {
    "forward": ("return inputs, hidden, scores", "return inputs, hidden, scores[:, :5]"),
    "softmax": ("return powers / powers.sum(axis=1, keepdims=True)", "return powers.T"),
    "backward": ("return chances", "return errors"),
    "step": ("return new_values", "return new_values[:3]"),
}


def run(*changes: tuple[str, str]) -> tuple[Session, str]:
    """A session in which the model's text ran with changes, and what was told of it."""
    session = alone(MODEL)
    text = changed = text_of(at_work(session, MODEL))
    for old, new in changes:
        assert changed.count(old) == 1
        changed = changed.replace(old, new)
    code_verbs.run_code(session, MODEL, changed, text)
    told = session.view(MODEL).code
    return session, str(told.get("what", ""))


@pytest.mark.parametrize("name", WRONG)
def test_an_array_of_another_shape_is_told_and_the_training_goes_on(name: str) -> None:
    session, told = run(WRONG[name])
    assert told.startswith(f"“{name}” gives back the shape (")
    state = at_work(session, MODEL)
    assert state.own_functions is None
    before = state.latest_loss
    for _ in range(3):
        assert state.step()
    assert math.isfinite(session.view(MODEL).loss)
    assert state.latest_loss != before


def test_how_many_hidden_units_a_reader_hands_on_is_a_matter_of_the_readers_own_functions() -> None:
    session, told = run(
        ("return inputs, hidden, scores", "return inputs, np.hstack([hidden, hidden]), scores"),
        ("multiply(hidden.T, errors)", "multiply(hidden[:, :48].T, errors)"),
        ("(1 - hidden**2)", "(1 - hidden[:, :48] ** 2)"),
    )
    assert told == ""
    state = at_work(session, MODEL)
    assert state.own_functions is not None
    assert state.step()
    assert math.isfinite(state.latest_loss)


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
