"""Pages for paper: a worksheet, its answers, and a plan for a lesson, in every language.

They are made from the lessons' own challenges, and every number in them is the model's: it plays each
challenge once, while the site is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from downhill.dispatch import Dispatcher
from downhill.drawing.themes import COLOURS
from downhill.lesson import Lesson
from downhill.lesson.challenge import DONE, Challenge
from downhill.lessons import all_lessons, every_lesson
from downhill.session.challenge_texts import texts_of
from downhill.session.session import Session
from downhill.session.view import View
from downhill.text.format import PAGE, fill, number, with_unit
from downhill.text.language import speaking
from downhill.training.model_lesson import ModelLesson, is_model
from downhill.training.trainer import Trainer
from downhill.verbs import known
from tools.common import inside, policy
from tools.common.console import Problem
from tools.languages.language import Language
from tools.pages.markdown import prose
from tools.pages.template import templates

SHEETS = ("worksheet", "answers", "plan")
PARTS = range(1, 8)  # of the plan
MINUTES = (3, 6, 6, 5, 5, 3, 2)  # each part takes
ENOUGH = 2000  # steps, in which every lesson is solved


class Item(NamedTuple):
    """A challenge on paper: its address, its texts, and what the model makes of it (`checked`)."""

    number: int
    address: str
    texts: dict[str, str]
    checked: str


class Part(NamedTuple):
    """A lesson on paper: its title, task, question and takeaway, how it begins and ends, its challenges."""

    id: str
    title: str
    task: str
    question: str
    learned: str
    first: str
    items: list[Item]


def parts(language: Language) -> list[Part]:
    """All lessons on paper, in the language that is spoken just now."""
    count, found = 0, []
    for lesson in every_lesson():
        items = []
        for challenge in lesson.challenges:
            count += 1
            items.append(_item(count, lesson, challenge, language))
        found.append(_trained(lesson, items) if is_model(lesson) else _part(lesson, items))
    return found


def _item(count: int, lesson: Lesson | ModelLesson, challenge: Challenge, language: Language) -> Item:
    home = "" if language.first else language.page
    address = f"./{home}?challenge={lesson.id}/{challenge.id}#{lesson.id}"
    return Item(count, address, texts_of(lesson, challenge), _checked(lesson, challenge))


def _checked(lesson: Lesson | ModelLesson, challenge: Challenge) -> str:
    """What the model makes of a challenge's solution. Raises `Problem` where that does not solve it."""
    session = session_of(lesson)
    dispatcher = Dispatcher(session)
    for verb, *arguments in (("challenge", challenge.id), *challenge.solution):
        dispatcher.change(lesson.id, known(verb), *arguments)
    view = session.view(lesson.id)
    if view.challenge["state"] != DONE:
        raise Problem(f"the challenge {lesson.id}/{challenge.id} is not solved by its solution")
    if challenge.solution[-1][0] == "guess":
        return fill(PAGE["sheet.guessed"], {"value": number(challenge.solution[-1][1], 2)})
    told = {"counts": view.challenge["counts"], "loss": _loss(session, lesson), "value": view.loss_shown}
    return fill(PAGE["sheet.checked"], told)


def session_of(lesson: Lesson | ModelLesson) -> Session:
    """A session with that lesson alone."""
    return Session([], [lesson]) if is_model(lesson) else Session([lesson])


def _loss(session: Session, lesson: Lesson | ModelLesson) -> str:
    if is_model(lesson):
        return lesson.words["loss"]
    state = session.state(lesson.id)
    return state.lesson.word("loss", state.choices)


def _trained(lesson: ModelLesson, items: list[Item]) -> Part:
    """A lesson with a model on paper: what it writes when the machine has done its task."""
    trainer = Trainer(lesson)
    told = {"loss": lesson.words["loss"], "start": number(trainer.losses[0], lesson.loss_decimals)}
    while not lesson.goal(trainer.standing()) and trainer.steps < ENOUGH:
        trainer.step()
    end = number(trainer.losses[0], lesson.loss_decimals)
    return Part(
        lesson.id,
        lesson.words["title"],
        prose(lesson.words["task"], inline=True),
        fill(PAGE["sheet.written"], told),
        lesson.words["learned"],
        fill(PAGE["sheet.trained"], told | {"steps": trainer.steps, "end": end, "text": trainer.writes()}),
        items,
    )


def _part(lesson: Lesson, items: list[Item]) -> Part:
    session = Session([lesson])
    state, start = session.state(lesson.id), session.view(lesson.id)
    loss = _loss(session, lesson)
    return Part(
        lesson.id,
        lesson.words["title"],
        prose(state.lesson.word("task", state.choices), inline=True),
        fill(PAGE["sheet.reached"], {"loss": loss}),
        lesson.words["learned"],
        _first(session, lesson, loss, start),
        items,
    )


def _first(session: Session, lesson: Lesson, loss: str, start: View) -> str:
    """How a lesson begins, and in how many steps the machine has done its task."""
    state, steps = session.state(lesson.id), 0
    unit = state.lesson.word("loss.unit", state.choices)
    while not state.solved and steps < ENOUGH:
        state.step()
        steps += 1
    goal = with_unit(state.variant.goal, max(state.lesson.loss_decimals, 3), unit)
    told = {"loss": loss, "start": start.loss_shown, "goal": goal, "steps": steps}
    return fill(PAGE["sheet.first"], told)


def plan() -> Iterator[dict[str, str]]:
    """The parts of the lesson plan: from and to which minute, what happens, and what to ask."""
    titles = {lesson.id.replace("-", "_"): lesson.words["title"] for lesson in all_lessons()}
    called = {name: PAGE[f"action.{name}"] for name in ("step", "play", "reset")}
    called |= {name: PAGE[f"preset.{name}"] for name in ("small", "good", "big")}
    called |= {"race": PAGE["race"], **titles}
    at = 0
    for part, minutes in zip(PARTS, MINUTES, strict=True):
        time = f"{at}–{at + minutes}"
        at += minutes
        yield {"time": time, "what": fill(PAGE[f"plan.{part}"], called), "ask": PAGE[f"plan.{part}.ask"]}


def write(out: Path, app: str, language: Language) -> None:
    """Write all sheets in a language into the site `out`; `app` is the address of the app's folder."""
    template = templates().get_template("sheet.html.jinja")
    with speaking(language.catalogue, every_lesson()):
        known: dict[str, Any] = {
            "app": app,
            "language": language,
            "words": PAGE,
            "fill": fill,
            "dress": inside.SCRIPTS["dress"],
            "policy": policy.element(policy.PAPER),
            "paper": {theme: inks["paper"] for theme, inks in COLOURS.items()},
            "pages": {sheet: language.beside(sheet) for sheet in SHEETS},
            "parts": parts(language),
            "plan": list(plan()),
            "line": next(lesson.words["title"] for lesson in all_lessons() if lesson.id == "line"),
        }
        for sheet in SHEETS:
            (out / language.beside(sheet)).write_text(template.render(sheet=sheet, **known), encoding="utf-8")
