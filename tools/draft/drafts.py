"""Keeps the draft as new as its sources, one at a time, and tells who watches what is going on."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import forkserver
from pathlib import Path
from threading import Condition, RLock, Thread
from typing import NamedTuple

from tools.common import paths
from tools.common.console import Say
from tools.draft.mistakes import SOURCES, Made, Mistake, make
from tools.options import FIRST_LANGUAGE
from tools.release import manifest, publish

THIRD_PARTIES = [
    *("brotli", "fontTools.subset", "fontTools.ttLib.woff2", "jinja2", "markdown_it", "numpy"),
    *("latex2mathml.converter", "matplotlib.figure", "matplotlib.backends.backend_agg"),
    "matplotlib.backends.backend_svg",
]
"""Imported once: every draft is made in a fork of a process that has these, and none of our own modules."""
PAUSE = 0.4  # seconds between two looks at the sources, while somebody watches
MOST = 50  # sources that are looked at first when drafts begin
STILL_THERE = 20.0  # seconds after which a watcher that hears nothing is asked whether it is there


class State(NamedTuple):
    """What a watching page is told: how often the page was made, and what has changed."""

    version: int = 0
    making: str = ""


def written() -> dict[str, int]:
    """Return when each source was written last, by its name."""
    found: dict[str, int] = {}
    for room in SOURCES:
        for folder, folders, files in os.walk(paths.ROOT / room):
            folders[:] = [name for name in folders if name != "__pycache__"]
            for name in (each for each in files if not each.startswith(".")):
                with suppress(OSError):  # an editor's own files come and go
                    path = Path(folder, name)
                    found[path.relative_to(paths.ROOT).as_posix()] = path.stat().st_mtime_ns
    return found


def changed(before: dict[str, int], now: dict[str, int]) -> list[str]:
    """Return the names of sources that are new, gone, or written since."""
    return sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))


class Drafts:
    """The build `site` while its sources are what they were; from the first change on, drafts in `home`."""

    def __init__(self, site: Path, home: Path, say: Say) -> None:
        self.site, self.home, self.say = site, home, say
        self.folder, self.drafting = site, False
        self.mistake: Mistake | None = None
        self.policy = ""
        self.state, self.watchers = State(), 0
        self.news, self.lock = Condition(), RLock()
        self.seen: dict[str, int] = {}
        self.since: list[str] = []  # changed, and not yet in a draft that was made
        self.made: set[str] = set()  # languages of the present draft
        self.code = FIRST_LANGUAGE  # asked for last
        methods = multiprocessing.get_all_start_methods()
        self.context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")

    def begin(self) -> None:
        """Find out whether the build is of the present sources; get ready to make drafts meanwhile."""
        shutil.rmtree(self.home, ignore_errors=True)
        self.seen = written()
        self.drafting = self._differs()
        if self.drafting:
            built = self.site.joinpath(manifest.NAME).stat().st_mtime_ns
            self.since = [name for name, when in self.seen.items() if when > built][:MOST]
        if self.context.get_start_method() == "forkserver":
            self.context.set_forkserver_preload(THIRD_PARTIES)
            forkserver.ensure_running()

    def renew(self, code: str) -> None:
        """Make the draft in the language `code`, if there is none of the present sources."""
        with self.lock:
            self.code, now = code, written()
            new = changed(self.seen, now)
            self.seen, self.since = now, sorted({*self.since, *new})
            if not self.drafting:
                self.drafting = bool(new) and self._differs()
            if self.drafting and (new or code not in self.made):
                self._make(code, bool(new))

    def _differs(self) -> bool:
        known = manifest.read(self.site)
        return known is None or known.inputs != publish.inputs(paths.ROOT)

    def _make(self, code: str, anew: bool) -> None:
        self._tell(self.state._replace(making=", ".join(self.since[:3]) or code))
        fresh = anew or not self.made or self.mistake is not None
        out = self.home / str(time.time_ns()) if fresh else self.folder
        with ProcessPoolExecutor(1, self.context) as process:
            made = process.submit(make, str(self.site), str(out), code, self.since).result()
        self.mistake = made.mistake
        if made.mistake:
            self.say("{}, line {}: {}".format(*made.mistake))
            if fresh:
                shutil.rmtree(out, ignore_errors=True)
            self.made = {code}  # no second try with the same sources
        else:
            self._take(out, code, made)
        self._tell(State(self.state.version + 1))

    def _take(self, out: Path, code: str, made: Made) -> None:
        """Serve the folder from now on."""
        names = ", ".join(self.since[:3])
        self.say(f"Made a draft{names and f' with {names}'} ({made.seconds:.1f} s of a processor)")
        old, self.folder, self.policy = self.folder, out, made.policy
        if old not in (out, self.site):
            shutil.rmtree(old, ignore_errors=True)
        self.made = {code, *(self.made if old == out else ())}
        self.since = []

    def _tell(self, state: State) -> None:
        with self.news:
            self.state = state
            self.news.notify_all()

    def states(self) -> Iterator[State]:
        """Yield the state, and again whenever it changes, and now and then."""
        with self.news:
            self.watchers += 1
        told = self.state
        try:
            while True:
                yield told
                with self.news:
                    self.news.wait_for(lambda: self.state != told, STILL_THERE)  # noqa: B023
                    told = self.state
        finally:
            with self.news:
                self.watchers -= 1

    def watch(self) -> None:
        """Look at the sources again and again from a thread, while a page is open that watches."""

        def look() -> None:
            while True:
                time.sleep(PAUSE)
                if self.watchers and changed(self.seen, written()):
                    self.renew(self.code)

        Thread(target=look, daemon=True).start()
