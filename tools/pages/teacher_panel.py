"""The teacher's panel as HTML, in every language: the page fetches it when needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from downhill.lessons import all_lessons, every_lesson
from downhill.session.kinds import texts_of
from downhill.text.format import PAGE, fill
from downhill.text.language import speaking
from tools.languages.language import Language
from tools.pages.template import templates

NAME = "teacher.html"
BEATS = ("try", "name", "machine", "what-if", "challenge", "take-away")
"""The parts of a lesson's story, in order; an address numbers them from 1 (`beats=1,3,5`)."""


def write_panel(folder: Path, language: Language, spoken: Sequence[Language]) -> None:
    """Write the panel in a language into a folder; `spoken` are all languages that it offers."""
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
    (folder / NAME).write_text(text, encoding="utf-8")
