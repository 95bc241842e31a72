"""What a stranger changes is on the page that `serve.py` serves, and so is what is wrong with it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import brotli
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenEssay
from tests.support.copies import clean_copy
from tests.support.essay import PATIENCE as SHORT
from tests.support.essay import until
from tests.support.often import a_few, thorough
from tools.common import paths
from tools.startup.snapshot.container import files_in

PATIENCE = 4 * SHORT
"""A draft is made in two seconds of a processor, which on a busy machine are many."""
WORD = "py/downhill/lessons/lesson_20_line/__init__.py"
CHANGES = {
    "a word": (WORD, "fit a line", "fit a zebra"),
    "a template": ("web/index.html.jinja", "<h1>", "<h1 class=zebra>"),
    "a style": ("web/style/base.css.jinja", ":root {", ":root { --zebra: zebra;"),
    "a verb": ("py/downhill/verbs.py", "_ROWS = (", '_ROWS = (\n    Verb("zebra", Session, HAND.watch),'),
    "a module": ("py/page/main.py", "marks[0] =", "root.dataset['zeb' + 'ra'] = ''\nmarks[0] ="),
    "a script": (
        "web/boot/inline/theme.js",
        "const KEY =",
        'root.dataset["zeb" + "ra"] = "";\n  const KEY =',
    ),
}
"""By what is changed: a source, some text in it, and another text, which brings a zebra onto the page."""
WRONG = "\n{% if %} } (\n"  # in any language
SEEN = """document.body && (document.documentElement.outerHTML +
    getComputedStyle(document.documentElement).getPropertyValue("--zebra")).includes("zebra")"""
KEPT = "Math.abs(scrollY - 500) < 2"
TEST = """def test_the_page_has_a_zebra(open_essay):
    assert "zebra" in open_essay(asleep=True).loaded().page.content()
"""


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


def is_in_the_pack(copy: Path) -> bool:
    """Whether a zebra is in what Python starts from, in the draft that is served."""
    packs = [*(copy / "build").glob("draft-*[0-9]/start-draft/pack.bin")]
    return any(
        b"zebra" in data for pack in packs for _, data in files_in(brotli.decompress(pack.read_bytes()))
    )


@a_few(1)
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_on_the_open_page_a_mistake_is_told_and_gone_when_it_is_mended(
    open_essay: OpenEssay, copy: Path, served: str, name: str
) -> None:
    source, old, new = CHANGES[name]
    file, first = copy / source, (paths.ROOT / source).read_text(encoding="utf-8")
    assert old in first
    file.write_text(first, encoding="utf-8")  # a try before may have left it otherwise
    with urlopen(served, timeout=PATIENCE / 1000):  # a draft may have to be made, longer than `goto` waits
        pass
    page = open_essay("?patience=600", at=served, asleep=True).loaded().page
    page.evaluate("scrollTo(0, 500)")
    file.write_text(first.replace(old, new, 1), encoding="utf-8")
    if name == "a verb":  # no lesson shows it
        until(page, lambda: is_in_the_pack(copy), "Python starts from it")
    else:
        page.wait_for_function(SEEN, timeout=PATIENCE)
    expect(page.locator("footer")).to_contain_text("This is a draft", timeout=PATIENCE)
    page.wait_for_function(KEPT, timeout=PATIENCE)
    file.write_text(first + WRONG, encoding="utf-8")
    told = page.locator("html[data-mistake]")
    told.wait_for(timeout=PATIENCE)
    assert re.search(rf"mistake in {source}, line \d+:", told.inner_text())
    file.write_text(first, encoding="utf-8")
    page.locator("footer").wait_for(timeout=PATIENCE, state="attached")
    page.wait_for_function(KEPT, timeout=PATIENCE)
    assert not page.evaluate(SEEN)


@thorough
def test_a_chosen_test_plays_a_draft(copy: Path) -> None:
    source, old, new = CHANGES["a word"]
    text = (paths.ROOT / source).read_text(encoding="utf-8")
    (copy / source).write_text(text.replace(old, new, 1), encoding="utf-8")
    (copy / "tests" / "browser" / "test_zebra.py").write_text(TEST, encoding="utf-8")
    command = [sys.executable, "-m", "tests", "tests/browser/test_zebra.py"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "Testing build/draft-tests in" in said
    assert "Building" not in said
