"""Prose to HTML: Markdown with formulas as MathML, and the two marks for hand and machine."""

from __future__ import annotations

from typing import Any

from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from markupsafe import Markup
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin


def formula(latex: str, block: bool = False) -> Markup:
    """A formula as a `<math>` element. The source is our own."""
    return Markup(convert(latex, display="block" if block else "inline"))


def prose(text: str, inline: bool = False) -> Markup:
    """Markdown as HTML. `$x$` is a formula, `[the machine]{.machine}` a word in the machine's colour.

    HTML in it stays text, and no attribute but a class can be given: translations come from many hands.
    """
    html = _reader().renderInline(text.strip()) if inline else _reader().render(text)
    return Markup(
        html.replace('class="hand"', 'class="hand-word"').replace('class="machine"', 'class="machine-word"')
    )


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"typographer": False, "html": False}).enable("table")
    reader.use(attrs_plugin, spans=True, allowed=["class"])
    reader.use(dollarmath_plugin, renderer=_render, allow_space=False)
    return reader


def _render(content: str, options: dict[str, Any]) -> str:
    return formula(content, options["display_mode"])
