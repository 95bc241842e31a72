"""Plays every lesson in Pyodide and writes down which files that took; runs inside Pyodide, at build time.

Sets `used`: a JSON list of [path, kind], where kind is `module`, `library` or `data`.
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
import worker.pyscript_on_demand  # noqa: E402
import worker.requests  # noqa: E402, F401
from downhill.app import dispatcher, session, studio  # noqa: E402
from downhill.verbs import known  # noqa: E402


class NullCanvas:
    """A canvas that nobody sees."""

    def put(self, pixels, whole, changed):
        """Take a picture."""


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


play()
try:
    ask("nothing", "look")
except KeyError:
    traceback.format_exc()

homes = ("/lib/python314.zip/", "/lib/python3.14/")
specs = [getattr(module, "__spec__", None) for module in list(sys.modules.values())]
modules = {spec.origin for spec in specs if spec and spec.origin and spec.origin.startswith(homes)}
modules |= {
    file for file in opened if file.startswith(homes) and file.endswith(".py")
}  # some only tried in vain
code = (".py", ".pyc", ".so")
data = {file for file in opened - modules if file.startswith(homes) and not file.endswith(code)}
used = json.dumps(
    sorted([file, "library" if file.endswith(".so") else "module"] for file in modules)
    + sorted([file, "data"] for file in data)
)
