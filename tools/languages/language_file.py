"""The text of a translation's file: starts with English sentences, and is updated when these change.

What has been translated stays as it is, with the comments above it. What is new is added in English under a
line that says so; delete that line when you translate it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import tomlkit
from tomlkit.items import Comment, Item, Key, KeyType, SingleKey, Table, Whitespace

from downhill.text.language import Catalogue

MARK = "# still English:"
Place = tuple[str, str]  # table and key
Lines = list[tuple[Key | None, Item]]  # comments, and then a key with its sentence


def begun(source: Catalogue, unspoken: Collection[str]) -> str:
    """Return a file with every English sentence, to be translated one by one."""
    return _written((), {}, source, unspoken, marked=False)


def updated(text: str, source: Catalogue, unspoken: Collection[str]) -> str:
    """Return a translation's file with the keys and the order of the English sentences.

    Unused keys are removed, missing ones are added in English, under `MARK`.
    """
    preface, parts = _read(text)
    return _written(preface, parts, source, unspoken, marked=True)


def still_english(text: str) -> list[Place]:
    """Return the tables and keys of sentences that are marked as not translated yet."""
    return [place for place, lines in _read(text)[1].items() if any(_is_mark(item) for _, item in lines)]


def _is_mark(item: Item) -> bool:
    return isinstance(item, Comment) and item.as_string().strip() == MARK


def _written(
    preface: Sequence[Item],
    parts: dict[Place, Lines],
    source: Catalogue,
    unspoken: Collection[str],
    marked: bool,
) -> str:
    document = tomlkit.document()
    for item in preface:
        document.add(item)
    for room, words in source.items():
        table = tomlkit.table()
        for key, text in words.items():
            english = [] if key in unspoken else _english(key, text, marked)
            for name, item in parts.get((room, key), english):
                table.append(name, item)
        document.append(room, table)
    return document.as_string().rstrip("\n") + "\n"


def _english(key: str, text: str, marked: bool) -> Lines:
    sentence = tomlkit.string(text, multiline="\n" in text)
    mark: Lines = [(None, tomlkit.comment(MARK.removeprefix("# ")))] if marked else []
    return [*mark, (SingleKey(key, t=KeyType.Basic), sentence)]


def _read(text: str) -> tuple[list[Item], dict[Place, Lines]]:
    """Return what comes before the first table, and every key's sentence with the comments above it."""
    preface: list[Item] = []
    parts: dict[Place, Lines] = {}
    waiting: Lines = []
    for room, table in tomlkit.parse(text).body:
        if room is None or not isinstance(table, Table):
            preface.append(table)
            continue
        for key, item in table.value.body:
            if not isinstance(item, Whitespace):
                waiting.append((key, item))
            if key is not None:
                parts[room.key, key.key], waiting = waiting, []
    return preface, parts
