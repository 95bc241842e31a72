"""The page's translations: read, checked against the English sentences; and pseudo-locales for tests.

    python3 -m tools.languages              list what is wrong or missing in every translation
    python3 -m tools.languages de           in one of them
    python3 -m tools.languages --release    likewise; missing sentences are errors too
    python3 -m tools.languages new it       write a file to start a translation with
    python3 -m tools.languages update it    add new sentences in English, remove unused ones

A translation is `web/languages/<code>.toml`: tables of sentences by key (`page`, `essay`, one per lesson id,
`code`, `home` and others, which are loaded when needed, and `school`, which never is), and a table
`language` with the language's own name and how it writes numbers. Missing sentences are shown in English, so
that new ones can be added before their translations; a release has all of them.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from downhill.lessons import every_lesson
from downhill.text.english.code_mistakes import CODE, ROOM
from downhill.text.language import Catalogue, sentences
from tools.common import paths
from tools.common.console import Problem, say
from tools.languages import late_rooms
from tools.languages.language_file import begun, still_english, updated
from tools.school.words import ROOM as SCHOOLS
from tools.school.words import SCHOOL

RELEASE = "--release"
FOLDER = paths.ROOT / "web" / "languages"
LATE: Catalogue = {
    ROOM: CODE,
    **late_rooms.english(),
    SCHOOLS: SCHOOL,
}  # the tables that aren't loaded when Python starts, but when needed
FETCHED = (ROOM, *late_rooms.WITH_CODE)
"""Those that come with a reader's code."""
UNSPOKEN = ("table.open",)  # keys that are for the page, not for a reader
GAPS = re.compile(r"\{[a-z_][a-z0-9_]*(?::\w+)?\}")
TIMES = re.compile(r"\{(tenths|tens|hundreds|thousands)\}")  # equivalent to {number}, in these units
FORMULA = re.compile(r"\$\$?[^$]*\$\$?")
MARKS = re.compile(r"\]\{\.\w+\}|\]\([^)]*\)|\$\$?")  # colored words, links, formulas


def codes() -> list[str]:
    """Return the codes of all languages besides English."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


def catalogue(code: str) -> Catalogue:
    """Return a translation. Raises `Problem` if it doesn't exist or isn't valid TOML."""
    file = file_of(code)
    try:
        return _parsed(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Problem(f"no translation {code!r}: there is {', '.join(codes()) or 'none'}") from None
    except tomllib.TOMLDecodeError as error:
        raise Problem(f"{file.relative_to(paths.ROOT)} can't be read: {error}") from None


@lru_cache(maxsize=16)
def _parsed(text: str) -> Catalogue:
    """Parse a translation's file; the same text is parsed only once, since it takes a sixth of a second."""
    return tomllib.loads(text)


def english() -> Catalogue:
    """Return all English sentences, including those that are loaded later (`LATE`)."""
    return {**sentences(every_lesson()), **LATE}


def complaints(translation: Catalogue, source: Catalogue) -> Iterator[str]:
    """Yield what is wrong with a translation: a line per sentence that is unknown or unlike its source."""
    for room, words in source.items():
        there = translation.get(room, {})
        yield from (f"{room}: {key} is not used" for key in there if key not in words)
        for key in words.keys() & there.keys():
            yield from (f"{room}: {key} {what}" for what in _unlike(words[key], there[key]))
    yield from (f"{room}: there is no such table" for room in translation if room not in source)


def missing(translation: Catalogue, source: Catalogue) -> Iterator[str]:
    """Yield a line for every missing sentence of a translation, which is shown in English."""
    for room, words in source.items():
        there = translation.get(room, {})
        yield from (f"{room}: {key} is missing" for key in words if key not in there and key not in UNSPOKEN)


def _unlike(source: str, text: str) -> Iterator[str]:
    """Yield how a sentence wrongly differs from its source."""
    if not isinstance(text, str) or not text.strip(" \n"):
        yield "is empty"
        return
    for kind, pattern in (("gaps", GAPS), ("marks", MARKS)):
        wanted, found = (Counter(pattern.findall(_bare(each, kind))) for each in (source, text))
        if wanted != found:
            lacking, beyond = (
                "".join((one - other).elements()) for one, other in ((wanted, found), (found, wanted))
            )
            yield f"has different {kind}: missing {lacking or 'nothing'}, extra {beyond or 'nothing'}"


def _bare(text: str, kind: str) -> str:
    """Return a text ready to search for `kind`.

    For gaps, that is without formulas, in which curly brackets mean something else; for marks, without a lone
    dollar sign, which is money and doesn't start a formula.
    """
    if kind == "gaps":
        return TIMES.sub("{number}", FORMULA.sub("", text))
    return text.replace("$", "") if text.count("$") == 1 else text


def pseudo_locale(kind: str, source: Catalogue) -> Catalogue:
    """Return a made-up language to test with: `double`, `rtl` or `hostile`. Raises `KeyError` for others.

    Its sentences are twice as long, in right-to-left letters, or full of markup that must stay text.
    """
    change = {"double": lambda text: f"{text} {text}", "rtl": _mirrored, "hostile": _hostile}[kind]
    rooms = {
        room: {key: text if _is_kept(room, key) else change(text) for key, text in words.items()}
        for room, words in source.items()
    }
    about = {"name": change(kind), "direction": "rtl" if kind == "rtl" else "ltr", "decimal": ","}
    return rooms | {"language": {**source.get("language", {}), **about}}


def _is_kept(room: str, key: str) -> bool:
    """Return whether a key holds a formula, a value for the page, or data of a world that a model learns."""
    return key in UNSPOKEN or (room != "page" and key.startswith(("formula.", "world.")))


_KEPT = re.compile(f"({GAPS.pattern}|{FORMULA.pattern}|\\]\\{{\\.\\w+\\}}|\\]\\([^)]*\\)|\\*\\*|[|\\n#])")
_HEBREW = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתאבגד")


def _mirrored(text: str) -> str:
    return "".join(
        part if _KEPT.fullmatch(part) else part.lower().translate(_HEBREW) for part in _KEPT.split(text)
    )


def _hostile(text: str) -> str:
    return f"{text} <img src=x onerror=alert(1)>&lt;\"'"


def file_of(code: str) -> Path:
    """Return the file of a translation, whether it exists or not."""
    return FOLDER / f"{code}.toml"


def begin(code: str) -> None:
    """Write a file to start a translation with. Raises `Problem` if there is one already."""
    file = file_of(code)
    if file.exists():
        raise Problem(f"{file.relative_to(paths.ROOT)} already exists")
    file.write_text(begun(english(), UNSPOKEN), encoding="utf-8")
    say(f"Wrote {file.relative_to(paths.ROOT)}: translate the text after each key")


def update(code: str) -> None:
    """Bring a translation up to date with the English sentences. Raises `Problem` if it doesn't exist."""
    catalogue(code)  # or say why not
    file = file_of(code)
    before, source = file.read_text(encoding="utf-8"), english()
    after = updated(before, source, UNSPOKEN)
    file.write_text(after, encoding="utf-8")
    for line in complaints(tomllib.loads(before), source):
        if line.endswith(("is not used", "there is no such table")):
            print(f"{code}: {line}; left out")
    left = len(still_english(after))
    say(f"{file.relative_to(paths.ROOT)}: {left} sentences are still in English, each marked")


def untranslated(code: str) -> Iterator[str]:
    """Yield a line for each sentence that a translation's file lacks, or has in English."""
    yield from missing(catalogue(code), english())
    for room, key in still_english(file_of(code).read_text(encoding="utf-8")):
        yield f"{room}: {key} is not translated yet"


def main(arguments: Sequence[str]) -> int:
    """Check translations, begin one, or bring one up to date.

    Returns 1 if something is wrong, and for a release also if something is missing.
    """
    known = {"new": begin, "update": update}
    if arguments and arguments[0] in known:
        if len(arguments) != 2:
            raise Problem(f"{arguments[0]} takes the code of one language, such as: {arguments[0]} it")
        known[arguments[0]](arguments[1])
        return 0
    asked = [code for code in arguments if code != RELEASE] or codes()
    wrong = [(code, line) for code in asked for line in complaints(catalogue(code), english())]
    lacking = [(code, line) for code in asked for line in untranslated(code)]
    for code, line in wrong + lacking:
        print(f"{code}: {line}")
    return 1 if wrong or (lacking and RELEASE in arguments) else 0
