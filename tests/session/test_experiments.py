"""Experiments with a lesson's Python: solved by what code does, foretold, in every language."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from downhill.lesson.experiment import Experiment, Trial, Walk
from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.play.lesson_state import LessonState
from downhill.session import code_verbs, experiment_verbs
from downhill.session.experiments import begin, experiments_of, trial_of
from downhill.session.experiments.ongoing import is_done
from downhill.session.session import Session
from downhill.source.running.reader_function import nothing_like
from downhill.text.language import speaking
from downhill.training.model_lesson import is_model
from tests.support.experiments import ALL, EVERY, LESSONS, alone, at_work, observed, session_in, solved
from tests.support.often import a_few, slow
from tools.languages import late_rooms, translations


@EVERY
def test_the_solution_solves_it_and_the_right_answer_is_told(lesson: str, experiment: Experiment) -> None:
    for answer, right in ((-1, None), (experiment.holds, True), ((experiment.holds + 1) % 2, False)):
        session = solved(lesson, experiment, answer)
        state = at_work(session, lesson)
        before = state.latest_loss, state.machine_steps, state.hand_moves
        told = observed(session, lesson)
        assert (state.latest_loss, state.machine_steps, state.hand_moves) == before
        assert (told["id"], told["done"], told["foretold"]) == (experiment.id, True, right)
        listed = experiment_verbs.experiments(alone(lesson), lesson)
        (texts,) = (each for each in listed if each["id"] == experiment.id)
        assert told["said"].endswith(texts["done"])
        assert (texts["answers"][experiment.holds] in told["said"]) == (right is False)


@EVERY
def test_what_does_nothing_or_something_else_does_not_solve_it(lesson: str, experiment: Experiment) -> None:
    session, text = session_in(lesson, experiment)
    assert not observed(session, lesson)["done"]
    assert not experiment.check(trial_of(session.at_work(lesson)))
    others = [each for each in experiments_of(LESSONS[lesson]) if each.id != experiment.id]
    wrong = [each.solved(text) for each in others if all(old in text for old, _ in each.solution)]
    for written in (text, f"{text}\n# mine\n", f"{text}\nmine = 1\n", *wrong):
        code_verbs.run_code(session, lesson, written, text)
        told = observed(session, lesson)
        assert (told["done"], told["foretold"]) == (False, None)
        assert told["said"]


@EVERY
def test_in_another_variant_it_is_not_done(lesson: str, experiment: Experiment) -> None:
    state = at_work(solved(lesson, experiment), lesson)
    assert is_done(state, experiment)
    for name, option in experiment.choices.items():
        assert isinstance(state, LessonState)
        (choice,) = (each for each in state.plain.choices if each.name == name)
        state.choose(name, next(each for each in choice.options if each != option))
        assert not is_done(state, experiment)


@slow
@a_few(8)
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
    assert session.ongoing[lesson].answer is None
    experiment_verbs.leave_experiment(session, lesson)
    assert experiment_verbs.observe_experiment(session, lesson) is None
    with pytest.raises(KeyError, match="'two', 'memory', 'shrink'"):
        begin(session.at_work(lesson), "none")


@pytest.mark.parametrize("lesson", sorted({id_ for id_, _ in ALL if is_model(LESSONS[id_])}))
def test_a_model_is_kept_while_an_experiment_restarts_a_copy(lesson: str) -> None:
    session = alone(lesson)
    own = session.trainer(lesson)
    assert own.step()
    before = own.training.weights.copy()
    experiment_verbs.begin_experiment(session, lesson, experiments_of(LESSONS[lesson])[0].id)
    assert session.trainer(lesson).steps == 0
    assert f"{lesson}.steps" in session.settings()
    assert session.trainer(lesson).step()
    session.bring_back(lesson)
    assert session.trainer(lesson) is own
    assert np.array_equal(own.training.weights, before)
