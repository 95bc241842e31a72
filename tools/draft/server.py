"""Serves the last build until a source changes, and then drafts.

Drafts are made when a page is requested. An open page keeps asking whether a source has changed.
"""

from __future__ import annotations

import html
import multiprocessing
import os
import shutil
import time
from io import BytesIO
from pathlib import Path
from string import Template
from threading import Lock
from typing import Any, BinaryIO
from urllib.parse import parse_qs, urlsplit

from tools.common import paths, policy
from tools.draft import mistakes
from tools.draft.mistakes import Mistake, written
from tools.options import FIRST_LANGUAGE
from tools.release import manifest, publish
from tools.server.handler import TYPES, Handler
from tools.server.server import Server

FILES = paths.ROOT / "web" / "draft"
OWN = {"/sw.js": FILES / "sw.js", "/draft/watch.js": FILES / "watch.js"}
NEWS = "/draft/news"
CODES = (FIRST_LANGUAGE, *sorted(file.stem for file in (paths.ROOT / "web" / "languages").glob("*.toml")))
PAGES = {name: code for code in CODES[1:] for name in (f"{code}.html", f"make-{code}.html")}
PAGES |= {"index.html": FIRST_LANGUAGE, "make.html": FIRST_LANGUAGE}
"""The pages that have drafts, and their languages."""
SCRIPT = '<script src="/draft/watch.js" data-version="{}"></script>\n'
FOOT = """<p lang="en" id="draft" style="border: 1px solid; padding: 0.5rem 0.8rem">This is a draft: the
sources as they are now. Pictures, sheets, papers, and other languages may be older. For the real page,
stop the server and start <code>python3 serve.py --real</code>.</p>
"""
RULES = policy.SENT_ELSE.replace("script-src", "script-src 'unsafe-inline'")
"""Sent with a draft, whose scripts may differ from those this process knows. It also sets its own rules."""
THIRD_PARTIES = """brotli fontTools.subset fontTools.ttLib.woff2 jinja2 latex2mathml.converter markdown_it
matplotlib.backends.backend_agg matplotlib.backends.backend_svg matplotlib.figure""".split()
"""Imported once: every draft is made in a fork of a process that has these, but none of our own modules."""


class DraftServer(Server):
    """Serves the build `site` while it is up to date, else a draft, in the folder `home`."""

    def __init__(self, site: Path, host: str = "127.0.0.1", port: int = 0, watched: bool = False) -> None:
        """Bind a port, 0 for any free one; an open page can ask for news if the sources are `watched`.

        Raises `OSError` if host or port aren't available.
        """
        super().__init__(site, host, port, handler=DraftHandler)
        self.site, self.home, self.watched = site, paths.BUILD / f"draft-{self.server_port}", watched
        self.lock, self.seen, self.version = Lock(), dict[str, int](), 0
        self.code = ""  # the language of the draft
        self.mistake: Mistake | None = None
        self.context: Any = multiprocessing.get_context("spawn" if os.name == "nt" else "forkserver")
        self.context.set_forkserver_preload(THIRD_PARTIES)
        shutil.rmtree(self.home, ignore_errors=True)

    def renew(self, code: str) -> None:
        """Make sure that `folder` has the page in the language `code`, or that `mistake` says why not."""
        now = written()
        if now != self.seen:
            known = manifest.read(self.site)
            same = known is not None and known.inputs == publish.inputs(paths.ROOT)
            self.folder = self.site if same else self.home
            self.seen, self.version, self.code, self.mistake = now, time.time_ns(), "", None
        if self.folder == self.home and self.code != code:
            self.code, self.mistake = code, self.made(code)

    def made(self, code: str) -> Mistake | None:
        """Make the draft."""
        told, telling = self.context.Pipe(duplex=False)
        process = self.context.Process(
            target=mistakes.tell_of_making, args=(telling, self.site, self.home, code), daemon=True
        )
        process.start()
        telling.close()  # so that nobody waits for a process that was killed
        with told:
            mistake: Mistake | None = told.recv()
        process.join()
        return mistake

    def news(self, version: str) -> str:
        """Return what has changed since a page was made from sources of this version: '' for nothing."""
        now, seen = written(), self.seen
        names = sorted(name for name in now.keys() | seen.keys() if now.get(name) != seen.get(name))
        return ", ".join(names[:3]) or ("" if version == str(self.version) else "a source")


class DraftHandler(Handler):
    """Answers like `Handler`, plus what only a draft has."""

    server: DraftServer

    def send_head(self) -> BinaryIO | None:
        """Send status and headers; return the body if one follows."""
        address = urlsplit(self.path)
        if address.path == NEWS and self.server.watched:
            return self._answer(self.server.news(address.query), ".txt")
        if address.path in OWN:
            return self._answer(OWN[address.path].read_text(encoding="utf-8"), ".js")
        wishes = [*parse_qs(address.query).get("lang", []), self.headers.get("Accept-Language", "")]
        first = preferred(",".join(wishes)).replace(FIRST_LANGUAGE, "index")
        name = address.path.removeprefix("/") or f"{first}.html"
        return self._answer(self._page(name), ".html") if name in PAGES else super().send_head()

    def _page(self, name: str) -> str:
        """Return the current page, or one about a mistake in a source."""
        server = self.server
        with server.lock:
            server.renew(PAGES[name])
            script = SCRIPT.format(server.version if server.watched else "")
            if server.mistake:
                return told(server.mistake, script)
            text = (server.folder / name).read_text(encoding="utf-8")
        foot = FOOT if server.folder == server.home else ""
        return text.replace("<head>", f"<head>\n{script}", 1).replace("</footer>", f"{foot}</footer>")

    def _answer(self, text: str, ending: str) -> BinaryIO:
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", TYPES[ending])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def _policy(self) -> str:
        return super()._policy() if self.server.folder == self.server.site else RULES


def preferred(wishes: str) -> str:
    """Return the first language in an `Accept-Language` header that has a page, else English."""
    wanted = [wish.strip().lower() for wish in wishes.split(",")]
    return next((code for wish in wanted for code in CODES if wish and wish[:2] == code[:2]), FIRST_LANGUAGE)


def told(mistake: Mistake, script: str) -> str:
    """Return the page about a mistake in a source."""
    place = f"{mistake.file}, line {mistake.line}" if mistake.file else "a source"
    page = Template((FILES / "mistake.html").read_text(encoding="utf-8"))
    return page.substitute(place=html.escape(place), message=html.escape(mistake.message), script=script)
