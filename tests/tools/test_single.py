"""The page as one file: what is in it, and what is refused."""

import base64
import gzip
import html
import json
import re
from pathlib import Path

import pytest

from tests.support.rights import read_only
from tools.common import inside
from tools.common.console import Problem
from tools.single import single_file
from tools.single.page import Page
from tools.single.table import LEFT, Folders

AT = Folders("app-1", "brotli-1", "micropython-1", "pyodide-1", "pyscript-1", "start-1")
RELATIVE = re.compile(r"""["'(=]\.{1,2}/""")


@pytest.fixture(scope="module")
def page(built: Path) -> str:
    return Page(built, "index.html", packed=False, address="").html()


def files(text: str, realm: str) -> dict[int, str]:
    """The texts of a realm in a page, by their numbers; files that are no texts are empty ones."""
    listed = json.loads(element(text, "single-list"))["blocks"][realm]
    found = {}
    for i, block in enumerate(listed):
        data = base64.b64decode(element(text, f"single-{realm}-{i}"))
        data = gzip.decompress(data) if block["zipped"] else data
        for number, _, length, is_text in block["listed"]:
            found[number] = data[:length].decode() if is_text else ""
            data = data[length:]
        assert data == b""
    return found


def element(text: str, name: str) -> str:
    (found,) = re.findall(rf'(?s)<script type="[^"]+" id="{name}">(.*?)</script>', text)
    return str(found)


@pytest.mark.parametrize("realm", ["page", "worker"])
def test_a_text_names_only_files_before_it_and_imports_nothing_by_a_path(page: str, realm: str) -> None:
    found = files(page, realm)
    assert sorted(found) == list(range(len(found)))
    for number, text in found.items():
        assert all(int(other) < number for other in re.findall("@@(.+?)@@", text))
        assert not LEFT.search(text)


def test_no_address_of_the_site_is_left_and_every_number_is_one_of_a_file(page: str) -> None:
    shown = re.sub(r"(?s)<script\b.*?</script>|<(\w+-config)\b.*?</\1>", "", page)
    tags = re.findall(r"<[a-z][^<>]*>", page)
    assert [tag for tag in tags if RELATIVE.search(html.unescape(tag))] == []
    assert RELATIVE.search(re.sub(r"(?s)<(style|pre|code)\b.*?</\1>", "", shown)) is None
    assert "@@" not in re.sub(r"<[a-z][^<>]*>", "", shown)
    numbers = set(files(page, "page"))
    for tag in tags:
        assert {int(number) for number in re.findall("@@(.+?)@@", tag)} <= numbers


def test_the_same_site_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    sizes = [single_file.write(built, tmp_path / f"{name}.html") for name in "ab"]
    one, other = ((tmp_path / f"{name}.html").read_bytes() for name in "ab")
    assert one == other
    assert sizes == [len(one)] * 2


def test_its_policy_lets_in_the_scripts_that_stand_in_it_and_asks_nobody(page: str) -> None:
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    scripts = re.findall(r"(?s)<script(?![^>]*\b(?:type|src)=)[^>]*>(.*?)</script>", page)
    assert len(scripts) > 10
    allowed = rules.pop("script-src").split()
    for script in scripts:
        assert f"'{inside.integrity(script.encode())}'" in allowed
    assert not any("http" in word or word in ("*", "'self'", "'unsafe-inline'") for word in allowed)
    assert rules["default-src"] == "'none'"
    assert {word for rule in rules.values() for word in rule.split()} == {
        "'none'",
        "'unsafe-inline'",
        "blob:",
        "data:",
    }


def test_a_folder_that_is_missing_or_not_to_be_written_a_foreign_file_and_a_language_are_refused(
    tmp_path: Path,
) -> None:
    with pytest.raises(Problem, match=r"there is no folder .*nowhere to write page\.html into"):
        single_file.refuse(tmp_path / "nowhere" / "page.html")
    (tmp_path / "essay.html").write_text("<html><p>years of work")
    with pytest.raises(Problem, match=r"essay\.html already exists and is not a Downhill page"):
        single_file.refuse(tmp_path / "essay.html")
    with pytest.raises(Problem, match="there is no page in it: name one of en, de, es, fr, pt-BR, zh-Hans"):
        single_file.page_of("it")
    with read_only(tmp_path), pytest.raises(Problem, match="can't write into"):
        single_file.refuse(tmp_path / "page.html")
