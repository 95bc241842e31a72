"""The questions for a class as the build writes them: cards, curves, paper; and JavaScript beside Python."""

import json
import re
from pathlib import Path

import pytest

from downhill.evidence.curves import CURVES
from downhill.evidence.items import BY_ID, FORMS, IDS, LATER, WHY, ids_asked
from downhill.evidence.on_paper import boxes
from downhill.evidence.pair_word import folded, form_of, is_word, order_of_options
from tests.support.node import ask
from tools.common import paths
from tools.languages.language import Language, all_languages
from tools.pages.questions import HEIGHT, WIDTH, drawn, write_cards, write_sheet

MODULE = paths.ROOT / "web" / "boot" / "page" / "questions-word.js"
TYPED = [
    "Otter 472",
    "Weiß-123",
    "ＯＴＴＥＲ４７２",
    "水獭472",
    "ÑANDÚ 345",
    "İstanbul",
    "🦦…",
    "abc",
    "x" * 17,
    "\U0001f9a6nine",
]
LANGUAGES = pytest.mark.parametrize("language", all_languages(), ids=lambda each: each.code)


@pytest.mark.slow
def test_javascript_gives_a_word_the_form_and_the_orders_that_python_gives_it() -> None:
    words = [*filter(is_word, map(folded, TYPED)), *(f"newt{number}" for number in range(100, 160))]
    occasions = ("before", "after", "later")
    items = {id_: BY_ID[id_].letters for id_ in IDS[:-1]}
    program = f"""
        const [typed, words, occasions, items] = {json.dumps([TYPED, words, occasions, items])};
        said(JSON.stringify([
            typed.map(text => [folded(text), isWord(folded(text))]),
            words.flatMap(word => occasions.map(when => [
                formOf(word, when),
                ...Object.entries(items).map(([id, letters]) => orderOf(letters, word, id, when)),
            ])),
        ]));
    """
    assert json.loads(ask(MODULE, "folded, formOf, isWord, orderOf", program)) == [
        [[folded(text), is_word(folded(text))] for text in TYPED],
        [
            [form_of(word, when), *(order_of_options(items[id_], word, id_, when) for id_ in items)]
            for word in words
            for when in occasions
        ],
    ]


@LANGUAGES
def test_cards_have_every_form_and_a_proposed_word_is_always_a_word(
    tmp_path: Path, language: Language
) -> None:
    write_cards(tmp_path, language)
    text = (tmp_path / "questions.html").read_text(encoding="utf-8")
    assert text.startswith("<dialog")  # what a page takes for ours
    found = re.findall(r'data-test-item="(\w+)" data-forms="([a-c ]+)"', text)
    wanted = [(id_, form) for id_ in IDS[:-1] for form in (FORMS if id_ in LATER else FORMS[:2])]
    assert found == [*wanted, (WHY, "a b c")]
    for id_ in IDS[:-1]:
        values = re.findall(rf'name="{id_}" value="(.)"', text)
        assert {*values} == {*BY_ID[id_].letters, "?"}
    animals = re.findall(r'data-animals="([^"]+)"', text)[0].split(" ")
    assert len({folded(animal) for animal in animals}) == 40
    assert all(is_word(folded(f"{animal}100")) for animal in animals)
    assert not re.search(r"\{\w+\}", text.replace("{number}", "").replace("{count}", "").split("</style>")[1])


@pytest.mark.parametrize("form", FORMS)
def test_the_curve_is_drawn_from_its_numbers(form: str) -> None:
    curve = CURVES[form]
    picture = drawn(curve)
    points = [tuple(map(float, point.split(","))) for point in picture.path[1:].split(" ")]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
    places = {name: (x, y) for name, x, y in picture.places}
    for name in "KLM":  # nothing nearby is lower, and down is more
        x, y = places[name]
        assert all(other[1] <= y + 0.2 for other in points if abs(other[0] - x) < 20)
    lowest = min("KLM", key=lambda name: curve.height(getattr(curve, name)))
    assert places[lowest][1] == max(y for _, y in places.values())


@LANGUAGES
def test_paper_has_three_forms_whose_boxes_are_in_the_order_that_a_typed_line_means(
    tmp_path: Path, language: Language
) -> None:
    write_sheet(tmp_path, "./app", language)
    text = (tmp_path / language.beside("questions")).read_text(encoding="utf-8")
    forms = text.split('class="form"')[1:]
    for form, part in zip(FORMS, forms, strict=True):
        ids = ids_asked("later" if form == "c" else "before")
        assert part.count('class="exercise"') == len(ids) + 1
        assert part.count('class="boxes"') == len(ids)
        assert part.count("<li>") == 5 * len(ids)
        place = BY_ID["D1"].values[form]["r"]
        (right,) = re.findall(rf"<b>(.)</b> [^<]*\b{place}\b", part.split('class="boxes"')[1]) or [""]
        assert right == "ABCDE"[boxes("D1", form).index("r")]
