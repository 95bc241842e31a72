"""Words and numbers as a reader sees them, and every sentence of the page that belongs to no lesson."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache, reduce
from typing import Any, NamedTuple

from downhill.challenge_words import CHALLENGES
from downhill.comfort_words import COMFORT
from downhill.compare_words import COMPARE
from downhill.mistake_words import MISTAKES
from downhill.share_words import SHARE
from downhill.sheet_words import SHEETS
from downhill.take_words import TAKE
from downhill.teacher_words import TEACHER
from downhill.verdict_words import VERDICTS

BIG = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
TIMES = {"number": 1, "tenths": 0.1, "tens": 10, "hundreds": 100, "thousands": 1000}
MINUS = "\N{MINUS SIGN}"


class Signs(NamedTuple):
    """What stands before a number's decimals, and what between its thousands."""

    decimal: str = "."
    group: str = "\N{NARROW NO-BREAK SPACE}"


_signs = [Signs()]


def write_numbers_with(signs: Signs) -> None:
    """From now on numbers are written with these signs: a matter of the language that is spoken."""
    _signs[0] = signs


def number(value: float, decimals: int = 2) -> str:
    """A number as text: fixed decimals, a true minus sign, no negative zero; '–' for what is not finite."""
    if not math.isfinite(value):
        return "\N{EN DASH}"
    text = f"{value:,.{decimals}f}" if abs(value) < 1e9 else f"{value:.{decimals}e}"
    if text[0] == "-":
        text = MINUS + text[1:] if text.strip("-0.,") else text[1:]
    return local(text)


def local(text: str) -> str:
    """A number that was written the English way, with the signs of the language that is spoken."""
    return text if _PLAIN.isdisjoint(text) else text.translate(_table(*_signs[0]))


def with_mark(text: str) -> str:
    """A text in which numbers, without groups, were written the English way, with the decimal mark."""
    return _POINT.sub(_signs[0].decimal, text)


def trimmed(text: str) -> str:
    """A number's text without zeros at the end of its decimals."""
    mark = _signs[0].decimal
    return text.rstrip("0").rstrip(mark) if mark in text else text


_PLAIN = frozenset(",.")
_POINT = re.compile(r"(?<=[0-9])\.(?=[0-9])")


@cache
def _table(decimal: str, group: str) -> dict[int, str]:
    return {ord("."): decimal, ord(","): group}


def significant(value: float, digits: int = 2) -> str:
    """A number of any size as text, to so many significant digits, in plain notation below a billion."""
    if value == 0 or not math.isfinite(value):
        return number(value, 0)
    return number(value, max(0, digits - 1 - math.floor(math.log10(abs(value)))))


def big(value: float, digits: int = 2) -> str:
    """A large number to so many digits, in words from a million on: `2 600`, `21 million`, `1.5 billion`."""
    rounded = float(f"{value:.{digits}g}")
    size, name = next((pair for pair in BIG if rounded >= pair[0]), (1.0, ""))
    if not name:
        return number(rounded, 0 if rounded >= 10 else 1)
    count = rounded / size
    form = ".one" if count == 1 else ".some" if count < 2 else ""
    return fill(
        PAGE[f"big.{name}{form}"], {gap: trimmed(number(times * count, 3)) for gap, times in TIMES.items()}
    )


def percent(share: float) -> str:
    """A share of 1 as whole percents."""
    return fill(PAGE["percent"], {"number": number(100 * share, 0)})


class Shown(float):
    """A number in a sentence: in `{loss:3}` the digits after the colon are its decimals; else it has two.

    In `{loss:s3}` they are its significant digits; `{loss:big}` is a large number, told in words.
    """

    def __format__(self, spec: str) -> str:
        if spec == "big":
            return big(float(self))
        if spec.startswith("s"):
            return significant(float(self), int(spec[1:]))
        return number(float(self), int(spec or 2))


class _Filling(dict[str, Any]):
    """What a sentence's gaps are filled with: numbers as they are shown, everything else as it is."""

    def __getitem__(self, name: str) -> Any:
        value = super().__getitem__(name)
        return Shown(value) if isinstance(value, (float, int)) else value


def fill(template: str, numbers: Mapping[str, Any]) -> str:
    """The sentence with its numbers filled in. Raises `KeyError` for a number that is not there."""
    return template.format_map(_Filling(numbers))


PAGE: dict[str, str] = {
    **CHALLENGES,
    **COMFORT,
    **COMPARE,
    **SHARE,
    **SHEETS,
    **TAKE,
    **TEACHER,
    "page.title": "Downhill: how machines learn",
    "page.description": "An essay that you play: move the sliders, then watch gradient descent move them "
    "for you.",
    "page.headline": "Downhill",
    "page.subtitle": "How machines learn, told with sliders",
    "page.skip": "Skip to the first lesson",
    "page.lessons": "Lessons",
    "page.languages": "Language",
    "page.footer": "Everything on this page runs in your browser. Nothing is sent anywhere.",
    "paper.privacy": "Privacy",
    "paper.embedding": "Embedding",
    "paper.accessibility": "Accessibility",
    "paper.browsers": "Browsers and hosts",
    "closing.title": "From four sliders to a trillion",
    "learned": "What you have just learned",
    "page.noscript": "Scripts are switched off here, so the sliders can’t answer. "
    "Everything else is here to read: the words, the formulas and the first picture of every lesson.",
    "page.old": "This browser is too old to run Python. Every word and picture is here to read; "
    "to move the sliders, open this page in a current Chrome, Edge, Firefox or Safari.",
    "page.unserved": "Opened as a file, this page can only be read; to move the sliders, start "
    "python3 serve.py in the project’s folder, or put this folder on a web server.",
    "page.framed": "The frame around this page keeps Python out, so here it can only be read; "
    "to move the sliders, open it in a tab of its own:",
    "status.fetch": "Fetching Python",
    "status.start": "Starting Python",
    "status.load": "Loading numpy and matplotlib",
    "status.draw": "Drawing the pictures",
    "status.ready": "Ready. The sliders are yours.",
    "status.progress": "Start of Python",
    "status.line": "{stage}…",
    "status.counted": "{stage}… · {done} of {all} MB",
    "status.meanwhile": "You can read on, and already move the sliders.",
    "fail.title": "The sliders could not wake up.",
    "fail.late": "Python did not start.",
    "fail.missing": "The file {file} could not be fetched.",
    "fail.stalled": "The download of {file} has stopped.",
    "fail.silent": "Python did not start within {seconds} seconds. It was at: {stage}.",
    "fail.broken": "Something went wrong while starting: {message}",
    "fail.advice": "Check the connection and try again. If it happens again, a filter may be blocking the "
    "file: ask whoever looks after the network to allow this site. You can read everything meanwhile.",
    "fail.retry": "Try again",
    "fail.worker": "Python stopped with an error: {message}",
    "fail.move": "That move could not be drawn. The page is as it was before; try another one.",
    "action.step": "Step",
    "action.step10": "10 steps",
    "action.play": "Play",
    "action.pause": "Pause",
    "action.reset": "Reset",
    "action.back": "Step back",
    "rewind.label": "Rewind",
    "rewind.spoken": "your moves: {hand}, machine steps: {machine}, {name}: {loss}",
    "machine.title": "Gradient descent",
    "machine.rate": "Learning rate",
    "preset.title": "Learning rates to try",
    "preset.small": "too small",
    "preset.good": "good",
    "preset.big": "too big",
    "maths": "Show the maths",
    "maths.intro": "This is the rule, and what it gives for the next step from here:",
    "maths.new": "new value",
    "maths.old": "old value",
    "maths.rate": "learning rate",
    "maths.gradient": "gradient",
    "maths.unit": "one unit",
    "maths.grows": "At this slope, {one} more makes the {loss} grow by {slope}.",
    "maths.shrinks": "At this slope, {one} more makes the {loss} shrink by {slope}.",
    "maths.level": "Level here: a little more or less leaves the {loss} as it is.",
    "maths.end": "That is off the slider, so the new value is its end, {end}.",
    "maths.short": "The slider moves by less than these digits show.",
    "maths.scaled": "Descent walks in standardized units here; translated back into the sliders’ own, as in "
    "these formulas, its gradient is mixed from the slopes of all sliders, and can differ from a slider’s "
    "own slope, even in sign.",
    "maths.overflow": "No step can be taken from here: the numbers would grow too large to count.",
    "maths.covered": "Covered while you foretell the next step.",
    "hand.title": "Your hand",
    "count.hand": "your moves: {count}",
    "count.machine": "machine steps: {count}",
    "picture.alt": "{title}. {sentence}",
    "picture.trace": "{loss} after every move, from left to right",
    "picture.map": "Map of {loss}: darker is lower. The trail shows where the sliders have been",
    "picture.point": "Click or tap the picture to put the sliders there; by keyboard, move the sliders.",
    "picture.keys": "Arrow keys read it point by point, Escape ends that.",
    "picture.role": "picture to read by arrow keys",
    "trace.log": "logarithmic scale",
    "read.map": "Point at the map to read it; click or tap to put the sliders there.",
    "read.trace": "Point at a move, or tap it, to read it.",
    "read.value": "{name} {value}",
    "read.point": "{point}: {loss}",
    "read.move": "move {move}, {who}",
    "read.start": "start",
    "axis.moves": "moves",
    "axis.billions": "{number}B",
    "axis.millions": "{number}M",
    "axis.thousands": "{number}k",
    "mark.hand": "you",
    "mark.machine": "machine",
    "downhill.right": "downhill is to the right, slope {slope}",
    "downhill.left": "downhill is to the left, slope {slope}",
    "downhill.level": "level here",
    "table.caption": "What the model says",
    "slider.spoken": "{name}: {value}",
    "box.label": "{name}, type a number",
    "box.nan": "“{text}” is not a number. {name} stays at {value}.",
    "box.beyond": "{text} is off the slider, which goes from {low} to {high}. {name} is now at {value}.",
    "points.title": "Your own data",
    "points.how": "Drag any point of the picture, or paste a table below: a row for each point, two numbers "
    "in a row. The first change makes the data your own. They leave this page in a link that you share, and "
    "no other way.",
    "points.keys": "By keyboard, in the picture: arrow keys choose a point, Enter picks it up, arrow keys "
    "move it (with Shift farther), Enter drops it, Escape puts it back. Insert or + adds a point, Delete "
    "removes it, Ctrl+Z undoes.",
    "points.focus": "Edit by keyboard",
    "points.place": "Add by clicking",
    "points.remove": "Remove point",
    "points.undo": "Undo",
    "points.home": "Back to: {name}",
    "points.table": "The data as a table, to edit or to paste over",
    "points.use": "Use this table",
    "points.role": "picture with points to move",
    "points.carried": "Picked up: arrow keys move it, Enter drops it.",
    "points.told": "Point {point} of {points}: {place}",
    "points.none": "There are no points.",
    "points.full": "There are {most} points already, and no more can be used.",
    "points.columns": "This table has {columns} columns; the first two are used.",
    **MISTAKES,
    "address.ignored": "Part of the link could not be read and was left out: {parts}.",
    "address.newer": "This link comes from a newer version of this page; what is known here is shown.",
    "list.more": "{before}, {after}",
    "percent": "{number}%",
    "big.million": "{number}\N{NO-BREAK SPACE}million",
    "big.million.one": "{number}\N{NO-BREAK SPACE}million",
    "big.million.some": "{number}\N{NO-BREAK SPACE}million",
    "big.billion": "{number}\N{NO-BREAK SPACE}billion",
    "big.billion.one": "{number}\N{NO-BREAK SPACE}billion",
    "big.billion.some": "{number}\N{NO-BREAK SPACE}billion",
    "big.trillion": "{number}\N{NO-BREAK SPACE}trillion",
    "big.trillion.one": "{number}\N{NO-BREAK SPACE}trillion",
    "big.trillion.some": "{number}\N{NO-BREAK SPACE}trillion",
    "solved": "Solved",
    **VERDICTS,
}


def enumerated(parts: Iterable[str]) -> str:
    """Some things in a row, as one text."""
    return reduce(lambda before, after: fill(PAGE["list.more"], {"before": before, "after": after}), parts)
