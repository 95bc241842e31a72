"""The service worker: for whom it keeps what, and that other bytes make another one."""

from pathlib import Path

from tests.support.worker_list import kept, rows
from tools.release import service_worker


def test_each_page_has_its_kind_and_what_a_language_alone_needs_is_kept_for_its_readers(
    built_page: Path,
) -> None:
    (app,) = built_page.glob("app-*")
    listed = {row["url"]: row for row in rows(built_page)}
    assert next(iter(listed)) == "./"  # a page that arrives changed is noticed first
    readers, kinds = ({url: row.get(name) for url, row in listed.items()} for name in ("readers", "kind"))
    for url in ("./de.html", "./guide-de.html", f"./{app.name}/de/words.json"):
        assert readers[url] == ["de"]
    for url in ("./", f"./{app.name}/style.css", f"./{app.name}/figures/valley-picture-light.svg"):
        assert readers[url] is None  # English is kept by everybody
    assert "de.html" in kept(built_page, "de") - kept(built_page, "en")
    assert kinds["./"] == kinds["./de.html"] == service_worker.ESSAY
    assert kinds["./guide.html"] == kinds["./guide-de.html"] == "guide"
    assert {kind for url, kind in kinds.items() if "/" in url[2:]} == {None}


def test_a_change_of_one_byte_makes_another_worker(tmp_path: Path) -> None:
    (tmp_path / "workbox-0").mkdir()
    made = set()
    for text in ("first", "other", "first"):
        (tmp_path / "index.html").write_text(text, encoding="utf-8")
        service_worker.write_worker(tmp_path)
        made.add((tmp_path / "sw.js").read_bytes())
    assert len(made) == 2
