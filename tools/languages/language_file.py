"""The text of a translation's file: begun with English sentences, and kept up when these have changed.

What has been translated stays as it is written, with the comments above it. What is new stands there in
English under a line that says so; take the line away when you translate it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import tomlkit
from tomlkit.items import Comment, Item, Key, KeyType, SingleKey, Table, Whitespace

from downhill.text.language import Catalogue

MARK = "# still English:"
Place = tuple[str, str]  # room and key
Lines = list[tuple[Key | None, Item]]  # comments, and then a key with its sentence


def begun(source: Catalogue, unspoken: Collection[str]) -> str:
    """A file with every English sentence, to be translated one by one."""
    return _written((), {}, source, unspoken, marked=False)


def updated(text: str, source: Catalogue, unspoken: Collection[str]) -> str:
    """A translation's file with the keys and the order of the English sentences.

    Keys that nobody asks for are gone, those that were missing stand there in English, under `MARK`.
    """
    preface, parts = _read(text)
    return _written(preface, parts, source, unspoken, marked=True)


def still_english(text: str) -> list[Place]:
    """The rooms and keys whose sentences are marked as not translated yet."""
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
    """What stands before the first table, and every key's sentence with the comments above it."""
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
