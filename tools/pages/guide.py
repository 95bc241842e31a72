"""The teacher's guide: three periods minute by minute, claims to test, misconceptions, levels, preparation.

Its sentences are `downhill.text.english.guide`; titles of lessons and parts, and names of buttons, are the
page's own. Every link opens a part of a lesson, by its number in the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from downhill.lessons import all_models, every_lesson
from downhill.lessons.lesson_30_next_word.prompts import PROMPTS
from downhill.lessons.lesson_50_ten_thousand.changed_text import lie
from downhill.session.beat_texts import BEATS
from downhill.text.english.guide import GUIDE, ROOM
from downhill.text.format import PAGE, fill
from downhill.training.trainer import trainer_of
from tools.languages.language import Language

PERIOD = 45  # minutes
LINKS = ("?test=before#valley", "?beat=1#next-word", "?test=after#choose-word")
"""What follows the page's address in the link of each period: it shows *My result* at a lesson's end."""
READY = ("valley before ", "next-word  try", "choose-word after ", "valley later ")
"""What the panel chooses for each of them, and for three weeks later: a lesson, questions, a part."""


class Row(NamedTuple):
    """A row of a minute table: its minutes, the parts that it plays, and whether it can be left out."""

    minutes: int
    plays: str = ""
    drop: bool = False


PERIODS = (
    (
        Row(6, drop=True),
        Row(4),
        Row(9, "valley 1 2 3"),
        Row(6, "valley 4 5"),
        Row(12, "line 1 2 3 4"),
        Row(4, "line 6", drop=True),
        Row(4),
    ),
    (
        Row(5),
        Row(4),
        Row(8, "next-word 1 2 3 6"),
        Row(14, "ten-thousand 1 2 3 4"),
        Row(7),
        Row(4, "ten-thousand 6", drop=True),
        Row(3),
    ),
    (
        Row(4),
        Row(7, "choose-word 1 2 3"),
        Row(3),
        Row(10, "attention 1 2 3 4"),
        Row(7, "ten-thousand 4"),
        Row(7),
        Row(7, drop=True),
    ),
)
"""The rows of each period: what happens in them is `guide.<period>.<row>`."""
CLASS = (Row(12), Row(5), Row(8), Row(8), Row(7, "class"), Row(5))
"""The rows of a fourth period, in which a class trains one model."""
CLAIMS = ("ten-thousand 1", "ten-thousand 6", "ten-thousand 1 6", "ten-thousand 1", "choose-word 1 3")
WRONG = {
    "curve": "valley 3",
    "rate": "valley 4",
    "zero": "line 3",
    "programmed": "ten-thousand 1 3",
    "stored": "ten-thousand 6",
    "chat": "ten-thousand 2",
    "exact": "choose-word 1",
    "lies": "attention 4",
}
"""The parts that refute each misconception, `wrong.<name>`."""
LEVELS = (
    ("valley 1 2 3, line 1 2 3", "valley 4, line 4", "valley 5, line 5"),
    ("next-word 1, ten-thousand 1 3", "next-word 2 3, ten-thousand 2 4", "next-word 5, ten-thousand 5"),
    ("choose-word 1, attention 1", "choose-word 2 3, attention 2 3 4", "choose-word 4 5, attention 5"),
)
"""What everyone, most, and some students play in each period."""
PREPARE = (
    (4, "valley 1 2 3 4"),
    (3, "line 1 2 3"),
    (4, "ten-thousand 1 2 3 4"),
    (2, "choose-word 1, attention 1 3"),
    (3, ""),
    (4, ""),
)
"""The minutes of preparation, and what to play in them."""


class Part(NamedTuple):
    """A part of a lesson: its title, after lesson and part in numbers, and what opens it, also `large`."""

    title: str
    address: str
    large: str


def words(language: Language) -> dict[str, str]:
    """Return the page's sentences and the guide's, in the current language."""
    return {**PAGE, **GUIDE, **language.catalogue.get(ROOM, {})}


def parts(played: str, language: Language) -> list[Part]:
    """Return the parts that `played` names: lessons with numbers, as in `valley 1 2, line 3`, or `class`."""
    lessons = every_lesson()
    ids, home = [lesson.id for lesson in lessons], "" if language.first else language.page
    found = []
    for each in filter(None, played.split(", ")):
        lesson, *numbers = each.split()
        if lesson == "class":
            link = f"./{home}?class=demo"
            found.append(Part(PAGE["class.title"], link, f"{link}&present#ten-thousand"))
            continue
        at = ids.index(lesson)
        for number in numbers:
            title = lessons[at].words[f"beat.{BEATS[int(number) - 1]}.title"]
            first, last = f"./{home}?beat={number}", f"#{lesson}"
            found.append(Part(f"{at + 1}.{number} {title}", first + last, f"{first}&present{last}"))
    return found


def guide(language: Language) -> dict[str, Any]:
    """Return what the guide's template shows, in the current language."""
    said = words(language)
    called = names() | {"class": PAGE["class.title"], "collect": said["collect"]}

    def rows(period: int) -> Iterator[dict[str, Any]]:
        at = 0
        for number, row in enumerate((*PERIODS, CLASS)[period - 1], 1):
            key, times = f"guide.{period}.{number}", f"{at}–{at + row.minutes}"
            told = {"what": fill(said[key], called), "ask": said[f"{key}.ask"]}
            yield {"times": times, "drop": row.drop, "parts": parts(row.plays, language), **told}
            at += row.minutes

    lessons = (
        sorted({part.title[0] for row in rows for part in parts(row.plays, language)}) for rows in PERIODS
    )
    home = "" if language.first else language.page
    return {
        "periods": [
            {
                "title": said[f"guide.{number}"],
                "rows": [*rows(number)],
                "lessons": ", ".join(each),
                "link": link,
            }
            for number, (title, each, link) in enumerate(
                zip(titles(language), lessons, addresses(language), strict=True), 1
            )
        ],
        "home": f"./{home}",
        "class": [*rows(4)],
        "on_paper": fill(said["guide.4.class"], on_paper() | {"collect": said["collect"]}),
        "claims": [
            {part: fill(said[f"claim.{number}{part}"], called) for part in ("", ".test", ".seen")}
            | {"parts": parts(plays, language)}
            for number, plays in enumerate(CLAIMS, 1)
        ],
        "wrong": [(said[f"wrong.{name}"], parts(plays, language)) for name, plays in WRONG.items()],
        "levels": [[parts(plays, language) for plays in level] for level in LEVELS],
        "prepare": [
            (minutes, parts(plays, language), said[f"guide.prepare.{number}"])
            for number, (minutes, plays) in enumerate(PREPARE, 1)
        ],
    }


def on_paper() -> dict[str, Any]:
    """Return the prompts of the lesson with four weights, and their numbers, for who trains with a pencil."""
    small = next(lesson for lesson in every_lesson() if lesson.id == "next-word")
    told: dict[str, Any] = {name: small.words[f"prompt.{name}"] for name in ("pet", "flew")}
    for name, (animals, machines) in zip(("pet", "flew"), PROMPTS.tolist(), strict=True):
        told |= {f"{name}_animals": animals, f"{name}_machines": machines}
    return told


def addresses(language: Language) -> list[str]:
    """Return the link of each period, from the site's folder on."""
    home = "" if language.first else language.page
    return [f"./{home}{link}" for link in LINKS]


def ready(language: Language) -> list[tuple[str, str]]:
    """Return the links that the panel has ready: their names, and what it chooses for them."""
    said = words(language)
    return [*zip([*titles(language), said["prepare.test.later"]], READY, strict=True)]


def titles(language: Language) -> list[str]:
    """Return the titles of the periods, with their numbers."""
    said = words(language)
    return [
        f"{fill(said['guide.period'], {'number': str(number)})} · {said[f'guide.{number}']}"
        for number in range(1, len(PERIODS) + 1)
    ]


def names() -> dict[str, str]:
    """Return what the page calls the buttons and folds that the guide names, and the word of the lie."""
    model = next(lesson for lesson in all_models() if lesson.id == "ten-thousand")
    trainer = trainer_of(model)
    word = trainer.training.text.tokens[lie(trainer)[-2]]
    named = {"result": "result", "tools": "stage.tools", "python": "python"}
    own = {"asked": model.words["asked.title"], "change": model.words["change.title"], "word": word}
    return own | {name: PAGE[key] for name, key in named.items()}
