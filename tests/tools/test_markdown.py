"""Prose to HTML: what each sign of Markdown becomes, and that no sentence of ours leaves one."""

import pytest

from downhill.text.essay import PROSE
from tests.support.states import LESSONS
from tools.pages.markdown import document, prose

SIGNS = ("**", "$", "{.", "](", "\\")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Walk **downhill**, *slowly*.", "<p>Walk <strong>downhill</strong>, <em>slowly</em>.</p>"),
        ("Find $x$.", '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline">'),
        ("$$\nx^2\n$$", 'display="block"'),
        ("[you]{.hand}", '<span class="hand-word">you</span>'),
        ("[it]{.machine}", '<span class="machine-word">it</span>'),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "<td>2</td>"),
        ("a <img src=x> b", "a &lt;img src=x&gt; b"),
    ],
)
def test_what_is_written_becomes_what_it_means(text: str, html: str) -> None:
    assert html in prose(text)
    assert "<p>" not in prose(text.partition("\n")[0], inline=True)


def test_no_lesson_and_no_text_around_them_leaves_a_sign_of_markdown() -> None:
    texts = [*PROSE.values(), *(lesson.words.get(key, "") for lesson in LESSONS for key in ("prose", "then"))]
    assert [text for text in texts if any(sign in prose(text) for sign in SIGNS)] == []


def test_in_a_document_headings_can_be_linked_to_tables_are_named_and_code_stays_text() -> None:
    html = document("## What is *this*, then?\n\n| a |\n|---|\n| 1 |\n\n```\n<a>\n```\n", lambda target: None)
    assert '<h2 id="what-is-this-then">' in html
    assert 'role="region" aria-label="What is this, then?"><table>' in html
    assert '<pre tabindex="0"><code>&lt;a&gt;\n</code></pre>' in html
