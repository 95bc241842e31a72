"""What a reader has done in all lessons, for a card to keep: counted as for a result, told in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from downhill.session.result_verbs import touched_lessons
from downhill.session.session import Session
from downhill.text.format import PAGE, fill, number
from downhill.training.trainer import Trainer

COUNTS = "moves", "steps", "solved", "challenges"
SENTENCE = "sentence"


class Cell(NamedTuple):
    """A count or a sentence as it is read, and what to do where there is none yet; else that is ''."""

    value: str
    hint: str


class Keepsake(NamedTuple):
    """What was done: moves of the hand, steps of the machine, lessons solved, challenges done.

    `lessons` and `there` are how many lessons and challenges there are. `text` is what the first
    model that was touched writes now, of which `prompt` came from the reader.
    """

    moves: int
    steps: int
    solved: int
    lessons: int
    challenges: int
    there: int
    text: str
    prompt: str


def keepsake(session: Session, marks: Sequence[str]) -> Keepsake:
    """What was done since the page was opened; `marks` are the challenges that the device remembers."""
    found = touched_lessons(session, marks)
    done = found.values()
    wrote = next((id_ for id_ in session.trainers if id_ in found and found[id_].text), "")
    return Keepsake(
        moves=sum(each.moves for each in done),
        steps=sum(each.steps for each in done),
        solved=sum(each.solved for each in done),
        lessons=len(session.all),
        challenges=sum(len(each.done) + len(each.before) for each in done),
        there=sum(len(lesson.challenges) for lesson in session.lessons),
        text=found[wrote].text if wrote else "",
        prompt=cast(Trainer, session.own(wrote)).prompt if wrote else "",
    )


def cells(session: Session, marks: Sequence[str]) -> dict[str, Cell]:
    """The counts and the sentence, by what they are of."""
    kept = keepsake(session, marks)
    found = {name: Cell(_told(kept, name), _hint(session, name, getattr(kept, name))) for name in COUNTS}
    return found | {SENTENCE: Cell(kept.text, _hint(session, SENTENCE, kept.text))}


def _told(kept: Keepsake, name: str) -> str:
    """A count as it is read."""
    of = {"solved": kept.lessons, "challenges": kept.there}
    count = getattr(kept, name)
    return fill(PAGE["collect.of"], {"count": count, "all": of[name]}) if name in of else number(count, 0)


def _hint(session: Session, name: str, found: int | str) -> str:
    """What to do where nothing was found; the sentence is written in the first lesson with a model."""
    if found:
        return ""
    lesson = [*session.all].index(next(iter(session.trainers))) + 1 if name == SENTENCE else 1
    return fill(PAGE[f"keepsake.{name}.none"], {"number": str(lesson), "play": PAGE["action.play"]})


def answer(session: Session, marks: Sequence[str]) -> dict[str, dict[str, str]]:
    """Answer the page's question for all of that."""
    return {name: cell._asdict() for name, cell in cells(session, marks).items()}
