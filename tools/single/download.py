"""Adds the page as one file to the site, for readers to keep: the small one, in each language."""

from __future__ import annotations

from pathlib import Path

from tools.common.console import MEGABYTE
from tools.common.hashes import tree
from tools.common.paths import published_at
from tools.languages.language import Language
from tools.single.page import Page

FOLDER = "single"
SIZE = "@@@@"
"""A placeholder for the size of a page's file until that is known."""


def file_of(language: Language) -> str:
    """Return the path of a language's file from the page, before the folder's name is known."""
    return f"./{FOLDER}/{language.beside('downhill')}"


def write(out: Path, language: Language) -> None:
    """Write the file of a language into the site `out`, which already has its page."""
    (out / FOLDER).mkdir(exist_ok=True)
    text = Page(out, language.page, packed=True, address=published_at()).html()
    (out / file_of(language)).write_text(text, encoding="utf-8")


def tell(out: Path, language: Language, named: str) -> None:
    """Fill in the size of a language's file, in MB, and the final name of its folder, in its page."""
    size = (out / named / language.beside("downhill")).stat().st_size
    page = out / language.page
    text = page.read_text(encoding="utf-8")
    text = text.replace(file_of(language), f"./{named}/{language.beside('downhill')}")
    page.write_text(text.replace(SIZE, f"{size / MEGABYTE:.0f}"), encoding="utf-8")


def finish(out: Path, spoken: list[Language]) -> None:
    """Name the folder after its content, and fill in every page's link to its file."""
    named = f"{FOLDER}-{tree([out / FOLDER], out / FOLDER)[:12]}"
    (out / FOLDER).rename(out / named)
    for language in spoken:
        tell(out, language, named)
