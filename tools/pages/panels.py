"""HTML that a page fetches when needed: the teacher's panel, and the one for changing a lesson's Python."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from downhill.lessons import all_lessons, every_lesson
from downhill.session.kinds import texts_of
from downhill.text.english.together import ROOM, TOGETHER
from downhill.text.format import PAGE, fill
from downhill.text.language import speaking
from downhill.text.language import spoken as late_words
from tools.languages.language import Language
from tools.languages.translations import WITH_CODE
from tools.pages.template import templates

BEATS = ("try", "name", "machine", "what-if", "challenge", "take-away")
"""The parts of a lesson's story, in order; an address numbers them from 1 (`beats=1,3,5`)."""


def write_teacher(folder: Path, language: Language, spoken: Sequence[Language]) -> None:
    """Write the teacher's panel in a language into a folder; `spoken` are all languages that it offers."""
    lessons, every = all_lessons(), every_lesson()
    with speaking(language.catalogue, every):
        challenges = {
            lesson.id: {each.id: texts_of(lesson, each) for each in lesson.challenges} for lesson in every
        }
        template = templates().get_template("teacher.html.jinja")
        text = template.render(
            words=PAGE,
            fill=fill,
            language=language,
            lessons=lessons,
            every_lesson=every,
            spoken=spoken,
            challenge_texts=challenges,
            beats=BEATS,
        )
    (folder / "teacher.html").write_text(text, encoding="utf-8")


def write_class(folder: Path, language: Language) -> None:
    """Write the part on the models of a class in a language into a folder."""
    model = next(lesson for lesson in every_lesson() if lesson.id == "ten-thousand")
    with speaking(language.catalogue, every_lesson()):
        text = (
            templates()
            .get_template("class.html.jinja")
            .render(told=late_words(ROOM, TOGETHER), words=PAGE, lesson=model)
        )
    (folder / "class.html").write_text(text.lstrip(), encoding="utf-8")


def write_code(folder: Path, language: Language) -> None:
    """Write the panel for code, and the words for mistakes in it, in a language into a folder."""
    with speaking(language.catalogue, every_lesson()):
        texts = {key: text for key, text in PAGE.items() if key.startswith("editing.")}
        worker = {room: dict(language.catalogue.get(room, {})) for room in WITH_CODE}
        told = {"page": texts, "worker": worker}
        text = templates().get_template("code_panel.html.jinja").render(words=PAGE, texts=told)
    (folder / "code.html").write_text(text, encoding="utf-8")
