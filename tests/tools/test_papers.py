"""Papers: documents of the project that are pages of the site, too."""

import re
from pathlib import Path

import html5lib
import pytest

from downhill.words import PAGE
from tools import papers, places
from tools.console import Problem
from tools.markdown import anchor, document

each_paper = pytest.mark.parametrize("name", papers.PAPERS)


@each_paper
def test_a_paper_is_a_page_with_its_title_and_all_its_words(built: Path, name: str) -> None:
    paper = papers.read(name)
    text = (built / paper.page).read_text(encoding="utf-8")
    assert f"<title>{paper.title} – Downhill</title>" in text
    assert paper.body in text
    assert text.count("<h1") == 1


@each_paper
def test_every_link_of_a_paper_leads_to_a_file_and_a_heading_that_are_there(built: Path, name: str) -> None:
    tree = html5lib.parse((built / f"{name}.html").read_bytes(), namespaceHTMLElements=False)
    links = [link.get("href", "") for link in tree.iter("a")]
    assert links
    for link in links:
        file, _, place = link.partition("#")
        assert (built / file if file else built / f"{name}.html").is_file() or link.startswith("https:"), link
        if place and not file:
            assert tree.find(f".//*[@id='{place}']") is not None, link


@each_paper
def test_the_essay_links_to_every_paper_by_a_name_of_the_pages_language(built: Path, name: str) -> None:
    essay = (built / "index.html").read_text(encoding="utf-8")
    assert f'<a href="./{name}.html">{PAGE[f"paper.{name}"]}</a>' in essay


@each_paper
def test_no_sign_of_markdown_is_left_in_a_paper(name: str) -> None:
    text = re.sub("<code>.*?</code>", "", papers.read(name).body, flags=re.DOTALL)
    assert not [sign for sign in ("**", "](", "| ", "`", "\\") if sign in text]


def test_a_document_links_to_papers_and_what_is_not_published_stays_words() -> None:
    text = "[a](privacy.md#for-schools) [b](../README.md) [c](scaling.md) [d](index.html#line) [e](#here)"
    html = document(text, papers.address)
    assert re.findall(r'<a href="(.+?)">(\w)</a>', html) == [
        ("./privacy.html#for-schools", "a"),
        ("./index.html#line", "d"),
        ("#here", "e"),
    ]
    assert "b" in html
    assert html.count("<a") == html.count("</a>") == 3


def test_headings_can_be_linked_to_and_tables_are_named_after_theirs() -> None:
    html = document("## What is *this*, then?\n\n| a |\n|---|\n| 1 |\n", papers.address)
    assert anchor("What is *this*, then?") == "what-is-this-then"
    assert '<h2 id="what-is-this-then">' in html
    assert 'role="region" aria-label="What is this, then?"><table>' in html


def test_markup_in_a_document_stays_text() -> None:
    assert "&lt;img" in document("a <img src=x> b", papers.address)


def test_a_document_without_a_title_is_named(tmp_path: Path) -> None:
    (tmp_path / "nameless.md").write_text("Some words.\n", encoding="utf-8")
    with pytest.raises(Problem, match=r"docs/nameless\.md"):
        papers.read("nameless", tmp_path)


def sources() -> dict[str, str]:
    """Everything that runs on the page, by its place."""
    folders = (places.ROOT / "py", places.ROOT / "web")
    files = [
        f for folder in folders for f in folder.rglob("*") if f.suffix in (".py", ".js", ".mjs", ".jinja")
    ]
    return {f.relative_to(places.ROOT).as_posix(): f.read_text(encoding="utf-8") for f in files}


STORES: dict[str, set[str]] = {
    "localStorage": {
        "py/page/storage.py",
        "web/boot/language.js",
        "web/boot/next-pupil.mjs",
        "web/boot/theme.js",
    },
    "getDirectory": {"web/boot/keep.mjs", "web/boot/next-pupil.mjs", "web/boot/store.mjs"},
    "caches.": {"web/boot/next-pupil.mjs", "web/boot/offline.mjs", "web/sw.js.jinja"},
    "sessionStorage": {"web/boot/next-pupil.mjs"},
    "document.cookie": set(),
    "indexedDB.open": set(),
}


@pytest.mark.parametrize("store", STORES)
def test_the_browsers_stores_are_used_where_the_privacy_page_was_held_against_them(store: str) -> None:
    assert {place for place, text in sources().items() if store in text} == STORES[store]


def test_the_privacy_page_lists_exactly_the_keys_that_are_stored() -> None:
    skin = [text for place, text in sources().items() if place.startswith(("py/page/", "web/boot/"))]
    keys = {key for text in skin for key in re.findall(r'"(downhill\.[a-z]+)"', text)}
    listed = re.findall(r"`(downhill\.\w+)`", (papers.DOCS / "privacy.md").read_text(encoding="utf-8"))
    assert keys
    assert sorted(listed) == sorted(keys)
