"""Pages for paper: the guide, a worksheet, more tasks, answers, a poster, the glossary, in every language.

They are made from the lessons' own challenges, and every number in them is computed: the build plays each
challenge once.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from downhill.drawing.themes import COLOURS
from downhill.lesson import Lesson
from downhill.lesson.challenge import DONE, Challenge
from downhill.lessons import every_lesson
from downhill.session.kinds import texts_of
from downhill.session.session import Session
from downhill.text.format import PAGE, fill, number, with_unit
from downhill.text.language import speaking
from downhill.training.model_lesson import ModelLesson, is_model
from downhill.training.trainer import trainer_of
from downhill.verbs import Dispatcher, known
from tools.artwork.every_figure import kept, summed
from tools.artwork.sheet_pictures import GUESSES
from tools.common import inside, paths, policy
from tools.common.console import Problem
from tools.languages.language import Language
from tools.pages import glossary
from tools.pages.guide import guide, words
from tools.pages.lesson_plan import PLANS, plan, project, shorter
from tools.pages.markdown import prose
from tools.pages.page_pictures import Drawn
from tools.pages.template import templates

SHEETS = ("guide", "worksheet", "more", "answers", "claims", "glossary")
MAKERS = (Path(__file__),)
ENOUGH = 2000  # steps: every lesson is solved within these


class Item(NamedTuple):
    """A challenge on paper: its address, its texts, and how playing it turned out (`checked`).

    Those on the worksheet have a `picture` to draw in, its file, and `draw`, what to draw.
    """

    number: int
    address: str
    texts: dict[str, str]
    checked: str
    picture: str = ""
    draw: str = ""


class Part(NamedTuple):
    """A lesson on paper: its title, task, question and takeaway, how it begins and ends, its challenges."""

    id: str
    title: str
    task: str
    question: str
    learned: str
    first: str
    items: list[Item]


def numbers() -> dict[tuple[str, str], int]:
    """Return the number of every challenge, by lesson and id: first the worksheet's, then all others."""
    first = [(guess.lesson, guess.challenge) for guess in GUESSES]
    every = [(lesson.id, challenge.id) for lesson in every_lesson() for challenge in lesson.challenges]
    ordered = [*first, *(each for each in every if each not in first)]
    return {each: number for number, each in enumerate(ordered, 1)}


def parts(language: Language) -> list[Part]:
    """Return all lessons on paper, in the current language."""
    file = paths.cache() / f"sheets-{summed(language.catalogue, MAKERS)}.json.gz"
    numbered, told, found = numbers(), kept(file, played), []
    for lesson in every_lesson():
        items = []
        for each in lesson.challenges:
            checked = told[f"{lesson.id}/{each.id}"]
            item = _item(numbered[lesson.id, each.id], lesson, each, language, checked)
            items.append(_drawn(item, lesson.id, each.id))
        found.append(_part(lesson, told, items))
    return found


def played() -> dict[str, str]:
    """Play all challenges and lessons; return what to print about each, in the current language."""
    told = {}
    for lesson in every_lesson():
        for challenge in lesson.challenges:
            told[f"{lesson.id}/{challenge.id}"] = _checked(lesson, challenge)
        question, first = _trained(lesson) if is_model(lesson) else _descended(lesson)
        told |= {f"{lesson.id} question": question, f"{lesson.id} first": first}
    return told


def _item(
    count: int, lesson: Lesson | ModelLesson, challenge: Challenge, language: Language, checked: str
) -> Item:
    home = "" if language.first else language.page
    address = f"./{home}?challenge={lesson.id}/{challenge.id}#{lesson.id}"
    return Item(count, address, texts_of(lesson, challenge), checked)


def _drawn(item: Item, lesson: str, challenge: str) -> Item:
    """Add the picture to draw in to a challenge, if it is on the worksheet."""
    for guess in GUESSES:
        if (guess.lesson, guess.challenge) == (lesson, challenge):
            draw = PAGE[f"sheet.draw.{lesson}.{challenge}"]
            return item._replace(picture=guess.file, draw=draw)
    return item


def _checked(lesson: Lesson | ModelLesson, challenge: Challenge) -> str:
    """Play a challenge's solution and say how it turns out. Raises `Problem` if that doesn't solve it."""
    session = session_of(lesson)
    dispatcher = Dispatcher(session)
    dispatcher.change(lesson.id, known("challenge"), challenge.id)
    _catch_up(session, lesson)
    for verb, *arguments in challenge.solution:
        dispatcher.change(lesson.id, known(verb), *arguments)
    view = session.view(lesson.id)
    if view.challenge["state"] != DONE:
        raise Problem(f"the solution of the challenge {lesson.id}/{challenge.id} doesn't solve it")
    if challenge.solution[-1][0] == "guess":
        return fill(PAGE["sheet.guessed"], {"value": number(challenge.solution[-1][1], 2)})
    name, value = _measured(session, lesson, view)
    told = {"counts": view.challenge["counts"], "loss": name, "value": value}
    return fill(PAGE["sheet.checked"], told)


def _measured(session: Session, lesson: Lesson | ModelLesson, view: Any) -> tuple[str, str]:
    """Return what a challenge has measured in the end: its name and its value."""
    own = getattr(view, "more", {}).get("measured")
    return (own["name"], own["value"]) if own else (_loss(session, lesson), view.loss_shown)


def _catch_up(session: Session, lesson: Lesson | ModelLesson) -> None:
    """Take the steps that come before a challenge with a trained model."""
    while is_model(lesson) and session.trainer(lesson.id).behind:
        session.trainer(lesson.id).step()


def session_of(lesson: Lesson | ModelLesson) -> Session:
    """Return a session with only that lesson."""
    return Session([], [lesson]) if is_model(lesson) else Session([lesson])


def _loss(session: Session, lesson: Lesson | ModelLesson) -> str:
    if is_model(lesson):
        return lesson.words["loss"]
    state = session.state(lesson.id)
    return state.lesson.word("loss", state.choices)


def _trained(lesson: ModelLesson) -> tuple[str, str]:
    """Say how a model begins, and what it writes once the machine has done its task."""
    trainer = trainer_of(lesson)
    told = {"loss": lesson.words["loss"], "start": number(trainer.losses[0], lesson.loss_decimals)}
    question = fill(PAGE["sheet.written"], told)
    while not lesson.goal(trainer.standing()) and trainer.steps < ENOUGH:
        trainer.step()
    told |= {"end": number(trainer.losses[0], lesson.loss_decimals), "text": trainer.writes()}
    return question, fill(PAGE["sheet.trained"], told | {"steps": trainer.steps})


def _descended(lesson: Lesson) -> tuple[str, str]:
    """Say what a lesson with sliders asks, how it begins, and how many steps the machine needs."""
    session, steps = Session([lesson]), 0
    state, start, loss = session.state(lesson.id), session.view(lesson.id), _loss(session, lesson)
    unit = state.lesson.word("loss.unit", state.choices)
    while not state.solved and steps < ENOUGH:
        state.step()
        steps += 1
    goal = with_unit(state.variant.goal, max(state.lesson.loss_decimals, 3), unit)
    told = {"loss": loss, "start": start.loss_shown, "goal": goal, "steps": steps}
    return fill(PAGE["sheet.reached"], {"loss": loss}), fill(PAGE["sheet.first"], told)


def _part(lesson: Lesson | ModelLesson, told: Mapping[str, str], items: list[Item]) -> Part:
    words, task = lesson.words, lesson.words.get("task", "")
    if not is_model(lesson):
        state = session_of(lesson).state(lesson.id)
        task = state.lesson.word("task", state.choices)
    question, first = told[f"{lesson.id} question"], told[f"{lesson.id} first"]
    return Part(lesson.id, words["title"], prose(task, inline=True), question, words["learned"], first, items)


def write(out: Path, app: str, language: Language) -> None:
    """Write all sheets in a language into the site `out`; `app` is the address of the app's folder."""
    template = templates().get_template("sheet.html.jinja")
    with speaking(language.catalogue, every_lesson()):
        known: dict[str, Any] = {
            "app": app,
            "language": language,
            "words": {**glossary.words(language), **words(language)},
            "terms": glossary.terms(language),
            "fill": fill,
            "dress": inside.SCRIPTS["dress"],
            "policy": policy.element(policy.PAPER),
            "paper": {theme: inks["paper"] for theme, inks in COLOURS.items()},
            "pages": {sheet: language.beside(sheet) for sheet in SHEETS},
            "parts": (found := parts(language)),
            "tasks": sorted((i for part in found for i in part.items if i.picture), key=lambda i: i.number),
            "drawn": Drawn(out, app, language.code),
            "guide": guide(language),
            "plan": list(plan()),
            "project": project(),
            "make": language.beside("make"),
            "lengths": [*PLANS],
            "shorter": shorter(),
        }
        for sheet in SHEETS:
            (out / language.beside(sheet)).write_text(template.render(sheet=sheet, **known), encoding="utf-8")
