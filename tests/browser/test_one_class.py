"""One class, one model: four groups at home, and a class whose codes go from page to page."""

import base64
import inspect
import json
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from downhill.together.averaging import together
from downhill.together.model_code import Model, decode
from tests.browser.conftest import OpenEssay
from tests.support.axe import violations_light_and_dark
from tests.support.essay import PATIENCE

PLACE = "ten-thousand"
LONG = 3 * PATIENCE
MEDIAN = "def together(models, steps, way):\n    return np.median(models, axis=0)"
ENDLESS = "def together(models, steps, way):\n    while True:\n        pass"


def loss_of(mean: Locator) -> float:
    return float(mean.get_attribute("data-loss") or "nan")


def of_teacher(page: Page) -> Locator:
    """The part of a teacher's table, opened."""
    page.locator("#teacher [data-door=collect] > summary").click()
    part = page.locator("#teacher [data-class-part]")
    part.locator("summary").first.click()
    return part


def trained(page: Page, group: int) -> str:
    """The code of a group, which is trained with the page's own button."""
    part = page.locator(f"#{PLACE} .mine")
    part.locator("[name=class-group]").fill(str(group))
    part.locator("[data-class-do=train]").click()
    expect(page.locator(f"#{PLACE}")).to_have_attribute("data-experiment", "class")
    code = part.locator("[data-model-code]")
    expect(page.locator(f"#{PLACE}")).to_have_attribute("data-steps", "300", timeout=LONG)
    expect(code).to_be_visible(timeout=LONG)
    expect(part.locator(".cost")).to_contain_text("9,957 weights has 4 bits")
    return code.input_value()


CAMERA = """pictures => {
    const canvas = Object.assign(document.createElement("canvas"), {width: 1280, height: 720});
    const brush = canvas.getContext("2d");
    const loaded = pictures.map(data => Object.assign(new Image(), {src: `data:image/png;base64,${data}`}));
    let at = 0;
    setInterval(() => brush.drawImage(loaded[at++ % loaded.length], 300, 60, 600, 600), 150);
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20);
}"""
"""Gives a page a camera that sees pictures, one after another."""


def qr_codes(page: Page) -> list[bytes]:
    """Pictures of the QR codes of a group's code, in the order in which they play."""
    handed = page.locator(f"#{PLACE} .mine .handed")
    handed.locator("[data-class-do=codesShown]").click()
    number = handed.locator("figcaption")
    expect(number).to_have_text(re.compile(r"QR code \d+ of \d+"), timeout=PATIENCE)
    handed.locator("[data-codes-next]").click()
    expect(handed.locator("[data-codes-pause]")).to_have_attribute("aria-pressed", "true")
    found: dict[int, bytes] = {}
    while True:
        at, count = map(int, re.findall(r"\d+", number.inner_text()))
        if at in found:
            assert sorted(found) == [*range(1, count + 1)]
            return [found[each] for each in sorted(found)]
        found[at] = handed.locator(".codes svg").screenshot()
        handed.locator("[data-codes-next]").press("Enter")


def test_four_groups_are_played_by_keyboard_and_each_round_is_better_than_the_last(
    open_essay: OpenEssay,
) -> None:
    essay = open_essay("?class=demo", beats=True).ready()
    page = essay.page
    part = page.locator(f"#{PLACE} .at-home")
    expect(part.locator("h4")).to_be_focused(timeout=LONG)
    page.keyboard.press("Tab")
    expect(part.locator("[data-class-do=play]")).to_be_focused()
    python = part.locator("[name=class-python]")
    expect(python).to_have_value(inspect.getsource(together))
    mean = part.locator("[data-class-mean]")
    losses = []
    for turn in (1, 2):
        page.keyboard.press("Enter")
        expect(mean).to_have_attribute("data-round", str(turn), timeout=LONG)
        expect(part).to_have_attribute("aria-busy", "false", timeout=LONG)
        losses.append(loss_of(mean))
    expect(mean).to_have_attribute("data-groups", "4")
    assert losses[1] < losses[0] < 3
    expect(part.locator(".told")).to_contain_text("beats the best single model")
    expect(part.locator("tr[data-kind=group]")).to_have_count(4)
    page.emulate_media(media="print")
    expect(mean.locator("table")).to_be_visible()
    expect(page.locator("main h3:visible, main h2:visible, footer:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    part.locator(".apart summary").press("Enter")
    part.locator("[data-class-do=apart]").press("Enter")
    expect(part.locator("[name=class-apart]").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(part.locator("[name=class-apart]:checked")).to_have_value("worse")
    part.locator("[data-class-do=apart]").press("Enter")
    expect(part.locator(".apart .came")).to_contain_text(
        "worse than every group. You guessed right.", timeout=LONG
    )
    assert violations_light_and_dark(page) == []
    part.locator(".poison summary").press("Enter")
    part.locator("[data-class-do=poison]").press("Enter")
    expect(part.locator(".poison .came")).to_contain_text("mean: it takes 3. You guessed 1.", timeout=LONG)
    part.locator(".averaging summary").press("Enter")
    for wrong, why in ((ENDLESS, "did not come to an end"), ("x = 1", "together"), (MEDIAN + ")", "Line ")):
        python.fill(wrong)
        part.locator("[data-class-do=use]").press("Enter")
        expect(part.locator(".averaging .came")).to_contain_text(why, timeout=LONG)
        expect(python).to_have_value(wrong)
        expect(python).to_have_attribute("aria-invalid", "true")
    python.fill(MEDIAN)
    part.locator("[data-class-do=use]").press("Enter")
    expect(part.locator(".averaging .came")).to_contain_text("Your code runs.", timeout=LONG)
    part.locator("[data-class-do=poison]").press("Enter")
    expect(part.locator(".poison .came")).to_contain_text("your code: it takes ", timeout=LONG)
    assert violations_light_and_dark(page) == []
    part.locator("[data-class-do=swap]").press("Enter")
    expect(part.locator(".averaging .came")).to_contain_text("The page’s code is used again.", timeout=LONG)
    expect(python).to_have_value(inspect.getsource(together))
    part.locator("[data-class-do=swap]").press("Enter")
    expect(python).to_have_value(MEDIAN)
    with page.expect_download() as download:
        part.locator("[data-class-do=note]").press("Enter")
    notebook = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    sources = ["".join(cell["source"]) for cell in notebook["cells"]]
    assert any(MEDIAN in source for source in sources)
    assert any("def backward(" in source for source in sources)
    assert page.locator(f"#{PLACE}").get_attribute("data-steps") == "0"
    assert essay.complaints == []


def test_code_that_nothing_can_stop_is_told_and_stays(open_essay: OpenEssay) -> None:
    part = open_essay("?class=demo", beats=True).ready().page.locator(f"#{PLACE} .at-home")
    part.locator("[data-class-do=play]").press("Enter")
    expect(part.locator("[data-class-mean]")).to_have_attribute("data-round", "1", timeout=LONG)
    part.locator(".averaging summary").press("Enter")
    python = part.locator("[name=class-python]")
    python.fill("def together(models, steps, way):\n    return sum(iter(int, 1))")
    part.locator("[data-class-do=use]").press("Enter")
    expect(part.locator(".averaging .came")).to_contain_text("Copy it if you need it", timeout=LONG)
    expect(python).to_have_value(re.compile("iter"))


def test_two_pages_make_codes_a_third_puts_them_together_and_both_go_on(
    open_essay: OpenEssay, tmp_path: Path
) -> None:
    groups = {number: open_essay("?class=3", beats=True).ready() for number in (1, 2)}
    codes = {number: trained(essay.page, number) for number, essay in groups.items()}
    teacher = open_essay("?teacher").ready()
    part = of_teacher(teacher.page)
    part.locator("[name=class-seed]").fill("3")
    part.locator("[name=class-seed]").press("Tab")
    expect(part.locator("[name=class-link]")).to_have_value(re.compile(r"\?class=3&lang=en$"))
    wrapped = "\n> ".join(re.findall(".{1,60}", codes[1]))
    field = part.locator("[data-class-codes]")
    field.fill(f"Hello!\n> {wrapped}\n\n{codes[1][:-5]}\n{codes[1]}")
    part.locator("[data-class-do=add]").click()
    told = part.locator(".told").first
    expect(told).to_contain_text("Codes read: 1.", timeout=LONG)
    expect(told).to_contain_text("this code is cut off or changed")
    expect(told).to_contain_text("group 1: it is there already.")
    file = tmp_path / "group-2.txt"
    file.write_text("rubbish " * 1_300_000, encoding="utf-8")
    part.locator("[type=file]").set_input_files(file)
    expect(told).to_contain_text("There is no code of a model in this text.")
    pictures = qr_codes(groups[2].page)
    assert violations_light_and_dark(groups[2].page) == []
    files = [tmp_path / f"{number}.png" for number in range(len(pictures))]
    for picture, data in zip(files, pictures, strict=True):
        picture.write_bytes(data)
    part.locator("[type=file]").set_input_files([*files[1:], files[0]])
    mean = part.locator("[data-class-mean]")
    expect(mean).to_have_attribute("data-groups", "2", timeout=LONG)
    expect(mean).to_have_attribute("data-round", "1")
    first = loss_of(mean)
    expect(told).to_contain_text("beats the best single model")
    assert violations_light_and_dark(teacher.page) == []
    back = part.locator("[name=class-mean]").input_value()
    sent = decode(back)
    assert isinstance(sent, Model)
    assert (sent.groups, sent.round, sent.seed) == (2, 1, 3)
    part.locator("[data-class-do=next]").click()
    expect(told).to_contain_text("Round 2: the models go on from the mean.")

    again = {}
    for number, essay in groups.items():
        essay.page.locator(".mine [name=class-mean]").fill(f"Your model: {back}")
        expect(essay.page.locator(".mine .from")).to_contain_text("model of round 1")
        again[number] = trained(essay.page, number)
        essay.page.locator(".mine [data-class-do=back]").click()
        expect(essay.page.locator(f"#{PLACE}")).to_have_attribute("data-steps", "0")
        assert essay.complaints == []
    field.fill("\n".join([codes[1], again[1]]))
    part.locator("[data-class-do=add]").click()
    expect(mean).to_have_attribute("data-round", "2", timeout=LONG)
    expect(told).to_contain_text("group 1: it belongs to another round")
    shown = [base64.b64encode(data).decode() for data in qr_codes(groups[2].page)]
    teacher.page.evaluate(CAMERA, shown)
    part.locator("[data-class-do=film]").press("Enter")
    expect(part.locator("video")).to_be_visible(timeout=PATIENCE)
    expect(mean).to_have_attribute("data-groups", "2", timeout=LONG)
    part.locator("[data-class-do=film]").press("Enter")
    expect(part.locator("video")).to_be_hidden()
    teacher.page.evaluate("() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(Error()) }")
    part.locator("[data-class-do=film]").press("Enter")
    expect(told).to_contain_text("No camera can be used here.")
    assert loss_of(mean) < first
    assert teacher.complaints == []


def test_four_numbers_a_group_are_typed_and_the_mean_gets_both_sentences_right(open_essay: OpenEssay) -> None:
    essay = open_essay("?teacher").ready()
    part = of_teacher(essay.page)
    paper = part.locator(".paper")
    paper.locator("summary").press("Enter")
    link = paper.locator("[name=paper-link]")
    expect(link).to_have_value(re.compile("#next-word&v=2&"), timeout=LONG)
    rows = paper.locator("[name=paper-rows]")
    typed = "Ada: 1,1 0 0 0\n0 0 0\n0; 0; 0.2; 0.8"
    rows.fill(typed)
    rows.press("Tab")
    essay.page.keyboard.press("Enter")
    shown = paper.locator("tbody tr")
    expect(shown).to_have_count(3, timeout=PATIENCE)
    assert shown.all_inner_texts() == [
        "Ada\t73% ✓\t45%",
        "Group 3\t40%\t66% ✓",
        "All 2 together\t57% ✓\t56% ✓",
    ]
    expect(paper.locator("[data-kind=mean]")).to_have_count(1)
    told = paper.locator(".came")
    expect(told).to_contain_text("both sentences right. Groups that do so alone: 0 of 2.")
    expect(told).to_contain_text("Row 2: it takes 4 numbers, and this is 3.")
    expect(rows).to_have_value(typed)
    expect(rows).to_have_attribute("aria-invalid", "true")
    assert violations_light_and_dark(essay.page) == []
    assert essay.complaints == []
    address = link.input_value()
    group = open_essay(address[address.index("?") :]).ready()
    sliders = group.page.locator("#next-word .slider input[type=range]:visible")
    expect(sliders).to_have_count(4)
    assert [slider.input_value() for slider in sliders.all()] == ["0"] * 4


TEXT = " ".join(
    f"The {animal} {verb} in the {place} today."
    for animal, verb in (("dog", "sleeps"), ("cat", "sings"), ("horse", "runs"), ("bird", "waits"))
    for place in ("garden", "river", "kitchen", "forest", "street")
)
LISTED = f"{TEXT} A teacher made this up for my class."


def test_a_group_learns_its_own_text_with_the_words_of_a_teacher_who_collects(open_essay: OpenEssay) -> None:
    teacher = open_essay("?teacher").ready()
    part = of_teacher(teacher.page)
    fold = part.locator(".words")
    fold.locator("summary").press("Enter")
    own, link = part.locator("[name=class-teach]"), part.locator("[name=class-link]")
    own.fill("Too short.")
    expect(fold.get_by_role("status")).to_contain_text("This has 2 words.", timeout=LONG)
    expect(own).to_have_attribute("aria-invalid", "true")
    own.fill(LISTED)
    expect(fold.get_by_role("status")).to_contain_text("Read: 24 different words, 21 sentences.")
    expect(link).to_have_value(re.compile(r"\?class=1&lang=en#words=A\+bird\+cat\+class\+dog\+"))
    assert violations_light_and_dark(teacher.page) == []
    address = link.input_value()
    group = open_essay(address[address.index("?") :], beats=True).ready()
    mine = group.page.locator(f"#{PLACE} .mine")
    expect(mine.locator(".list")).to_contain_text("its own word list: 24 words", timeout=LONG)
    text = mine.locator("[name=class-text]")
    mine.locator("[data-class-do=train]").click()
    expect(text).to_be_focused(timeout=LONG)
    text.fill(f"{TEXT} The zebra sleeps.")
    expect(mine.locator(".of-text")).to_contain_text("read as unknown (□): zebra.")
    expect(mine.locator(".of-text")).to_contain_text("enough to learn from")
    assert violations_light_and_dark(group.page) == []
    mine.locator("[data-class-do=train]").click()
    code = mine.locator("[data-model-code]")
    expect(code).to_be_visible(timeout=LONG)
    expect(mine.locator(".cost")).to_contain_text("sentences of your text")
    part.locator("[data-class-codes]").fill(code.input_value())
    part.locator("[data-class-do=add]").click()
    expect(part.locator("[data-class-mean]")).to_have_attribute("data-groups", "1", timeout=LONG)
    expect(part.locator("tr[data-kind=group]")).to_contain_text("The dog")
    expect(part.locator("[data-class-do=compare]")).to_be_hidden()
    part.locator("[data-class-do=forget]").click()
    expect(own).to_have_value("")
    expect(link).to_have_value(re.compile(r"\?class=1&lang=en$"))
    assert group.complaints == teacher.complaints == []


def test_a_damaged_word_list_is_told_and_the_topics_stay(open_essay: OpenEssay) -> None:
    essay = open_essay("?class=3&lang=en#words=DOG+dog+%3Cb%3E%00", beats=True).ready()
    mine = essay.page.locator(f"#{PLACE} .mine")
    expect(mine.locator(".list")).to_contain_text("The word list in this link is damaged.", timeout=LONG)
    expect(mine.locator(".of-group")).to_contain_text("Your topic: pets.")
    expect(mine.locator("[name=class-text]")).to_be_hidden()
    assert essay.complaints == []
