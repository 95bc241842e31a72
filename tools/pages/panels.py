"""HTML that a page fetches when needed: the teacher's panel, and the one for changing a lesson's Python."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from pathlib import Path

from downhill.evidence.asked import ROOM as ASKED
from downhill.lessons import all_lessons, every_lesson
from downhill.session.beat_texts import BEATS
from downhill.session.kinds import texts_of
from downhill.text.english.asking import ASKING
from downhill.text.english.evidence import EVIDENCE
from downhill.text.english.evidence_told import EVIDENCE_TOLD
from downhill.text.english.together import ROOM, TOGETHER
from downhill.text.format import PAGE, fill
from downhill.text.language import speaking
from downhill.text.language import spoken as spoken_words
from downhill.together import averaging
from downhill.together.on_paper import sentences
from tools.languages.language import Language
from tools.languages.translations import FETCHED
from tools.pages import papers
from tools.pages.guide import ready, titles, words
from tools.pages.questions import SHEET as QUESTIONS
from tools.pages.template import templates
from tools.pages.worksheets import SHEETS
from tools.school.words import school


def write_teacher(folder: Path, language: Language, spoken: Sequence[Language]) -> None:
    """Write the teacher's panel in a language into a folder; `spoken` are all languages that it offers."""
    lessons, every = all_lessons(), every_lesson()
    with speaking(language.catalogue, every):
        challenges = {
            lesson.id: {each.id: texts_of(lesson, each) for each in lesson.challenges} for lesson in every
        }
        template = templates().get_template("teacher.html.jinja")
        text = template.render(
            words=words(language) | school(language.catalogue),
            told=spoken_words(ASKED, EVIDENCE_TOLD),
            question=spoken_words(ASKED, EVIDENCE)["W.stem"],
            fill=fill,
            language=language,
            lessons=lessons,
            every_lesson=every,
            spoken=spoken,
            challenge_texts=challenges,
            beats=BEATS,
            ready=ready(language),
            sheets=_sheets(language),
            papers=[papers.nearest(name, language) for name in papers.PAPERS],
        )
    (folder / "teacher.html").write_text(text, encoding="utf-8")


def _sheets(language: Language) -> list[tuple[str, str]]:
    """Return what a teacher prints or projects: titles and pages, the guide and its periods first."""
    guide, *others = [(PAGE[f"sheet.{sheet}"], language.beside(sheet)) for sheet in SHEETS]
    periods = [(title, f"{guide[1]}#period-{at}") for at, title in enumerate(titles(language), 1)]
    asking = (spoken_words(ASKED, ASKING)["asking.paper"], language.beside(QUESTIONS))
    return [guide, *periods, *others, asking, (PAGE["making.title"], language.beside("make"))]


def write_class(folder: Path, language: Language) -> None:
    """Write the part on the models of a class in a language into a folder."""
    lessons = {lesson.id: lesson for lesson in every_lesson()}
    with speaking(language.catalogue, every_lesson()):
        text = (
            templates()
            .get_template("class.html.jinja")
            .render(
                told=spoken_words(ROOM, TOGETHER),
                python=inspect.getsource(averaging.together),
                words=PAGE,
                lesson=lessons["ten-thousand"],
                small=lessons["next-word"].words,
                sentences=sentences,
                fill=fill,
            )
        )
    (folder / "class.html").write_text(text.lstrip(), encoding="utf-8")


def write_code(folder: Path, language: Language) -> None:
    """Write the panel for code, and the words for mistakes in it, in a language into a folder."""
    with speaking(language.catalogue, every_lesson()):
        texts = {key: text for key, text in PAGE.items() if key.startswith("editing.")}
        told = {"page": texts, "worker": {room: dict(language.catalogue.get(room, {})) for room in FETCHED}}
        text = templates().get_template("code_panel.html.jinja").render(words=PAGE, texts=told)
    (folder / "code.html").write_text(text, encoding="utf-8")
