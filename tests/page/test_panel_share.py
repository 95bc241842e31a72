"""What takes a link elsewhere: whole, encoded once, and a calendar that any program can read."""

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from page.teacher.share import TO, event


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
