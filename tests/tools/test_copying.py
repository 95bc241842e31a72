import shutil
from pathlib import Path

from tests.support.rights import read_only
from tools.common.copying import copy_tree


def test_folders_and_bytes_are_copied_but_what_is_named(tmp_path: Path) -> None:
    for name, text in {"a.txt": "a", "deep/er/b.txt": "b", "deep/a.txt": "c", ".hidden": "d"}.items():
        (tmp_path / "source" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "source" / name).write_text(text)
    copy_tree(tmp_path / "source", tmp_path / "new" / "target", without=("a.txt",))
    target = tmp_path / "new" / "target"
    files = {file.relative_to(target).as_posix(): file.read_text() for file in target.rglob("*.*")}
    assert files == {"deep/er/b.txt": "b", "deep/a.txt": "c", ".hidden": "d"}


def test_a_copy_of_what_may_only_be_read_can_be_changed_and_removed(tmp_path: Path) -> None:
    (tmp_path / "source" / "deep").mkdir(parents=True)
    (tmp_path / "source" / "deep" / "a.txt").write_text("a")
    with read_only(tmp_path / "source"):
        copy_tree(tmp_path / "source", tmp_path / "target")
        (tmp_path / "target" / "deep" / "a.txt").write_text("b")
        shutil.rmtree(tmp_path / "target")
