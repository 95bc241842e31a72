"""What links, codes and tables bring back; runs inside Pyodide, at build time, when all else has been played."""

from contextlib import suppress
from urllib.parse import quote, quote_plus, unquote, urlencode, urljoin, urlsplit

from downhill.app import dispatcher, session
from downhill.verbs import known

PAGE = "https://example.org/downhill/?teacher"
NAMES = ("Ada", "Zoë & Łukasz; 你", "x" * 80)
OWN_POINTS = "x;y\n" + "\n".join(f"{i};{i * i % 7}" for i in range(30))
MANGLED = "line&v=2&line.points~=p1&valley.x=nope&valley.runs=1~2~~3&line.error=~&a%ff=%é&model.tempo=x&v=9"


def change(lesson, name, *given):
    """Let a verb do its work, where the lesson has such a thing."""
    with suppress(KeyError):
        dispatcher.change(lesson, known(name), *given)


def answer(name, *given):
    """What a verb answers."""
    return dispatcher.answer(None, known(name), *given)


def runs_and_points():
    """What makes links long."""
    for name, state in session.states.items():
        change(name, "reset")
        for slider in state.lesson.sliders:
            change(name, "move", slider.name, slider.high)
        for _ in range(2):
            change(name, "step", 7)
            change(name, "keep")
            change(name, "again")
        change(name, "paste", OWN_POINTS)
        for entry in state.lesson.entries:
            for text in ("x^2 + sin(3x) / 2", "é & 你; %"):
                change(name, "enter", entry.name, text)


def links():
    """Every lesson's link, opened again, and links that make no sense."""
    found = [session.fragment(name) for name in session.all]
    for fragment in (*found, MANGLED, *(each[:-3] for each in found)):
        answer("restore", fragment)
        change("line", "undo")


def results():
    """Codes of pupils, with mistakes, collected twice."""
    marks = [f"{lesson.id}/{each.id}" for lesson in session.lessons for each in lesson.challenges]
    codes = [answer("result", name, str(visit), marks[visit:])["code"] for visit, name in enumerate(NAMES)]
    broken = [codes[0][:-4], codes[1].replace("a", "b"), codes[2].upper(), "downhill7.abc"]
    text = "\n".join(f"<{PAGE}#result={code}>, bye" for code in (*codes, *broken))
    table = answer("collect", [], text)
    answer("collect", table["codes"], text)
    answer("results", table["codes"])


def addresses():
    """Texts in addresses."""
    for text in NAMES:
        (
            unquote(quote(text, safe="")),
            quote_plus(text),
            urlencode({"a": text}),
            urlsplit(urljoin(PAGE, quote(text))),
        )


runs_and_points()
links()
results()
addresses()
