"""Beside the lines of a reader's code stands what they have just worked out; nothing is called for it."""

from typing import Any

import pytest

from downhill.lessons import all_lessons, every_lesson
from downhill.session import code_verbs, hand_verbs, machine_verbs
from downhill.session.python_values import of_sliders
from downhill.session.session import Session
from downhill.source.running.onlooker import Onlooker
from downhill.training.model_lesson import is_model
from tests.support.experiments import alone, at_work
from tests.support.often import slow
from tests.support.take_home import changed, text_of
from tools.pages.shown_python import cut

SLIDERS = [lesson.id for lesson in all_lessons()]
MODELS = [lesson.id for lesson in every_lesson() if is_model(lesson)]
STEP = "new_values = values - rate * gradient"
MORE = "new_values = values - 2 * rate * gradient"
HEIGHT = "    return bowl + 0.6\n"


class Reader:
    """A reader of one lesson, who has its Python open and runs a text."""

    def __init__(self, lesson: str) -> None:
        self.lesson, self.session = lesson, alone(lesson)
        hand_verbs.watch_python(self.session, lesson, True)
        self.original = self.text = text_of(at_work(self.session, lesson))

    def run(self, text: str, state: str = "changed") -> "Reader":
        self.text = text
        code_verbs.run_code(self.session, self.lesson, text, self.original)
        assert self.view.code.get("state", "original") == state, self.view.code
        return self

    def change(self, old: str, new: str) -> "Reader":
        return self.run(changed(self.original, old, new))

    @property
    def view(self) -> Any:
        return self.session.view(self.lesson)

    def beside(self, line: str) -> str:
        """What stands beside the one line of the text that holds these words, '' for nothing."""
        return str(self.view.python.get(self.key(line), ""))

    def key(self, line: str) -> str:
        """The key of the one line with these words."""
        (found,) = [at for at, text in enumerate(self.text.split("\n"), 1) if line in text]
        return f":{found}"


def by_lines(session: Session, lesson: str, original: str) -> dict[str, str]:
    """What stands beside the page's own lines, by their places in the text that the page shows."""
    state = session.state(lesson)
    texts, lines = of_sliders(state), original.split("\n")
    found = {}
    for name, function in state.page_functions.items():
        first = next(at for at, line in enumerate(lines, 1) if line.startswith(f"def {name}("))
        for at, (number, _) in enumerate(cut(function)):
            if f"{name}:{number}" in texts:
                found[f":{first + at}"] = texts[f"{name}:{number}"]
    return found


@pytest.mark.parametrize("lesson", SLIDERS)
@pytest.mark.parametrize("end", ["# nothing\n", "nothing = 0\n"], ids=["the page's own", "the reader's"])
def test_beside_lines_that_are_the_same_stands_the_same(lesson: str, end: str) -> None:
    plain, reader = Reader(lesson), Reader(lesson)
    reader.run(reader.original + end)
    told = []
    for _ in range(2):
        for state in (at_work(plain.session, lesson), at_work(reader.session, lesson)):
            state.set_rate(plain.session.state(lesson).rate)
        told.append(reader.view.python)
        assert told[-1] == by_lines(plain.session, lesson, plain.original)
        for state in (at_work(plain.session, lesson), at_work(reader.session, lesson)):
            assert state.step()
    assert len(told[0]) > 5
    assert told[0] != told[1]


def test_it_is_told_of_the_place_itself_and_not_of_those_around_it_that_slopes_are_felt_at() -> None:
    reader = Reader("valley")
    text = changed(reader.original, HEIGHT, f"    away = (x + 4) * 1e6\n{HEIGHT}")
    reader.run(text[: text.index("def slope")] + text[text.index("def step") :])
    assert reader.beside("away = (x + 4)") == "away = 0"
    assert reader.beside("def step") == "values = −4, gradient = −1.65, rate = 0.71"


def test_looking_on_calls_nothing_so_that_what_is_kept_and_printed_is_as_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keeping = f"calls.append(rate * gradient)\n    print(len(calls))\n    {STEP}"
    found = []
    for looks in (True, False):
        if not looks:
            monkeypatch.setattr(Onlooker, "look", lambda self, what, run: run())
        reader = Reader("valley")
        text = changed(changed(reader.original, STEP, keeping), HEIGHT, f"    calls.append(x)\n{HEIGHT}")
        reader.run("calls = []\n\n\n" + text)
        assert bool(reader.view.python) is looks
        for _ in range(3):
            machine_verbs.step(reader.session, "valley")
        found.append((reader.view.code["printed"], reader.view.rows["x"].value))
    assert found[0] == found[1]
    assert found[0][0] != ""


@slow
@pytest.mark.parametrize("wrong", ["bowl + c", "bowl / 0", "bowl / (x + 4)", "bowl +"])
def test_a_mistake_leaves_what_ran_before_or_the_pages_own_with_its_values(wrong: str) -> None:
    reader = Reader("valley").change("0.15 * away**2", "0.3 * away**2")
    before = reader.view.python
    reader.run(reader.original.replace("bowl + 0.6", wrong), "mistaken")
    assert reader.view.python == before
    hand_verbs.move(reader.session, "valley", "x", 2.5)
    assert reader.view.python != before
    other = Reader("valley")
    own = other.view.python
    other.run(other.original.replace("bowl + 0.6", wrong), "mistaken")
    assert other.view.python == own
    assert not [key for key in own if key.startswith(":")]


def test_values_are_told_only_while_somebody_reads_and_are_there_at_once() -> None:
    reader = Reader("valley").change("0.15 * away**2", "0.3 * away**2")
    hand_verbs.watch_python(reader.session, "valley", False)
    assert reader.view.python == {}
    hand_verbs.move(reader.session, "valley", "x", 2.5)
    assert reader.view.python == {}
    hand_verbs.watch_python(reader.session, "valley", True)
    assert reader.beside("bowl = ") == "bowl = 0.3"


@pytest.mark.parametrize("lesson", MODELS)
def test_of_a_training_one_step_is_looked_on_after_each_view(lesson: str) -> None:
    reader = Reader(lesson).change(STEP, MORE)
    state, code = at_work(reader.session, lesson), reader.session.codes[lesson]
    told = []
    for _ in range(2):
        reader.view  # noqa: B018  from now on the next step is of interest
        state.step()
        told.append(code.values(False)[reader.key(MORE)])
        state.step()
        assert code.values(False)[reader.key(MORE)] == told[-1]
    assert told[0].startswith("new_values = [")
    assert told[0] != told[1]


def test_a_model_is_told_of_its_loss_as_it_is_now() -> None:
    reader = Reader(MODELS[0]).change(STEP, MORE)
    for _ in range(3):
        loss = float(reader.beside(").mean()").removeprefix("→ "))
        assert loss == pytest.approx(reader.view.loss, abs=0.001)
        machine_verbs.step(reader.session, MODELS[0])
