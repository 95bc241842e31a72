"""Checks whether the translations of papers still match the English ones, judging by their markup.

    python3 -m tools.pages.paper_check            list what is missing, out of date or different, by language

A translation begins with a hash of the English text that it was made from, as `<!-- of 1a2b3c4d5e6f -->`.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from downhill.text.format import PAGE
from tools.common.console import guarded
from tools.languages.language import Language, all_languages
from tools.pages.markdown import tokens
from tools.pages.papers import DOCS, STAMP, Paper, text_of

TRANSLATED = ("schools", "privacy", "embedding", "data-statement")
"""The papers that are in every language; the others are only in English."""


def stamp(english: str) -> str:
    """Return the line that a translation of this text begins with."""
    return f"<!-- of {hashlib.sha256(english.encode()).hexdigest()[:12]} -->"


def check(name: str, language: Language) -> Iterator[str]:
    """Yield what is wrong with a paper in a language: a sentence per mistake."""
    english, paper = text_of(Paper(name)), Paper(name, language)
    where = f"docs/{paper.file.relative_to(DOCS).as_posix()}"
    if not paper.file.is_file():
        yield f"{where} is missing."
        return
    begun = STAMP.match(paper.file.read_text(encoding="utf-8"))
    if begun is None or begun[0].strip() != stamp(english):
        yield (
            f"{where} was made from an older docs/{name}.md: bring it up to date, "
            f"then start it with {stamp(english)}"
        )
    text = text_of(paper)
    yield from (f"{where} {what}" for what in unlike(english, text))
    yield from (f"{where} {what}" for what in miscalled(english, text, language.catalogue.get("page", {})))


def unlike(english: str, text: str) -> Iterator[str]:
    """Yield what a text lacks or has too much of, compared with the English one."""
    wanted, found = bones(english), bones(text)
    yield from (f"lacks {bone}." for bone in (wanted - found).elements())
    yield from (f"has {bone} that the English one lacks." for bone in (found - wanted).elements())


def bones(text: str) -> Counter[str]:
    """Count what must be the same in all languages: headings and other parts, code, and link targets."""
    blocks = tokens(text)
    return Counter(
        bone for token in chain(blocks, *(each.children or () for each in blocks)) for bone in _bone(token)
    )


def _bone(token: Any) -> Iterator[str]:
    match token.type:
        case "heading_open":
            yield f"a heading with {token.markup}"
        case "paragraph_open" | "list_item_open" | "table_open" | "tr_open" | "th_open" | "td_open":
            yield {"p": "a paragraph", "li": "an item", "table": "a table", "tr": "a row"}.get(
                token.tag, "a cell"
            )
        case "em_open":
            yield "something in italics"
        case "code_inline":
            yield f"`{token.content}`"
        case "fence":
            yield f"this block of code:\n{token.content}"
        case "link_open":
            yield f"a link to {token.attrGet('href')}"


def miscalled(english: str, text: str, words: Mapping[str, str]) -> Iterator[str]:
    """Yield quotes of buttons and headings that differ from what the page calls them."""
    said = emphasised(text)
    for quoted in emphasised(english):
        called = [words.get(key, PAGE[key]) for key, word in PAGE.items() if word == quoted]
        if called and not said & set(called):
            yield f"should call *{quoted}* what the page calls it: *{called[0]}*."


def emphasised(text: str) -> set[str]:
    """Return what is in italics, lines joined."""
    inside = "".join(_marked(child) for block in tokens(text) for child in block.children or ())
    return set(re.findall("<em>(.*?)</em>", inside))


def _marked(child: Any) -> str:
    """Return a part of a line: italics in tags, and a space for a line break."""
    return {"em_open": "<em>", "em_close": "</em>", "softbreak": " "}.get(child.type) or str(child.content)


def everything() -> Iterator[str]:
    """Yield what is wrong with all papers in all languages."""
    for language in all_languages()[1:]:
        for name in TRANSLATED:
            yield from check(name, language)


def main() -> int:
    """Print what is wrong; return 1 if anything is, else 0."""
    found = list(everything())
    for sentence in found:
        print(sentence)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(guarded(main))
