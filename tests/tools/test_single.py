"""The page as one file: what is in it, and what is refused."""

from pathlib import Path

import pytest

from tests.support.rights import read_only
from tools.common.console import Problem
from tools.single import single_file
from tools.single.page import Page


@pytest.fixture(scope="module")
def page(built_page: Path) -> str:
    return Page(built_page, "index.html", packed=False, address="").html()


def test_the_same_site_gives_the_same_bytes(built_page: Path, tmp_path: Path) -> None:
    sizes = [single_file.write(built_page, tmp_path / f"{name}.html") for name in "ab"]
    one, other = ((tmp_path / f"{name}.html").read_bytes() for name in "ab")
    assert one == other
    assert sizes == [len(one)] * 2


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
