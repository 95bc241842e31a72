"""The state of the page is in the fragment of its address."""

from tests.browser.conftest import WIDE, OpenEssay
from tests.support.essay import LESSONS, Essay, until
from tests.support.often import thorough

TOP_OF = "id => document.getElementById(id).getBoundingClientRect().top"


@thorough
def test_a_link_with_a_state_leads_to_its_lesson_and_going_back_to_where_one_was(
    open_essay: OpenEssay,
) -> None:
    essay = open_essay("#line&v=2&line.m=35", beats=True).ready()
    page, height = essay.page, WIDE["height"]
    assert 0 <= page.evaluate(TOP_OF, "line") < height / 4
    assert page.evaluate("document.activeElement.id") == "line-title"
    essay.lesson("next-word").section.evaluate("section => section.scrollIntoView()")
    essay.follow("choose-word&v=2&choose-word.temperature=0.5")
    assert 0 <= page.evaluate(TOP_OF, "choose-word") < height / 4
    page.go_back()
    until(page, lambda: 0 <= page.evaluate(TOP_OF, "next-word") < height / 4, "it stands where it was left")
    page.reload(wait_until="commit")
    essay.ready()
    until(page, lambda: 0 <= page.evaluate(TOP_OF, "next-word") < height / 4, "it stands where it was left")


def test_a_move_is_in_the_address_when_the_slider_is_let_go(essay: Essay) -> None:
    length = essay.page.evaluate("history.length")
    essay.lesson("valley").type("x", "2.5")
    until(essay.page, lambda: "valley.x=2.5" in essay.fragment, "the move is in the address")
    essay.lesson("line").pick("squared")
    until(essay.page, lambda: "line.error=squared" in essay.fragment, "the choice is in the address")
    assert "v=2" in essay.fragment.split("&")
    assert essay.page.evaluate("history.length") == length, "moves filled the history"


def test_going_to_a_place_of_the_page_changes_no_state(essay: Essay) -> None:
    lesson = essay.lesson("valley")
    lesson.set("x", 2.5)
    frame = lesson.frame
    essay.page.locator(f"nav a[href='#{LESSONS[-1]}']").click()
    lesson.rest()
    until(essay.page, lambda: essay.fragment.startswith(LESSONS[-1] + "&"), "the place is in the address")
    assert "valley.x=2.5" in essay.fragment.split("&")
    assert (lesson.values, lesson.frame) == ((2.5,), frame)
