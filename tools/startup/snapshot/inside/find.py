"""Plays every lesson in Pyodide and writes down which files that took; runs inside Pyodide, at build time.

Sets `used`: a JSON list of [path, kind], where kind is `module`, `library` or `data`; and `for_svg`: a JSON
list of [path, name], of the modules that only an SVG takes.
"""

import json
import sys

opened = set()


def note(event, arguments):
    """Remember every file that is opened by its name."""
    if event == "open" and isinstance(arguments[0], str):
        opened.add(arguments[0])


sys.addaudithook(note)

import traceback  # noqa: E402  (an error's text is made with it)

import worker.archives  # noqa: E402  (it waits for modules that are not here)
import worker.cold  # noqa: E402
import worker.pyscript_on_demand  # noqa: E402
from worker.requests import MODULES, dispatcher, known, session, studio  # noqa: E402  (with stand-ins)

for name in sorted({*MODULES}.difference(*worker.archives.modules.values())):
    raise ImportError(f"{name} is in no wheel: a stand-in for it would stand for nothing")


class NullCanvas:
    """A canvas that nobody sees."""

    def put(self, pixels, whole, changed):
        """Take a picture."""

    def release(self):
        """There is nothing to let go of."""


def ask(lesson, name, *arguments):
    """Let a verb do its work, or answer a question, and describe the lesson."""
    verb = known(name)
    (dispatcher.answer if verb.question else dispatcher.change)(lesson, verb, *arguments)
    json.dumps(session.view(lesson).as_dict())


def play():
    """All that a reader can do, once."""
    for lesson, picture in studio.easels:
        studio.attach_canvas(lesson, picture, NullCanvas())
        studio.resize(lesson, picture, 333, 222, 2)
    studio.set_theme("dark")
    for name, state in session.states.items():
        for slider in state.lesson.sliders:
            ask(name, "move", slider.name, slider.low)
        for choice in state.lesson.choices:
            for option in choice.options:
                ask(name, "choose", choice.name, option)
                ask(name, "step", 40)
                studio.paint(name)
        ask(name, "look")
        ask(name, "save", "png", "picture", "")
        ask(name, "save", "csv", "", "")
    session.restore(session.fragment("line"))


def here():
    """Which files have been taken so far, as a set of (path, kind), and the modules' names by their paths."""
    specs = [getattr(module, "__spec__", None) for module in list(sys.modules.values())]
    names = {
        spec.origin: spec.name for spec in specs if spec and spec.origin and spec.origin.startswith(HOMES)
    }
    tried = {file for file in opened if file.startswith(HOMES) and file.endswith(".py")}  # some only in vain
    modules = {*names, *tried}
    code = (".py", ".pyc", ".so")
    data = {file for file in opened - modules if file.startswith(HOMES) and not file.endswith(code)}
    kinds = [(file, "library" if file.endswith(".so") else "module") for file in modules]
    return {*kinds, *((file, "data") for file in data)}, names


def save_svgs():
    """Every picture as SVG, for which more modules are needed than for all else."""
    for lesson, picture in studio.easels:
        ask(lesson, "save", "svg", picture, "")


HOMES = ("/lib/python314.zip/", "/lib/python3.14/")
play()
try:
    ask("nothing", "look")
except KeyError:
    traceback.format_exc()
found, _ = here()
save_svgs()
more, names = here()

order = {"module": 0, "library": 0, "data": 1}
used = json.dumps(sorted(found, key=lambda each: (order[each[1]], each)))
for_svg = json.dumps([[file, names[file]] for file, _ in sorted(more - found) if file in names])
