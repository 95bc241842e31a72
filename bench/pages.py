"""The two pages that are compared, and how each is put together and served."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.line import Line, meter
from tools.server.server import Server, Settings, running
from tools.setup.runtime import Runtime

SOURCE = Path(__file__).parent / "plain"


class Page(NamedTuple):
    """Where a page's slider and its frame counter (`data-frame`) are.

    What `lit` selects is there as soon as the page knows that its first live picture is with the browser.
    `query` shows all at once, without waits between steps, for what is measured is the page's own speed, and
    is patient with a slow machine.
    """

    name: str
    slider: str
    frame: str
    lit: str
    query: str = ""


OURS = Page(
    "ours",
    "section#valley input[type=range][name=x]",
    "section#valley",
    "section.lesson .picture [data-lit]",
    "all&tempo=fast&patience=120",
)
PLAIN = Page("plain", "#x", "html", "html[data-frame]")


class Host(NamedTuple):
    """A page that is being served, and the line that it comes over."""

    page: Page
    address: str
    line: Line

    @property
    def opened(self) -> str:
        """The address to open, with the page's query."""
        joint = ("&" if "?" in self.address else "?") if self.page.query else ""
        return self.address + joint + self.page.query


def assemble(folder: Path, runtime: Runtime) -> None:
    """Put the plain page and the runtime that it names into `folder`, which is made."""
    shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    unused = shutil.ignore_patterns("*.map", "*.d.ts")
    shutil.copytree(runtime.pyodide, folder / "pyodide-00000000", ignore=unused)
    shutil.copytree(runtime.pyscript, folder / "pyscript-00000000", ignore=unused)


@contextmanager
def serve(page: Page, folder: Path) -> Iterator[Host]:
    """Serve `folder` over a line of its own while the context lasts, text and wasm gzipped."""
    line = Line()
    server = Server(folder, settings=Settings(gzip=True))
    meter(server, line)
    with running(server) as address:
        yield Host(page, address, line)
