"""Everything the page can ask for, as one table, and what calls it.

The build gives the page its share of the table (`for_page`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from downhill.session import (
    challenge_verbs,
    code_verbs,
    collect_verbs,
    copy_verbs,
    evidence_verbs,
    experiment_verbs,
    film_verbs,
    hand_verbs,
    keepsake,
    machine_verbs,
    result_verbs,
)
from downhill.session.session import Session
from downhill.studio import (
    film_says,
    keepsake_card,
    languages,
    make_lesson,
    results_file,
    save,
    take_home,
)
from downhill.studio.editor import Editor
from downhill.studio.reader import Reader
from downhill.studio.studio import ALL, FIRST, HELD, NONE, Studio
from downhill.studio.weight_picker import WeightPicker
from downhill.text.mistake import Mistake

HAND, MACHINE, CHALLENGE, CODE = hand_verbs, machine_verbs, challenge_verbs, code_verbs
EXPERIMENT, FILM = experiment_verbs, film_verbs


def _by_name(name: object = "", *_: object) -> tuple[str, ...]:
    """The part that the first argument names: a slider, a choice or an entry."""
    return (str(name),)


def _by_count(count: object = 1) -> tuple[str, ...]:
    """The button that takes `count` steps."""
    return ("step" if count == 1 else "step10",)


def _of_state(method: str, find: Callable[..., Any] = Session.at_work) -> Callable[..., None]:
    """Return a handler that calls a method of a lesson's state, which `find` finds in the session."""

    def handle(session: Session, lesson: str, *arguments: Any) -> None:
        getattr(find(session, lesson), method)(*arguments)

    return handle


class Verb(NamedTuple):
    """Something the page can ask for.

    `handler` is called with the session, or another object (`of` is its class), the lesson, and the request's
    arguments; without a lesson if it is `of_page`. A verb changes something, and the reply is the lesson's
    view; the reply to a `question` is what the handler returns, plain data.

    - `locks`: the parts of a lesson (`downhill.session.locks`) that it uses, and `named`: those that depend
      on its arguments. If one of them is locked, nothing changes.
    - `paint`: which pictures are painted before the view (`Studio.paint`); none if it is `shown_by_training`
      and a turn of training will show it soon.
    - `newest`: of several waiting in a row, only the last counts; it may overtake a `long` one, unless it
      `leads_back`: whatever is done before the long one ends would then start from the wrong place.
    - `by_hand`: a hand moves something, which ends a run that keeps a tempo.
    - `mistakes`: a `Mistake` that it raises is the reader's, and is shown with the view.
    - `waits`: a reader asks for it, and is told when it has to wait for Python.
    - `archive`: the modules it needs are loaded with the first request, from the archive with that name.
    """

    name: str
    of: type
    handler: Callable[..., Any]
    locks: tuple[str, ...] = ()
    paint: str = ALL
    named: Callable[..., tuple[str, ...]] | None = None
    newest: bool = False
    long: bool = False
    leads_back: bool = False
    by_hand: bool = False
    shown_by_training: bool = False
    question: bool = False
    of_page: bool = False
    mistakes: bool = False
    waits: bool = False
    archive: str = ""

    def parts(self, *arguments: Any) -> tuple[str, ...]:
        """Return all parts of a lesson that a request with these arguments uses."""
        return self.locks + (self.named(*arguments) if self.named else ())


_ROWS = (
    Verb("look", Session, _of_state("pause"), paint=FIRST),  # the reply shows the lesson as it is
    Verb("watch", Session, HAND.watch, paint=FIRST),
    Verb("watch_python", Session, HAND.watch_python, paint=NONE),
    Verb("run_code", Session, CODE.run_code, ("python",), archive="reader"),
    Verb("restore_code", Session, CODE.restore_code, ("python",)),
    Verb("settle", Session, HAND.settle, paint=NONE),
    # What a hand moves
    Verb(
        "move",
        Session,
        HAND.move,
        ("sliders",),
        FIRST,
        named=_by_name,
        newest=True,
        by_hand=True,
        shown_by_training=True,
    ),
    Verb("point", Studio, Studio.point, ("sliders",), by_hand=True),
    Verb("choose", Session, _of_state("choose"), ("switches",), named=_by_name),
    Verb("enter", Session, _of_state("enter"), ("own",), named=_by_name, mistakes=True),
    Verb("spell", Session, HAND.spell, paint=NONE, newest=True, mistakes=True),
    Verb("act", Session, HAND.act, ("actions",)),
    Verb("choose_weight", Session, HAND.choose_weight, paint=FIRST, newest=True),
    Verb("choose_card", Session, _of_state("guess", Session.trainer), paint=NONE),
    Verb("set_log", Session, HAND.set_log, ("views",)),
    Verb("aim", Session, HAND.aim, ("views",)),
    # Points under a hand
    Verb("drag", Editor, Editor.drag, ("own",), HELD, newest=True, by_hand=True),
    Verb("nudge", Editor, Editor.nudge, ("own",), HELD, by_hand=True),
    Verb("drop", Editor, Editor.drop, ("own",), by_hand=True),
    Verb("add", Editor, Editor.add, ("own",), mistakes=True, by_hand=True),
    Verb("remove", Editor, Editor.remove, ("own",), by_hand=True),
    Verb("paste", Editor, Editor.paste, ("own",), mistakes=True, by_hand=True),
    Verb("undo", Editor, Editor.undo, ("own",), by_hand=True),
    # The machine
    Verb("step", Session, MACHINE.step, ("machine",), named=_by_count),
    Verb("play", Session, MACHINE.step, ("machine", "play"), FIRST),
    Verb("train", Session, MACHINE.train, ("machine", "play"), long=True),
    Verb("reset", Session, MACHINE.reset, ("machine", "reset")),
    Verb("reseed", Session, _of_state("reseed", Session.trainer), ("machine",)),
    Verb(
        "set_rate", Session, _of_state("set_rate"), ("machine", "rate"), newest=True, shown_by_training=True
    ),
    Verb("set_way", Session, MACHINE.set_way, ("machine", "way")),
    Verb("set_beta", Session, _of_state("set_beta"), ("machine", "way"), newest=True, shown_by_training=True),
    Verb("preset", Session, MACHINE.preset, ("machine", "rate", "presets")),
    Verb("rewind", Session, MACHINE.rewind, ("machine", "rewind"), FIRST, newest=True, leads_back=True),
    Verb("back", Session, MACHINE.back, ("machine", "rewind")),
    Verb("again", Session, _of_state("again", Session.state), ("machine", "runs")),
    Verb("from_start", Session, MACHINE.from_start, ("machine", "from_start")),
    Verb("keep", Session, _of_state("keep", Session.state), ("machine", "runs")),
    Verb("forget_run", Session, MACHINE.forget_run, ("machine", "runs")),
    # The film of its story
    Verb("film", Session, FILM.film, paint=FIRST, newest=True),
    Verb("unfold", Session, FILM.unfold),
    Verb("stride", Session, FILM.stride, ("machine", "play"), FIRST),
    Verb("lay", Session, FILM.lay, ("sliders",), FIRST),
    Verb("begin_at", Session, FILM.begin_at, ("sliders",)),
    Verb("note", Session, FILM.note, paint=NONE),
    Verb("film_says", Studio, film_says.film_says, question=True),
    # Challenges
    Verb("challenge", Session, CHALLENGE.challenge, ("challenges",)),
    Verb("guess", Session, CHALLENGE.guess),
    Verb("leave", Session, CHALLENGE.leave, ("challenges",)),
    # Experiments with the lesson's Python
    Verb("experiments", Session, EXPERIMENT.experiments, question=True, archive="reader"),
    Verb("begin_experiment", Session, EXPERIMENT.begin_experiment, ("python",), archive="reader"),
    Verb("foretell_experiment", Session, EXPERIMENT.foretell_experiment, ("python",), NONE),
    Verb("observe_experiment", Session, EXPERIMENT.observe_experiment, question=True, archive="reader"),
    Verb("leave_experiment", Session, EXPERIMENT.leave_experiment, ("python",), NONE),
    # A copy of a reader's model
    Verb("try_on_copy", Session, copy_verbs.try_on_copy, ("machine",), archive="reader"),
    Verb("read_text", Session, copy_verbs.read_text, ("own",), mistakes=True, archive="reader"),
    Verb("text_link", Session, copy_verbs.text_link, question=True),
    Verb("bring_back", Session, copy_verbs.bring_back),
    Verb("fact", Session, copy_verbs.fact, question=True, archive="reader"),
    Verb("average", Session, copy_verbs.average, question=True, archive="reader"),
    # Questions about a lesson
    Verb("race", Session, CHALLENGE.race, question=True, waits=True),
    Verb("save", Studio, save.save_file, question=True, waits=True),
    Verb("save_code", Studio, take_home.save_code, question=True, waits=True, archive="reader"),
    Verb("read", Reader, Reader.read, question=True),
    Verb("walk", Reader, Reader.walk, question=True, waits=True),
    Verb("forget", Reader, Reader.forget, question=True),
    Verb("points", Editor, Editor.state, question=True),
    Verb("tell", Editor, Editor.tell, question=True),
    Verb("find_weight", WeightPicker, WeightPicker.find, question=True),
    Verb("weight_beside", WeightPicker, WeightPicker.beside, question=True, waits=True),
    Verb("resize", Studio, Studio.resize, question=True),
    Verb("owes", Studio, Studio.owes, question=True),
    # Questions about the page
    Verb("prepare_code", Session, CODE.prepare_code, question=True, of_page=True, archive="reader"),
    Verb("begin_making", Studio, make_lesson.begin_making, question=True, of_page=True, archive="reader"),
    Verb("result", Session, result_verbs.result, question=True, of_page=True),
    Verb("keepsake", Session, keepsake.answer, question=True, of_page=True),
    Verb("save_keepsake", Studio, keepsake_card.save_keepsake, question=True, of_page=True),
    Verb("collect", Session, collect_verbs.collect, question=True, of_page=True),
    Verb("results", Studio, results_file.results_file, question=True, of_page=True),
    Verb("evidence", Session, evidence_verbs.evidence, question=True, of_page=True, archive="reader"),
    Verb("evidence_file", Studio, results_file.evidence_file, question=True, of_page=True, archive="reader"),
    Verb("set_theme", Studio, Studio.set_theme, question=True, of_page=True),
    Verb("set_language", Studio, languages.set_language, question=True, of_page=True),
    Verb("restore", Editor, Editor.restore, question=True, of_page=True),
    Verb("lock", Session, Session.lock, question=True, of_page=True),
)
VERBS = {verb.name: verb for verb in _ROWS}


def known(name: str) -> Verb:
    """Return the verb with that name. Raises `LookupError`, with a one-sentence message, if there is none."""
    if name not in VERBS:
        raise LookupError(f"unknown verb {name!r}; the verbs are {', '.join(VERBS)}")
    return VERBS[name]


def for_page() -> dict[str, list[str]]:
    """Return the names of the verbs that need special treatment by the page, grouped by the treatment."""
    return {
        "newest": [verb.name for verb in _ROWS if verb.newest],
        "overtaking": [verb.name for verb in _ROWS if verb.newest and not verb.leads_back],
        "long": [verb.name for verb in _ROWS if verb.long],
        "by_hand": [verb.name for verb in _ROWS if verb.by_hand],
        "waits": [verb.name for verb in _ROWS if verb.waits],
    }


class Dispatcher:
    """Calls the handlers of verbs. `others` are the objects besides the session that handlers may belong to.

    It finds them by class (`Verb.of`), so there is one of each.
    """

    def __init__(self, session: Session, *others: object) -> None:
        self.session = session
        self.who: dict[type, object] = {type(each): each for each in others}
        self.who[Session] = session

    def refuses(self, lesson: str, verb: Verb, *arguments: Any) -> bool:
        """Return whether a request uses a locked part of the lesson.

        A challenge in progress may be started again even if challenges are locked.
        """
        locks = self.session.locks
        if not (locks.parts and locks.hold(lesson, verb.parts(*arguments))):
            return False
        return not (verb.name == "challenge" and self.session.attempts.has(lesson, *arguments))

    def change(self, lesson: str, verb: Verb, *arguments: Any) -> Mistake | None:
        """Change something, unless it is locked, and let the challenge in progress count it.

        Returns the mistake in the reader's text, if there is one.
        """
        mistake = None
        try:
            if not self.refuses(lesson, verb, *arguments):
                verb.handler(self.who[verb.of], lesson, *arguments)
        except Mistake as wrong:
            if not verb.mistakes:
                raise
            mistake = wrong
        if lesson in self.session.attempts:
            self.session.attempts.observe(lesson)
        return mistake

    def plan(self, lesson: str, verb: Verb) -> str:
        """Return which pictures of the lesson to paint right after that verb."""
        return NONE if verb.shown_by_training and self.session.all[lesson].is_training else verb.paint

    def answer(self, lesson: str | None, verb: Verb, *arguments: Any) -> Any:
        """Answer a question with plain data."""
        about = () if verb.of_page else (lesson,)
        return verb.handler(self.who[verb.of], *about, *arguments)
