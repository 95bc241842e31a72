"""What the teacher's panel writes: links, frames, and calendars say what was chosen, whatever is in them."""

import random
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.lesson import Lesson
from downhill.lessons import all_lessons
from page.browser.numbers import decimals
from page.teacher.links import asked, beats_of, frame, limited, only, rounded
from page.teacher.share import TO, event


class Frame(HTMLParser):
    """The attributes of the one frame that a text of HTML has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_settings_without_a_value_are_left_out() -> None:
    assert asked([("theme", ""), ("lock", "")]) == ""
    assert asked([("theme", "dark"), ("lock", ""), ("hide", "views")]) == "?theme=dark&hide=views"


def test_what_is_locked_and_what_is_hidden_are_two_lists() -> None:
    assert limited([("line.m", "lock"), ("rate", ""), ("views", "hide"), ("play", "lock")]) == [
        "line.m,play",
        "views",
    ]


def test_a_frame_of_one_lesson_says_nothing_of_the_others() -> None:
    assert only("line&v=2&valley.x=1&line.m=3&next-word.rate=2", "line") == "line&v=2&line.m=3"
    assert only("line&v=2&valley.x=1", "next-word") == "next-word"
    assert only("line", "valley") == "valley"


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_frame_holds_any_link_and_any_title_as_text(link: str, title: str) -> None:
    whole = {"\r", "\0"}.isdisjoint(link + title)  # what no parser of HTML leaves alone
    ((tag, attributes),) = Frame(frame(link, title)).found
    assert tag == "iframe"
    if whole:
        assert (attributes["src"], attributes["title"]) == (link, title)


MARKS = {"line.m": (0.0, 1.0, 0), "valley.x": (-5.0, 0.25, 2), "word.a": (-3.0, 0.1, 1)}


def test_a_short_link_has_sliders_on_their_marks_and_rates_to_three_figures() -> None:
    long = "line&v=2&line.m=140.48211&valley.x=1.2034&word.a=-0.14999&line.rate=0.0123456&line.error=squared"
    assert rounded(long, MARKS) == (
        "line&v=2&line.m=140&valley.x=1.25&word.a=-0.1&line.rate=0.0123&line.error=squared"
    )


@given(st.floats(-5, 5), st.text(alphabet="abc=&.~1-", max_size=30))
def test_rounding_stays_within_half_a_mark_and_leaves_all_else_alone(value: float, rest: str) -> None:
    fragment = f"valley&valley.x={value!r}&valley.f={rest}"
    place, x, *others = rounded(fragment, MARKS).split("&")
    assert place == "valley"
    assert abs(float(x.partition("=")[2]) - value) <= 0.125 + 1e-9
    assert "&".join(others) == fragment.split("&", 2)[2]
    assert rounded(rounded(fragment, MARKS), MARKS) == rounded(fragment, MARKS)


@pytest.mark.parametrize("lesson", all_lessons(), ids=lambda lesson: lesson.id)
def test_a_place_on_its_marks_is_the_one_that_a_hand_would_snap_to(lesson: Lesson) -> None:
    dice = random.Random(1)
    for slider in lesson.sliders:
        marks = {f"{lesson.id}.{slider.name}": (slider.low, slider.step, decimals(repr(slider.step)))}
        for _ in range(50):
            value = dice.uniform(slider.low, slider.high)
            part = rounded(f"{lesson.id}.{slider.name}={value!r}", marks)
            assert float(part.partition("=")[2]) == pytest.approx(slider.snap(value), abs=1e-9)


BEATS = ["try", "name", "machine"]


@pytest.mark.parametrize(
    ("shown", "first", "said"),
    [
        (BEATS, "", "?a=1"),
        (["try", "machine"], "", "?a=1&beats=1,3"),
        (BEATS, "name", "?a=1&beat=2"),
        (["name", "machine"], "machine", "?a=1&beats=2,3&beat=3"),
        (["name"], "try", "?a=1&beats=2"),
        ([], "", "?a=1"),
    ],
)
def test_beats_are_numbers_in_the_address(shown: list[str], first: str, said: str) -> None:
    assert asked([("a", "1"), *beats_of(BEATS, shown, first)]) == said


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(sorted(TO)))
def test_a_link_arrives_as_it_was_whatever_stands_in_it(text: str, place: str) -> None:
    link = f"https://example.org/?test=before,shared#line&v=2&line.f={text}"
    found = parse_qs(urlsplit(TO[place](link, f"1 & {text}")).query, keep_blank_values=True)
    assert [link] in found.values()
    assert [f"1 & {text}"] in found.values()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_a_calendar_entry_has_one_day_its_link_and_no_line_that_is_too_long(title: str) -> None:
    link = "https://example.org/?test=later#valley"
    text = event(title, link, "2026-12-24T08:00:00.000Z", "2026-12-03T08:00:00.000Z")
    assert text.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert {"DTSTART;VALUE=DATE:20261224", "DTSTAMP:20261203T080000Z", f"URL:{link}"} <= {*lines}
    (summary,) = [line for line in lines if line.startswith("SUMMARY:")]
    for sign in "\\;,":
        summary = summary.replace("\\" + sign, sign) if sign != "\\" else summary.replace("\\\\", "\0")
    assert summary.replace("\0", "\\") == f"SUMMARY:{title}"
