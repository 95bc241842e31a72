"""A reader's own way of putting models together runs as written; what is wrong is one clear sentence."""

import inspect
import sys

import numpy as np
import pytest

from downhill.text.english.together import TOGETHER
from downhill.together import averaging, own_way

MODELS = np.array([[1.0, 2.0, 9.0], [3.0, 2.0, 0.0], [2.0, 8.0, 0.0]])
ALIKE = np.ones(3)
CATCHING = "while True:\n        try:\n            at = 1\n        except Exception:\n            pass"
HEAD = "def together(models, steps, way):\n    "


def mistake(body: str) -> str:
    def made() -> dict[str, object]:
        return {"mean": own_way.made(body)(MODELS, ALIKE, "equally")}

    found = own_way.tried(made, TOGETHER)
    return str(found.get("mistake", ""))


def test_the_pages_own_text_does_what_the_page_does_in_every_way() -> None:
    way = own_way.made(inspect.getsource(averaging.together))
    for name in averaging.WAYS:
        steps = np.array([1.0, 2.0, 3.0])
        assert np.array_equal(way(MODELS, steps, name), averaging.together(MODELS, steps, name))
    assert own_way.made("") is averaging.together


def test_a_changed_text_counts_and_can_not_change_the_models() -> None:
    way = own_way.made(HEAD + "models[0] = 0\n    return models.max(axis=0)")
    assert way(MODELS, ALIKE, "equally").tolist() == [3.0, 8.0, 0.0]
    assert MODELS[0, 2] == 9.0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x = 1", "together"),
        (HEAD + "return models.mean(axis=0))", "Line 2"),
        (HEAD + "return models.mean(axis=1)[:2]", "length"),
        (HEAD + "return models.mean()", "single number"),
        (HEAD + "return models.mean(axis=0) * np.nan", "nan"),
        (HEAD + "return models.sum(axis=0) * 1e8", "too large"),
        (HEAD + "models.mean(axis=0)", "gives nothing back"),
        (HEAD + "return np.mode(models)", "Line 2"),
    ],
)
def test_what_is_wrong_is_told(text: str, why: str) -> None:
    assert why in mistake(text)


@pytest.mark.parametrize("body", ["while True: pass", "while True:\n        at = 1", CATCHING])
def test_a_loop_without_an_end_is_stopped(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_way, "SECONDS", 0.05)
    before = sys.gettrace()
    assert "did not come to an end" in mistake(HEAD + body)
    assert "did not come to an end" in mistake(body + "\n")
    assert sys.gettrace() is before
