"""Code of a reader, run in the worker beside the lessons."""

from typing import Any

from playwright.sync_api import Route

from tests.browser.conftest import OpenEssay
from tests.support.essay import Essay

RUN = '''

def run(code):
    """Run what a reader has written; the text of what it calls `said`, or of its error."""
    names = {"said": None}
    try:
        exec(code, names)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return str(names["said"])


js.run = ffi.create_proxy(run)
'''


def with_readers_code(open_essay: OpenEssay, address: str, **options: Any) -> Essay:
    """The live page, with a worker that runs code."""
    essay = open_essay(at="about:blank", **options)

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text() + RUN)

    essay.page.context.route("**/worker/main.py", answer)
    essay.address = address
    return essay.open().ready()


def run_in_worker(essay: Essay, code: str) -> str:
    """What the worker answers to the code."""
    for worker in essay.page.workers:
        if worker.evaluate("typeof run") == "function":
            return str(worker.evaluate("code => run(code)", code))
    raise LookupError("no worker runs code")
