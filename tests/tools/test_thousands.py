"""One sign between thousands in one language, in every sentence and every paper."""

import re
from collections.abc import Iterator

import pytest

from tools.languages import translations
from tools.languages.language import FIRST, Language, all_languages
from tools.pages import papers

ENGLISH = ",", "."  # between thousands, before decimals
SIGNS = ",.\u202f\u00a0 \u2009'’"
GROUPED = re.compile(rf"(?<![\w.,\u202f])[0-9]{{1,3}}([{SIGNS}])[0-9]{{3}}(?![0-9])")
PLAIN = re.compile(r"(?<![\w.,#-])[0-9]{4,}(?![\w])")
YEAR = re.compile(r"(18|19|20)[0-9]{2}")
ASIDE = re.compile(r"```.*?```|`[^`]*`|\$[^$]*\$|\{[^}]*\}|<!--.*?-->", re.DOTALL)  # code, formulas, gaps


def texts(language: Language) -> Iterator[tuple[str, str]]:
    """Everything that is written in a language, with where it stands."""
    rooms = translations.english() if language.code == FIRST.code else language.catalogue
    for room, words in rooms.items():
        yield from ((f"{room}: {key}", text) for key, text in words.items() if room != "language")
    for paper in papers.written(language):
        yield paper.page, papers.text_of(paper)


def odd(text: str, group: str, decimal: str) -> list[str]:
    """The numbers in a text that are not written in that way; what is a year has no sign at all."""
    text = ASIDE.sub(" ", text)
    found = [m[0] for m in GROUPED.finditer(text) if m[1] != group and m[1] != decimal]
    return found + [m[0] for m in PLAIN.finditer(text) if not YEAR.fullmatch(m[0])]


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_thousands_are_parted_by_one_sign_in_one_language(language: Language) -> None:
    about = language.about
    signs = ENGLISH if language.code == FIRST.code else (about["group"], about["decimal"])
    assert {where: found for where, text in texts(language) if (found := odd(text, *signs))} == {}
