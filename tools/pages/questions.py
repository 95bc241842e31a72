"""The questions for a class: cards, which a page fetches when its address asks for them, and paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from downhill.drawing.themes import COLOURS
from downhill.evidence import on_paper
from downhill.evidence.asked import ROOM, Asked, asked
from downhill.evidence.curves import CURVES, Curve
from downhill.evidence.items import FORMS, IDS, LATER, MOST_WHY, OCCASIONS, VERSION, WHY, ids_asked
from downhill.lessons import every_lesson
from downhill.text.english.asking import ASKING
from downhill.text.english.evidence import EVIDENCE
from downhill.text.format import PAGE, fill
from downhill.text.language import speaking, spoken
from tools.common import inside, paths, policy
from tools.languages.language import Language
from tools.pages.template import templates

WIDTH, HEIGHT, MARGIN = 480, 180, 32  # CSS pixels of a curve; the margin is for its letters
CORNERS = 120  # of its line
NAMED = "KLMS"
SHEET = "questions"


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
    """Yield the cards of all forms, in the order of the items; the open question has one for all of them."""
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
    _write(folder / "questions.html", "cards", language, lambda words: {"cards": list(cards(words))})


def write_sheet(out: Path, app: str, language: Language) -> None:
    """Write the questions on paper in a language into the site `out`; `app` is the app's address."""

    def known(words: Mapping[str, str]) -> dict[str, Any]:
        forms = {form: [_on_paper(item, form, words) for item in _items(form)] for form in FORMS}
        return {
            "app": app,
            "language": language,
            "words": PAGE,
            "dress": inside.SCRIPTS["dress"],
            "policy": policy.element(policy.PAPER),
            "paper": {theme: inks["paper"] for theme, inks in COLOURS.items()},
            "forms": forms,
            "boxes": on_paper.BOXES,
        }

    _write(out / language.beside(SHEET), "sheet", language, known)


def _items(form: str) -> tuple[str, ...]:
    return (*ids_asked(OCCASIONS[-1] if form == FORMS[-1] else OCCASIONS[0]), WHY)


def _on_paper(item: str, form: str, words: Mapping[str, str]) -> tuple[Asked, Drawn | None, str]:
    """Return an item's sentences, its curve, and the letters of its options in the order of their boxes."""
    letters = "" if item == WHY else on_paper.boxes(item, form)
    return asked(item, form, words), drawn(CURVES[form]) if item == "D1" else None, letters


def _write(
    file: Path, kind: str, language: Language, known: Callable[[Mapping[str, str]], dict[str, Any]]
) -> None:
    """Write a page of `web/questions/` with its style; `known` returns what only this one needs."""
    style = (paths.ROOT / "web" / "questions" / f"{kind}.css").read_text(encoding="utf-8")
    with speaking(language.catalogue, every_lesson()):
        words = spoken(ROOM, {**EVIDENCE, **ASKING})
        told = {
            "say": {key.removeprefix("asking."): text for key, text in words.items()},
            "unsure": words["unsure"],
            "result": PAGE["result"],
            "version": VERSION,
            "most": str(MOST_WHY),
            "style": inside.style_without(style),
            "fill": fill,
        }
        template = templates().get_template(f"questions/{kind}.html.jinja")
        text = template.render(told | known(words))
    file.write_text(text.lstrip(), encoding="utf-8")
