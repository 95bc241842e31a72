"""What the service worker knows of the site."""

import shutil
from pathlib import Path

import pytest

from tests.support.worker_list import kept, rows
from tools.release import service_worker


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """A copy of the site, to change."""
    return Path(shutil.copytree(built, tmp_path / "copy"))


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
