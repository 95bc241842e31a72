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

from downhill.drawing.themes import COLOURS
from downhill.lesson import Lesson
from downhill.lesson.checks import needed_words
from downhill.lessons import every_lesson
from downhill.session.challenge_texts import texts_of
from downhill.studio.picture import pictures
from downhill.text.format import PAGE
from downhill.training.model_lesson import ModelLesson
from tests.support.player import Player
from tests.support.states import LESSONS
from tools.pages.markdown import prose

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)


@pytest.fixture(scope="module")
def html(built: Path) -> str:
    return (built / "index.html").read_text(encoding="utf-8")


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


def test_the_page_is_well_formed_html(html: str) -> None:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(html)
    # Custom elements in the place where PyScript wants them are no mistakes of form.
    assert [error for error in parser.errors if "eof" in error[1] or "unexpected-end-tag" in error[1]] == []


def test_the_page_opens_in_the_loading_state(document: Element) -> None:
    assert document.get("data-python") == "loading"
    assert document.get("lang") == "en"
    assert document.find(".//*[@role='status']") is not None
    assert document.find(".//progress") is not None
    assert "hidden" in document.find(".//*[@id='failure']").attrib  # type: ignore[union-attr]


def test_there_is_one_section_for_each_lesson_in_order(document: Element) -> None:
    sections = [element.get("id") for element in with_class(document, "lesson")]
    assert sections == [lesson.id for lesson in every_lesson()]
    links = [link.get("href") for link in document.findall(".//nav//a")]
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


def test_every_input_has_a_label_or_a_name_of_its_own(document: Element) -> None:
    labelled = {label.get("for") for label in document.findall(".//label") if words_of(label)}
    wrapped = {
        control
        for label in document.findall(".//label")
        for control in label.iter("input")
        if words_of(label)
    }
    controls = [*document.iter("input")]
    assert len(controls) > 10 * len(LESSONS)
    for control in controls:
        assert control.get("id") in labelled or control.get("aria-label") or control in wrapped, (
            control.attrib
        )


def test_every_button_and_canvas_and_image_has_a_name(document: Element) -> None:
    buttons, canvases, images = ([*document.iter(tag)] for tag in ("button", "canvas", "img"))
    assert len(buttons) > 5 * len(LESSONS)
    stills = [image for image in images if image.get("class") == "still"]
    assert len(stills) == 3 * len(every_lesson())
    assert len(canvases) >= len(images) - len(stills) > 2 * len(LESSONS)
    for button in buttons:
        assert words_of(button) or "data-nearest" in button.keys()  # noqa: SIM118  hidden until it has words
        assert button.get("type") == "button"
    decoration = [canvas for canvas in canvases if canvas.get("aria-hidden") == "true"]
    assert [canvas.get("class") for canvas in decoration] == [
        "wall",
        "grains",
    ]  # of the first screen and the end
    for canvas in (canvas for canvas in canvases if canvas not in decoration):
        keyed = {"data-reads", "data-weights"} & set(canvas.keys())
        assert canvas.get("role") == ("application" if keyed else "img")
        assert canvas.get("aria-label")
    for image in images:
        assert len(image.get("alt", "")) > 20


def test_headings_go_down_one_level_at_a_time(document: Element) -> None:
    levels = [
        int(e.tag[1]) for e in document.iter() if isinstance(e.tag, str) and re.fullmatch("h[1-6]", e.tag)
    ]
    shown = levels[1:] if levels[0] == 2 else levels  # the failure's heading stands before the first, hidden
    assert shown[0] == 1
    assert shown.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(shown))


@each_lesson
def test_a_slider_on_the_page_is_the_lessons(document: Element, lesson: Lesson) -> None:
    for slider in lesson.sliders:
        (found,) = section(document, lesson.id).findall(f".//input[@name='{slider.name}']")
        assert found.get("type") == "range"
        limits = {name: float(found.get(name, "nan")) for name in ("min", "max", "step", "value")}
        assert limits == {"min": slider.low, "max": slider.high, "step": slider.step, "value": slider.start}
        assert found.get("aria-valuetext", "").startswith(lesson.words[f"slider.{slider.name}"])
        (box,) = section(document, lesson.id).findall(f".//input[@data-box='{slider.name}']")
        assert float(box.get("value", "").replace("\N{MINUS SIGN}", "-")) == slider.start


@each_lesson
def test_every_lesson_has_its_rate_its_buttons_and_its_canvases(document: Element, lesson: Lesson) -> None:
    inside = section(document, lesson.id)
    (rate,) = inside.findall(".//input[@name='rate']")
    rates = lesson.chosen(lesson.first_choices()).rates
    exponents = [10 ** float(rate.get(name, "nan")) for name in ("min", "value", "max")]
    assert exponents == pytest.approx([rates.low, rates.good, rates.high], rel=1e-3)
    buttons = list(inside.iter("button"))
    actions = [button.get("data-action") for button in buttons if button.get("data-action")]
    later = ["from_start", "step10", "back", "keep", "again"]
    assert actions == ["step", "play", "reset", *later]
    (tools,) = document.findall(f".//*[@id='{lesson.id}-tools']")
    in_tools = [button.get("data-action") for button in tools.iter("button") if button.get("data-action")]
    assert in_tools == ["step", "play", "reset", *later]
    tried = {b.get("data-preset"): b.get("aria-pressed") for b in buttons if b.get("data-preset")}
    assert tried == {"small": "false", "good": "true", "big": "false"}
    assert inside.find(".//button[@data-action='play']").get("aria-pressed") == "false"  # type: ignore[union-attr]
    names = [canvas.get("data-picture") for canvas in inside.iter("canvas")]
    in_order = sorted(pictures(lesson), key=lambda picture: picture.at_need + 2 * picture.folded)
    assert names == [picture.name for picture in in_order]  # those in the stage, then those in Tools


@each_lesson
def test_every_needed_word_of_a_lesson_appears(document: Element, lesson: Lesson) -> None:
    text = words_of(section(document, lesson.id))
    attributes = [value for e in section(document, lesson.id).iter() for value in e.attrib.values()]
    for key in needed_words(lesson):
        if key == "loss.short" or key.startswith("axis."):  # they stand in the pictures
            continue
        if key.startswith("challenge."):  # filled in, and hints only when they are asked for
            continue
        wanted = words_of(html5lib.parse(prose(lesson.words[key]), namespaceHTMLElements=False))
        assert wanted in text or any(wanted in value for value in attributes), key


@pytest.mark.parametrize("lesson", every_lesson(), ids=lambda lesson: lesson.id)
def test_every_challenge_is_told_with_its_numbers_and_no_hint_before_it_is_asked_for(
    document: Element, lesson: Lesson | ModelLesson
) -> None:
    text = words_of(section(document, lesson.id))
    for challenge in lesson.challenges:
        for part, wanted in texts_of(lesson, challenge).items():
            assert (" ".join(wanted.split()) in text) == (part in ("title", "task")), part


@each_lesson
def test_the_whole_prose_of_a_lesson_is_on_the_page(document: Element, lesson: Lesson) -> None:
    text = words_of(section(document, lesson.id))
    for key in {"prose", "then", "learned"} & lesson.words.keys():  # a lesson may end with its task
        wanted = html5lib.parse(prose(lesson.words[key]), namespaceHTMLElements=False)
        for paragraph in wanted.iter("p"):
            assert words_of(paragraph) in text, key


@each_lesson
def test_every_cell_of_the_table_is_the_models(document: Element, lesson: Lesson) -> None:
    expected = Player([lesson]).look(lesson.id).table
    table = next(with_class(section(document, lesson.id), "live"), None)
    assert (table is not None) == bool(expected)
    if table is not None:
        header = [words_of(cell) for cell in table.findall("./thead/tr/th")]
        rows = [["".join(cell.itertext()) for cell in row] for row in table.findall("./tbody/tr")]
        assert header == Player([lesson]).look(lesson.id).columns
        assert rows == expected


@each_lesson
def test_loss_and_sentence_are_true_of_the_start(document: Element, lesson: Lesson) -> None:
    view = Player([lesson]).look(lesson.id)
    shown = {
        e.get("data-show"): words_of(e) for e in section(document, lesson.id).iter() if e.get("data-show")
    }
    assert view.loss_shown.split() == next(t for name, t in shown.items() if "loss" in str(name)).split()
    assert shown["sentence"] == " ".join(view.sentence.split())
    assert shown["said"] == ""


@each_lesson
def test_every_choice_is_a_group_of_radios_a_menu_or_a_switch_with_the_first_option_chosen(
    document: Element, lesson: Lesson
) -> None:
    for choice in lesson.choices:
        assert section(document, lesson.id).get(f"data-{choice.name}") == choice.options[0]
        if choice.shown == "menu":
            (menu,) = section(document, lesson.id).findall(f".//select[@data-choice='{choice.name}']")
            assert [option.get("value") for option in menu] == list(choice.options)
            assert ["selected" in option.attrib for option in menu] == [True] + [False] * (len(menu) - 1)
            continue
        radios = section(document, lesson.id).findall(f".//input[@data-choice='{choice.name}']")
        if choice.shown == "switch":
            assert [(radio.get("value"), "checked" in radio.attrib) for radio in radios] == [("on", False)]
            continue
        assert [radio.get("value") for radio in radios] == list(choice.options)
        assert ["checked" in radio.attrib for radio in radios] == [True] + [False] * (len(radios) - 1)
        assert len({radio.get("name") for radio in radios}) == 1


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


def test_the_scripts_configuration_is_json_and_names_files_that_are_there(
    document: Element, built: Path
) -> None:
    micro = json.loads(words_of(document.find(".//mpy-config")))  # type: ignore[arg-type]
    pyodide = json.loads(words_of(document.find(".//py-config")))  # type: ignore[arg-type]
    for address in [micro["interpreter"], pyodide["interpreter"]]:
        assert (built / address).is_file(), address


def test_the_words_for_the_scripts_are_the_pages_and_cannot_end_their_element(
    document: Element, html: str
) -> None:
    (script,) = document.findall(".//script[@id='words']")
    usual = {
        key: text
        for key, text in PAGE.items()
        if not key.startswith(
            (
                *(
                    "asked.",
                    "ending.",
                    "keepsake.",
                    "editing.",
                    "making.",
                    "teacher.",
                    "collect.",
                    "sheet.",
                    "plan.",
                ),
                *("single.", "version.", "package.", "page.instead"),
            )
        )
    }
    assert json.loads(script.text or "") == {**usual, "language.decimal": "."}
    assert "<" not in (script.text or "")


def test_every_address_on_the_page_is_relative_and_there(document: Element, built: Path) -> None:
    addresses = []
    for element in document.iter():
        for attribute in ("src", "href", "srcset"):
            address = element.get(attribute)
            if address and not address.startswith(("#", "?")):  # another place of this page
                addresses.append(address)
    assert len(addresses) > 20
    for address in addresses:
        assert address.startswith("./"), address
        assert (built / address.partition("?")[0]).is_file(), address


def test_the_style_sheet_has_the_colours_of_the_pictures(built: Path) -> None:
    style = next(built.glob("app-*/style.css")).read_text(encoding="utf-8")
    for inks in COLOURS.values():
        for name in ("paper", "text", "quiet", "hand", "machine"):
            assert str(inks[name]) in style
    assert "{{" not in style


SEED_IDEAS = {
    "descending": "descends",
    "error as a function of the sliders": "landscape over its sliders",
    "from prices to tokens": "from prices to language",
    "the highest score is chosen": "the one with the highest score",
    "the prompt runs again": "runs again",
    "near ties": "0.98",
    "chance": "chance",
    "the same weights for both prompts": "same four weights must serve",
    "billions of weights": "billions",
    "tens of thousands of tokens": "tens of thousands of tokens",
    "no hand can": "no hand could",
    "every direction at once": "at the same moment",
    "repeat": "repeat",
}


@pytest.mark.parametrize("idea", SEED_IDEAS)
def test_the_essay_carries_every_idea(document: Element, idea: str) -> None:
    assert SEED_IDEAS[idea] in words_of(document.find("body")).lower()  # type: ignore[arg-type]


def test_with_scripts_off_there_is_a_sentence(document: Element, html: str) -> None:
    assert PAGE["page.noscript"] in re.search("<noscript>(.*?)</noscript>", html, re.DOTALL).group(1)  # type: ignore[union-attr]
