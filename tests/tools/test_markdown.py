"""Prose to HTML: what each sign of Markdown becomes, and that no sentence of ours leaves one."""

import pytest

from tools.pages.markdown import prose


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
