"""The templates of `web/`, and what they may ask for."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tools.common import paths

MARK = Markup('<meta name="generator" content="Downhill">')
"""Stands near the beginning of every page, so that no other page passes for one."""
COMPILED = paths.BUILD / "templates"


@cache
def templates() -> Environment:
    """The templates, each compiled when it has changed; texts are escaped, and what one lacks is an error."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    environment = Environment(
        loader=FileSystemLoader(paths.ROOT / "web"),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=FileSystemBytecodeCache(str(COMPILED)),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["mark"] = MARK
    environment.filters["around"] = _around
    environment.filters["plain"] = lambda value: repr(float(value)).removesuffix(".0")
    return environment


def _around(text: str, gap: str, element: str) -> Markup:
    """A sentence around an element of the page, which stands where its gap was."""
    before, _, after = text.partition(gap)
    return Markup("{}{}{}").format(before, Markup(element), after)
