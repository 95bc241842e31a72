"""What a reader has done in all lessons, in words, for the card at the end. It counts as a result does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from downhill.session.result_verbs import touched_lessons
from downhill.session.session import Session
from downhill.text.format import PAGE, fill, number
from downhill.training.trainer import Trainer

COUNTS = "moves", "steps", "solved", "challenges", "guesses"
FIRST, SENTENCE, MADE_UP = SENTENCES = "first", "sentence", "made_up"
OF_ALL = {"solved": "lessons", "challenges": "there", "guesses": "guessed"}  # counts that are told of others


class Cell(NamedTuple):
    """A count or a sentence as the card shows it; or, if there is none yet, a hint what to do.

    The other one is ''; both are if there is nothing to say.
    """

    value: str
    hint: str


class Keepsake(NamedTuple):
    """What was done: moves of the hand, steps of the machine, lessons solved, challenges done.

    `lessons` and `there` are how many lessons and challenges there are, `guesses` how many of the reader's
    guesses (`guessed`) came true. `sentence` is what the first model writes now, if it was touched; its
    beginning, `prompt`, came from the reader. `first` is what it wrote before any training. `made_up` is what
    the attention model said about somebody whom the text never mentions.
    """

    moves: int
    steps: int
    solved: int
    lessons: int
    challenges: int
    there: int
    guesses: int
    guessed: int
    first: str
    sentence: str
    prompt: str
    made_up: str


def keepsake(session: Session, marks: Sequence[str], guesses: Sequence[int] = (0, 0)) -> Keepsake:
    """Return what was done since the page was opened.

    `marks` are the challenges that the device remembers, `guesses` how many guesses came true, out of how
    many.
    """
    found = touched_lessons(session, marks)
    done, wrote = found.values(), next(iter(session.trainers))
    model = cast(Trainer, session.own(wrote)) if wrote in found and found[wrote].text else None
    told = (cast(Trainer, session.own(id_)).told.get(MADE_UP, {}) for id_ in session.trainers)
    return Keepsake(
        moves=sum(each.moves for each in done),
        steps=sum(each.steps for each in done),
        solved=sum(each.solved for each in done),
        lessons=len(session.all),
        challenges=sum(len(each.done) + len(each.before) for each in done),
        there=sum(len(lesson.challenges) for lesson in session.lessons),
        guesses=guesses[0],
        guessed=guesses[1],
        first=model.at_first() if model else "",
        sentence=found[wrote].text if model else "",
        prompt=model.prompt if model else "",
        made_up=next((each["text"] for each in told if each), ""),
    )


def cells(session: Session, marks: Sequence[str], guesses: Sequence[int] = (0, 0)) -> dict[str, Cell]:
    """Return the counts and the sentences, by the name of the field."""
    kept = keepsake(session, marks, guesses)
    done = {name: getattr(kept, name) for name in COUNTS} | {"guesses": kept.guessed}
    found = {name: Cell(_told(kept, name), _hint(session, name, done[name])) for name in COUNTS}
    written = {name: getattr(kept, name) for name in SENTENCES}
    return found | {name: Cell(text, _hint(session, name, text)) for name, text in written.items()}


def _told(kept: Keepsake, name: str) -> str:
    """Return a count as the card shows it."""
    count = getattr(kept, name)
    if name not in OF_ALL:
        return number(count, 0)
    return fill(PAGE["collect.of"], {"count": count, "all": getattr(kept, OF_ALL[name])})


def _hint(session: Session, name: str, found: int | str) -> str:
    """Return a hint what to do if there is nothing yet."""
    if found or name == FIRST:
        return ""
    lesson = [*session.all].index(next(iter(session.trainers))) + 1 if name == SENTENCE else 1
    return fill(PAGE[f"keepsake.{name}.none"], {"number": str(lesson), "play": PAGE["action.play"]})


def answer(
    session: Session, marks: Sequence[str], guesses: Sequence[int] = (0, 0)
) -> dict[str, dict[str, str]]:
    """Answer the page's question: all the cells as plain dictionaries."""
    return {name: cell._asdict() for name, cell in cells(session, marks, guesses).items()}
