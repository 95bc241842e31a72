"""The templates of `web/`, and the functions and filters that they can use."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tools.common import inside, paths

MARK = Markup('<meta name="generator" content="Downhill">')
"""A mark near the beginning of every page, to recognize our own."""
COMPILED = paths.BUILD / "templates"
UNSEEN = (  # only for screen readers
    "position: absolute; width: 1px; height: 1px; "
    "overflow: hidden; clip-path: inset(50%); white-space: nowrap;"
)


@cache
def templates() -> Environment:
    """Return the templates, compiled again when changed; text is escaped, and undefined names are errors."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    environment = Environment(
        loader=FileSystemLoader(paths.ROOT / "web"),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=FileSystemBytecodeCache(str(COMPILED)),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"mark": MARK, "late_style": _late_style, "unseen": UNSEEN}
    environment.filters["around"] = _around
    environment.filters["plain"] = lambda value: repr(float(value)).removesuffix(".0")
    return environment


def _late_style(name: str, layer: str = "parts") -> Markup:
    """Return rules of `web/style/late/` as an element: for what no page shows before it is asked for."""
    rules = inside.style_without(templates().get_template(f"style/late/{name}.css.jinja").render())
    return Markup(f"<style>@layer {layer} {{\n{rules}}}</style>")


def _around(text: str, gap: str, element: str) -> Markup:
    """Put an element of the page into the gap of a sentence."""
    before, _, after = text.partition(gap)
    return Markup("{}{}{}").format(before, Markup(element), after)
