"""The package for learning platforms: what is in it, and what is refused."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from downhill.lessons import every_lesson
from downhill.text.format import PAGE
from tests.support.rights import read_only
from tools.common.console import Problem
from tools.scorm import scorm_file
from tools.scorm.scorm_file import NAME, Content, course_of

IMS = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
ALL = [f"{lesson.id}/{challenge.id}" for lesson in every_lesson() for challenge in lesson.challenges]
LINE = [name for name in ALL if name.startswith("line/")]


@pytest.fixture(scope="module")
def package(built_page: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("package") / "downhill.zip"
    assert scorm_file.write(built_page, file, course_of("en")) == file.stat().st_size
    return file


def adapter(page: str) -> dict[str, str]:
    """What the adapter is given."""
    (tag,) = re.findall(r"<script (data-lesson=[^>]+)>", page)
    return dict(re.findall(r'data-(\w+)="([^"]*)"', tag))


def test_the_manifest_names_every_file_and_its_one_page(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        root = ElementTree.fromstring(archive.read(NAME))
    assert names[0] == NAME
    assert root.findtext(f".//{IMS}schemaversion") == "1.2"
    (resource,) = root.iter(f"{IMS}resource")
    assert resource.get(f"{ADL}scormtype") == "sco"
    files = [file.get("href") for file in root.iter(f"{IMS}file")]
    assert [resource.get("href"), *files] == ["index.html", "index.html"]
    assert {*names} == {NAME, *files}
    (item,) = root.iter(f"{IMS}item")
    assert item.get("identifierref") == resource.get("identifier")
    assert item.findtext(f"{IMS}title") == PAGE["page.title"]
    organizations = root.find(f"{IMS}organizations")
    (organization,) = root.iter(f"{IMS}organization")
    assert organizations is not None
    assert organizations.get("default") == organization.get("identifier")


def test_the_same_site_gives_the_same_bytes_and_an_earlier_package_is_replaced(
    built_page: Path, package: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.zip"
    for _ in range(2):
        scorm_file.write(built_page, again, course_of("en"))
    assert again.read_bytes() == package.read_bytes()
    assert [file.name for file in tmp_path.iterdir()] == ["again.zip"]


def test_it_is_passed_by_all_challenges_of_what_is_in_it_unless_fewer_are_named(built_page: Path) -> None:
    assert adapter(Content(built_page, course_of("en"), "").html()) == {
        "lesson": "",
        "challenges": " ".join(ALL),
        "needed": str(len(ALL)),
        "pause": "30000",
    }
    one = course_of("en", "line", 2)
    assert (one.lesson, one.needed, list(one.challenges)) == ("line", 2, LINE)
    assert one.identifier == "downhill-line-en"
    assert course_of("en", "line").needed == len(LINE)
    page = Content(built_page, one, "").html()
    assert adapter(page)["lesson"] == "line"
    assert '<p class="whole">' not in page


def test_a_lesson_that_is_not_there_and_a_number_of_challenges_that_is_none_are_refused() -> None:
    with pytest.raises(Problem, match="unknown lesson slope: name one of valley, line, "):
        course_of("en", "slope")
    for needed in (0, len(LINE) + 1):
        with pytest.raises(Problem, match=f"--needed must be from 1 to {len(LINE)}, .*, not {needed}"):
            course_of("en", "line", needed)


def test_a_folder_that_is_missing_or_not_to_be_written_and_a_foreign_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"there is no folder .*nowhere to write a\.zip into"):
        scorm_file.refuse(tmp_path / "nowhere" / "a.zip")
    (tmp_path / "essay.zip").write_text("years of work")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr(NAME, '<manifest identifier="another course">')
    for name in ("essay", "other"):
        with pytest.raises(Problem, match=rf"{name}\.zip already exists and is not a Downhill package"):
            scorm_file.refuse(tmp_path / f"{name}.zip")
    with read_only(tmp_path), pytest.raises(Problem, match="can't write into"):
        scorm_file.refuse(tmp_path / "a.zip")
