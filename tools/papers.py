"""The papers that belong to the page: documents of the project that its readers can open, too.

Each has one home, a file of Markdown in `docs/`; the build makes a page of it beside the essay. A new one is
listed in `PAPERS`, gets the name of its link among the page's words (`paper.<name>`), and that is all.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from markupsafe import Markup

from downhill.looks import COLOURS
from tools import places
from tools.console import Problem
from tools.markdown import document
from tools.template import templates

DOCS = places.ROOT / "docs"
PAPERS = ("privacy", "embedding", "accessibility", "browsers")


class Paper(NamedTuple):
    """A document, read: its name, its title (the first heading), and all of it as HTML."""

    name: str
    title: str
    body: Markup

    @property
    def page(self) -> str:
        """The file of its page."""
        return f"{self.name}.html"


def read(name: str, docs: Path = DOCS) -> Paper:
    """A document of that name. Raises `Problem` for one that does not begin with its title."""
    text = (docs / f"{name}.md").read_text(encoding="utf-8")
    title = re.match(r"# (.+)\n", text)
    if title is None:
        raise Problem(f"docs/{name}.md has to begin with its title, as in: # Privacy")
    return Paper(name, title[1], document(text, address))


def address(target: str) -> str | None:
    """The address on the site for the target of a link in a document; None for what is not on the site.

    Another paper is its page; `index.html` and its fragments are the essay; anything else in the project is
    not published.
    """
    path, mark, place = target.partition("#")
    if target.startswith(("https://www.w3.org/", "#")):
        return target
    name = PurePosixPath(path)
    if name.suffix == ".md" and name.stem in PAPERS and len(name.parts) == 1:
        return f"./{name.stem}.html{mark}{place}"
    return f"./{target}" if name.suffix == ".html" and len(name.parts) == 1 else None


def write(out: Path, app: str) -> None:
    """Write the page of every paper into the site `out`; `app` is the address of the app's folder."""
    template = templates().get_template("paper.html.jinja")
    paper = {theme: inks["paper"] for theme, inks in COLOURS.items()}
    dress = (places.ROOT / "web" / "boot" / "theme.js").read_text(encoding="utf-8")
    read_all = [read(name) for name in PAPERS]
    for one in read_all:
        text = template.render(document=one, papers=read_all, app=app, paper=paper, dress=dress)
        (out / one.page).write_text(text, encoding="utf-8")
