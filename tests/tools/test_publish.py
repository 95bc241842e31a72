from collections.abc import Callable
from pathlib import Path

import pytest

from tools.common.console import Problem
from tools.release import manifest, publish


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


def test_a_build_is_written_whole_with_a_marker(tmp_path: Path) -> None:
    out = tmp_path / "new" / "site"
    publish.publish(out, "1", page("hello"))
    assert names(out) == ["app", "downhill.json"]
    assert names(out.parent) == ["site"]


def test_a_build_that_fails_leaves_no_trace(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        publish.publish(tmp_path / "site", "1", broken)
    assert names(tmp_path) == []


def test_a_build_that_fails_leaves_the_earlier_one(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish.publish(out, "1", page("first"))
    with pytest.raises(RuntimeError):
        publish.publish(out, "2", broken)
    assert names(tmp_path) == ["site"]
    assert (out / "app" / "index.html").read_text() == "first"
    assert publish.current(out, "1")


def test_an_earlier_build_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish.publish(out, "1", page("first"))
    publish.publish(out, "2", page("second"))
    assert (out / "app" / "index.html").read_text() == "second"
    assert names(tmp_path) == ["site"]


def test_an_empty_folder_may_be_built_into(tmp_path: Path) -> None:
    publish.publish(tmp_path, "1", page("hello"))
    assert publish.current(tmp_path, "1")


def test_a_folder_of_somebody_elses_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(Problem, match="contains something that is not a Downhill build"):
        publish.publish(tmp_path, "1", page("hello"))
    assert names(tmp_path) == ["thesis.txt"]


@pytest.mark.parametrize("marker", ["", "[]", "{}", '{"made by": "someone"}'])
def test_a_marker_must_be_ours(tmp_path: Path, marker: str) -> None:
    (tmp_path / manifest.NAME).write_text(marker)
    with pytest.raises(Problem, match="not a Downhill build"):
        publish.refuse_foreign(tmp_path)


def test_a_file_and_a_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for name in ("file", "link", "dangling"):
        with pytest.raises(Problem, match="is not a folder"):
            publish.refuse_foreign(tmp_path / name)


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


def test_a_copy_is_a_build_too(tmp_path: Path) -> None:
    publish.publish(tmp_path / "site", "1", page("hello"))
    publish.publish(tmp_path / "out", "1", publish.copy(tmp_path / "site"))
    assert publish.current(tmp_path / "out", "1")
    assert (tmp_path / "out" / "app" / "index.html").read_text() == "hello"


def test_what_a_killed_build_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".site.building-abc" / "new").mkdir(parents=True)
    publish.publish(tmp_path / "site", "1", page("hello"))
    assert names(tmp_path) == ["site"]


def test_a_build_killed_between_its_two_renames_loses_nothing(tmp_path: Path) -> None:
    out, work = tmp_path / "site", tmp_path / ".site.building-abc"
    publish.publish(out, "1", page("first"))
    work.mkdir()
    out.rename(work / "old")
    with pytest.raises(RuntimeError):
        publish.publish(out, "2", broken)
    assert publish.current(out, "1")


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
