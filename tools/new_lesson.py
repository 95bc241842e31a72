"""Writes a new lesson to start from: a file that runs, and passes the tests for all lessons.

    python3 -m tools.new_lesson 70 meeting    writes py/downhill/lessons/lesson_70_meeting.py

The number, of two digits, is the lesson's place among the others; the name, of small letters, digits and `_`,
is its id in addresses.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.common import paths
from tools.common.console import Problem, guarded, say

FOLDER = paths.ROOT / "py" / "downhill" / "lessons"
TEMPLATE = Path(__file__).with_name("lesson_template.py")
USAGE = "python3 -m tools.new_lesson NUMBER NAME, as in: python3 -m tools.new_lesson 70 meeting"


def written(name: str) -> str:
    """Return the text of a new lesson's file. Its id is the name with hyphens, as in addresses."""
    return TEMPLATE.read_text(encoding="utf-8").replace('id="meeting"', f'id="{name.replace("_", "-")}"')


def begin(number: str, name: str, folder: Path) -> Path:
    """Write a new lesson into a folder of lessons; return its file.

    Raises `Problem` for an invalid number or name, or one that another lesson has.
    """
    if not re.fullmatch(r"[1-9][0-9]", number):
        raise Problem(f"a lesson's number is between 10 and 99, not {number!r}")
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        raise Problem(f"a lesson's name is lowercase letters, digits, and _, like choose_word, not {name!r}")
    for there in sorted(folder.glob("lesson_*")):
        _, taken, called = there.stem.split("_", 2)
        if number == taken or name == called:
            raise Problem(f"lesson {taken} already exists, {there.name}: choose another number and name")
    file = folder / f"lesson_{number}_{name}.py"
    file.write_text(written(name), encoding="utf-8")
    return file


def main(arguments: Sequence[str], folder: Path = FOLDER) -> int:
    """Write the lesson that the command line asks for. Raises `Problem` if that is impossible."""
    if len(arguments) != 2:
        raise Problem(f"expected a number and a name: {USAGE}")
    number, name = arguments
    file = begin(number, name, folder)
    say(f"Wrote {file.name}: make it your own lesson, and run python3 serve.py to play it")
    return 0


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))
