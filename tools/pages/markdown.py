"""Turns prose into HTML: Markdown with formulas as MathML, and the two marks for hand and machine."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from markupsafe import Markup
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

Address = Callable[[str], dict[str, str] | None]


def formula(latex: str, block: bool = False) -> Markup:
    """Turn a formula into a `<math>` element. The source must be our own."""
    return Markup(convert(latex, display="block" if block else "inline"))


def prose(text: str, inline: bool = False) -> Markup:
    """Turn Markdown into HTML. `$x$` is a formula, `[the machine]{.machine}` a word in the machine's color.

    HTML in it stays text, and the only attribute possible is a class, since many people write translations.
    """
    html = _reader().renderInline(text.strip()) if inline else _reader().render(text)
    return Markup(
        html.replace('class="hand"', 'class="hand-word"').replace('class="machine"', 'class="machine-word"')
    )


def document(text: str, address: Address) -> Markup:
    """Turn a whole document into HTML: headings can be linked to, and anything too wide scrolls.

    `address` returns a link's attributes for its target, or None if the target isn't on the site: then the
    words stay, without a link.
    """
    reader = _reader()
    parts = reader.parse(text)
    for heading, inside in pairwise(parts):
        if heading.type == "heading_open":
            heading.attrSet("id", anchor(plain(inside)))
    for token in parts:
        _lead(token.children or [], address)
    reader.add_render_rule("table_open", _open_table)
    reader.add_render_rule("table_close", lambda *given: "</table></div>")
    reader.add_render_rule("fence", _code)
    return Markup(reader.renderer.render(parts, reader.options, {}))


def _open_table(self: Any, tokens: list[Any], index: int, options: Any, environment: Any) -> str:
    """Put a table in an element that scrolls, by keyboard too, labeled by the heading above."""
    pairs = pairwise(tokens[:index])
    titles = [plain(inside) for heading, inside in pairs if heading.type == "heading_open"]
    region = Markup('<div class="wide" tabindex="0" role="region" aria-label="{}"><table>')
    return region.format(titles[-1] if titles else "")


def _code(self: Any, tokens: list[Any], index: int, options: Any, environment: Any) -> str:
    """Write a block of code that scrolls, by keyboard too."""
    return Markup('<pre tabindex="0"><code>{}</code></pre>\n').format(tokens[index].content)


def tokens(text: str) -> list[Any]:
    """Parse a text into blocks; words, links and code are their children."""
    return _reader().parse(text)


def plain(inline: Any) -> str:
    """Return the words of a token, without markup."""
    return "".join(child.content for child in inline.children or ())


def _lead(inside: list[Any], address: Address) -> None:
    """Give the links among these tokens their attributes; Markdown links are never nested."""
    away = False
    for token in inside:
        if token.type == "link_open":
            attributes = address(token.attrGet("href"))
            away = attributes is None
            token.hidden = away
            token.attrs = attributes or {}
        elif token.type == "link_close":
            token.hidden = away


def anchor(heading: str) -> str:
    """Return the id of a heading, as GitHub makes it: lowercase letters, words separated by hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"typographer": False, "html": False}).enable("table")
    reader.use(attrs_plugin, spans=True, allowed=["class"])
    reader.use(dollarmath_plugin, renderer=_render, allow_space=False)
    return reader


def _render(content: str, options: dict[str, Any]) -> str:
    return formula(content, options["display_mode"])
