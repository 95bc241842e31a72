"""Papers: documents of the project that are pages of the site, too."""

import re
from pathlib import Path

import html5lib
import pytest

from downhill.lessons import every_lesson
from downhill.text.format import PAGE
from tools.common import paths
from tools.languages.language import Language, all_languages
from tools.pages import paper_check, papers
from tools.pages.papers import Paper
from tools.school.words import SCHOOL

ALL = [paper for language in all_languages() for paper in papers.written(language)]
each_paper = pytest.mark.parametrize("name", papers.PAPERS)


@each_paper
def test_a_paper_is_a_page_with_its_title_and_all_its_words(built_page: Path, name: str) -> None:
    document = papers.read(Paper(name), built_page)
    text = (built_page / f"{name}.html").read_text(encoding="utf-8")
    assert f"<title>{document.title} – Downhill</title>" in text
    assert document.body in text
    assert text.count("<h1") == 1


@each_paper
def test_every_link_of_a_paper_leads_to_a_file_and_a_heading_that_are_there(
    built_page: Path, name: str
) -> None:
    tree = html5lib.parse((built_page / f"{name}.html").read_bytes(), namespaceHTMLElements=False)
    links = [link.get("href", "") for link in tree.iter("a")]
    assert links
    for link in links:
        page, _, place = link.partition("#")
        file = page.partition("?")[0]
        assert (built_page / file if file else built_page / f"{name}.html").is_file() or link.startswith(
            "https:"
        ), link
        if place and not file:
            assert tree.find(f".//*[@id='{place}']") is not None, link


@each_paper
def test_the_essay_or_its_page_for_schools_links_to_every_paper_by_a_name_of_the_pages_language(
    built_page: Path, name: str
) -> None:
    page = "index.html" if name in papers.FOOT else "schools.html"
    words = {**PAGE, **SCHOOL}
    assert f'<a href="./{name}.html">{words[f"paper.{name}"]}</a>' in (built_page / page).read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("paper", ALL, ids=lambda paper: paper.page)
def test_no_sign_of_markdown_is_left_in_a_paper(paper: Paper) -> None:
    text = re.sub("<code>.*?</code>", "", papers.read(paper).body, flags=re.DOTALL)
    assert not [sign for sign in ("*", "](", "| ", "`", "\\", "&lt;!--") if sign in text]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All papers in all languages, and nothing else."""
    out, spoken = tmp_path_factory.mktemp("shelf"), all_languages()
    for language in spoken:
        papers.write(out, "./app", language, spoken)
    return out


OTHERS = pytest.mark.parametrize("language", all_languages()[1:], ids=lambda language: language.code)


@OTHERS
def test_a_translated_paper_stays_in_its_language_wherever_it_can(shelf: Path, language: Language) -> None:
    tree = html5lib.parse((shelf / language.beside("privacy")).read_bytes(), namespaceHTMLElements=False)
    assert (tree.get("lang"), tree.get("dir")) == (language.code, language.about["direction"])
    home = tree.find(".//p[@class='home']/a")
    assert home is not None
    assert home.get("href") == f"./{language.page}"
    words = {**language.catalogue["page"], **language.catalogue["school"]}
    assert [
        (a.get("href"), a.get("hreflang"), a.text) for a in tree.findall(".//ul[@class='papers']//a")
    ] == [
        (f"./{name}-{language.code}.html", None, words[f"paper.{name}"])
        if name in paper_check.TRANSLATED
        else (f"./{name}.html", "en", words[f"paper.{name}"])
        for name in papers.PAPERS
    ]


@each_paper
def test_a_paper_offers_every_language_that_it_is_told_in(shelf: Path, name: str) -> None:
    tree = html5lib.parse((shelf / f"{name}.html").read_bytes(), namespaceHTMLElements=False)
    offered = tree.findall(".//nav[@class='languages']//a")
    told = [each for each in all_languages() if (shelf / each.beside(name)).is_file()]
    wanted = [(f"./{each.beside(name)}", each.code, each.about["name"]) for each in told]
    assert [(a.get("href"), a.get("lang"), a.text) for a in offered] == (wanted if len(told) > 1 else [])
    assert [a.get("href") for a in offered if a.get("aria-current")] == [f"./{name}.html"] * (len(told) > 1)


@OTHERS
@pytest.mark.parametrize("name", paper_check.TRANSLATED)
def test_every_translated_paper_is_there_and_is_the_english_one_of_today(
    name: str, language: Language
) -> None:
    assert list(paper_check.check(name, language)) == []


def test_a_translation_that_lags_behind_or_differs_is_told_in_sentences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "DOCS", tmp_path)
    monkeypatch.setattr(paper_check, "DOCS", tmp_path)
    (tmp_path / "de").mkdir()
    english, german = "# A\n\nPress *Reset everything*, see `x`.\n", "# B\n\nDrücke *Weg*.\n\n## C\n"
    language = Language("de", {"page": {"next.reset": "Alles zurücksetzen"}})
    (tmp_path / "privacy.md").write_text(english, encoding="utf-8")
    assert list(paper_check.check("privacy", language)) == ["docs/de/privacy.md is missing."]
    old = paper_check.stamp("something else")
    (tmp_path / "de" / "privacy.md").write_text(f"{old}\n\n{german}", encoding="utf-8")
    assert list(paper_check.check("privacy", language)) == [
        "docs/de/privacy.md was made from an older docs/privacy.md: bring it up to date, "
        f"then start it with {paper_check.stamp(english)}",
        "docs/de/privacy.md lacks `x`.",
        "docs/de/privacy.md has a heading with ## that the English one lacks.",
        "docs/de/privacy.md should call *Reset everything* what the page calls it: *Alles zurücksetzen*.",
    ]


@pytest.mark.parametrize("paper", [p for p in ALL if p.name == "embedding"], ids=lambda paper: paper.page)
def test_the_paper_on_embedding_names_every_lesson_that_there_is(paper: Paper) -> None:
    (line,) = (line for line in papers.text_of(paper).splitlines() if line.startswith("- `#"))
    assert re.findall(r"`#([a-z-]+)`", line) == [lesson.id for lesson in every_lesson()]


def sources() -> dict[str, str]:
    """Everything that runs on the page, by its place."""
    folders = (paths.ROOT / "py", paths.ROOT / "web")
    files = [f for folder in folders for f in folder.rglob("*") if f.suffix in (".py", ".js", ".jinja")]
    return {f.relative_to(paths.ROOT).as_posix(): f.read_text(encoding="utf-8") for f in files}


def test_no_cookie_and_no_data_base_is_written_as_the_privacy_page_says() -> None:
    told = "\n".join(sources().values())
    assert [name for name in ("document.cookie", "indexedDB.open") if name in told] == []
    assert "localStorage" in told


def test_the_privacy_page_lists_exactly_the_keys_that_are_stored() -> None:
    texts = [
        text for place, text in sources().items() if place.startswith(("py/page/", "web/boot/", "web/scorm/"))
    ]
    keys = {key for text in texts for key in re.findall(r'"(downhill\.[a-z]+)"', text)}
    listed = re.findall(r"`(downhill\.\w+)`", (papers.DOCS / "privacy.md").read_text(encoding="utf-8"))
    assert keys
    assert sorted(listed) == sorted(keys)
