"""The built page with next to nothing in the place of what wakes Python: for what keeps it, whatever it holds."""

import base64
import hashlib
import os
import shutil
from itertools import chain
from pathlib import Path

from playwright.sync_api import Page

from tests.support.essay import Essay, until
from tests.support.worker_list import rows
from tools.release import service_worker

LARGE = 100_000  # bytes
OF_PYTHON = ("pyodide-*/*", "start-*/*")


def lighten(site: Path, folder: Path) -> None:
    """Copy a site to `folder`, each large part of Python a line of text; its service worker lists these.

    Such a page is opened `asleep`: there is nothing to wake.
    """
    shutil.copytree(site, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("single-*"))
    for file in chain.from_iterable(folder.glob(pattern) for pattern in OF_PYTHON):
        if file.stat().st_size > LARGE:
            file.write_text(f"in the place of {file.name}", encoding="utf-8")
    service_worker.write_worker(folder)


AFTER = 2  # seconds: servers tell by whole ones whether a file has changed
SECOND, NEWER = "The second edition", "app-0123456789ab"


def rename(folder: Path) -> str:
    """Make a copy of the site a newer version; returns the name of the folder that our own files had."""
    (app,) = folder.glob("app-*")
    app.rename(folder / NEWER)
    text = (folder / "index.html").read_text(encoding="utf-8").replace(app.name, NEWER)
    head, _, rest = text.partition("<title>")
    text = f"{head}<title>{SECOND}{rest[rest.index('</title>') :]}"
    (folder / "index.html").write_text(text, encoding="utf-8")
    service_worker.write_worker(folder)
    for name in ("index.html", "sw.js"):
        later = (folder / name).stat().st_mtime + AFTER
        os.utime(folder / name, (later, later))
    return app.name


WORKERS = """async () => {
    const found = await navigator.serviceWorker.getRegistration();
    return ["installing", "waiting", "active"].filter(state => found?.[state]);
}"""
KEEP = """async () => {
    const style = document.querySelector("link[rel=stylesheet]").href;
    const { keepOffline } = await import(new URL("boot/page/offline.js", style).href);
    await keepOffline();
}"""
"""What the page does by itself when it is live and idle."""
ANSWERS = """async urls => Promise.all(urls.map(async url => {
    const sum = await crypto.subtle.digest("SHA-256", await (await fetch(url)).arrayBuffer());
    return btoa(String.fromCharCode(...new Uint8Array(sum)));
}))"""


def settled(page: Page, states: list[str], what: str) -> None:
    """Wait until the page's service workers are in these states."""
    until(page, lambda: page.evaluate(WORKERS) == states, what)


def keep(essay: Essay) -> Essay:
    """Have a page that is open keep itself, and wait until its service worker has everything."""
    essay.loaded().page.evaluate(KEEP)
    settled(essay.page, ["active"], "the page is kept")
    return essay


def answers_with(essay: Essay, site: Path, language: str = "en") -> bool:
    """Whether the page gets every file that a reader in a light theme keeps, byte by byte as it is in `site`."""
    mine = [
        row["url"] for row in rows(site) if language in row.get("readers", [language]) and "dark" not in row
    ]
    assert len(mine) > 100
    built = [(site / (url.removeprefix("./") or "index.html")).read_bytes() for url in mine]
    sums = [base64.b64encode(hashlib.sha256(one).digest()).decode() for one in built]
    return bool(essay.page.evaluate(ANSWERS, [essay.address + url for url in mine]) == sums)
