"""A text of the reader's own: pasted, opened or brought by a link, learned by a copy, and left again."""

import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from downhill.session.fragment import encode
from tests.browser.conftest import OpenEssay
from tests.support.axe import violations
from tests.support.essay import PATIENCE, Essay, until
from tests.training.test_own_text import SONG

PLACE = "ten-thousand"


class Panel:
    """The panel of a text of the reader's own, opened."""

    def __init__(self, essay: Essay) -> None:
        self.page, self.section = essay.page, essay.page.locator(f"#{PLACE}")
        self.element = self.section.locator(".own-text")
        self.text, self.note = self.element.locator("[data-own-text]"), self.element.locator(".note")

    def open(self) -> "Panel":
        self.section.locator("[data-tools]").first.click()
        self.element.locator("summary").click()
        return self

    def do(self, what: str) -> Locator:
        return self.element.locator(f"[data-text-do={what}]")

    def use(self, text: str) -> None:
        self.text.fill(text)
        self.do("use").click()

    def rests_at(self, steps: int) -> None:
        expect(self.section).to_have_attribute("data-steps", str(steps), timeout=2 * PATIENCE)
        until(self.page, lambda: "." in (self.element.locator(".copied").text_content() or ""), "it is told")


def test_a_pasted_text_is_learned_by_a_copy_and_the_filled_button_brings_the_readers_model_back(
    open_essay: OpenEssay, tmp_path: Path
) -> None:
    essay = open_essay(f"#{PLACE}", beats=True).ready()
    panel = Panel(essay).open()
    panel.use("only three words")
    expect(panel.note).to_have_text("This has 3 words. The model needs at least 20.")
    expect(panel.text).to_be_focused()
    assert panel.section.get_attribute("data-corpus") is None

    panel.use(SONG)
    expect(panel.section).to_have_attribute("data-corpus", "own")
    expect(panel.section).to_have_attribute("data-experiment", "own")
    expect(panel.note).to_be_hidden()
    panel.rests_at(1800)
    assert float(panel.section.get_attribute("data-copied") or 0) > 0.5
    expect(panel.element.locator(".stopped")).to_contain_text("Too late.")
    lit = panel.element.locator(".lit button:has(mark)").first
    expect(lit).to_be_visible()
    lit.click()
    where = panel.element.locator(".stands").inner_text().removeprefix("In your text: ")
    assert where.rstrip(".").casefold() in SONG.casefold()
    assert violations(essay.page) == []

    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(4000))
    panel.element.locator("[type=file]").set_input_files(picture)
    expect(panel.note).to_contain_text("This isn’t plain text")
    expect(panel.text).to_have_value(SONG)
    assert panel.section.get_attribute("data-steps") == "1800"
    file = tmp_path / "song.md"
    file.write_text("\ufeff" + SONG.upper(), encoding="utf-8")
    panel.element.locator("[type=file]").set_input_files(file)
    expect(panel.text).to_have_value(SONG.upper())
    panel.rests_at(1800)

    panel.section.locator(".tools [data-close]").click()
    panel.section.locator("[data-primary]").click()
    expect(panel.section).to_have_attribute("data-steps", "0")
    for name in ("data-corpus", "data-copied", "data-experiment"):
        assert panel.section.get_attribute(name) is None
    assert essay.complaints == []


def test_a_link_brings_a_text_that_does_nothing_until_the_button_is_pressed(open_essay: OpenEssay) -> None:
    essay = open_essay("#" + encode(PLACE, {f"{PLACE}.text": SONG}), beats=True).ready()
    panel = Panel(essay)
    expect(panel.section).to_have_attribute("data-corpus", "brought")
    assert panel.section.get_attribute("data-steps") == "0"
    panel.open()
    expect(panel.text).to_have_value(SONG)
    expect(panel.element.locator(".brought")).to_be_visible()
    panel.do("use").click()
    expect(panel.section).to_have_attribute("data-corpus", "own")
    panel.do("back").click()
    expect(panel.section).to_have_attribute("data-corpus", "brought")
    assert essay.complaints == []


def test_a_story_fills_an_empty_field_only_and_its_lines_wrap(open_essay: OpenEssay) -> None:
    essay = open_essay(f"#{PLACE}", beats=True).ready()
    panel = Panel(essay).open()
    panel.do("story").click()
    expect(panel.text).to_have_value(re.compile("^Every summer my grandmother"), timeout=PATIENCE)
    assert panel.text.evaluate("area => area.scrollWidth <= area.clientWidth")
    panel.text.fill("mine")
    panel.do("story").click()
    expect(panel.note).to_have_text("There is a text in the field. Clear it first.")
    expect(panel.text).to_have_value("mine")
    assert violations(essay.page) == []


def test_what_its_text_does_not_say_is_answered_too_and_asking_changes_no_weight(
    open_essay: OpenEssay,
) -> None:
    essay = open_essay(f"#{PLACE}", beats=True).ready()
    section = essay.page.locator(f"#{PLACE}")
    section.locator("[data-tools]").first.click()
    panel = section.locator(".answers")
    panel.locator("summary").click()
    field, rows = panel.locator("[data-asked]"), panel.locator("tbody tr")
    expect(field).to_have_value("I pet the plane")
    field.press("Enter")
    expect(rows).to_have_count(1, timeout=PATIENCE)
    expect(rows.first).to_have_attribute("data-stands", "false")
    expect(rows.first).to_contain_text("I pet the plane")
    expect(section).to_have_attribute("data-changed", "0")
    expect(panel.locator(".told li").first).to_have_text(
        re.compile(r"Questions: 1\. Weights changed by them: 0 of \S+\.")
    )
    field.fill("I pet the unicorn")
    panel.get_by_role("button").click()
    expect(panel.locator(".note")).to_contain_text("“unicorn” is not in its text")
    expect(rows).to_have_count(1)
    assert violations(essay.page) == []
    assert essay.complaints == []


def test_a_changed_text_is_learned_by_a_copy_beside_the_readers_own_model(open_essay: OpenEssay) -> None:
    essay = open_essay(f"#{PLACE}&v=2&{PLACE}.steps=1000", beats=True).ready()
    section = essay.page.locator(f"#{PLACE}")
    expect(section).to_have_attribute("data-steps", "1000", timeout=2 * PATIENCE)
    section.locator("[data-tools]").first.click()
    panel = section.locator(".changed-text")
    panel.locator("summary").click()
    panel.locator("[type=range]").fill("40")
    panel.locator("[data-change=lies]").click()
    expect(section).to_have_attribute("data-poison", "40")
    expect(section).to_have_attribute("data-steps", "1800", timeout=2 * PATIENCE)
    expect(panel.locator(".came")).to_contain_text("40 lies are enough. And the test doesn’t show it")
    assert [row.split("\t")[0] for row in panel.locator("tbody tr").all_inner_texts()] == ["cat", "plane"]
    expect(panel.locator(".came")).to_contain_text(
        "You tried 40 first. The fewest so far that were enough: 40."
    )
    panel.locator("[data-change='tilt she']").click()
    expect(section).to_have_attribute("data-tilt", "she")
    expect(panel.locator(".came")).to_contain_text("times as likely as “He flew”", timeout=2 * PATIENCE)
    assert violations(essay.page) == []
    panel.locator("[data-change=back]").click()
    expect(section).to_have_attribute("data-steps", "1000")
    for name in ("data-poison", "data-tilt", "data-experiment"):
        assert section.get_attribute(name) is None
    assert essay.complaints == []
