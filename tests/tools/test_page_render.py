"""The page as it is written: every lesson whole, everything named, before any script has run."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from downhill.lesson import Lesson
from downhill.lesson.checks import needed_words
from downhill.lessons import every_lesson
from tests.support.player import Player
from tests.support.states import LESSONS
from tools.pages.markdown import prose

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)


@pytest.fixture(scope="module")
def html(built_page: Path) -> str:
    return (built_page / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def document(html: str) -> Element:
    """The page's tree, as a browser would build it."""
    tree: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return tree


def words_of(element: Element) -> str:
    """The text of an element as it is read, spaces as one."""
    return " ".join("".join(element.itertext()).split())


def section(document: Element, lesson: str) -> Element:
    (found,) = document.findall(f".//section[@id='{lesson}']")
    return found


def with_class(inside: Element, name: str) -> Iterator[Element]:
    return (element for element in inside.iter() if name in element.get("class", "").split())


def test_there_is_one_section_for_each_lesson_in_order(document: Element) -> None:
    sections = [element.get("id") for element in with_class(document, "lesson")]
    assert sections == [lesson.id for lesson in every_lesson()]
    links = [link.get("href") for link in document.findall(".//nav[@class='lessons']//a")]
    assert links == ["#start", *(f"#{lesson.id}" for lesson in every_lesson()), "#closing"]


def test_no_id_stands_twice_and_every_reference_finds_its_target(document: Element) -> None:
    ids = Counter(element.get("id") for element in document.iter() if element.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    named = [
        name
        for element in document.iter()
        for attribute in ("for", "aria-labelledby", "aria-describedby")
        for name in element.get(attribute, "").split()
    ]
    links = [link[1:] for element in document.iter() if (link := element.get("href", "")).startswith("#")]
    assert min(len(named), len(links)) > len(LESSONS)
    assert [name for name in named + links if name not in ids] == []


def test_every_input_button_canvas_and_image_has_a_name(document: Element) -> None:
    labels = [label for label in document.iter("label") if words_of(label)]
    labelled = {label.get("for") for label in labels}
    wrapped = {control for label in labels for control in label.iter("input")}
    inputs, buttons, canvases, images = (
        [*document.iter(tag)] for tag in ("input", "button", "canvas", "img")
    )
    assert min(len(inputs), len(buttons)) > 5 * len(LESSONS)
    for control in inputs:
        assert control.get("id") in labelled or control.get("aria-label") or control in wrapped, (
            control.attrib
        )
    for button in buttons:
        assert words_of(button) or "data-nearest" in button.keys()  # noqa: SIM118  hidden until it has words
        assert button.get("type") == "button"
    decoration = [canvas for canvas in canvases if canvas.get("aria-hidden") == "true"]
    assert [canvas.get("class") for canvas in decoration] == ["wall", "grains"]  # first screen, and the end
    for canvas in (canvas for canvas in canvases if canvas not in decoration):
        keyed = {"data-reads", "data-weights"} & set(canvas.keys())
        assert canvas.get("role") == ("application" if keyed else "img")
        assert canvas.get("aria-label")
    assert all(len(image.get("alt", "")) > 20 for image in images)


def test_headings_go_down_one_level_at_a_time(document: Element) -> None:
    levels = [
        int(e.tag[1]) for e in document.iter() if isinstance(e.tag, str) and re.fullmatch("h[1-6]", e.tag)
    ]
    shown = levels[1:] if levels[0] == 2 else levels  # the failure's heading stands before the first, hidden
    assert shown[0] == 1
    assert shown.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(shown))


@each_lesson
def test_what_a_section_shows_before_python_is_there_is_what_the_lesson_comes_to(
    document: Element, lesson: Lesson
) -> None:
    view, inside = Player([lesson]).look(lesson.id), section(document, lesson.id)
    shown = {each.get("data-show", ""): words_of(each) for each in inside.iter() if each.get("data-show")}
    assert view.loss_shown.split() == next(text for name, text in shown.items() if "loss" in name).split()
    assert (shown["sentence"], shown["said"]) == (" ".join(view.sentence.split()), "")
    for slider in lesson.sliders:
        (found,) = inside.findall(f".//input[@name='{slider.name}']")
        ends = [float(found.get(name, "nan")) for name in ("min", "max", "step", "value")]
        assert ends == [slider.low, slider.high, slider.step, slider.start]
    for choice in lesson.choices:
        assert inside.get(f"data-{choice.name}") == choice.options[0]
        radios = [each for each in inside.iter("input") if each.get("data-choice") == choice.name]
        picked = [each.get("value") for each in radios if "checked" in each.attrib]
        assert picked == ([] if choice.shown in ("menu", "switch") else [choice.options[0]])
    rows = [["".join(cell.itertext()) for cell in row] for row in inside.findall(".//table/tbody/tr")]
    assert [row for row in view.table if row not in rows] == []


@each_lesson
def test_the_whole_prose_and_every_word_of_a_lesson_is_on_the_page(document: Element, lesson: Lesson) -> None:
    text = words_of(section(document, lesson.id))
    attributes = [value for e in section(document, lesson.id).iter() for value in e.attrib.values()]
    for key in {*needed_words(lesson), "prose", "then", "learned"} & lesson.words.keys():
        if key == "loss.short" or key.startswith(("axis.", "challenge.")):  # in pictures, and filled in
            continue
        tree = html5lib.parse(prose(lesson.words[key]), namespaceHTMLElements=False)
        for part in map(words_of, [*tree.iter("p")] or [tree]):
            assert part in text or any(part in value for value in attributes), key


def shown_texts(element: Element) -> Iterator[str]:
    """Every text and attribute of an element, formulas, scripts and Python apart; of shots, their texts."""
    if element.tag not in ("script", "mpy-config", "py-config", "math", "code"):
        shots = json.loads(element.get("data-shots", "[]"))
        others = (value for name, value in element.attrib.items() if name != "data-shots")
        yield from (element.text or "", *others, *texts_in(shots))
        for child in element:
            yield from shown_texts(child)
            yield child.tail or ""


def texts_in(told: object) -> Iterator[str]:
    """Every text in what json tells, at any depth."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, list | dict):
        for part in told.values() if isinstance(told, dict) else told:
            yield from texts_in(part)


def test_nothing_is_left_of_the_templates_or_of_the_prose_signs(document: Element) -> None:
    left_over = re.compile(r"[{}\\]|\*\*|\bNone\b(?! yet)|Undefined|\$(?![\dk/ ])")  # a dollar may be one
    found = [text for text in shown_texts(document) if left_over.search(text)]
    assert found == []


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Walk **downhill**, *slowly*.", "<p>Walk <strong>downhill</strong>, <em>slowly</em>.</p>"),
        ("Find $x$.", '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline">'),
        ("$$\nx^2\n$$", 'display="block"'),
        ("[you]{.hand}", '<span class="hand-word">you</span>'),
        ("[it]{.machine}", '<span class="machine-word">it</span>'),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "<td>2</td>"),
        ("a <img src=x> b", "a &lt;img src=x&gt; b"),
    ],
)
def test_what_is_written_becomes_what_it_means(text: str, html: str) -> None:
    assert html in prose(text)
    assert "<p>" not in prose(text.partition("\n")[0], inline=True)
