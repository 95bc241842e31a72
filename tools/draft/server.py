"""Serves the page as it was built while its sources are what they were, and then as a draft.

Only this server knows the addresses below `draft/`, and only here a page has the script that listens to them.
"""

from __future__ import annotations

import html
import json
from io import BytesIO
from pathlib import Path
from string import Template
from typing import BinaryIO
from urllib.parse import parse_qs, urlsplit

from tools.common import paths
from tools.common.console import say
from tools.draft.drafts import Drafts
from tools.languages import translations
from tools.options import FIRST_LANGUAGE
from tools.release import manifest
from tools.server.handler import TYPES, Handler
from tools.server.server import Server

FILES = paths.ROOT / "web" / "draft"
OWN = {"/sw.js": "sw.js", "/draft/watch.js": "watch.js", "/draft/style.css": "style.css"}
EVENTS = "/draft/events"
HEAD = '<link rel="stylesheet" href="/draft/style.css">\n'
SCRIPT = '<script src="/draft/watch.js" data-version="{}"></script>\n'
FOOT = (
    '<p class="draft" lang="en">This is a draft: the sources as they are now. Pictures, sheets, papers, and '
    "other languages may be older. For the real page, stop the server and start "
    "<code>python3 serve.py --real</code>.</p>\n"
)


class DraftHandler(Handler):
    """Answers as `Handler` does, and with what only a draft has."""

    server: DraftServer

    def send_head(self) -> BinaryIO | None:
        """Send status and headers; returns the body where one follows."""
        address = urlsplit(self.path)
        self.server.folder = self.server.drafts.folder
        if address.path == EVENTS and self.server.watched:
            self._listen()
            return None
        if address.path in OWN:
            return self._answer((FILES / OWN[address.path]).read_bytes(), Path(address.path).suffix)
        if address.path.endswith((".html", "/")):
            page = self._page(address.path.removeprefix("/"), address.query)
            return super().send_head() if page is None else self._answer(page.encode(), ".html")
        if address.path == f"/{manifest.NAME}" and self.server.drafts.drafting:
            self.send_error(404)  # a draft is no build
            return None
        return super().send_head()

    def _page(self, name: str, query: str) -> str | None:
        """A page as it is now, or a page about what is wrong with a source."""
        drafts, code = self.server.drafts, self._code(name, query)
        with drafts.lock:
            drafts.renew(code or drafts.code)
            script = SCRIPT.format(drafts.state.version) if self.server.watched else ""
            if drafts.mistake:
                return told(drafts, script)
            file = drafts.folder / (name or ("index.html" if code == FIRST_LANGUAGE else f"{code}.html"))
            if not file.is_file() or not file.resolve().is_relative_to(drafts.folder.resolve()):
                return None
            text = file.read_text(encoding="utf-8")
        text = text.replace("</head>", f"{HEAD}{script}</head>", 1)
        end = "</footer>" if "</footer>" in text else "</body>"
        before, end, after = text.rpartition(end)
        return f"{before}{FOOT if drafts.drafting and code else ''}{end}{after}"

    def _code(self, name: str, query: str) -> str:
        """The language of a page that drafts make, '' for others. The first page is in the browser's."""
        if not name:
            asked = parse_qs(query).get("lang", [])
            return preferred(asked or [self.headers.get("Accept-Language", "")])
        code = name.removesuffix(".html").removeprefix("make-")
        return FIRST_LANGUAGE if code in ("index", "make") else code if code in translations.codes() else ""

    def _answer(self, body: bytes, ending: str) -> BinaryIO:
        self.send_response(200)
        self.send_header("Content-Type", TYPES[ending])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def _listen(self) -> None:
        """Tell a page what is going on for as long as it listens (server-sent events)."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        for state in self.server.drafts.states():
            self.wfile.write(f"data: {json.dumps(state._asdict())}\n\n".encode())

    def _policy(self) -> str:
        """The rules that were made together with a draft: they have the sums of its own scripts."""
        return self.server.drafts.policy or super()._policy()


class DraftServer(Server):
    """A server of a build in `folder` that makes drafts as soon as its sources have changed."""

    watched = False

    def __init__(self, folder: Path, host: str = "127.0.0.1", port: int = 0) -> None:
        """Bind a port, 0 for any free one; raises OSError where host or port can't be had."""
        super().__init__(folder, host, port, handler=DraftHandler)
        self.drafts = Drafts(folder, paths.BUILD / f"draft-{self.server_port}", say)

    def begin(self, watched: bool) -> None:
        """Look at the sources; where they are `watched`, an open page is told when it is made again."""
        self.drafts.begin()
        self.watched = watched
        if watched:
            self.drafts.watch()


def preferred(accepted: list[str]) -> str:
    """The first language of an `Accept-Language` header that there is a page in, else English."""
    codes = [FIRST_LANGUAGE, *translations.codes()]
    for wanted in ",".join(accepted).split(","):
        wish = wanted.partition(";")[0].strip().lower()
        for code in codes:
            if wish and (code.lower() == wish or code.partition("-")[0].lower() == wish.partition("-")[0]):
                return code
    return FIRST_LANGUAGE


def told(drafts: Drafts, script: str) -> str:
    """The page about a mistake in a source."""
    mistake = drafts.mistake
    assert mistake
    lines = (paths.ROOT / mistake.file).read_text(encoding="utf-8").splitlines() if mistake.file else []
    code = "\n".join(lines[mistake.line - 1 : mistake.line])
    place = f"{mistake.file}, line {mistake.line}" if mistake.file else "a source"
    page = Template((FILES / "mistake.html").read_text(encoding="utf-8"))
    texts = {
        name: html.escape(text)
        for name, text in [("place", place), ("message", mistake.message), ("code", code)]
    }
    return page.substitute(texts, head=HEAD + script)
