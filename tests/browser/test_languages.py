"""The page in other languages: stand-ins that are too long, run from right to left, or are full of markup."""

import json
import warnings
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, OpenEssay
from tests.browser.essay import Essay, until
from tests.browser.faults import PLAIN
from tools import languages, site
from tools.runtime import Runtime
from tools.server import serving
from tools.spoken import FIRST, Language

KINDS = {"en-x-double": "double", "he": "rtl", "en-x-hostile": "hostile"}
OpenIn = Callable[..., Essay]


@pytest.fixture(scope="module")
def tower(cached: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site in English and in all stand-ins."""
    english = languages.english()
    made = [Language(code, languages.stand_in(kind, english)) for code, kind in KINDS.items()]
    folder = tmp_path_factory.mktemp("tower")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # the pictures' typeface has no Hebrew
        site.build(folder, cached, print, speak=lambda: [FIRST, *made])
    with serving(folder, settings=PLAIN) as address:
        yield address


@pytest.fixture
def open_in(tower: str, open_essay: OpenEssay) -> OpenIn:
    """Open the page in a language."""
    return lambda rest="", **options: open_essay(rest, at=tower, **options)


@pytest.mark.parametrize("code", KINDS)
def test_a_phone_never_scrolls_sideways(open_in: OpenIn, code: str) -> None:
    page = open_in(f"{code}.html", **PHONE).ready().page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("code", KINDS)
def test_axe_finds_nothing_in_any_language(open_in: OpenIn, code: str) -> None:
    page = open_in(f"{code}.html").ready().page
    assert [rule["id"] for rule in json.loads(json.dumps(Axe().run(page).response["violations"]))] == []


def test_markup_in_a_translation_stays_text(open_in: OpenIn) -> None:
    essay = open_in("en-x-hostile.html").ready()
    essay.lesson("valley").button("step").click()
    expect(essay.lesson("valley").shown("sentence")).to_contain_text("<img src=x onerror=alert(1)>")
    assert essay.page.locator('img[src="x"], [onerror]').count() == 0
    assert essay.complaints == []


def test_python_speaks_the_language_of_the_page(open_in: OpenIn) -> None:
    valley = open_in("he.html").ready().lesson("valley")
    first = valley.shown("sentence").inner_text()
    valley.button("step").click()
    expect(valley.shown("sentence")).not_to_have_text(first)
    assert any("א" <= sign <= "ת" for sign in valley.shown("sentence").inner_text())
    assert "," in valley.shown("loss_shown").inner_text()
    valley.box("x").fill("1,5")
    valley.box("x").press("Enter")
    expect(valley.box("x")).to_have_value("1,50")


def test_the_browsers_language_leads_to_its_page_with_query_and_fragment(open_in: OpenIn) -> None:
    page = open_in("index.html?patience=20#line", locale="he-IL").page
    until(page, lambda: page.url.endswith("/he.html?patience=20#line"), "the page in Hebrew is there")
    assert open_in("en-x-double.html", locale="he-IL").page.url.endswith("/en-x-double.html")


def test_an_address_may_name_the_language_and_an_unknown_one_changes_nothing(open_in: OpenIn) -> None:
    page = open_in("?lang=he#line").page
    until(page, lambda: page.url.endswith("/he.html?lang=he#line"), "the page in Hebrew is there")
    assert open_in("?lang=%3Cimg%3E", locale="en-GB").page.url.endswith("/?lang=%3Cimg%3E")


def test_the_switch_keeps_the_state_and_the_device_remembers_it(open_in: OpenIn) -> None:
    essay = open_in("#valley&v=1&valley.x=2").ready()
    page = essay.page
    page.locator("nav.languages a[hreflang=he]").click()
    until(page, lambda: page.url.endswith("/he.html#valley&v=1&valley.x=2"), "the page in Hebrew is there")
    expect(essay.ready().lesson("valley").box("x")).to_have_value("2,00")
    page.goto(page.url.split("he.html")[0])
    until(page, lambda: page.url.endswith("/he.html"), "the choice is remembered")
    page.locator("nav.languages a[hreflang=en]").click()
    until(page, lambda: page.url.endswith("/index.html?lang=en"), "the page in English is there")


def test_without_scripts_the_switch_is_plain_links(open_in: OpenIn) -> None:
    page = open_in("he.html", java_script_enabled=False).page
    page.locator("nav.languages a[hreflang=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_files_of_other_languages_are_not_asked_for(open_in: OpenIn) -> None:
    asked = (
        open_in("he.html").ready().page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    )
    assert any("/he/words.json" in file for file in asked)
    assert not [file for file in asked if "/en-x-" in file]
