"""What the teacher's panel writes: addresses and frames that say what was chosen, whatever stands in them."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from page.teacher.links import asked, frame, limited, only


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
