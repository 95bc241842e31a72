"""The page as one file, opened from a folder of the disk without a network: it does what the served page does."""

from collections.abc import Iterator
from pathlib import Path
from socket import socket

import pytest
from playwright.sync_api import expect

from downhill.lessons import all_lessons, all_models
from downhill.session.fragment import encode
from downhill.text.format import PAGE
from tests.browser.conftest import OpenEssay
from tests.browser.test_firefox import LIT
from tests.browser.test_python_edited import OWN, do, panel
from tests.browser.test_takeaway import saved, unfold
from tests.conftest import once
from tests.support.essay import Essay, until
from tests.support.firefox import Firefox, Tab
from tests.support.firefox import until as until_in_firefox
from tests.support.often import thorough
from tools.languages import translations
from tools.single import single_file

FOLDER = "Ein Ördner"
LARGEST = {False: 28e6, True: 15e6}
"""Bytes of a file, by whether it is packed."""
PICTURES = (("png", b"\x89PNG"), ("svg", b"<?xml"), ("csv", b"place,"))
CODE = (("py", b"import statistics"), ("ipynb", b'"nbformat"'))
"""What is saved, and how it begins or what is in it."""
LESSON, MODEL = all_lessons()[0], all_models()[0]
WAYS_OUT = """async address => {
    const seen = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => seen.push(effectiveDirective));
    await fetch(address, { mode: "no-cors" }).catch(() => {});
    navigator.sendBeacon(address);
    const image = new Image();
    await new Promise((resolve) => { image.onerror = resolve; image.src = address; });
    await import(address).catch(() => {});
    const worker = new Worker(URL.createObjectURL(new Blob([
        `addEventListener("securitypolicyviolation", ({ effectiveDirective }) => postMessage(effectiveDirective));
         fetch("${address}", { mode: "no-cors" });`,
    ])));
    seen.push(await new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(`worker: ${data}`); }));
    return seen;
}"""
"""What a script may try; returns the rules of the policy that have refused it."""


def written(site: Path, out: Path) -> None:
    for name, code, packed in (("whole", "en", False), ("small", "zh-Hans", True), ("de", "de", False)):
        size = single_file.write(site, out / f"{name}.html", code, packed)
        assert size < LARGEST[packed]


@pytest.fixture(scope="module")
def folder(site: Path, common: Path) -> Path:
    """A folder with a blank and an umlaut in its name, with files in it."""
    return once(common, FOLDER, lambda out: written(site, out))


@pytest.fixture
def opened(open_essay: OpenEssay, folder: Path) -> Iterator[Essay]:
    """The English file, opened by a deep link in a dark theme; in the end nothing was asked for but itself."""
    link = encode("line", {"line.code": f"import statistics\n\n{OWN}", "line.m": 140.0})
    essay = open_essay(f"?theme=dark#{link}", at=(folder / "whole.html").as_uri(), offline=True).ready()
    yield essay
    assert asked(essay) == {"whole.html"}
    assert essay.complaints == []


def asked(essay: Essay) -> set[str]:
    """The names of what was asked for, but for addresses of the page's own."""
    others = [url for url in essay.requests if not url.startswith(("blob:", "data:"))]
    return {url.partition("?")[0].rpartition("/")[2] if url.startswith("file:") else url for url in others}


@thorough
def test_one_file_plays_trains_saves_and_runs_a_readers_code(opened: Essay) -> None:
    essay = opened
    lesson, line = essay.lesson(LESSON.id), essay.lesson("line")
    assert line.values[0] == 140
    assert essay.page.evaluate("document.documentElement.dataset.theme") == "dark"
    before = line.pixels()
    line.set("m", 150)
    assert (line.pixels() != before).any()
    until(essay.page, lambda: "line.m=150" in essay.page.evaluate("location.hash"), "the address is written")
    with lesson.next_frame():
        lesson.button("play").click()
    lesson.rest()
    model = essay.lesson(MODEL.id)
    model.button("play").scroll_into_view_if_needed()
    model.button("play").click()
    until(essay.page, lambda: int(model.section.get_attribute("data-steps") or 0) >= 10, "it trains")
    model.button("play").click()

    unfold(line)
    for kind, beginning in PICTURES:
        name, data = saved(line, line.section.locator(f"[data-take={kind}]").click)
        assert name.endswith(f".{kind}")
        assert data.startswith(beginning)
    expect(panel(line).locator(".cm-content")).to_contain_text("import statistics")
    do(line, "run").click()
    expect(panel(line)).to_have_attribute("data-code-state", "changed")
    for kind, beginning in CODE:
        name, data = saved(line, do(line, f"save-{kind}").click)
        assert name.endswith(f".{kind}")
        assert beginning in data


def test_the_small_file_in_chinese_starts_from_its_pack_and_tells_what_it_lacks(
    open_essay: OpenEssay, folder: Path
) -> None:
    link = encode("line", {"line.code": f"import numpy.fft\n\n{OWN}"})
    essay = open_essay(f"?embed=1#{link}", at=(folder / "small.html").as_uri(), offline=True).ready()
    line, words = essay.lesson("line"), translations.catalogue("zh-Hans")
    expect(line.section.locator("h2")).to_have_text(words["line"]["title"])
    do(line, "run").click()
    expect(panel(line)).to_have_attribute("data-code-state", "mistaken")
    assert asked(essay) == {"small.html"}


def test_the_served_page_hands_out_its_file_and_tells_how_large_it_is(essay: Essay) -> None:
    link = essay.page.locator("footer .single a")
    with essay.page.expect_download() as waiting:
        link.click()
    data = Path(waiting.value.path()).read_bytes()
    assert waiting.value.suggested_filename == "downhill.html"
    assert single_file.MARK in data[: single_file.NEAR]
    expect(link).to_contain_text(f"{len(data) / 1e6:.0f} MB")


@thorough
@pytest.mark.parametrize("rest", ["?teacher", "?start=packed", "?lang=de", "?patience=0.1"])
def test_one_file_opens_by_every_switch_in_its_address(
    open_essay: OpenEssay, folder: Path, rest: str
) -> None:
    essay = open_essay(rest, at=(folder / "whole.html").as_uri(), offline=True).ready()
    expect(essay.page.locator("#failure")).to_be_hidden()
    expect(essay.page.locator("nav.languages, link[hreflang]")).to_have_count(0)
    assert essay.complaints == [] or "patience" in rest
    if rest == "?teacher":
        expect(essay.page.locator("#teacher .door:visible")).to_have_attribute("data-door", "collect")
        essay.page.locator("#teacher [data-door=collect] > summary").click()
        expect(essay.page.locator("#teacher .collect")).to_be_visible()
    essay.page.locator("[data-next=ask]").click()
    essay.page.locator("[data-next=yes]").click()
    expect(essay.page.locator("#next-done")).to_have_text(PAGE["next.done"])
    assert essay.page.evaluate("location.search") == ""


def test_nothing_in_one_file_gets_out(open_essay: OpenEssay, folder: Path) -> None:
    essay = open_essay("?embed=1#valley", at=(folder / "whole.html").as_uri()).ready()
    with socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        refused = essay.page.evaluate(WAYS_OUT, f"http://127.0.0.1:{listener.getsockname()[1]}/")
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert {"connect-src", "img-src", "script-src-elem", "worker: connect-src"} <= set(refused)


@thorough
def test_one_file_in_german_plays_trains_saves_and_runs_a_readers_code_in_firefox(
    fox: Firefox, folder: Path
) -> None:
    link = encode("line", {"line.m": 140.0, "line.code": f"import statistics\n\n{OWN}"})
    code, place = "#line [data-code]", f"#{LESSON.id} canvas"
    tab = Tab(fox, f"{(folder / 'de.html').as_uri()}?all&tempo=fast#{link}").ready()
    assert float(tab.run("() => document.querySelector('#line [name=m]').value")) == 140
    tab.run("place => document.querySelector(place).scrollIntoView({ block: 'center' })", place)
    until_in_firefox(lambda: bool(tab.run(LIT, place)), "it is painted")
    before = tab.pixels(place)
    tab.press(f"#{LESSON.id} [name={LESSON.sliders[0].name}]", "ArrowRight")
    until_in_firefox(lambda: bool((tab.pixels(place) != before).any()), "the picture follows")
    tab.press(f"#{MODEL.id} [data-action=play]", "Enter")
    steps = "id => Number(document.getElementById(id).dataset.steps)"
    until_in_firefox(lambda: tab.run(steps, MODEL.id) >= 10, "it trains")
    tab.press(f"#{MODEL.id} [data-action=play]", "Enter")
    shown = "place => document.querySelector(`${place} .cm-content`)?.textContent ?? ''"
    until_in_firefox(lambda: "import statistics" in tab.run(shown, code), "the editor shows the code")
    tab.press(f"{code} [data-code-do=run]", "Enter")
    state = "place => document.querySelector(place).dataset.codeState"
    until_in_firefox(lambda: tab.run(state, code) == "changed", "the code runs")
    for kind, beginning in (*PICTURES, *CODE):
        button = f"#line :is([data-take={kind}], [data-code-do=save-{kind}])"
        tab.run("button => document.querySelector(button).click()", button)

        def is_saved(ending: str = f"*.{kind}", beginning: bytes = beginning) -> bool:
            return any(beginning in file.read_bytes() for file in fox.folder.glob(ending))

        until_in_firefox(is_saved, f"its .{kind} is saved")
    asked = tab.run("() => performance.getEntriesByType('resource').map(({ name }) => name.split(':')[0])")
    assert set(asked) <= {"blob", "data"}
    assert fox.complaints == []
