"""What the service worker knows of the site."""

import base64
import hashlib
import re
import shutil
from pathlib import Path

import pytest

from tests.support import makers
from tests.support.worker_list import kept, rows
from tools.common import paths
from tools.pages.template import MARK
from tools.release import service_worker


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """A copy of the site, to change."""
    return Path(shutil.copytree(built, tmp_path / "copy"))


def test_every_file_is_listed_with_its_size_and_sum(built: Path) -> None:
    assert len(rows(built)) > 30
    for row in rows(built):
        data = (built / row["url"] / ("index.html" if row["url"] == "./" else "")).read_bytes()
        assert len(data) == row["bytes"]
        assert base64.b64encode(hashlib.sha256(data).digest()).decode() == row["integrity"][7:]


def test_a_page_in_another_language_and_what_it_alone_needs_is_kept_for_its_readers(copy: Path) -> None:
    (app,) = copy.glob("app-*")
    figure = sorted(app.glob("figures/*.svg"))[0]
    (app / "de" / "figures").mkdir(parents=True)
    shutil.copy(figure, app / "de" / "figures")
    shutil.copy(copy / "index.html", copy / "de.html")
    service_worker.write_worker(copy)
    readers = {row["url"]: row.get("readers") for row in rows(copy)}
    assert readers["./de.html"] == readers[f"./{app.name}/de/figures/{figure.name}"] == ["de"]
    for name in (f"{app.name}/figures/{figure.name}", f"{app.name}/style.css", ""):
        assert readers[f"./{name}"] is None  # English is kept by everybody
    assert "de.html" in kept(copy, "de") - kept(copy, "en")


def test_only_pages_have_a_revision_and_all_else_an_address_that_names_its_content(built: Path) -> None:
    for row in rows(built):
        assert (row["revision"] is None) == bool(re.match(r"\./[a-z]+-[0-9a-f]{12}/", row["url"])), row["url"]
    pages = {f"./{file.name}".removesuffix("index.html") for file in built.glob("*.html")}
    assert {row["url"] for row in rows(built) if row["revision"]} == pages


def test_all_that_is_laid_out_is_kept_but_what_is_declared_never_to_be_asked_for(copy: Path) -> None:
    (pyscript,) = copy.glob("pyscript-*")
    for name in ("core-0a.js", "error-0a.js", "new-0a.js", "codemirror-0a.js", "xterm.css", "LICENSE"):
        (pyscript / name).touch()
    kept_of_it = {file.name for file in service_worker.needed(copy) if file.parts[0] == pyscript.name}
    assert kept_of_it == {"core.js", "core-0a.js", "error-0a.js", "new-0a.js", *makers.CODEMIRROR}


def test_every_page_begins_with_the_mark_and_has_the_sentence_for_standing_in(built: Path) -> None:
    text = (built / "sw.js").read_text(encoding="utf-8")
    assert f"const MARK = '{MARK}';" in text
    for page in built.glob("*.html"):
        found = page.read_text(encoding="utf-8")
        assert MARK in found[:1000], page.name
        assert found.count("<html") == found.count(' id="instead" hidden') == 1, page.name


def test_the_worker_begins_with_what_the_reset_looks_for(built: Path) -> None:
    (reset,) = (paths.ROOT / "web" / "boot" / "page").glob("next-pupil.*")
    (first,) = re.findall(r'const FIRST = "(.+?)";', reset.read_text(encoding="utf-8"))
    assert (built / "sw.js").read_text(encoding="utf-8").startswith(first)


def test_a_change_of_one_byte_makes_another_worker(built: Path, copy: Path) -> None:
    service_worker.write_worker(copy)
    before = (built / "sw.js").read_bytes()
    assert (copy / "sw.js").read_bytes() == before
    with (copy / "index.html").open("a", encoding="utf-8") as file:
        file.write("\n")
    service_worker.write_worker(copy)
    assert (copy / "sw.js").read_bytes() != before


def test_pages_that_say_the_same_are_of_one_kind_and_the_first_page_comes_first(copy: Path) -> None:
    (app,) = copy.glob("app-*")
    (app / "de").mkdir(exist_ok=True)
    for name in ("de", "guide-de", "privacy-de"):
        shutil.copy(copy / "index.html", copy / f"{name}.html")
    service_worker.write_worker(copy)
    kinds = {row["url"]: row.get("kind") for row in rows(copy)}
    assert kinds["./"] == kinds["./de.html"] == service_worker.ESSAY
    assert (kinds["./guide-de.html"], kinds["./privacy-de.html"]) == ("guide", "privacy")
    assert kinds["./guide.html"] == "guide"
    assert {kind for url, kind in kinds.items() if "/" in url[2:]} == {None}
    assert rows(copy)[0]["url"] == "./"
