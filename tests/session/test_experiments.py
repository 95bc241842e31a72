"""Experiments with a lesson's Python: solved by what code does, foretold, in every language."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from downhill.lesson.experiment import Experiment, Trial, Walk
from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.lessons.lesson_40_choose_word.people import BEST
from downhill.play.lesson_state import LessonState
from downhill.session import code_verbs, experiment_verbs
from downhill.session.experiments import begin, experiments_of, trial_of
from downhill.session.experiments.ongoing import is_done
from downhill.session.session import Session
from downhill.source.running.guarded import nothing_like
from downhill.text.language import speaking
from downhill.training.trainer import Trainer
from tests.support.take_home import text_of
from tools.languages import late_rooms, translations
from tools.startup.snapshot.archives import is_late

LESSONS = {lesson.id: lesson for lesson in every_lesson()}
ALL = [(lesson.id, each) for lesson in LESSONS.values() for each in experiments_of(lesson)]
EVERY = pytest.mark.parametrize(("lesson", "experiment"), ALL, ids=[f"{a}-{b.id}" for a, b in ALL])


def session_in(lesson: str, experiment: Experiment, answer: int = -1) -> tuple[Session, str]:
    """A session in which an experiment has begun, and the text that the page shows there."""
    session = Session(all_lessons(), all_models())
    experiment_verbs.begin_experiment(session, lesson, experiment.id)
    experiment_verbs.foretell_experiment(session, lesson, answer)
    return session, text_of(at_work(session, lesson))


def at_work(session: Session, lesson: str) -> LessonState | Trainer:
    state = session.at_work(lesson)
    assert isinstance(state, LessonState | Trainer)
    return state


def observed(session: Session, lesson: str) -> dict[str, Any]:
    told = experiment_verbs.observe_experiment(session, lesson)
    assert told is not None
    return told


def solved(lesson: str, experiment: Experiment, answer: int = -1) -> Session:
    """A session in which the scripted solution runs."""
    session, text = session_in(lesson, experiment, answer)
    code_verbs.run_code(session, lesson, experiment.solved(text), text)
    assert session.codes[lesson].slip is None
    return session


@EVERY
def test_the_solution_solves_it_and_the_right_answer_is_told(lesson: str, experiment: Experiment) -> None:
    for answer, right in ((-1, None), (experiment.holds, True), ((experiment.holds + 1) % 2, False)):
        told = observed(solved(lesson, experiment, answer), lesson)
        assert (told["id"], told["done"], told["foretold"]) == (experiment.id, True, right)
        listed = experiment_verbs.experiments(Session(all_lessons(), all_models()), lesson)
        (texts,) = (each for each in listed if each["id"] == experiment.id)
        assert told["said"].endswith(texts["done"])
        assert (texts["answers"][experiment.holds] in told["said"]) == (right is False)


@EVERY
def test_what_does_nothing_does_not_solve_it(lesson: str, experiment: Experiment) -> None:
    session, text = session_in(lesson, experiment)
    assert not observed(session, lesson)["done"]
    assert not experiment.check(trial_of(session.at_work(lesson)))
    for same in (text, f"{text}\n# mine\n", f"{text}\nmine = 1\n"):
        code_verbs.run_code(session, lesson, same, text)
        told = observed(session, lesson)
        assert (told["done"], told["foretold"]) == (False, None)
        assert told["said"]


@EVERY
def test_other_solutions_do_not_solve_it(lesson: str, experiment: Experiment) -> None:
    for other in experiments_of(LESSONS[lesson]):
        session, text = session_in(lesson, experiment)
        if other.id == experiment.id or not all(old in text for old, _ in other.solution):
            continue
        code_verbs.run_code(session, lesson, other.solved(text), text)
        assert not observed(session, lesson)["done"], other.id


@EVERY
def test_in_another_variant_it_is_not_done(lesson: str, experiment: Experiment) -> None:
    state = at_work(solved(lesson, experiment), lesson)
    assert is_done(state, experiment)
    for name, option in experiment.choices.items():
        assert isinstance(state, LessonState)
        (choice,) = (each for each in state.plain.choices if each.name == name)
        state.choose(name, next(each for each in choice.options if each != option))
        assert not is_done(state, experiment)


@EVERY
@pytest.mark.parametrize("wrong", ["1 / 0", "float('nan')"])
def test_functions_that_break_are_no_solution_and_raise_nothing(
    lesson: str, experiment: Experiment, wrong: str
) -> None:
    """Each of the functions breaks as soon as it has been tried."""
    session, text = session_in(lesson, experiment)
    state = at_work(session, lesson)
    names = [line[4 : line.index("(")] for line in text.splitlines() if line.startswith("def ")]
    for name in names:
        broken = text.replace(f"def {name}(", f"def {name}_(")
        given = next(line for line in text.splitlines() if line.startswith(f"def {name}(")).split("(")[1][:-2]
        called = f"{name}_({given})"
        broken += f"\n\ncount = []\n\ndef {name}({given}):\n    count.append(0)\n"
        broken += f"    return {called} if len(count) < 400 else {wrong}\n"
        code_verbs.run_code(session, lesson, broken, text)
        assert not is_done(state, experiment)


@EVERY
def test_functions_that_give_no_number_at_all_raise_nothing(lesson: str, experiment: Experiment) -> None:
    class Nowhere:
        """A trial in which nothing is a number."""

        def __init__(self, trial: Trial) -> None:
            self.own, self.data, self.start = trial.own, trial.data, trial.start
            self.functions = {name: _nothing(function) for name, function in trial.own.items()}

        def loss(self, values: Any) -> float:
            return float("nan")

        def gradient(self, values: Any) -> np.ndarray:
            return np.full(len(values), np.nan)

        felt = gradient

        def walk(self, steps: int, rate: float = 0.0, start: Any = ()) -> Walk:
            return Walk(np.array([self.start]), np.array([np.nan]))

    session, _ = session_in(lesson, experiment)
    with np.errstate(all="ignore"):
        assert not experiment.check(Nowhere(trial_of(session.at_work(lesson))))


def _nothing(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *given: nothing_like(function(*given))


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


@pytest.mark.parametrize("code", translations.codes())
def test_with_texts_in_other_languages_models_do_the_same(code: str) -> None:
    with speaking(translations.catalogue(code), every_lesson()):
        for experiment in experiments_of(LESSONS["ten-thousand"]):
            test_what_is_said_to_happen_happens("ten-thousand", experiment)
            assert observed(solved("ten-thousand", experiment), "ten-thousand")["done"]


def test_to_try_changes_nothing() -> None:
    for lesson, experiment in ALL:
        session = solved(lesson, experiment)
        before = session.view(lesson) if hasattr(session, "view") else session.at_work(lesson).latest_loss
        observed(session, lesson)
        assert session.at_work(lesson).machine_steps == 0
        assert before == (session.view(lesson) if hasattr(session, "view") else before)


def test_words_are_there_and_none_beyond() -> None:
    rooms = late_rooms.english()["experiments"]
    needed = {f"{lesson}.{key}" for lesson, each in ALL for key in each.needed_words()}
    assert {key for key in rooms if "." in key} == needed
    assert all(0 <= each.holds < each.answers for _, each in ALL)
    assert 15 <= len(ALL) <= 17


@pytest.mark.parametrize("code", translations.codes())
def test_there_are_texts_and_three_hints_in_every_language(code: str) -> None:
    english, spoken = late_rooms.english()["experiments"], translations.catalogue(code)["experiments"]
    assert spoken.keys() == english.keys()
    session = Session(all_lessons(), all_models())
    with speaking(translations.catalogue(code), every_lesson()):
        for lesson in LESSONS:
            for texts, each in zip(
                experiment_verbs.experiments(session, lesson), experiments_of(LESSONS[lesson]), strict=True
            ):
                assert (
                    texts["task"] == spoken[f"{lesson}.{each.id}.task"] != english[f"{lesson}.{each.id}.task"]
                )
                assert [*map(bool, texts["hints"])] == [True] * 3
                assert all(new.strip("\n") in texts["hints"][2] for _, new in each.solution)


def test_beginning_brings_back_the_lessons_own_functions_and_leaves_unknown_ones() -> None:
    lesson, experiment = ALL[0]
    session = solved(lesson, experiment)
    assert lesson in session.codes
    experiment_verbs.begin_experiment(session, lesson, "memory")
    assert lesson not in session.codes
    assert session.at_work(lesson).own_functions is None
    experiment_verbs.foretell_experiment(session, lesson, 7)
    assert session.experiments[lesson].answer is None
    experiment_verbs.leave_experiment(session, lesson)
    assert experiment_verbs.observe_experiment(session, lesson) is None
    with pytest.raises(KeyError, match="'two', 'memory', 'shrink'"):
        begin(session.at_work(lesson), "none")


def test_they_come_late() -> None:
    for path in (
        "downhill/lesson/experiment.py",
        "downhill/session/experiments/trial.py",
        "downhill/text/english/experiments.py",
        "downhill/lessons/lesson_10_valley/experiments.py",
    ):
        assert is_late(path)
    assert not is_late("downhill/session/experiment_verbs.py")
