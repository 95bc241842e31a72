"""What the service worker knows of the site."""

import base64
import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

from tools import offline

ROW = re.compile(r'\{ url: "(.+?)", bytes: (\d+), integrity: "sha256-(.+?)", revision: (.+?) \}')


def rows(site: Path) -> list[tuple[str, ...]]:
    return [match.groups() for match in ROW.finditer((site / "sw.js").read_text(encoding="utf-8"))]


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """A copy of the site, to change."""
    return Path(shutil.copytree(built, tmp_path / "copy"))


def test_every_file_is_listed_with_its_size_and_sum(built: Path) -> None:
    assert len(rows(built)) > 30
    for url, size, total, _ in rows(built):
        data = (built / url / ("index.html" if url == "./" else "")).read_bytes()
        assert len(data) == int(size)
        assert base64.b64encode(hashlib.sha256(data).digest()).decode() == total


def test_a_page_in_another_language_and_what_it_alone_needs_is_kept_for_its_readers(copy: Path) -> None:
    (app,) = copy.glob("app-*")
    figure = sorted(app.glob("figures/*.svg"))[0]
    (app / "de" / "figures").mkdir(parents=True)
    shutil.copy(figure, app / "de" / "figures")
    shutil.copy(copy / "index.html", copy / "de.html")
    offline.write_worker(copy)
    text = (copy / "sw.js").read_text(encoding="utf-8")
    readers = dict(re.findall(r'url: "(.+?)",.*?(?:readers: (\[.*?\]) )?\},', text))
    assert readers["./de.html"] == readers[f"./{app.name}/de/figures/{figure.name}"] == '["de"]'
    assert readers[f"./{app.name}/figures/{figure.name}"] == '["en"]'  # German has one of its own
    assert readers["./"] == readers[f"./{app.name}/style.css"] == ""


def test_only_pages_have_a_revision_and_all_else_an_address_that_names_its_content(built: Path) -> None:
    for url, _, _, revision in rows(built):
        assert (revision == "null") == bool(re.match(r"\./[a-z]+-[0-9a-f]{12}/", url)), url
    pages = {f"./{file.name}".removesuffix("index.html") for file in built.glob("*.html")}
    assert {url for url, _, _, revision in rows(built) if revision != "null"} == pages


def test_all_that_the_page_is_made_of_is_listed(built: Path) -> None:
    listed = {url for url, *_ in rows(built)}
    text = (built / "index.html").read_text(encoding="utf-8")
    named = set(re.findall(r'(?:src|href|srcset)="(\./[^"]+)"', text))
    assert len(named) > 10
    assert named - {"./index.html"} <= listed
    for kind in ("app-*/boot/*", "app-*/page/*.py", "start-*/*", "pyodide-*/*", "micropython-*/*"):
        found = (
            file for file in built.glob(kind) if file.suffix != ".lean" and file.name not in offline.LATER
        )
        files = {f"./{file.relative_to(built).as_posix()}" for file in found}
        assert files
        assert files <= listed


def test_no_plugin_that_is_switched_off_is_kept(copy: Path) -> None:
    (pyscript,) = copy.glob("pyscript-*")
    for name in ("core-0a.js", "codemirror-0a.js", "xterm.css", "LICENSE"):
        (pyscript / name).touch()
    kept = {file.name for file in offline.needed(copy) if file.parts[0] == pyscript.name}
    assert kept == {"core.js", "core-0a.js"}


def test_a_change_of_one_byte_makes_another_worker(built: Path, copy: Path) -> None:
    offline.write_worker(copy)
    before = (built / "sw.js").read_bytes()
    assert (copy / "sw.js").read_bytes() == before
    with (copy / "index.html").open("a", encoding="utf-8") as file:
        file.write("\n")
    offline.write_worker(copy)
    assert (copy / "sw.js").read_bytes() != before


def test_the_worker_finds_the_scripts_that_it_needs(built: Path) -> None:
    text = (built / "sw.js").read_text(encoding="utf-8")
    (scripts,) = re.findall(r"importScripts\((.+)\);", text)
    names = re.findall(r'"\./(.+?)"', scripts)
    assert [name.rpartition("workbox-")[2].partition(".")[0] for name in names] == list(offline.ORDER)
    assert (built / names[0]).is_file()


def test_what_a_reader_who_saves_data_does_without_is_named(built: Path, copy: Path) -> None:
    def spare(site: Path) -> list[str]:
        (found,) = re.findall("const SPARE = (.+?);", (site / "sw.js").read_text(encoding="utf-8"))
        return [Path(url).name for url in json.loads(found)]

    assert set(spare(built)) <= set(offline.SPARE)
    assert "heap.bin" in spare(built)
    for heap in copy.glob("start-*/heap.bin"):
        heap.unlink()
    offline.write_worker(copy)
    assert "heap.bin" not in spare(copy)
