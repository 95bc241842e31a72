"""A build, and the zip of one: written whole or not at all, and never over what is somebody else's."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.common.console import Problem
from tools.release import manifest, publish
from tools.release.check import faults


def page(text: str) -> Callable[[Path], None]:
    def fill(out: Path) -> None:
        (out / "app").mkdir()
        (out / "app" / "index.html").write_text(text)

    return fill


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def broken(out: Path) -> None:
    (out / "half.html").write_text("half")
    raise RuntimeError("the pen broke")


def broken_file(path: Path) -> bytes:
    raise RuntimeError("the pen broke")


def test_a_build_is_written_whole_or_not_at_all_and_the_earlier_one_stays(tmp_path: Path) -> None:
    out = tmp_path / "new" / "site"
    with pytest.raises(RuntimeError):
        publish.publish(out, "1", broken)
    assert names(out.parent) == []
    publish.publish(out, "1", page("first"))
    assert (names(out), names(out.parent)) == (["app", "downhill.json"], ["site"])
    with pytest.raises(RuntimeError):
        publish.publish(out, "2", broken)
    assert names(out.parent) == ["site"]
    assert publish.current(out, "1")
    (out.parent / ".site.building-abc" / "new").mkdir(parents=True)  # what a killed build has left
    publish.publish(out, "2", page("second"))
    assert (out / "app" / "index.html").read_text() == "second"
    assert names(out.parent) == ["site"]


def test_a_build_killed_between_its_two_renames_loses_nothing(tmp_path: Path) -> None:
    out, work = tmp_path / "site", tmp_path / ".site.building-abc"
    publish.publish(out, "1", page("first"))
    work.mkdir()
    out.rename(work / "old")
    with pytest.raises(RuntimeError):
        publish.publish(out, "2", broken)
    assert publish.current(out, "1")


def test_a_folder_of_somebody_elses_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(Problem, match="contains something that is not a Downhill build"):
        publish.publish(tmp_path, "1", page("hello"))
    assert names(tmp_path) == ["thesis.txt"]


def test_what_is_no_folder_or_has_another_marker_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(Problem, match="is not a folder"):
            publish.refuse_foreign(tmp_path / name)
    for marker in ("", "[]", "{}", '{"made by": "someone"}'):
        (tmp_path / manifest.NAME).write_text(marker)
        with pytest.raises(Problem, match="not a Downhill build"):
            publish.refuse_foreign(tmp_path)


def test_a_build_is_current_while_its_inputs_and_files_are_the_same(tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert not publish.current(out, "1")
    publish.publish(out, "1", page("hello"))
    assert publish.current(out, "1")
    assert not publish.current(out, "2")
    (out / "app" / "index.html").write_text("cut")
    assert not publish.current(out, "1")
    (out / "app" / "index.html").unlink()
    assert not publish.current(out, "1")


def test_only_the_rooms_of_the_page_its_changelog_and_its_licence_decide_about_a_build(
    tmp_path: Path,
) -> None:
    for room in ("docs", "py", "web", "tools", "tests"):
        (tmp_path / room).mkdir()
    sums = {publish.inputs(tmp_path)}
    (tmp_path / "tests" / "test_a.py").touch()
    sums.add(publish.inputs(tmp_path))
    assert len(sums) == 1
    for room in ("docs", "py", "web", "tools"):
        (tmp_path / room / "a").touch()
        sums.add(publish.inputs(tmp_path))
    for name in ("CHANGELOG.md", "LICENSE"):
        (tmp_path / name).touch()
        sums.add(publish.inputs(tmp_path))
    assert len(sums) == 7


def test_a_zip_is_one_folder_that_is_the_build_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    publish.publish(tmp_path / "site", "1", page("hello"))
    publish.publish(tmp_path / "copy", "1", publish.copy(tmp_path / "site"))
    for name in ("site", "copy"):
        publish.write_zip(tmp_path / name, tmp_path / f"{name}.zip")
    assert (tmp_path / "site.zip").read_bytes() == (tmp_path / "copy.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        archive.extractall(tmp_path / "there")
    assert names(tmp_path / "there") == ["downhill"]
    known = manifest.read(tmp_path / "there" / "downhill")
    assert known
    assert [*known.files] == ["app/index.html"]
    assert list(faults(tmp_path / "there" / "downhill", known)) == []


def test_a_zip_that_fails_leaves_the_earlier_one_and_a_foreign_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish.publish(tmp_path / "site", "1", page("hello"))
    publish.write_zip(tmp_path / "site", tmp_path / "a.zip")
    before = (tmp_path / "a.zip").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", broken_file)
        with pytest.raises(RuntimeError):
            publish.write_zip(tmp_path / "site", tmp_path / "a.zip")
    assert (tmp_path / "a.zip").read_bytes() == before
    assert names(tmp_path) == ["a.zip", "site"]
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("me.jpg", b"me")
    (tmp_path / "thesis.zip").write_text("years of work")
    for name in ("photos.zip", "thesis.zip", "site"):
        with pytest.raises(Problem, match=f"{name} already exists and is not a Downhill zip"):
            publish.write_zip(tmp_path / "site", tmp_path / name)
