"""What an experiment's right answer says happens, measured in another way than by its check."""

from collections.abc import Callable

import numpy as np
import pytest

from downhill.lesson.experiment import Experiment, Trial
from downhill.lessons import every_lesson
from downhill.lessons.lesson_40_choose_word.people import BEST
from downhill.session.experiments import experiments_of, trial_of
from downhill.text.language import speaking
from tests.support.experiments import EVERY, LESSONS, observed, session_in, solved
from tests.support.often import slow
from tools.languages import translations


def _turns(trial: Trial) -> int:
    """How often a descent turns round."""
    steps = np.diff(trial.walk(150, start=[-5.0]).values[:, 0])
    return int(np.count_nonzero(steps[1:] * steps[:-1] < 0))


def _pulling(trial: Trial) -> int:
    """How many homes the gradient depends on."""
    x, y = trial.data["cloud"].u, trial.data["cloud"].y
    own = np.array(trial.functions["gradient"](x, y, 30.0, 200.0))
    moved = (trial.functions["gradient"](x + 0.01 * one, y, 30.0, 200.0) for one in np.eye(len(x)))
    return sum(not np.allclose(each, own) for each in moved)


def _lowest(trial: Trial) -> tuple[float, float]:
    """The best temperature, and the loss there."""
    places = np.linspace(0.05, 3, 296)
    losses = [trial.loss([each]) for each in places]
    return float(places[np.argmin(losses)]), min(losses)


def _line(trial: Trial, plain: Trial) -> bool:
    """Whether the line's end is nearer to the best one without the outlier than to the one with it."""
    with_it, without = plain.walk(200).values[-1, 0], plain.data["plain"].lines["squared"][0]
    ends = trial.walk(200).values[-1, 0]
    return bool(abs(ends - without) < 0.2 * abs(ends - with_it))


HAPPENS: dict[str, Callable[[Trial, Trial], int]] = {
    "valley.two": lambda t, own: int(
        abs(np.subtract(*(t.walk(300, start=[x]).values[-1] for x in (-4.9, 4.9)))[0]) > 1
    ),
    "valley.memory": lambda t, own: int(_turns(t) >= 3),
    "valley.shrink": lambda t, own: int(np.ptp(t.walk(200, 2.0).values[-50:]) > 0.02),
    "line.worst": lambda t, own: {1: 2, 12: 0}.get(_pulling(t), 1),
    "line.limit": lambda t, own: int(_line(t, own)),
    "line.minus": lambda t, own: int(np.sign(np.diff(t.walk(20).losses[[0, -1]]))[0]),
    "next-word.other": lambda t, own: int(t.walk(60).values[-1, 2] > 1 > t.walk(60).values[-1, 0]),
    "next-word.small": lambda t, own: int(
        t.walk(200).values[-1, 0] * 0.9 + t.walk(200).values[-1, 1] * 0.3 < 0.95
    ),
    "next-word.freeze": lambda t, own: int(0.4 < t.walk(300).losses[-1] / t.walk(1).losses[0] < 0.6),
    "choose-word.forbid": lambda t, own: int(_lowest(t)[1] > _lowest(own)[1] + 0.01),
    "choose-word.square": lambda t, own: 1 + int(np.sign(_lowest(t)[0] - BEST - 0.01)),
    "choose-word.feel": lambda t, own: int(t.walk(60).losses[-1] < _lowest(t)[1] + 1e-3),
    "ten-thousand.straight": lambda t, own: int(t.walk(60).losses[-1] < 1.05 * own.walk(60).losses[-1]),
    "ten-thousand.deaf": lambda t, own: 2 if abs(np.diff(t.walk(60).losses)[0]) < 0.3 else 0,
    "ten-thousand.sign": lambda t, own: int(t.walk(60).losses[-1] > 1.1 * own.walk(60).losses[-1]),
}


@EVERY
def test_what_is_said_to_happen_happens(lesson: str, experiment: Experiment) -> None:
    before, _ = session_in(lesson, experiment)
    after = solved(lesson, experiment)
    trial, own = (trial_of(each.at_work(lesson)) for each in (after, before))
    assert HAPPENS[f"{lesson}.{experiment.id}"](trial, own) == experiment.holds


@slow
@pytest.mark.parametrize("code", translations.codes())
def test_with_texts_in_other_languages_models_do_the_same(code: str) -> None:
    with speaking(translations.catalogue(code), every_lesson()):
        for experiment in experiments_of(LESSONS["ten-thousand"]):
            test_what_is_said_to_happen_happens("ten-thousand", experiment)
            assert observed(solved("ten-thousand", experiment), "ten-thousand")["done"]
