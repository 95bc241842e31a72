"""The questions for a class: cards that a page fetches when its address asks for them, and a form on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from downhill.evidence.asked import ROOM, Asked, asked
from downhill.evidence.curves import CURVES, Curve
from downhill.evidence.items import FORMS, IDS, LATER, MOST_WHY, VERSION, WHY
from downhill.lessons import every_lesson
from downhill.text.english.asking import ASKING
from downhill.text.english.evidence import EVIDENCE
from downhill.text.format import PAGE, fill
from downhill.text.language import speaking, spoken
from tools.common import inside, paths
from tools.languages.language import Language
from tools.pages.template import templates

WIDTH, HEIGHT, MARGIN = 480, 180, 32  # CSS pixels of a curve; the margin is for its letters
CORNERS = 120  # of its line
NAMED = "KLMS"


class Drawn(NamedTuple):
    """A curve as an SVG: its size, the data of its path, and its named places, all in CSS pixels."""

    width: int
    height: int
    path: str
    places: list[tuple[str, float, float]]


def drawn(curve: Curve) -> Drawn:
    """Return a curve of D1, as wide as its range, with room for letters below its dips and above S."""
    span = curve.high - curve.low
    xs = [curve.low + span * corner / CORNERS for corner in range(CORNERS + 1)]
    low, high = (end(map(curve.height, xs)) for end in (min, max))

    def place(x: float) -> tuple[float, float]:
        down = (high - curve.height(x)) / (high - low)
        return round(WIDTH * (x - curve.low) / span, 1), round(2 + (HEIGHT - MARGIN) * down, 1)

    path = "M" + " ".join(f"{x:g},{y:g}" for x, y in map(place, xs))
    return Drawn(WIDTH, HEIGHT, path, [(name, *place(getattr(curve, name))) for name in NAMED])


class Card(NamedTuple):
    """A question as it is asked: the item, the forms and occasions that have it, its sentences, its curve."""

    item: str
    forms: str
    occasions: str
    asked: Asked
    curve: Drawn | None = None


def cards(words: Mapping[str, str]) -> Iterator[Card]:
    """Yield the cards of all forms, in the order of the items; the open question is the same in all of them."""
    for item in IDS:
        if item == WHY:
            yield Card(item, " ".join(FORMS), "before after later", asked(item, FORMS[0], words))
            continue
        for form in FORMS if item in LATER else FORMS[:2]:
            occasions = "later" if form == FORMS[2] else "before after"
            curve = drawn(CURVES[form]) if item == "D1" else None
            yield Card(item, form, occasions, asked(item, form, words), curve)


def write_cards(folder: Path, language: Language) -> None:
    """Write the cards in a language, with their style, into a folder."""
    style = (paths.ROOT / "web" / "questions" / "cards.css").read_text(encoding="utf-8")
    with speaking(language.catalogue, every_lesson()):
        words = spoken(ROOM, {**EVIDENCE, **ASKING})
        text = (
            templates()
            .get_template("questions/cards.html.jinja")
            .render(
                cards=list(cards(words)),
                say={key.removeprefix("asking."): text for key, text in words.items()},
                unsure=words["unsure"],
                result=PAGE["result"],
                version=VERSION,
                most=MOST_WHY,
                style=inside.style_without(style),
                fill=fill,
            )
        )
    (folder / "questions.html").write_text(text.lstrip(), encoding="utf-8")
