"""The page in other languages: pseudo-locales that are too long, run from right to left, or are full of markup."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PHONE, WIDE, OpenEssay, _opener
from tests.browser.test_awake import play
from tests.support.axe import violations
from tests.support.essay import LESSONS, Essay, plain, until
from tests.support.faults import PLAIN
from tests.support.learned import unlearned
from tests.support.often import a_few, thorough
from tools import site as building
from tools.languages import translations
from tools.languages.language import FIRST, Language, write_words
from tools.pages.ending import GIANTS
from tools.pages.page import write_page
from tools.server.server import serving

KINDS = {"en-x-double": "double", "he": "rtl", "en-x-hostile": "hostile"}
OpenIn = Callable[..., Essay]


@pytest.fixture(scope="module")
def tower(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site with a page in every pseudo-locale beside it, which shows the English first pictures."""
    english = translations.english()
    made = [Language(code, translations.pseudo_locale(kind, english)) for code, kind in KINDS.items()]
    folder = tmp_path_factory.mktemp("tower") / "site"
    shutil.copytree(site, folder)
    folders = {part.name.rpartition("-")[0]: f"./{part.name}" for part in folder.iterdir() if part.is_dir()}
    for language in made:
        own = folder / folders["app"] / language.code
        own.mkdir()
        write_words(own / "words.json", language, [])
        building.write_fetched(own, language, [FIRST, *made])
    for language in (FIRST, *made):
        write_page(folder, folders, language, [FIRST, *made])
    with serving(folder, settings=PLAIN) as address:
        yield address


@pytest.fixture
def open_in(tower: str, open_essay: OpenEssay) -> OpenIn:
    """Open the page in a language."""
    return lambda rest="", **options: open_essay(rest, at=tower, **options)


@pytest.fixture(scope="module")
def played(tower: str, browser: Browser) -> Iterator[Callable[[str], Essay]]:
    """The live page in a language, opened once: all is unfolded, a challenge is on, mistakes are told."""
    with ExitStack() as stack:
        known: dict[str, Essay] = {}
        open_essay = _opener(stack, browser, tower)

        def played(code: str) -> Essay:
            if code not in known:
                known[code] = open_essay(f"{code}.html?patience=120").ready()
                _play(known[code])
            return known[code]

        yield played


def _play(essay: Essay) -> None:
    page = essay.page
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    for name in LESSONS:
        lesson = essay.lesson(name)
        slider = lesson.section.locator(".slider .box").first
        for text in ("nonsense", "99999"):
            slider.fill(text)
            slider.press("Enter")
        lesson.press("step")
        lesson.section.locator("[data-begin]").first.click()
        lesson.section.locator("[data-do=hint]").click()
        lesson.section.locator("[data-do=race]").click()
    essay.lesson("valley").pick("own")
    field = essay.lesson("valley").section.locator("[data-entry=f] input")
    field.fill("(x")
    field.press("Enter")
    expect(essay.lesson("valley").section.locator(".mistake .why")).not_to_be_empty()
    table = essay.lesson("line").section.locator("details.own textarea")
    table.fill("a b c")
    essay.lesson("line").section.locator("[data-edit=paste]").click()
    for name in LESSONS:
        essay.lesson(name).rest()


WIDER_THAN_THE_PAGE = """() => [...document.querySelectorAll("body *")].filter((part) => {
  const { left, right, width } = part.getBoundingClientRect();
  const held = part.closest(".wide, .skip, .away, [hidden], math, svg, select, option");
  return width && !held && (left < -1 || right > innerWidth + 1) && getComputedStyle(part).position !== "absolute";
}).map((part) => `${part.tagName}.${part.className}: ${part.textContent.trim().slice(0, 60)}`)"""

CLIPPED = """() => [...document.querySelectorAll("button, summary, label, legend, output, th, td, a, h1, h2, h3")].filter(
  (part) => part.clientWidth && part.scrollWidth > part.clientWidth + 1
).map((part) => `${part.tagName}.${part.className}: ${part.textContent.trim().slice(0, 60)}`)"""


@thorough
@a_few(1)
@pytest.mark.parametrize("width", [320, 1200])
@pytest.mark.parametrize("code", KINDS)
def test_nothing_is_wider_than_the_page_or_clipped(
    played: Callable[[str], Essay], code: str, width: int
) -> None:
    page = played(code).page
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(WIDER_THAN_THE_PAGE) == []
    assert page.evaluate(CLIPPED) == []


@thorough
@a_few(1)
@pytest.mark.parametrize("code", KINDS)
def test_axe_finds_nothing_in_any_language(played: Callable[[str], Essay], code: str) -> None:
    page = played(code).page
    page.set_viewport_size(WIDE)
    assert violations(page, words=True) == []


@thorough
def test_markup_in_a_translation_stays_text(played: Callable[[str], Essay]) -> None:
    essay = played("en-x-hostile")
    for part in ("[data-show=sentence]", ".challenge [data-part=title]", ".mistake .why"):
        expect(essay.lesson("valley").section.locator(part)).to_contain_text("<img src=x")
    assert essay.page.locator('img[src="x"], [onerror]').count() == 0
    assert essay.complaints == []


SAID = """() => {
  const said = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: around, nodeValue } = walker.currentNode;
    if (!around.closest("script, style, noscript, py-config, mpy-config, math, nav.languages, cite, code, kbd, textarea, [data-worked-out]")) said.add(nodeValue.trim());
  }
  for (const name of ["aria-label", "aria-valuetext", "aria-description", "aria-roledescription", "title", "alt", "placeholder"])
    for (const part of document.querySelectorAll(`[${name}]`)) said.add(part.getAttribute(name));
  return [...said].filter((text) => /[A-Za-z]{3,}/.test(text));
}"""
NAMES = {giant.name for giant in GIANTS} | {"lr", "tau"}


def test_no_english_is_left_on_the_live_page(played: Callable[[str], Essay]) -> None:
    said = [text for text in played("he").page.evaluate(SAID) if not any(name in text for name in NAMES)]
    assert [text for text in said if re.search("[A-Za-z]{3,}", unlearned(text))] == []


def test_where_text_runs_from_right_to_left_pictures_and_sliders_do_not(
    played: Callable[[str], Essay],
) -> None:
    essay = played("he")
    page, valley = essay.page, essay.lesson("valley")
    page.set_viewport_size(WIDE)
    ways = "part => getComputedStyle(part).direction"
    assert page.locator("body").evaluate(ways) == "rtl"
    assert valley.section.locator("h2").first.evaluate(ways) == "rtl"
    assert valley.slider("x").evaluate(ways) == "ltr"
    assert valley.section.locator(".box").first.evaluate(ways) == "ltr"
    for name, value in (("ArrowRight", 1), ("ArrowLeft", -1)):
        before = valley.values[0]
        with valley.next_frame():
            valley.slider("x").press(name)
        assert (valley.values[0] - before) * value > 0


@thorough
def test_python_speaks_the_language_of_the_page(played: Callable[[str], Essay]) -> None:
    valley = played("he").lesson("valley")
    valley.pick("bowl")
    first = valley.shown("sentence").inner_text()
    valley.button("step").click()
    expect(valley.shown("sentence")).not_to_have_text(first)
    assert any("א" <= sign <= "ת" for sign in valley.shown("sentence").inner_text())
    assert "," in valley.shown("loss_shown").inner_text()
    valley.box("x").fill("1,5")
    valley.box("x").press("Enter")
    expect(valley.box("x")).to_have_value("1,50")


def test_the_browsers_language_leads_to_its_page_with_query_and_fragment(open_in: OpenIn) -> None:
    page = open_in("index.html?patience=20#line", asleep=True, locale="he-IL").page
    until(page, lambda: plain(page.url).endswith("/he.html?patience=20#line"), "the page in Hebrew is there")
    assert plain(open_in("en-x-double.html", asleep=True, locale="he-IL").page.url).endswith(
        "/en-x-double.html"
    )


def test_an_address_may_name_the_language_and_an_unknown_one_changes_nothing(open_in: OpenIn) -> None:
    page = open_in("?lang=he#line", asleep=True).page
    until(page, lambda: plain(page.url).endswith("/he.html?lang=he#line"), "the page in Hebrew is there")
    assert plain(open_in("?lang=%3Cimg%3E", asleep=True, locale="en-GB").page.url).endswith(
        "/?lang=%3Cimg%3E"
    )


@thorough
def test_the_switch_keeps_the_state_and_the_device_remembers_it(open_in: OpenIn) -> None:
    essay = open_in("#valley&v=1&valley.x=2").ready()
    page = essay.page
    page.locator("nav.languages a[hreflang=he]").click()
    until(
        page,
        lambda: plain(page.url).endswith("/he.html#valley&v=1&valley.x=2"),
        "the page in Hebrew is there",
    )
    expect(essay.ready().lesson("valley").box("x")).to_have_value("2,00")
    page.goto(page.url.split("he.html")[0])
    until(page, lambda: plain(page.url).endswith("/he.html"), "the choice is remembered")
    page.locator("[data-settings]").click()
    page.locator("nav.languages a[hreflang=en]").click()
    until(page, lambda: plain(page.url).endswith("/index.html?lang=en"), "the page in English is there")


def test_a_language_that_is_chosen_before_python_is_there_is_remembered(open_in: OpenIn) -> None:
    page = open_in("index.html?lang=en", asleep=True).page
    page.locator("nav.languages a[hreflang=he]").click()
    until(page, lambda: plain(page.url).endswith("/he.html"), "the page in Hebrew is there")
    page.goto(page.url.split("he.html")[0], wait_until="commit")
    until(page, lambda: plain(page.url).endswith("/he.html"), "the choice is remembered")


def test_without_scripts_the_switch_is_plain_links(open_in: OpenIn) -> None:
    page = open_in("he.html", java_script_enabled=False).page
    page.locator("nav.languages a[hreflang=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_files_of_other_languages_are_not_asked_for(played: Callable[[str], Essay]) -> None:
    asked = played("he").requests
    assert any("/he/words.json" in file for file in asked)
    assert not [file for file in asked if "/en-x-" in file]


OUT_OF_REACH = """() => [...document.querySelectorAll(".math.block, .maths .rule")].filter(
  (one) => one.clientWidth && one.scrollWidth > one.clientWidth + 4 && one.tabIndex < 0
).length"""


@a_few(1)
@pytest.mark.parametrize("code", translations.codes())
def test_a_translated_page_plays_in_its_language_under_its_policy_fits_a_phone_and_axe_finds_nothing(
    open_essay: OpenEssay, code: str
) -> None:
    essay = open_essay(f"{code}.html?patience=120", **PHONE).ready()
    page, valley = essay.page, essay.lesson("valley")
    expect(page.locator("html")).to_have_attribute("lang", code)
    about = translations.catalogue(code)["language"]
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    valley.box("x").fill(f"1{about['decimal']}5")
    valley.box("x").press("Enter")
    expect(valley.box("x")).to_have_value(f"1{about['decimal']}50")
    expect(valley.shown("loss_shown")).to_contain_text(about["decimal"])
    valley.press("step")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(WIDER_THAN_THE_PAGE) == []
    assert page.evaluate(CLIPPED) == []
    until(page, lambda: not page.evaluate(OUT_OF_REACH), "formulas that scroll can be reached by keyboard")
    assert violations(page, words=True) == []
    play(essay)
    assert essay.complaints == []


@a_few(2)
@pytest.mark.parametrize("page", ["index.html", *(f"{code}.html" for code in translations.codes())])
def test_the_machines_buttons_stand_in_one_row_on_a_small_laptop(open_essay: OpenEssay, page: str) -> None:
    essay = open_essay(page, asleep=True, viewport={"width": 1366, "height": 650}).loaded()
    essay.page.evaluate("document.fonts.ready.then(() => true)")
    for name in LESSONS:
        buttons = essay.lesson(name).section.locator(".machine > .buttons button")
        tops = buttons.evaluate_all("all => all.map((one) => Math.round(one.getBoundingClientRect().top))")
        assert len(tops) == 3
        assert len(set(tops)) == 1, name


def test_the_name_of_every_language_can_be_read_on_a_device_that_has_no_letters_for_it(essay: Essay) -> None:
    names = essay.page.locator("nav.languages a").all_inner_texts()
    assert len(names) == 6
    unknown = essay.page.evaluate(
        """async names => {
            await document.fonts.ready;
            const style = getComputedStyle(document.querySelector("nav.languages a"));
            const drawn = (family, text) => {
                const canvas = new OffscreenCanvas(40, 40).getContext("2d");
                canvas.font = `24px ${family}`;
                canvas.fillText(text, 4, 30);
                return canvas.getImageData(0, 0, 40, 40).data.join();
            };
            const nothing = drawn(style.fontFamily, "\\uE000"), blank = drawn(style.fontFamily, " ");
            return [...names.join("")].filter(
                sign => sign.trim() && [nothing, blank].includes(drawn(style.fontFamily, sign)));
        }""",
        names,
    )
    assert unknown == []
