"""Code of a reader, run in the worker beside the lessons."""

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Route

from tests.browser.conftest import OpenEssay
from tests.support.essay import Essay
from tests.support.gradebook import Platform

RUN = '''

def run(code):
    """Run what a reader has written; the text of what it calls `said`, or of its error."""
    names = {"said": None}
    try:
        exec(code, names)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return str(names["said"])


def heard(event):
    """Code that the page posts, or what the page asks."""
    if isinstance(event.data, str):
        js.postMessage(ffi.to_js(["said", run(event.data)]))
    else:
        handler.receive(event)


js.run = ffi.create_proxy(run)
xworker.onmessage = heard
'''
POST = """async code => {
    const { xworker } = document.querySelector("script[worker]");
    const said = new Promise(resolve => xworker.addEventListener("message", ({ data }) => data?.[0] === "said" && resolve(data[1])));
    xworker.postMessage(code);
    return said;
}"""
"""Has the page's worker run code; what `run_in_worker` answers, for a page that nobody looks into the worker of."""


def handed(site: Path, folder: Path) -> None:
    """Copy a site to `folder`, with a worker that runs code."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("single-*"))
    (main,) = folder.glob("app-*/worker/main.py")
    main.write_text(main.read_text(encoding="utf-8") + RUN, encoding="utf-8")


def with_readers_code(open_essay: OpenEssay, address: str, **options: Any) -> Essay:
    """The live page, with a worker that runs code."""
    essay = open_essay(at="about:blank", **options)

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text() + RUN)

    essay.page.context.route("**/worker/main.py", answer)
    essay.address = address
    return essay.open().ready()


def run_in_worker(essay: Essay | Platform, code: str) -> str:
    """What the worker answers to the code."""
    for worker in essay.page.workers:
        if worker.evaluate("typeof run") == "function":
            return str(worker.evaluate("code => run(code)", code))
    raise LookupError("no worker runs code")
