"""Words of the field: their list, links to them from the lessons' sentences, and questions that come back.

Their sentences are `downhill.text.english.glossary`. A link leads to the glossary's page; on the essay's
page it opens the meaning next to it (`web/boot/page/asides.js`), from a file fetched when first needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup, escape

from downhill.lessons import every_lesson
from downhill.session.beat_texts import BEATS, beats_of
from downhill.text.english.glossary import CORE, GLOSSARY, ROOM
from downhill.text.format import fill
from downhill.text.language import speaking
from tools.languages.language import Language
from tools.pages.beats import Shown
from tools.pages.template import templates

IDS = [key.split(".")[1] for key in GLOSSARY if key.startswith("term.") and not key.endswith(".means")]
SINCE = {
    "valley": "slope descent rate diverge minimum",
    "line": "model error outlier gradient training",
    "next-word": "weight probability language prompt token score",
    "choose-word": "softmax temperature surprise",
    "ten-thousand": "training-text held-out overfitting network embedding",
    "attention": "query key attention hallucination",
}
"""The lesson from which on a word is one of the field's: a step is an ordinary word in most sentences."""
BACK = {
    "line": "valley machine",
    "next-word": "line name",
    "choose-word": "next-word name",
    "ten-thousand": "choose-word try",
    "attention": "ten-thousand take-away",
}
"""The earlier beat that each lesson's question comes from."""
APART = re.compile(r"(<(?:a|math|svg|code)\b.*?</(?:a|math|svg|code)>|<[^>]*>)", re.DOTALL)
"""What isn't searched for words: tags, and whole elements of these kinds."""


class Term(NamedTuple):
    """A word of the field, its meaning, and whether it is one of the twelve that matter most."""

    id: str
    name: str
    means: str
    core: bool


class Again(NamedTuple):
    """A question from an earlier lesson: its answers, and the beat that it comes from."""

    lesson: str
    label: str
    question: str
    answers: dict[str, str]
    why: str
    beat: str
    look: str


def words(language: Language) -> dict[str, str]:
    """Return the glossary's sentences in a language; those without a translation are English."""
    return {**GLOSSARY, **language.catalogue.get(ROOM, {})}


def terms(language: Language) -> list[Term]:
    """Return all words of the field, from simple to difficult."""
    said = words(language)
    return [Term(each, said[f"term.{each}"], said[f"term.{each}.means"], each in CORE) for each in IDS]


def again(language: Language) -> list[Again]:
    """Return the questions that come back, in the current language, their answers in alphabetical order."""
    said, lessons = words(language), {lesson.id: lesson for lesson in every_lesson()}
    found = []
    for lesson, back in BACK.items():
        earlier, beat = back.split()
        title = beats_of(lessons[earlier])[BEATS.index(beat)].title
        number = str([*lessons].index(earlier) + 1)
        key = f"again.{lesson}"
        answers = {kind: said[f"{key}.{kind}"] for kind in ("right", "wrong", "off")}
        found.append(
            Again(
                lesson,
                fill(said["again"], {"number": number}),
                said[key],
                dict(sorted(answers.items(), key=lambda answer: answer[1].casefold())),
                said[f"{key}.why"],
                back.replace(" ", "/"),
                fill(said["again.look"], {"title": title}),
            )
        )
    return found


class Links:
    """Links a lesson's words of the field to the glossary, each where it first occurs."""

    def __init__(self, lesson: str, language: Language) -> None:
        known = " ".join([*SINCE.values()][: [*SINCE].index(lesson) + 1] if lesson in SINCE else ()).split()
        self.names = {words(language)[f"term.{each}"].casefold(): each for each in known}
        self.page = language.beside("glossary")
        names = "|".join(map(re.escape, sorted(self.names, key=len, reverse=True)))
        ends = "" if language.about["script"] == "Han" else r"\w{0,2}(?!\w)"
        begins = ends and r"(?<!\w)"
        self.pattern = re.compile(f"{begins}({names or '(?!)'}){ends}", re.IGNORECASE)

    def __call__(self, text: str, most: int = 99) -> Markup:
        """Return a text or HTML with links at first occurrences, at most `most`."""
        left = most

        def link(found: re.Match[str]) -> str:
            nonlocal left
            each = self.names.get(found[1].casefold())
            if each is None or not left:
                return found[0]
            left -= 1
            del self.names[found[1].casefold()]
            return f'<a class="term" href="./{self.page}#{each}">{found[0]}</a>'

        parts = APART.split(str(escape(text)))
        return Markup(
            "".join(part if at % 2 else self.pattern.sub(link, part) for at, part in enumerate(parts))
        )


def linked(
    lesson: str, language: Language, beats: Iterable[Shown], longer: Iterable[Markup]
) -> dict[str, Markup]:
    """Return the sentences of a lesson's beats, and its `longer` texts, by what they are without links.

    A sentence gets one link, and none where cards are on the stage: there are few things to press at a time.
    """
    links, marked = Links(lesson, language), {}
    for beat in beats:
        for shot in beat.shots or ({"says": beat.text},):
            marked[shot["says"]] = links(shot["says"], 0 if "cards" in shot else 1)
    return {**marked, **{text: links(text) for text in longer}}


def write_asides(folder: Path, language: Language) -> None:
    """Write what opens next to the essay, meanings and questions, in a language into a folder."""
    with speaking(language.catalogue, every_lesson()):
        text = (
            templates()
            .get_template("asides.html.jinja")
            .render(
                words=words(language),
                terms=terms(language),
                again=again(language),
                page=language.beside("glossary"),
            )
        )
    (folder / "asides.html").write_text(text, encoding="utf-8")
