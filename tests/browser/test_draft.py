"""What a stranger changes is on the page that `serve.py` serves, and so is what is wrong with it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.browser.conftest import OpenEssay
from tests.support.copies import clean_copy
from tests.support.essay import PATIENCE as SHORT
from tests.support.often import a_few

PATIENCE = 4 * SHORT
"""A draft is made in two seconds of a processor, which on a busy machine are many."""
ROOT = "document.documentElement.dataset.changed"


class Change(NamedTuple):
    """A change of a source: some text for another, what the page then answers, and an end that is a mistake."""

    file: str
    old: str
    new: str
    seen: str
    wrong: str = "\nx = (\n"


LINE = "py/downhill/lessons/lesson_20_line/"
CHANGES = {
    "a word": Change(
        f"{LINE}__init__.py", "fit a line", "lay a ruler", "document.body.textContent.includes('lay a ruler')"
    ),
    "a slider's end": Change(
        f"{LINE}slider_ranges.py",
        "reach = max(",
        "reach = 3 * max(",
        "document.querySelector('#line [name=m]').min < -300",
    ),
    "a template": Change(
        "web/index.html.jinja", "<h1>", "<h1 id=new>", "document.querySelector('h1#new')", "{% if %}"
    ),
    "a style": Change(
        "web/style/base/page.css.jinja",
        ":root {",
        ":root { --new: 7;",
        "getComputedStyle(document.documentElement).getPropertyValue('--new')",
        "}",
    ),
    "a verb": Change(
        "py/downhill/verbs.py",
        "_ROWS = (",
        '_ROWS = (\n    Verb("zigzag", Session, HAND.look, newest=True),',
        "document.documentElement.innerHTML.includes('zigzag')",
    ),
    "a module of the page": Change(
        "py/page/main.py", "marks[0] =", "root.dataset.changed = 'yes'\nmarks[0] =", ROOT
    ),
    "a script of the page": Change(
        "web/boot/inline/theme.js",
        "var KEY =",
        'root.dataset.changed = "yes";\n  var KEY =',
        ROOT,
        "\nvar = 1;\n",
    ),
}


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clean_copy(tmp_path_factory.mktemp("stranger") / "[2026] class", site)


@pytest.fixture(scope="module")
def served(copy: Path) -> Iterator[str]:
    """The address of the page that `serve.py` serves in the copy."""
    command = [sys.executable, "serve.py", "--no-browser", "--watch"]
    with subprocess.Popen(command, cwd=copy, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        for line in server.stdout:
            if found := re.search(r"Downhill is at (\S+)", line):
                yield found[1]
                break
        server.terminate()


@a_few(2)
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_on_the_open_page_a_mistake_is_told_and_gone_when_it_is_mended(
    open_essay: OpenEssay, copy: Path, served: str, name: str
) -> None:
    change = CHANGES[name]
    file = copy / change.file
    first = file.read_text(encoding="utf-8")
    assert change.old in first
    page = open_essay("?patience=600", at=served, asleep=True).loaded().page
    page.evaluate("scrollTo(0, 500)")
    file.write_text(first.replace(change.old, change.new, 1), encoding="utf-8")
    page.wait_for_function(f"document.body && ({change.seen})", timeout=PATIENCE)
    page.wait_for_function("Math.abs(scrollY - 500) < 2", timeout=PATIENCE)
    assert "This is a draft" in page.locator("footer .draft").inner_text()
    file.write_text(first + change.wrong, encoding="utf-8")
    told = page.locator("body.mistake")
    told.wait_for(timeout=PATIENCE)
    assert re.search(rf"mistake in {change.file}, line \d+:", told.inner_text())
    file.write_text(first, encoding="utf-8")
    page.locator("footer .draft").wait_for(timeout=PATIENCE, state="attached")
    assert not page.evaluate(f"Boolean({change.seen})")
