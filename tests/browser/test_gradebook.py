"""The package in a platform: what that is told, what comes back at the next visit, and what does it no harm."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, expect

from downhill.session.fragment import decode, encode
from downhill.text.format import PAGE
from tests.browser.conftest import NOTHING_AWAKE, NOTHING_KEPT, NOTHING_LATER, WIDE
from tests.conftest import once
from tests.support import gradebook
from tests.support.essay import PATIENCE, until
from tests.support.faults import PLAIN
from tests.support.gradebook import MARKS, PLACE, Platform
from tests.support.often import a_few
from tests.support.take_overs import TAKE_OVER
from tools.server.server import serving

STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.completion_status"}
CORE = {"1.2": "cmi.core.", "2004": "cmi."}
SUSPEND = "cmi.suspend_data"


class OpenPlatform(Protocol):
    """Opens a platform in a new profile, or in that of another one; Python sleeps unless it is `awake`."""

    def __call__(self, beside: Platform | None = None, awake: bool = False, **given: Any) -> Platform: ...


@pytest.fixture(scope="session")
def platform_folder(site: Path, common: Path) -> Path:
    """The files of a platform and its packages."""
    return once(common, "gradebook", lambda out: gradebook.write(site, out))


@pytest.fixture
def open_platform(browser: Browser, platform_folder: Path) -> Iterator[OpenPlatform]:
    with ExitStack() as stack:
        address = stack.enter_context(serving(platform_folder, settings=PLAIN))

        def opener(beside: Platform | None = None, awake: bool = False, **given: Any) -> Platform:
            context = beside.page.context if beside else browser.new_context(viewport=WIDE)
            if not beside:
                stack.callback(context.close)
                for script in (NOTHING_LATER, NOTHING_KEPT, *([] if awake else [NOTHING_AWAKE])):
                    context.add_init_script(script)
            return Platform(context, address, **given)

        yield opener


def results(cmi: dict[str, str]) -> list[tuple[str, str]]:
    """Names and results of the attempts that a platform has kept."""
    count = sum(name.startswith("cmi.interactions.") and name.endswith(".id") for name in cmi)
    return [(cmi[f"cmi.interactions.{n}.id"], cmi[f"cmi.interactions.{n}.result"]) for n in range(count)]


@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_a_visit_is_told_in_words_that_the_platform_takes(open_platform: OpenPlatform, version: str) -> None:
    core, wrong = CORE[version], {"1.2": "wrong", "2004": "incorrect"}[version]
    platform = open_platform(version=version, rest=f"#{PLACE}")
    platform.until("platform.commits >= 1", "the beginning is committed")
    assert platform.told("kept")[STATUS[version]] == "incomplete"
    assert f"{core}score.raw" not in platform.told("kept")

    platform.attempt("valley", "predict", "open", "open", "lost", "lost")
    assert results(platform.told("kept")) == [("valley-predict", wrong)]
    assert platform.told("kept")[f"{core}score.raw"] == "0"

    platform.attempt("valley", "predict", "open", "done")
    assert platform.told("kept")[f"{core}score.raw"] == "50"
    assert platform.told("kept")[STATUS[version]] == "incomplete"
    answer = {"1.2": "student_response", "2004": "learner_response"}[version]
    assert platform.told("kept")[f"cmi.interactions.1.{answer}"] == "2"

    platform.attempt("line", "hand", "open", "done")
    platform.leave()
    kept = platform.told("kept")
    assert kept[f"{core}score.raw"] == "100"
    passed = {"1.2": "cmi.core.lesson_status", "2004": "cmi.success_status"}[version]
    assert kept[passed] == "passed"
    assert kept[{"1.2": "cmi.core.lesson_location", "2004": "cmi.location"}[version]] == "line"
    assert kept[f"{core}exit"] == "suspend"
    assert kept[f"{core}session_time"].startswith({"1.2": "00:00:", "2004": "PT0H0M"}[version])
    assert json.loads(kept[SUSPEND])["done"] == ["valley/predict", "line/hand"]
    assert platform.told("refused") == []
    assert platform.complaints == []


def test_another_device_has_this_learners_marks_and_place_and_nobody_elses(
    open_platform: OpenPlatform,
) -> None:
    first = open_platform(rest=f"#{PLACE}")
    first.attempt("valley", "predict", "open", "done")
    first.leave()
    kept = first.told("kept")

    other = open_platform()
    other.run("localStorage.setItem('downhill.challenges', '[\"valley/escape\"]')")
    other.run("localStorage.setItem('downhill.answers', 'of somebody else')")
    again = open_platform(beside=other, cmi=kept)
    assert again.run("location.hash") == f"#{PLACE}"
    assert json.loads(again.run(MARKS)) == ["valley/predict"]
    assert again.run("localStorage.getItem('downhill.answers')") is None
    again.run("localStorage.setItem('downhill.answers', 'of this learner')")
    again.attempt("valley", "rate", "open", "lost")
    assert results(again.told("kept")) == [("valley-predict", "correct"), ("valley-rate", "wrong")]
    assert again.told("kept")["cmi.core.score.raw"] == "50"

    linked = open_platform(beside=other, cmi=again.told("kept"), rest="#valley&v=2&valley.x=1")
    assert linked.run("location.hash") == "#valley&v=2&valley.x=1"
    assert linked.run("localStorage.getItem('downhill.answers')") == "of this learner"


@a_few(1)
@pytest.mark.parametrize("mode", ["review", "browse"])
def test_a_visit_that_only_looks_writes_nothing(open_platform: OpenPlatform, mode: str) -> None:
    kept = {
        "cmi.core.lesson_mode": mode,
        SUSPEND: json.dumps({"done": ["valley/predict"], "at": PLACE, "tries": {}}),
    }
    platform = open_platform(cmi=kept)
    assert json.loads(platform.run(MARKS)) == ["valley/predict"]
    assert platform.run("location.hash") == f"#{PLACE}"
    platform.attempt("line", "hand", "open", "done")
    expect(platform.frame.locator("footer .untold")).to_be_visible()
    platform.run("location.hash = '#valley'")
    platform.page.wait_for_timeout(2 * gradebook.PAUSE)
    platform.leave()
    assert platform.told("sets") == []


@a_few(4)
@pytest.mark.parametrize("fails", ["missing", "throws", "awkward", "deaf", "undefined", "null", "false", ""])
def test_whoever_listens_the_page_opens_and_its_foot_tells_the_truth(
    open_platform: OpenPlatform, fails: str
) -> None:
    platform = open_platform(fails=fails)
    platform.attempt("valley", "predict", "open", "done")
    is_told = not fails
    for place, shown in ((".untold", not is_told), (".told-platform", is_told), (".next", not is_told)):
        expect(platform.frame.locator(f"footer {place}")).to_be_visible(visible=shown)
    assert platform.told("sets") == [] or is_told
    assert platform.complaints == []


DRAGGED = """(slider, value) => {
    slider.value = value;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
}"""
LONG = "line&v=2&line.m=140&line.code=" + "x" * 5000
ENDLESS = "x" * 6000


@a_few(2)
@pytest.mark.parametrize("version", ["1.2", "2004"])
@pytest.mark.parametrize(("fragment", "kept"), [(LONG, "line&v=2&line.m=140"), (ENDLESS, "")])
def test_however_long_the_state_is_what_is_kept_fits(
    open_platform: OpenPlatform, version: str, fragment: str, kept: str
) -> None:
    platform = open_platform(version=version, rest=f"#{fragment}")
    platform.attempt("valley", "predict", "open", "done")
    state = json.loads(platform.told("kept")[SUSPEND])
    assert state["at"] == kept
    assert state["done"] == ["valley/predict"]
    assert platform.told("refused") == []


def test_what_was_not_taken_is_told_again_and_so_is_where_the_sliders_stand(
    open_platform: OpenPlatform,
) -> None:
    platform = open_platform()
    platform.until("platform.commits >= 1", "the beginning is committed")
    platform.page.evaluate("platform.isDown = true")
    platform.attempt("valley", "predict", "open", "done")
    assert platform.told("commits") == 1
    platform.page.evaluate("platform.isDown = false")
    platform.until("platform.kept['cmi.core.score.raw'] === '50'", "it is told again")
    platform.run(f"history.replaceState(null, '', '#{PLACE}')")
    platform.until("platform.kept['cmi.core.lesson_location'] === 'line'", "the place is told")
    commits = platform.told("commits")
    platform.page.wait_for_timeout(3 * gradebook.PAUSE)
    assert platform.told("commits") == commits


def test_sliders_that_python_has_not_answered_yet_are_kept_where_they_stand(
    open_platform: OpenPlatform,
) -> None:
    first = open_platform()
    first.frame.locator("#line [name=m]").evaluate(DRAGGED, "140")
    first.leave()
    assert json.loads(first.told("kept")[SUSPEND])["at"] == PLACE

    again = open_platform(cmi=first.told("kept"))
    again.frame.locator("#line [name=m]").evaluate(DRAGGED, "120")
    again.frame.locator("#line [name=b]").evaluate(DRAGGED, "250")
    again.leave()
    at = json.loads(again.told("kept")[SUSPEND])["at"]
    assert decode(at).settings == {"line.m": "120", "line.b": "250"}


ODD = [
    "{",
    "5",
    "null",
    "[]",
    '"valley/predict"',
    '{"done": "valley/predict"}',
    '{"done": {"length": 2}, "tries": []}',
    '{"done": [], "tries": {"valley/predict": -1, "line/hand": "1e99"}, "at": 5}',
    '{"done": ["constructor", null, 5], "tries": null, "at": "__proto__", "tag": ["x"]}',
    '{"done": [], "at": "line&v=2&line.m=<img src=x>&line.m=NaN", "tag": "<b>"}',
    "\u0000" * 3000,
]


@a_few(4)
@pytest.mark.parametrize("kept", ODD)
def test_whatever_a_platform_has_kept_the_page_opens_and_counts_from_nothing(
    open_platform: OpenPlatform, kept: str
) -> None:
    platform = open_platform(cmi={SUSPEND: kept})
    assert platform.run(MARKS) is None
    platform.attempt("valley", "predict", "open", "done")
    state = json.loads(platform.told("kept")[SUSPEND])
    assert (state["done"], state["tries"]) == (["valley/predict"], {"valley/predict": 1})
    platform.leave()
    assert (platform.told("refused"), platform.complaints) == ([], [])


def test_two_tabs_of_one_learner_tell_the_same(open_platform: OpenPlatform) -> None:
    first = open_platform()
    first.until("platform.commits >= 1", "the beginning is committed")
    second = open_platform(beside=first, cmi=first.told("kept"))
    stranger = open_platform(beside=first)
    first.attempt("valley", "predict", "open", "done")
    second.until("platform.kept?.['cmi.core.score.raw'] === '50'", "the second tab has heard of it")
    second.attempt("line", "hand", "open", "done")
    first.until("platform.kept['cmi.core.lesson_status'] === 'passed'", "the first tab has heard of it")
    assert "cmi.core.score.raw" not in stranger.told("cmi")


def test_a_score_that_the_platform_has_does_not_fall(open_platform: OpenPlatform) -> None:
    platform = open_platform(cmi={"cmi.core.score.raw": "100", "cmi.core.lesson_status": "passed"})
    platform.attempt("valley", "predict", "open", "done")
    platform.leave()
    assert platform.told("kept")["cmi.core.score.raw"] == "100"
    assert platform.told("kept")["cmi.core.lesson_status"] == "passed"


def test_a_page_that_begins_anew_by_itself_goes_on_speaking(open_platform: OpenPlatform) -> None:
    platform = open_platform()
    platform.attempt("valley", "predict", "open", "done")
    platform.run("history.replaceState('downhill:carried:{}', ''); window.isOld = true; location.reload()")
    anew = "!frame.contentWindow.isOld && frame.contentDocument.readyState === 'complete'"
    platform.until(anew, "it is open again")
    platform.run("history.replaceState('downhill', '')")  # as the page's Python does
    platform.attempt("line", "hand", "open", "done")
    assert platform.told("kept")["cmi.core.lesson_status"] == "passed"
    platform.leave()
    assert platform.told("refused") == []


def test_a_package_of_one_lesson_shows_that_alone_and_whom_it_tells(open_platform: OpenPlatform) -> None:
    platform = open_platform(package="line.html")
    assert platform.run("document.documentElement.dataset.embed") == "line"
    assert platform.run("[...document.querySelectorAll('section.lesson')].map(({ id }) => id)") == ["line"]
    seen = platform.run("[...document.querySelectorAll('footer *')].filter((one) => one.checkVisibility())")
    assert len(seen) == 1
    expect(platform.frame.locator("footer .told-platform")).to_be_visible()


def test_a_challenge_that_a_link_has_opened_is_played_and_told(open_platform: OpenPlatform) -> None:
    platform = open_platform(awake=True, rest="?all&tempo=fast&challenge=valley/predict#valley")
    panel = platform.frame.locator("#valley .challenge")
    expect(panel).to_have_attribute("data-challenge", "predict", timeout=120_000)
    for guess in ("3", "2.5", "2"):
        panel.locator("input").fill(guess)
        panel.locator("[data-do=guess]").click()
    expect(panel).to_have_attribute("data-state", "lost")
    panel.locator("[data-do=again]").click()
    expect(panel).to_have_attribute("data-state", "open")
    panel.locator("input").fill("-0.95")
    panel.locator("[data-do=guess]").click()
    expect(panel).to_have_attribute("data-state", "done")
    until(platform.page, lambda: len(results(platform.told("kept"))) == 2, "both attempts are told")
    assert results(platform.told("kept")) == [("valley-predict", "wrong"), ("valley-predict", "correct")]
    panel.locator("[data-do=leave]").click()
    expect(panel).not_to_have_attribute("data-challenge", "predict")
    platform.leave()
    assert json.loads(platform.told("kept")[SUSPEND])["at"].startswith("valley")
    assert platform.told("refused") == []


SOLVED = """send = lambda news: say({**news, "challenge": {"id": "hand", "state": "done", "title": "", "task": "",
    "counts": "", "rule": "", "said": "", "asks": "", "hints": []}})"""
TAKEN = TAKE_OVER.format(there="", way=SOLVED)


def test_code_that_was_not_written_here_gets_no_score_and_no_result(open_platform: OpenPlatform) -> None:
    platform = open_platform(awake=True, rest="#" + encode("line", {"line.code": TAKEN}))
    panel, challenge = platform.frame.locator("#line [data-code]"), platform.frame.locator("#line .challenge")
    expect(panel.locator(".whose")).to_contain_text("challenges don’t count", timeout=PATIENCE)
    panel.locator("[data-code-do=run]").click()
    expect(challenge).to_have_attribute("data-state", "open", timeout=PATIENCE)
    platform.frame.locator("[data-result]").first.dispatch_event("click")
    expect(platform.frame.locator("#result .told")).to_have_text(PAGE["result.foreign"])
    assert platform.frame.locator("#result [data-result-code]").input_value() == ""
    platform.frame.locator("[data-result-do=close]").click()

    panel.locator("[data-code-do=restore]").click()
    expect(panel.locator("[data-code-do=bring]")).to_be_focused(timeout=PATIENCE)
    assert "score" not in json.dumps(platform.told("sets"))
    panel.locator(".cm-content").click()
    platform.page.keyboard.press("Control+a")
    platform.page.keyboard.insert_text(TAKEN)  # a pupil's own code may: this is no exam
    panel.locator("[data-code-do=run]").click()
    expect(challenge).to_have_attribute("data-state", "done", timeout=PATIENCE)
    assert platform.told("kept")["cmi.core.score.raw"] == "50"
