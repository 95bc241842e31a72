"""The languages of the site: a page for each, and the files that only this page needs."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from downhill.text.language import ENGLISH, Catalogue
from tools.languages import translations


class Language(NamedTuple):
    """A language: its code, its catalog, and what it says about itself."""

    code: str
    catalogue: Catalogue

    @property
    def about(self) -> dict[str, str]:
        """Its own name, its direction (`ltr` or `rtl`), and how it writes numbers."""
        return {**ENGLISH, **self.catalogue.get("language", {})}

    @property
    def signs(self) -> set[str]:
        """Every character that it writes."""
        return {sign for room in self.catalogue.values() for text in room.values() for sign in text}

    @property
    def first(self) -> bool:
        """Whether its page is the default one."""
        return self.code == FIRST.code

    @property
    def page(self) -> str:
        """The file of its page."""
        return "index.html" if self.first else f"{self.code}.html"

    def beside(self, name: str) -> str:
        """Return the file of another page in this language, such as `guide.html` or `guide-de.html`."""
        return f"{name}.html" if self.first else f"{name}-{self.code}.html"


FIRST = Language("en", {})


def all_languages() -> list[Language]:
    """Return English, and every language that has a translation."""
    return [FIRST, *(Language(code, translations.catalogue(code)) for code in translations.codes())]


def write_words(file: Path, language: Language, typefaces: Sequence[bytes]) -> None:
    """Write what the worker needs for a language: its catalog, and typefaces for its pictures.

    Sentences that are loaded later are left out.
    """
    faces = [base64.b64encode(face).decode() for face in typefaces]
    rooms = {room: words for room, words in language.catalogue.items() if room not in translations.LATE}
    told = {"catalogue": rooms, "typefaces": faces}
    file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
