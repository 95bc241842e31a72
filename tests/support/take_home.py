"""Files that readers take home: written, and run by a Python of their own, several in one to import matplotlib once."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import Lesson
from downhill.play.advancing import step_of
from downhill.play.lesson_state import LessonState
from downhill.session.python_values import STEP
from downhill.studio.take_home import taken_home
from downhill.training.trainer import Trainer
from tools.pages.shown_python import cut

RUN = """
import contextlib, io, json, pathlib, runpy, sys, warnings
import matplotlib.pyplot as plt

def cells(file):
    names = {"__name__": "__main__"}
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "FigureCanvasAgg is non-interactive")
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    plt.gcf().savefig(file.with_suffix(".png"))
    return names

def numbers(found):
    return [[float(value) for value in row] for row in found]

told = []
for file in map(pathlib.Path, sys.argv[1:]):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        names = cells(file) if file.suffix == ".ipynb" else runpy.run_path(str(file), run_name="__main__")
    plt.close("all")
    told.append({
        "printed": printed.getvalue(),
        "path": numbers(names.get("path", [])),
        "losses": numbers(names["course"] if "course" in names and "path" not in names else [[each] for each in names["losses"]]),
        "picture": file.with_suffix(".png").stat().st_size,
    })
sys.stdout.buffer.write(json.dumps(told).encode())
"""


class Ran(NamedTuple):
    """What a file has done: what it printed, the values and the losses of its steps, and the size of its picture in bytes."""

    printed: str
    path: list[list[float]]
    losses: list[list[float]]
    picture: int


def text_of(state: LessonState | Trainer) -> str:
    """The functions that a reader sees of a lesson as it stands, untouched."""
    functions = (state.page_functions if isinstance(state, Trainer) else state.lesson.shown).values()
    steps = step_of(state.ways.name).values()
    shown = (*(each for each in functions if each is not STEP and each not in steps), *steps)
    return "\n\n\n".join("\n".join(line for _, line in cut(function)) for function in shown) + "\n"


def changed(text: str, old: str, new: str) -> str:
    """A text in which a reader has changed something that is there."""
    assert old in text
    return text.replace(old, new)


def with_text(lesson: Lesson, text: str) -> Lesson:
    """The lesson as it would be had its author written these functions."""
    names: dict[str, Any] = {"np": np}
    exec(text, names)
    written = lesson.functions
    assert written

    @wraps(written)
    def functions(**chosen: str) -> Mapping[str, Callable[..., Any]]:
        return {name: names[name] for name in written(**chosen)}

    return replace(lesson, functions=functions)


def file_of(state: LessonState | Trainer, text: str, kind: str) -> str:
    """The file of a lesson as it stands."""
    return taken_home(state, text, kind).data.decode()


def both(state: LessonState | Trainer, text: str = "") -> list[str]:
    """The file of plain Python, and the notebook."""
    return [file_of(state, text or text_of(state), kind) for kind in ("py", "ipynb")]


def run(files: Iterable[str], folder: Path) -> list[Ran]:
    """Run files where there is no display; a warning is an error."""
    paths = []
    for count, file in enumerate(files):
        paths.append(folder / f"file{count}.{'ipynb' if file.startswith('{') else 'py'}")
        paths[-1].write_text(file, encoding="utf-8")
    command = [sys.executable, "-W", "error", "-c", RUN, *map(str, paths)]
    done = subprocess.run(command, env={**os.environ, "MPLBACKEND": "Agg"}, capture_output=True, timeout=600)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return [Ran(**each) for each in json.loads(done.stdout)]
