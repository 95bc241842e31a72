"""The papers of the page: project documents that its readers can open too.

Each is a Markdown file in `docs/`; the build makes a page of it next to the essay. To add one, list it in
`PAPERS` and put the text of its link (`paper.<name>`) among the page's words if the essay's foot has it, else
among those for schools. Translations are in `docs/<code>/`; if one is missing, readers get the English paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from markupsafe import Markup

from downhill.drawing.themes import COLOURS
from downhill.lessons import every_lesson
from downhill.text.format import PAGE
from downhill.text.language import speaking
from tools.common import inside, paths, policy
from tools.common.console import Problem
from tools.languages.language import FIRST, Language
from tools.pages.markdown import document
from tools.pages.template import templates
from tools.pages.worksheets import SHEETS
from tools.school.fills import DOCS as DOCS
from tools.school.fills import filled
from tools.school.words import school

FOOT = ("schools", "privacy", "embedding", "accessibility")
"""The papers that the essay links to; the first one links to all others."""
PAPERS = (*FOOT, "browsers", "data-statement", "conformance", "standards")
STAMP = re.compile(r"<!-- of ([0-9a-f]{12}) -->\n+")
"""How a translation begins: with a hash of the English text that it was made from."""


class Paper(NamedTuple):
    """A document in a language."""

    name: str
    language: Language = FIRST

    @property
    def page(self) -> str:
        """The file of its page."""
        return self.language.beside(self.name)

    @property
    def file(self) -> Path:
        """The file of its text, whether it exists or not."""
        return (DOCS if self.language.first else DOCS / self.language.code) / f"{self.name}.md"


class Document(NamedTuple):
    """The content of a paper: its title (the first heading), and all of it as HTML."""

    title: str
    body: Markup


def text_of(paper: Paper) -> str:
    """Return the text of a paper's file, without a translation's stamp."""
    return STAMP.sub("", paper.file.read_text(encoding="utf-8"), count=1)


def read(paper: Paper, site: Path = paths.SITE) -> Document:
    """Read a paper and fill its gaps, in the current language, with what is in `site`.

    Raises `Problem` if it doesn't begin with its title.
    """
    text = filled(text_of(paper), paper.language, site)
    title = re.match(r"# (.+)\n", text)
    if title is None:
        raise Problem(f"docs/{paper.file.relative_to(DOCS)} must start with its title, such as: # Privacy")
    return Document(title[1], document(text, partial(address, language=paper.language)))


def written(language: Language) -> list[Paper]:
    """Return the papers that exist in a language."""
    return [paper for paper in (Paper(name, language) for name in PAPERS) if paper.file.is_file()]


def signs(language: Language) -> set[str]:
    """Return every character that they use."""
    return {sign for paper in written(language) for sign in text_of(paper)}


def nearest(name: str, language: Language) -> Paper:
    """Return the paper with that name in a language, or else the English one."""
    wanted = Paper(name, language)
    return wanted if wanted.file.is_file() else Paper(name)


def address(target: str, language: Language) -> dict[str, str] | None:
    """Return the attributes of a document's link on the site; None for a target that isn't on the site.

    Another paper or a sheet is its page, `index.html` and its fragments are the essay, all in the document's
    language if they can be; anything else in the project isn't published.
    """
    path, mark, place = target.partition("#")
    if target.startswith(("https://www.w3.org/", "#")):
        return {"href": target}
    name = PurePosixPath(path)
    if len(name.parts) != 1:
        return None
    if name.suffix == ".md" and name.stem in PAPERS:
        paper = nearest(name.stem, language)
        foreign = {} if paper.language.code == language.code else {"hreflang": paper.language.code}
        return {"href": f"./{paper.page}{mark}{place}", **foreign}
    if name.stem in SHEETS and name.suffix == ".html":
        return {"href": f"./{language.beside(name.stem)}"}
    if name.suffix in (".csv", ".imscc"):
        return {"href": f"./{name}", "download": ""}
    page, ask, query = path.partition("?")
    return {"href": f"./{language.page}{ask}{query}{mark}{place}"} if page == "index.html" else None


def write(out: Path, app: str, language: Language, spoken: Sequence[Language]) -> None:
    """Write the page of every paper in a language into the site `out`; `spoken` are all languages.

    `app` is the address of the app's folder.
    """
    template = templates().get_template("paper.html.jinja")
    known = {
        "app": app,
        "language": language,
        "papers": [nearest(name, language) for name in PAPERS],
        "paper": {theme: inks["paper"] for theme, inks in COLOURS.items()},
        "dress": inside.SCRIPTS["dress"],
        "policy": policy.element(policy.PAPER),
    }
    with speaking(language.catalogue, every_lesson()):
        words = PAGE | school(language.catalogue)
        for here in written(language):
            every = [Paper(here.name, each) for each in spoken if Paper(here.name, each) in written(each)]
            document = read(here, out)
            text = template.render(here=here, document=document, every=every, words=words, **known)
            (out / here.page).write_text(text, encoding="utf-8")
