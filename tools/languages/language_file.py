"""The text of a translation's file: begun with English sentences, and kept up when these have changed.

What has been translated stays as it is written, with the comments above it. What is new stands there in
English under a line that says so; take the line away when you translate it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from downhill.text.language import Catalogue

MARK = "# still English:"
HEAD = re.compile(r"\[\s*[\"']?([^\"'\]]+?)[\"']?\s*\]\s*(?:#.*)?")
KEY = re.compile(r"(?:\"([^\"]+)\"|'([^']+)'|([\w-]+))\s*=\s*(.*)")
Place = tuple[str, str]  # room and key


def begun(source: Catalogue, unspoken: Collection[str]) -> str:
    """A file with every English sentence, to be translated one by one."""
    return _written("", {}, source, unspoken, mark="")


def updated(text: str, source: Catalogue, unspoken: Collection[str]) -> str:
    """A translation's file with the keys and the order of the English sentences.

    Keys that nobody asks for are gone, those that were missing stand there in English, under `MARK`.
    """
    preface, parts = _read(text)
    return _written(preface, parts, source, unspoken, mark=f"{MARK}\n")


def still_english(text: str) -> list[Place]:
    """The rooms and keys whose sentences are marked as not translated yet."""
    return [place for place, part in _read(text)[1].items() if MARK in part.splitlines()[:-1]]


def _written(
    preface: str, parts: dict[Place, str], source: Catalogue, unspoken: Collection[str], mark: str
) -> str:
    lines = [preface] if preface else []
    for room, words in source.items():
        lines.append(f"[{room}]\n")
        for key, text in words.items():
            english = "" if key in unspoken else f"{mark}{quoted(key)} = {quoted(text)}\n"
            lines.append(parts.get((room, key), english))
        lines.append("\n")
    return "".join(lines).rstrip("\n") + "\n"


def _read(text: str) -> tuple[str, dict[Place, str]]:
    """What stands before the first table, and every key's lines with the comments above it."""
    preface, parts = "", {}
    room, waiting = "", ""
    lines = iter(text.splitlines(keepends=True))
    for line in lines:
        if head := HEAD.fullmatch(line.strip()):
            preface, waiting = (preface, waiting.strip("\n") and waiting) if room else (waiting, "")
            room = head[1]
        elif found := KEY.match(line):
            key = found[1] or found[2] or found[3]
            parts[room, key] = waiting.lstrip("\n") + line + "".join(_rest(found[4], lines))
            waiting = ""
        else:
            waiting += line
    return preface, parts


def _rest(value: str, lines: Iterable[str]) -> Iterator[str]:
    """The further lines of a value that has several."""
    mark = value[:3]
    if mark not in ('"""', "'''") or mark in value[3:]:
        return
    for line in lines:
        yield line
        if mark in line.replace("\\" + mark[0], ""):
            return


def quoted(text: str) -> str:
    """A text as TOML has it."""
    text = text.replace("\\", "\\\\")
    if "\n" in text:
        return '"""' + text.replace('"""', '\\"\\"\\"') + '"""'
    return '"' + text.replace('"', '\\"') + '"'
