"""Another language reaches everything that is said: played in a made-up one, whose letters are not Latin."""

import re
from collections.abc import Iterator

import pytest
from matplotlib.text import Text

from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.studio.editor import Editor
from downhill.studio.reader import Reader
from downhill.studio.studio import Studio
from downhill.text.language import speaking
from downhill.training.time_slices import Slices
from downhill.verbs import Dispatcher
from tests.support.learned import unlearned
from tests.support.often import FULLY, slow
from tests.support.player import Player
from tests.support.states import SINGLY, VARIANTS
from tools.languages import translations

pytestmark = pytest.mark.filterwarnings("ignore:Glyph", "ignore:Matplotlib currently does not support Hebrew")
LESSONS = [lesson.id for lesson in all_lessons()]
KEYS = "lesson verdict preset choices entries mathml offered mover aims id state loss entry start".split()
KEYS += ["end", "about", "name", "landmark", "trial"]
LATIN = re.compile(r"[A-Za-z]{2,}")
ASIDE = re.compile(r"<[^>]*>|\b(foo|sine|sin|ln)\b")  # formulas, and what the reader writes
TEXTS = {
    "f": ["", "((", "x +", "foo(x)", "sin", "1/0*x", "x)", "|x", "ln(x)", "sine(x)"],
    "seed": ["0"],
    "drawn": ["-1"],
}
TABLES = ["", "a,b", "1 2\n3", "1,2\n3;4", "1e99\t2", "x\ty\n1\t2\n2\t3", "1\t2\t3\n4\t5\t6", "1,234\n5,678"]


class Work:
    """A session that speaks the made-up language, and all that it has ever said."""

    def __init__(self) -> None:
        self.session = Player(all_lessons(), all_models())
        self.studio = Studio(self.session)
        self.reader, self.editor = Reader(self.studio), Editor(self.studio)
        self.session.dispatcher = Dispatcher(self.session, self.editor)
        self.said: set[str] = set()

    def hear(self, told: object) -> None:
        """Keep every text in what is told, but for what is no text for a reader."""
        if isinstance(told, str):
            self.said.add(told)
        elif isinstance(told, dict):
            for key, part in told.items():
                if key not in KEYS:
                    self.hear(part)
        elif isinstance(told, (list, tuple)):
            for part in told:
                self.hear(part)

    def paint(self, lesson: str) -> None:
        """Draw every picture of a lesson, and keep the texts in it."""
        for (id_, _), stand in self.studio.easels.items():
            if id_ == lesson:
                stand.paint(self.session.at_work(lesson).scene())
                self.hear([text.get_text() for text in stand.figure.findobj(Text)])

    def look(self, lesson: str) -> None:
        """Hear how the lesson stands now."""
        self.hear(self.session.look(lesson).as_dict())

    def latin(self) -> list[str]:
        """What was said in Latin letters."""
        return sorted(text for text in self.said if LATIN.search(unlearned(ASIDE.sub("", text))))


@pytest.fixture
def work() -> Iterator[Work]:
    """All lessons, spoken as on a page that opens: English first, the other language then."""
    work = Work()
    spoken = translations.pseudo_locale("rtl", translations.english())
    with speaking(spoken, every_lesson()):
        work.studio.set_language()
        yield work


@slow
@pytest.mark.parametrize("lesson", LESSONS)
def test_no_english_is_left_in_what_a_lesson_says_lists_and_draws(work: Work, lesson: str) -> None:
    session, state = work.session, work.session.state(lesson)
    session.watch(lesson, True)
    for variant in (v for v in (VARIANTS if FULLY else SINGLY) if v.plain.id == lesson):
        variant.put(state)
        state.restart()
        for slider in state.lesson.sliders:
            for share in (0.0, 0.3, 0.6, 1.0):
                session.move(lesson, slider.name, slider.low + share * slider.span)
                work.look(lesson)
        for rate in (state.variant.rates.high, state.variant.rates.good):
            session.set_rate(lesson, rate)
            session.step(lesson, 8)
            work.look(lesson)
            work.paint(lesson)
            session.keep(lesson)
        work.look(lesson)
    for picture in (name for id_, name in work.studio.easels if id_ == lesson and name != "overshoot"):
        if picture != "picture" or work.studio.sliders(lesson, picture):
            work.hear(work.reader.walk(lesson, picture, 1, 1))
    work.hear(session.race(lesson))
    assert work.latin() == []


@slow
@pytest.mark.parametrize("lesson", LESSONS)
def test_no_english_is_left_in_challenges_buttons_and_mistakes(work: Work, lesson: str) -> None:
    session, state = work.session, work.session.state(lesson)
    for challenge in state.plain.challenges:
        session.challenge(lesson, challenge.id)
        work.look(lesson)
        for _ in range(30):
            session.guess(lesson, 0.123)
            session.move(lesson, state.lesson.sliders[0].name, state.lesson.sliders[0].low)
            session.step(lesson)
            work.look(lesson)
        session.leave(lesson)
    for name in [*state.plain.actions, *state.plain.actions] * 4:
        work.hear(session.act(lesson, name).as_dict())
        work.paint(lesson)
    for name, texts in TEXTS.items():
        if name in state.choices:
            for text in texts:
                work.hear(session.enter(lesson, name, text).as_dict())
    if state.plain.plot:
        for table in TABLES:
            work.hear(session.ask("paste", lesson, table).mistake)
            work.hear(work.editor.state(lesson))
    assert work.latin() == []


SLIDER = {"ten-thousand": "weight", "attention": "score1"}


@slow
@pytest.mark.parametrize("model", [model.id for model in all_models()])
def test_no_english_is_left_in_what_a_model_says_and_draws(work: Work, model: str) -> None:
    session = work.session
    for view in (
        session.look(model),
        session.move(model, SLIDER[model], 1.0),
        session.step(model, 3),
        session.train(model, Slices(lambda: 0.0, lambda work: None), lambda: None, 0),
    ):
        work.hear(view.as_dict())
    for prompt in ("", "@", "\N{HEBREW LETTER ALEF}" * 99):
        work.hear(session.enter(model, "prompt", prompt).as_dict())
    work.paint(model)
    assert work.latin() == []


@slow
@pytest.mark.parametrize("model", [model.id for model in all_models()])
def test_no_english_is_left_in_the_challenges_of_a_model(work: Work, model: str) -> None:
    session = work.session
    for challenge in session.trainers[model].lesson.challenges:
        guesses = [("guess", value) for value in (5.0, 6.0, 7.0)]
        ways = guesses, [("move", SLIDER[model], 1.0)], [("step", 1)], [("reseed",)]
        for way in (challenge.solution, *ways):
            work.hear(session.challenge(model, challenge.id).as_dict())
            for verb, *arguments in way:
                work.hear(session.ask(verb, model, *arguments).as_dict())
    assert work.latin() == []
