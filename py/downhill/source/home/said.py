"""Sentences in files: as prose, and as comments in code."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

from downhill.source.home.literals import WIDTH, text
from downhill.text.english.take_home import HOME
from downhill.text.format import fill
from downhill.text.language import spoken

ROOM = "home"
GAP = re.compile(
    r"^(?P<indent> *)#: (?P<comment>[\w.-]+)$|<<(?P<text>[\w.-]+)>>|\$(?P<name>\w+)", re.MULTILINE
)

UNBROKEN = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
BREAKS = re.compile(rf"[^\S{UNBROKEN}]+")


class Said:
    """The sentences of all files and those of one lesson, in the current language.

    Raises `KeyError` for an unknown key.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self.words = spoken(ROOM, {**HOME, **(own or {})})

    def __call__(self, key: str, **numbers: object) -> str:
        """A sentence with its gaps filled in."""
        return fill(self.words[key], numbers)

    def code(self, template: str, **given: str) -> str:
        """Whole lines of code: `$name` gives way to what is `given`, and isn't looked at again.

        A line `#: key` gives way to that sentence as a comment, `<<key>>` to it as a literal; their gaps take
        what is given, too.
        """

        def filled(found: re.Match[str]) -> str:
            if found["name"]:
                return given[found["name"]]
            if found["text"]:
                return text(self(found["text"], **given))
            return comment(self(found["comment"], **given), found["indent"])

        return GAP.sub(filled, template).strip("\n") + "\n"


def plain(sentence: str) -> str:
    """A sentence in one line, without signs that can't be printed."""
    signs = (sign for sign in BREAKS.sub(" ", sentence) if sign.isprintable() or sign in UNBROKEN)
    return "".join(signs).strip()


def comment(sentence: str, indent: str = "") -> str:
    """A sentence as a comment, in as many lines as it takes, whatever it holds."""
    lines = textwrap.wrap(plain(sentence), WIDTH - len(indent) - 2) or [""]
    return "\n".join(f"{indent}# {line}".rstrip() for line in lines)
