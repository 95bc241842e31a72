"""The notebook of averaging: it runs by itself, and what its sentences say comes out."""

import inspect
import json
import re
from pathlib import Path

import pytest

from downhill.lessons.lesson_50_ten_thousand import lesson
from downhill.lessons.lesson_50_ten_thousand.changed_text import lie
from downhill.text.english.together import TOGETHER
from downhill.together import averaging
from downhill.together.at_home import HONEST, at_home
from downhill.together.averaging import EQUALLY
from downhill.together.joining import parts_of
from downhill.together.own_way import made
from downhill.together.take_home import one_class
from downhill.training.trainer import trainer_of
from tests.support.take_home import run, text_of

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
        here = at_home(parts_of(trainer)).poisoned(honest, EQUALLY, lie(trainer), 1, made(code))
        assert [*map(float, lied[honest])] == pytest.approx([here["true"], here["lie"]], abs=0.01)
    assert len(groups) == 4
    assert len(rounds) == 3
    assert done.picture > 1000
    if code == PAGES:
        assert mean < min(groups)
        assert rounds[-1] < mean
        assert float(apart[2]) > float(apart[1])
