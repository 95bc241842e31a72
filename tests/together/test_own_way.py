"""A reader's own way of putting models together runs as written, on the page and in a class's notebook."""

import inspect
import json
import re
import sys
from pathlib import Path

import numpy as np
import pytest

from downhill.lessons.lesson_50_ten_thousand import lesson
from downhill.lessons.lesson_50_ten_thousand.changed_text import lie
from downhill.text.english.together import TOGETHER
from downhill.together import averaging, own_way
from downhill.together.at_home import HONEST, at_home
from downhill.together.averaging import EQUALLY
from downhill.together.joining import parts_of
from downhill.together.take_home import one_class
from downhill.training.trainer import trainer_of
from tests.support.take_home import run, text_of

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
        (HEAD + "return models.mean()", "one number"),
        (HEAD + "return models.mean(axis=0) * np.nan", "nan"),
        (HEAD + "return models.sum(axis=0) * 1e8", "too large"),
        (HEAD + "models.mean(axis=0)", "returns nothing"),
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


PAGES = inspect.getsource(averaging.together)
MEDIAN = "def together(models, steps, way):\n    return np.median(models, axis=0)"


@pytest.mark.parametrize("code", [PAGES, MEDIAN])
def test_it_runs_and_says_what_comes_out(code: str, tmp_path: Path) -> None:
    trainer = trainer_of(lesson)
    text = one_class(trainer, text_of(trainer), code, TOGETHER)
    assert code.strip() in "".join("".join(cell["source"]) + "\n" for cell in json.loads(text)["cells"])
    (done,) = run([text], tmp_path)
    groups = [float(found) for found in re.findall(r"^ +[1-4]   (\d\.\d+)$", done.printed, re.MULTILINE)]
    (mean,) = [float(found) for found in re.findall(r"^ mean   (\d\.\d+)$", done.printed, re.MULTILINE)]
    rounds = [float(found) for found in re.findall(r"^[2-4] (\d\.\d+)$", done.printed, re.MULTILINE)]
    (apart,) = re.findall(r"^(\d\.\d+)   (\d\.\d+)   (\d\.\d+)$", done.printed, re.MULTILINE)
    lied = re.findall(r"^[0-8]   (0\.\d+)   (0\.\d+)$", done.printed, re.MULTILINE)
    for honest in (0, 3, HONEST):
        here = at_home(parts_of(trainer)).poisoned(honest, EQUALLY, lie(trainer), 1, own_way.made(code))
        assert [*map(float, lied[honest])] == pytest.approx([here["true"], here["lie"]], abs=0.01)
    assert len(groups) == 4
    assert len(rounds) == 3
    assert done.picture > 1000
    if code == PAGES:
        assert mean < min(groups)
        assert rounds[-1] < mean
        assert float(apart[2]) > float(apart[1])
