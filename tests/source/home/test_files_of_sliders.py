"""Files of lessons with sliders run anywhere, and walk as the page does."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from downhill.play.lesson_state import LessonState
from downhill.source.home.sliders import STEPS
from tests.support.often import FULLY, slow
from tests.support.states import LESSONS
from tests.support.take_home import both, changed, run, text_of, with_text

pytestmark = slow  # each starts a Python of its own

BY_ID = {lesson.id: lesson for lesson in LESSONS}
ROUNDING, DIFFERENCES = 1e-9, 1e-5  # relative; the second one where slopes are central differences


ODD = "$\\\\frac{ $\"'''\\\\"  # the name of a column


class Case(NamedTuple):
    """A lesson with what is chosen, where sliders are put, and at which rate it walks (0: the good one)."""

    choices: Mapping[str, str] = {}
    values: tuple[float, ...] = ()
    rate: float = 0.0
    close: float = ROUNDING
    way: str = ""

    def state(self, lesson: str) -> LessonState:
        state = LessonState(BY_ID[lesson])
        self.put(state)
        return state

    def put(self, state: LessonState) -> None:
        entries = {entry.name for entry in state.plain.entries}
        for name, option in self.choices.items():
            (state.enter if name in entries else state.choose)(name, option)
        if self.values:
            state.place(self.values)
        if self.way:
            state.set_way(self.way)
        if self.rate:
            state.set_rate(self.rate)


def own(f: str, *values: float) -> Case:
    return Case({"shape": "own", "f": f}, values, close=DIFFERENCES)


CASES = {
    "valley": [
        Case(),
        Case({"shape": "two-valleys"}, (4.75,), 1.6),  # too large: the slider's ends cut leaps short
        Case({"shape": "flat-slope", "fog": "fog"}, (0.5,)),
        own("x^2/4 + |x - 1|\n", 3.0),
        own("sqrt(x) + 1/(x - 9) - 2^-x", 4.5),  # walks to where there is no root
        own("3"),
        Case({"shape": "two-valleys"}, (-5.0,), way="momentum"),
        Case({"shape": "flat-slope"}, way="adam"),
        Case({}, (4.0,), 20.0, way="momentum"),  # the slider's ends stop it
    ],
    "line": [
        Case(),
        Case({"error": "squared", "outlier": "on"}, (100.0, 10.0)),
        Case({"data": "sprint", "error": "squared", "raw": "on"}),
        Case({"data": "geyser", "raw": "on"}),
        Case({"error": "squared"}, (), 0.2),  # diverges
        Case({"data": "own", "points": "a\tb\n0.25\t2\n1.5\t3\n2\t1e9\n4\t-5.5", "error": "squared"}),
        Case({"data": "own", "points": f'{ODD}\t"""$x$ {{}}\n3\t4'}),
        Case({"data": "own", "points": ""}),
        Case({"error": "squared"}, way="momentum"),
        Case({"raw": "on"}, way="adam"),
    ],
    "next-word": [Case(), Case({"output": "probabilities"}, (1.0, -1.0, 0.123456789, 2.0))],
    "choose-word": [Case(), Case({"pick": "highest", "sentence": "horse"}, (0.05,), 1.0)],
}
HUBER = {
    "np.abs(errors).sum()": "np.where(abs(errors) < 20, errors**2 / 40, abs(errors) - 10).sum()",
    "np.sign(errors)": "np.clip(errors / 20, -1, 1)",
}
CHANGED = {
    "line": HUBER,
    "next-word": {
        "(errors**2).sum()": "(errors**4).sum()",
        "2 * prompts.T @ errors": "4 * prompts.T @ errors**3",
    },
    "choose-word": {"return -(people": "return -2 * (people", "return ((people": "return 2 * ((people"},
}


class Trial(NamedTuple):
    """A state, the files that are run of it, and how close they keep to it."""

    name: str
    state: LessonState
    files: list[str]
    close: float


def trials(lesson: str) -> list[Trial]:
    """A lesson's cases, and what a reader changes of it: files, and notebooks.

    A usual run takes every other case, with a notebook of every fourth one.
    """
    found = []
    for case in CASES[lesson]:
        state = case.state(lesson)
        found.append(Trial(f"{lesson} {case}", state, both(state), case.close))
    if lesson in CHANGED:
        text = text_of(LessonState(BY_ID[lesson]))
        for old, new in CHANGED[lesson].items():
            text = changed(text, old, new)
        state = LessonState(with_text(BY_ID[lesson], text))
        found.append(Trial(f"{lesson} changed", state, both(LessonState(BY_ID[lesson]), text), ROUNDING))
    if FULLY:
        return found
    return [
        trial._replace(files=trial.files if number % 2 == 0 else trial.files[:1])
        for number, trial in enumerate(found[::2])
    ]


def test_files_run_and_every_step_is_that_of_the_page(tmp_path: Path) -> None:
    tried = [trial for lesson in CASES for trial in trials(lesson)]
    found = iter(
        run([file for trial in tried for file in trial.files], tmp_path)
    )  # by one Python, for its start
    paths = set()
    for name, state, files, close in tried:
        ran = next(found)
        paths.add(tuple(map(tuple, ran.path)))
        walked = walk(state)
        for there, here in (
            (ran.path[: len(walked)], walked),
            (ran.path[-1], state.values),
            (ran.losses[-1], state.now.loss),
        ):
            np.testing.assert_allclose(there, here, rtol=close, atol=close, err_msg=name)
        assert ran.picture > 5000, name
        lines = told(ran.printed, state)
        for again in (next(found) for _ in files[1:]):
            assert (again.path, again.losses) == (ran.path, ran.losses), name
            assert again.printed.splitlines() == lines, name
            assert again.picture > 5000, name
    assert [*found] == []
    assert len(paths) == len(tried)


def walk(state: LessonState) -> np.ndarray:
    """Let the page take `STEPS` steps; return where it has been."""
    for _ in range(STEPS):
        state.step()
    return state.trail.values


def told(printed: str, state: LessonState) -> list[str]:
    """What is printed but for where the picture is: a line for every step, unless it stopped before."""
    *lines, saved = printed.splitlines()
    assert (saved.startswith("The picture is saved as file"), saved.endswith(".png")) == (True, True)
    steps = [*lines]
    if state.run.refused:
        assert steps.pop().startswith("The next step would lead where there is no number")
        assert len(steps) == state.machine_steps + 1
    else:
        assert [int(line.split()[0]) for line in steps] == [*range(STEPS + 1)]
    assert all(line.count("=") == len(state.values) + 1 for line in steps)
    return lines


def test_a_step_of_the_readers_own_is_the_one_that_walks(tmp_path: Path) -> None:
    state, slow = LessonState(BY_ID["valley"]), LessonState(BY_ID["valley"])
    text = changed(text_of(state), "rate * gradient", "rate / 4 * gradient")
    slow.set_rate(state.rate / 4)
    (ran,) = run(both(state, text)[:1], tmp_path)
    np.testing.assert_allclose(ran.path[: STEPS + 1], walk(slow), rtol=ROUNDING)


def test_a_curve_of_the_readers_own_is_walked_on(tmp_path: Path) -> None:
    state = LessonState(BY_ID["valley"])
    text = changed(text_of(state), "bowl + 0.6", "float(np.cos(x))")  # takes one number alone
    text = changed(text, "0.3 * away", "-np.sin(x)")
    (ran,) = run(both(state, text)[:1], tmp_path)
    np.testing.assert_allclose(ran.path[-1], [-np.pi], rtol=1e-6)
    np.testing.assert_allclose(ran.losses[0], [np.cos(-4)])
