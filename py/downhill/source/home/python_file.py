"""A file of plain Python."""

from __future__ import annotations

from downhill.source.home.parts import Home, Part
from downhill.source.home.said import Said, comment

IMPORTS = ("import matplotlib.pyplot as plt", "import numpy as np")
PATH = "from pathlib import Path"
SHOW = """
if plt.get_backend().lower() == "agg":
    #: display
    name = Path(__file__).with_suffix(".png")
    figure.savefig(name, dpi=150)
    print(<<saved>>, name.name)
else:
    plt.show()
"""


def python_file(home: Home, text: str) -> str:
    """A lesson's file, with the text of the functions that the reader sees; ends with the picture."""
    say = Said()
    head = "\n#\n".join(map(comment, (home.title, *home.told, say("intro"), say("needs"))))
    parts = [f"{comment(words)}\n\n{code}" if words else code for words, code in parts_of(home, text, say)]
    return "\n\n".join([f"{head}\n\n{imports(home, PATH)}", *parts, say.code(SHOW)])


def imports(home: Home, *more: str) -> str:
    """What a file imports: the standard library first."""
    standard = sorted((*home.imports, *more), key=lambda line: (line.startswith("from"), line))
    return "\n".join([*standard, *([""] if standard else []), *IMPORTS]) + "\n"


def parts_of(home: Home, text: str, say: Said) -> list[Part]:
    """The parts of a file that hold something, in order."""
    shown = Part(say("functions"), "\n".join(text.splitlines()).strip("\n") + "\n")
    return [part for part in (*home.before, shown, *home.after) if part.code.strip()]
