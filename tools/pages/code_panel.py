"""What a page loads when a lesson's Python is first changed: the panel as HTML, and words for mistakes."""

from __future__ import annotations

from pathlib import Path

from downhill.lessons import every_lesson
from downhill.text.format import PAGE
from downhill.text.language import speaking
from tools.languages.language import Language
from tools.languages.translations import LATE
from tools.pages.template import templates

NAME = "code.html"


def write_panel(folder: Path, language: Language) -> None:
    """Write the panel in a language into a folder."""
    with speaking(language.catalogue, every_lesson()):
        texts = {key: text for key, text in PAGE.items() if key.startswith("editing.")}
        told = {"page": texts, "worker": {room: dict(language.catalogue.get(room, {})) for room in LATE}}
        text = templates().get_template("code_panel.html.jinja").render(words=PAGE, texts=told)
    (folder / NAME).write_text(text, encoding="utf-8")
