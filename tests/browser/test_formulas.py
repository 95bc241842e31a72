"""Formulas are whole: nothing of a bracket, a bar or a fraction is cut by the box that lets them scroll sideways."""

import pytest

from tests.browser.conftest import OpenEssay
from tests.browser.test_large_text import OPEN
from tests.support.essay import LESSONS, Essay
from tests.support.often import a_few, thorough
from tools.languages import translations

WIDTHS = (320, 1200)
ALL = "[...document.querySelectorAll('.rule, .formula, .math.block')]"
CUT = f"""() => {ALL}.filter(part => part.checkVisibility() && part.scrollHeight > part.clientHeight)
    .map(part => `${{part.closest("section").id}} ${{part.dataset.maths ?? part.className}}: ${{part.scrollHeight}} of ${{part.clientHeight}}`)"""
SHOWN = f"() => {ALL}.filter(part => part.checkVisibility()).length"
EVERY_VARIANT = "() => document.querySelectorAll('.formula[hidden], .entry[hidden]').forEach(part => { part.hidden = false })"


def are_whole(essay: Essay) -> None:
    for width in WIDTHS:
        essay.page.set_viewport_size({"width": width, "height": 900})
        assert essay.page.evaluate(CUT) == [], width


@a_few(2)
@pytest.mark.parametrize("code", ["index", *translations.codes()])
def test_formulas_are_whole_in_every_language(open_essay: OpenEssay, code: str) -> None:
    essay = open_essay(f"{code}.html{'?lang=en' if code == 'index' else ''}", asleep=True).loaded()
    essay.page.evaluate(OPEN, True)
    essay.page.evaluate(EVERY_VARIANT)
    assert essay.page.evaluate(SHOWN) >= 20
    are_whole(essay)


def test_the_maths_of_every_lesson_are_whole_after_steps(essay: Essay) -> None:
    for name in LESSONS:
        essay.lesson(name).section.locator("details.maths summary").click()
        essay.lesson(name).press("step")
        essay.lesson(name).rest()
    are_whole(essay)


@thorough
@a_few(2)
@pytest.mark.parametrize("text", ["1/(1+x^2)", "|x|", "sqrt(1+x^2)/(2+sin(x))", "2^(x/(1+x^2))"])
def test_a_function_of_ones_own_is_whole(essay: Essay, text: str) -> None:
    valley = essay.lesson("valley")
    valley.pick("own")
    with valley.next_frame():
        valley.section.get_by_label("f(x) =").fill(text)
        valley.section.get_by_label("f(x) =").press("Enter")
    valley.rest()
    are_whole(essay)
