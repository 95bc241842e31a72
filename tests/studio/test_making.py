"""A whole lesson that a reader writes: played, told of its mistakes, sent along, saved among the others."""

import inspect
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from downhill import lessons
from downhill.lesson import Lesson
from downhill.session.session import Session
from downhill.studio.making import contract as contract_of_page
from downhill.studio.studio import Studio
from downhill.text.english.code_making import MADE
from downhill.verbs import Dispatcher, known
from tests.lessons import test_lessons as contract
from tests.support.made_lessons import FIRST, TWO, Making
from tests.support.states import Variant
from tests.tools.test_new_lesson import HELD

pytestmark = pytest.mark.usefixtures("typefaces")
LINES = FIRST.split("\n")


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> Making:
    """The page as it opens; what is looked at may take its time."""
    monkeypatch.setattr(contract_of_page, "LONGEST", float("inf"))
    return Making()


def line_of(part: str) -> int:
    """The number of the line of the first lesson in which that stands first."""
    return next(number for number, line in enumerate(LINES, 1) if part in line)


def test_the_lesson_of_the_readme_plays_as_it_opens(making: Making) -> None:
    view = making.session.view("made")
    assert view.code["state"] == "original"
    assert view.sentence == "At 9.0 km the squared distances add up to 195.3 km²."
    assert making.do("step", 10).loss < 80
    assert making.session.fragment("made").startswith("made&v=2&made.s1=")


def test_the_page_opens_where_another_lesson_has_the_name_of_its_first() -> None:
    session = Session(replace(lesson, id="meeting") for lesson in lessons.all_lessons()[:1])
    Dispatcher(session, Studio(session)).answer(None, known("begin_making"), FIRST)
    assert session.view("made").code["state"] == "original"


def test_what_is_written_becomes_the_lesson_with_its_sliders_and_its_pictures(making: Making) -> None:
    told = making.run(TWO)
    assert (told["state"], told["checked"]) == ("changed", "")
    assert told["made"]["sliders"] == [{"label": "along (km)", "unit": ""}, {"label": "across", "unit": "km"}]
    assert set(told["made"]["pictures"]) == {"picture", "overshoot", "map", "trace"}
    before = np.array(making.paint())
    view = making.do("move", "s2", -0.5)
    assert view.loss == pytest.approx(195.25 + 9 * 0.25)
    assert (np.array(making.paint()) != before).any()
    assert set(making.run(FIRST)["made"]["pictures"]) == {"picture", "overshoot", "trace"}


def test_beside_its_lines_stands_what_they_have_just_worked_out(making: Making) -> None:
    at = line_of("def measure")
    assert making.session.view("made").python == {}
    told = making.do("watch_python", True).python
    assert told[f":{at}"] == "x = 9"
    assert making.do("move", "s1", 8.0).python[f":{at}"] == "x = 8"
    making.run("# mine\n" + FIRST)
    assert making.do("move", "s1", 7.0).python[f":{at + 1}"] == "x = 7"
    making.run(FIRST.replace("return Meeting(x", "return Meeting(z"))
    assert making.do("move", "s1", 6.0).python[f":{at + 1}"] == "x = 6"


CHANGES = [
    ("lesson = Lesson(", "lektion = Lesson(", "made_none", None),
    ("goal=GOAL,", "goal=GOAL, choices=(),", "made_part", "goal=GOAL"),
    ("    goal=GOAL,\n", "", "made_lacks", "lesson = Lesson("),
    ('id="meeting"', 'id="line"', "made_id", "id="),
    ("words=WORDS", "words=[]", "made_kind", "words=WORDS"),
    ('    "task": "Make the sum of the squared distances small.",\n', "", "made_word", "WORDS ="),
    ("low=0.0", "low=10.0", "made_slider", "Slider("),
    ("start=9.0", "start=9.05", "made_mark", "Slider("),
    ("sliders=(Slider", "sliders=[] or (3, Slider", "made_sliders", "Slider("),
    ("def measure(x: float)", "def measure(y: float)", "made_takes", "def measure"),
    ("return Meeting(x, ", "return 3, (x, ", "made_loss", "return Meeting"),
    ("{loss:1} km²", "{lost:1} km²", "made_gap", "WORDS ="),
    ('else "far"', 'else "away"', "made_sentence", "describe="),
    ("good=0.01", "good=0.5", "made_rates", "rates="),
    ("GOAL = 44.5", "GOAL = 444.5", "made_solved", "GOAL ="),
    ("return show", "return 4", "made_show", "return show"),
    ("[(scene.now.x, 0)]", "[(scene.now.y, 0)]", "attribute", "spot.put"),
    ("axes.plot(", "axes.plott(", "attribute_near", "axes.plot("),
    ('"o", color', '"o", colour', "argument_unknown", "axes.plot("),
    ("0 * HOMES", "[1, 2]", "made_picture", "axes.plot("),
    ("import numpy as np", "import nunpy as np", "module_near", "import numpy"),
    ("import Figure,", "import Choice, Figure,", "attribute_module", "import Figure"),
    ("2).sum()", "2).sum() + np.random.random()", "made_chance", "def measure"),
    ("** 2", "*** 2", None, "** 2"),
]


@pytest.mark.parametrize(("before", "after", "key", "place"), CHANGES)
def test_a_mistake_is_told_at_its_line_and_the_last_lesson_stays(
    making: Making, before: str, after: str, key: str | None, place: str | None
) -> None:
    making.run(TWO)
    making.do("move", "s2", -0.5)
    assert before in FIRST
    told = making.run(FIRST.replace(before, after))
    assert told["state"] == "mistaken"
    assert told["line"] == (line_of(place) if place else 0)
    slip = making.session.codes["made"].slip
    assert slip.key == key or key is None
    assert told["what"]
    assert told["hint"]
    assert told["made"]["id"] == "meeting-in-town"
    assert making.session.view("made").loss == pytest.approx(195.25 + 9 * 0.25)


def test_every_mistake_in_a_lesson_is_provoked() -> None:
    assert {key.partition(".")[2] for key in MADE} == {key for *_, key, _ in CHANGES if "made_" in str(key)}


def test_a_mistake_where_a_slider_stands_is_told_there_and_the_lesson_goes_on(making: Making) -> None:
    making.run(FIRST.replace("return Meeting(x,", "return Meeting(x, 0 / (x - 5.5) +"))
    view = making.do("move", "s1", 5.5)
    assert (view.code["state"], view.loss_shown) == ("mistaken", "–")
    assert view.sentence == "Your code returns no loss here."
    view = making.do("move", "s1", 6)
    assert (view.code["state"], view.loss) == ("changed", pytest.approx(75.25))


def test_a_mistake_of_the_picture_is_told_while_it_lasts(making: Making) -> None:
    making.run(FIRST.replace("spot.put([", "1 / (scene.now.x - 5.5); spot.put(["))
    making.do("move", "s1", 5.5)
    making.paint()
    told = making.session.view("made").code
    assert (told["state"], told["line"]) == ("mistaken", line_of("spot.put"))
    making.do("move", "s1", 6)
    making.paint()
    assert making.session.view("made").code["state"] == "changed"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("GOAL = 44.5", "GOAL = 4.5", "1,000 steps aren’t enough"),
        ('"now.far"', '"now.never": "Never.",\n    "now.far"', "“now.never” is never shown"),
        ("    goal=GOAL", "    gradient=lambda x: (x,),\n    goal=GOAL", "Your gradient says"),
        ("arrow.put(", "0 and arrow.put(", ""),
        (
            "spot.put([(scene.now.x, 0)]",
            "arrow.put = lambda *_: 0; spot.put([(3, 0)]",
            "when the slider “meeting place (km)” moves",
        ),
    ],
)
def test_what_a_lesson_among_the_others_must_keep_too_is_told_beside_it(
    making: Making, before: str, after: str, told: str
) -> None:
    found = making.run(FIRST.replace(before, after))
    assert found["state"] == "changed"
    assert told in found["checked"]


def test_a_link_brings_a_lesson_that_runs_when_the_reader_says_so_and_stands_where_it_stood(
    making: Making,
) -> None:
    making.run(TWO)
    making.do("move", "s2", -0.5)
    link, other = making.session.fragment("made"), Making()
    assert other.session.restore(link) == ()
    assert other.session.brought == {"made": TWO}
    assert len(other.session.view("made").rows) == 1
    view = other.do("run_code", TWO, FIRST)
    assert view.rows["s2"].value == -0.5
    assert other.session.fragment("made") == link
    other.session.restore(link)
    assert other.do("run_code", TWO.replace("Five", "5"), FIRST).rows["s2"].value != -0.5  # it was changed
    assert other.session.restore("made") == ()
    assert len(other.session.view("made").rows) == 1


KEYWORDS = [
    "axes.text(0, 0, 'a', url='javascript:alert(1)')",
    "axes.plot([1], picker=5)",
    "axes.plot([1], gid='a')",
    "axes.set(url='javascript:alert(1)')",
    "axes.text(0, 0, 'a', bbox={'url': 'javascript:alert(1)'})",
    "axes.annotate('a', (0, 0), arrowprops={'arrowstyle': '->', 'url': 'x'})",
]


@pytest.mark.parametrize("line", [*KEYWORDS, "figure.savefig('a')", "axes.get_figure()"])
def test_what_a_picture_does_not_take_is_told_at_its_line(making: Making, line: str) -> None:
    text = FIRST.replace("    spot, arrow =", f"    {line}\n    spot, arrow =")
    told = making.run(text)
    assert (told["state"], told["line"]) == ("mistaken", text.split("\n").index(f"    {line}") + 1)


SLIDER = ("Slider(", "type(Slider('x', 0, 1, 0, 1))(")
RATES = ("rates=Rates(", "rates=type(Rates(1, 2, 3))(")


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        *(
            ([made, ("step=0.1", f"step={step}")], "made_slider")
            for made in (SLIDER, SLIDER[:1] * 2)
            for step in ("1e-308", "1e-8", "1e999")
        ),
        ([('Slider("x"', SLIDER[1] + "5")], "made_slider"),
        ([RATES, ("low=0.00005", "low='a'")], "made_rates"),
        ([RATES, ("low=0.00005", "hopeless='a', low=0.00005")], None),
    ],
)
def test_sliders_and_rates_that_can_not_be_are_told_however_they_were_made(
    making: Making, changes: list[tuple[str, str]], key: str | None
) -> None:
    text = FIRST
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    told = making.run(text)
    assert told["state"] == ("mistaken" if key else "changed")
    assert key is None or making.session.codes["made"].slip.key == key


def test_what_draws_takes_what_lessons_use(making: Making) -> None:
    more = (
        "    line = look.line(axes, look.machine).dashed(4, 2)\n    marks = look.trail_marks(axes)\n"
        "    axes.text(0.5, 0.5, 'a', transform=axes.transAxes)\n"
        "    (dot,) = axes.plot([1], [0], 'o', animated=True)\n"
    )
    moved = (
        "        line.put([(0, 0), (scene.now.x, 0.5)])\n        dot.set_data([scene.now.x], [0.2])\n"
        "        along = scene.trail.values[:, 0]\n"
        "        marks.put(scene.trail, 30, lambda which: (np.stack([along[which], 0 * which], 1), None))\n"
    )
    text = FIRST.replace("    spot, arrow =", f"{more}    spot, arrow =")
    text = text.replace("        spot.put", f"{moved}        spot.put")
    told = making.run(text)
    assert (told["state"], told["checked"]) == ("changed", "")
    making.do("step", 3)
    making.paint()
    assert making.session.view("made").code["state"] == "changed"


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lesson]:
    """A lesson with two sliders, as the page saves it, in a folder of lessons."""
    name = "lesson_60_meeting_in_town"
    (tmp_path / f"{name}.py").write_text(TWO, encoding="utf-8")
    monkeypatch.setattr(lessons, "__path__", [*lessons.__path__, str(tmp_path)])
    yield lessons.all_lessons()[-1]
    del sys.modules[f"downhill.lessons.{name}"]


@pytest.mark.parametrize("test", HELD, ids=lambda test: test.__name__)
def test_a_saved_lesson_keeps_what_every_lesson_keeps(
    test: object, saved: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert saved.id == "meeting-in-town"
    variant = Variant(saved, saved.first_choices())
    monkeypatch.setattr(contract, "VARIANTS", [variant])
    given = {"variant": variant, "lesson": saved, "typefaces": None}
    assert callable(test)
    test(**{name: given[name] for name in inspect.signature(test).parameters})


def test_a_saved_lesson_plays_as_the_one_on_the_page(making: Making, saved: Lesson) -> None:
    told = making.run(TWO)
    assert (told["state"], told["checked"], told["made"]["id"]) == ("changed", "", saved.id)
    state = Variant(saved, saved.first_choices()).state()
    for _ in range(20):
        making.do("step", 1)
        state.step()
    assert [row.value for row in making.session.view("made").rows.values()] == list(state.values)
