"""Lists what readers ask for, one of everything, and what goes wrong; runs inside Pyodide, at build time.

Sets `requests`: a JSON list of [lesson, verb, arguments…], as the page sends them (`worker.requests`), and
`canvases`: one of [lesson, picture]. The functions that all this takes are what the first halves hold.
"""

import base64
import json
from pathlib import Path

from downhill.app import session, studio
from downhill.lesson.way import BETAS, PLAIN
from downhill.play.rates import Presets
from downhill.studio import sentence_card
from downhill.studio.languages import FONTS
from downhill.text.language import sentences

FORMULAS = (
    "x^2+sin(3x)/2",
    "x**4-3x^2+x",
    "exp(-x^2)*cos(5x)+abs(x)",
    "sqrt(x^2+1)+tanh(x)",
    "max(x, 1)-log(x)+1/x",
    "2^x+x^x-ln(x)",
    "(",
    "a+b",
)
POINTS = ("x;y\n1;2\n2,5;3\n4;5\n", "size\tprice\n10\t20\n30\t25\n50\t60\n", "no numbers", "1 2\n")
TEXTS = (*FORMULAS, *POINTS, "the", "a warm", "It was", "zzz", "", "0.5", "1, 2, 3")
PAGE = "https://example.org/downhill/"
TURN = 40  # ms
SIZES = ((880, 300, 1), (344, 133, 1), (245, 480, 1), (400, 260, 1.25))  # ticks differ from size to size


def every_lesson():
    """What is asked of each lesson."""
    for name in session.states:
        lesson = session.states[name].lesson
        yield from hand(name, lesson)
        for choice in lesson.choices:
            for option in choice.options:
                yield name, "choose", choice.name, option
                yield name, "step", 20
            yield name, "choose", choice.name, choice.options[0]
        yield from points(name)
        yield from machine(name)
        yield from reading(name, lesson.sliders[-1].name, lesson.sliders[-1].low)
        for entry in lesson.entries:
            for text in TEXTS:
                yield name, "enter", entry.name, text
            yield name, "step", 5
        for action in lesson.actions:
            yield name, "act", action
            yield name, "step", 3
        yield from challenges(name, lesson)
        yield name, "race"
        yield name, "reset"
    for name, trainer in session.trainers.items():
        yield from training(name, trainer.lesson)
    for name in session.all:
        yield from pictures(name)


def hand(name, lesson):
    """A hand on the sliders and in the pictures."""
    yield name, "look"
    yield name, "watch", True
    for slider in lesson.sliders:
        for value in (slider.low, slider.high, (slider.low + slider.high) / 2):
            yield name, "move", slider.name, value
            yield name, "move", slider.name, [value, slider.low]
    yield name, "step", 1
    yield name, "settle"


def machine(name):
    """Steps, rates, runs that are kept, and the way back."""
    yield name, "step", 1
    yield name, "play", 40
    for preset in Presets._fields:
        yield name, "preset", preset
        yield name, "step", 20
        yield name, "keep"
        yield name, "again"
    for way, betas in BETAS.items():
        yield name, "set_way", way
        for beta in betas:
            yield name, "set_beta", beta, 0.8
        yield name, "step", 20
    yield name, "set_way", PLAIN
    yield name, "set_rate", 3.0
    yield name, "step", 9
    yield name, "back"
    yield name, "rewind", 0
    yield name, "from_start"
    yield name, "forget_run", 1
    for log in (True, False):
        yield name, "set_log", log


def reading(name, slider, value):
    """The lesson's Python, with what its lines work out for hand and machine."""
    yield name, "watch_python", True
    yield name, "look"
    yield name, "move", slider, value
    yield name, "step", 1
    yield name, "watch_python", False


def points(name):
    """Points under a hand."""
    yield name, "points"
    yield name, "drag", 0, [100.0, 100.0]
    yield name, "drop"
    yield name, "nudge", 0, 1, 1
    yield name, "add", [200.0, 120.0]
    yield name, "add"
    yield name, "remove", 0
    yield name, "tell", 0
    for text in POINTS:
        yield name, "paste", text
    yield name, "undo"


def challenges(name, lesson):
    """Every challenge, with a guess and some steps."""
    for challenge in lesson.challenges:
        yield name, "challenge", challenge.id
        yield name, "guess", 1.0
        yield name, "step", 9
        yield name, "leave"


def training(name, lesson):
    """A model that is trained, and writes."""
    yield name, "look"
    for text in TEXTS:
        yield name, "enter", "prompt", text
        yield name, "spell", "prompt", text
    yield name, "choose_card", "words"
    yield name, "train", TURN
    yield name, "train", TURN, 20, True
    yield name, "step", 40
    yield name, "set_rate", 0.05
    yield name, "choose_weight", 3
    yield name, "move", "weight", 0.7
    yield from reading(name, "weight", 0.6)
    yield name, "find_weight", 100.0, 100.0
    yield name, "weight_beside", 1, 0
    if "eyes" in lesson.link_names:
        yield from looks(name)
    yield from challenges(name, lesson)
    yield name, "train", TURN
    yield name, "settle"
    yield name, "reseed"
    yield name, "train", TURN, 60
    yield name, "reset"


def looks(name):
    """Where a model looks, or a hand; what is covered, exchanged, and wound back."""
    for eyes in ("window", "hand", "model"):
        yield name, "choose", "eyes", eyes
        yield name, "move", "score2", 4.0
        yield name, "move", "sharp", 2.0
        yield name, "choose", "hide", "3"
        yield name, "choose", "swap", "1"
        yield name, "settle"
    for option in ("off", "on"):
        yield name, "choose", "attention", option
    for many in ("64", "16"):
        yield name, "choose", "batch", many
        yield name, "step", 30
    yield name, "rewind", 0
    for text in ("Mia = Zara", "Mia = ", ""):
        yield name, "enter", "own", text


def pictures(name, sizes=SIZES, kinds=("png", "svg")):
    """Every picture of a lesson: pointed at, read, drawn in these sizes, and saved as files of these kinds."""
    mine = [picture for lesson, picture in studio.easels if lesson == name]
    sliders = (
        [slider.name for slider in session.states[name].lesson.sliders] if name in session.states else []
    )
    for picture in mine:
        for names in (sliders[-1:], sliders[-2:]):
            yield name, "aim", picture, names
        yield name, "point", picture, 120.0, 90.0
        yield name, "read", picture, 100.0, 100.0
        for across, up in ((1, 0), (0, 1), (-1, -1)):
            yield name, "walk", picture, across, up
        yield name, "forget", picture
        yield name, "resize", picture, 0, 0, 1
        for wide, high, ratio in sizes:
            yield name, "resize", picture, wide, high, ratio
        for kind in kinds:
            yield name, "save", kind, picture, PAGE
    yield name, "save", "csv", "", PAGE
    yield name, "save", "png", sentence_card.NAME, PAGE
    yield name, "owes"


def the_page():
    """What is asked of no lesson."""
    faces = [base64.b64encode(face.read_bytes()).decode() for face in sorted(Path(FONTS).glob("*.ttf"))]
    yield None, "set_theme", "dark"
    spoken = sentences(session.lessons)
    # Letters beyond ASCII, as other languages have them: Python keeps those of Latin-1 and wider ones differently.
    for more in ("\u00c9t\u00e9 {} \u00e0", "{} \u4f60", "\u4f60{}\u597d"):
        other = {
            room: {key: more.format(text) for key, text in words.items()} for room, words in spoken.items()
        }
        other["language"] = {"decimal": ","}
        yield None, "set_language", json.dumps({"catalogue": other, "typefaces": faces})
        for name in session.all:
            yield name, "look"
            yield from pictures(name, SIZES[:1], ())
    yield None, "set_language", json.dumps({"catalogue": spoken, "typefaces": faces})
    yield None, "code", PAGE + "#" + "x" * 200
    yield None, "result", "Ada", "1", ["valley/nope"]
    yield None, "collect", [], "no code\n" + PAGE + "#result=A"
    yield None, "results", []
    yield None, "lock", {"valley": ["sliders"]}
    yield None, "restore", "x.y=1&valley.nope=3&line=%zz"
    yield None, "restore", session.fragment("line")
    yield "nothing", "look"
    yield "valley", "nothing"


def python_itself():
    """What PyScript and readers' code ask of Python that no lesson does."""
    exec("found = [locals(), globals(), vars(), dir(), eval('1 + 1'), callable(print), id(1), hash('a')]", {})
    print(repr({"a": [1.5, None, True]}), ascii("é"), format(1.5, ",.2f"), bin(5), hex(255), chr(233), sep="")
    return sorted(zip(range(3), reversed("abc"), strict=True), key=str), sum(map(abs, [-1])), divmod(7, 2)


python_itself()
canvases = json.dumps(list(studio.easels))
requests = json.dumps([*every_lesson(), *the_page()])
