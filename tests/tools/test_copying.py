import shutil
from pathlib import Path

from tests.support.rights import read_only
from tools.common.copying import copy_tree


def test_a_copy_of_what_may_only_be_read_can_be_changed_and_removed(tmp_path: Path) -> None:
    (tmp_path / "source" / "deep").mkdir(parents=True)
    (tmp_path / "source" / "deep" / "a.txt").write_text("a")
    with read_only(tmp_path / "source"):
        copy_tree(tmp_path / "source", tmp_path / "target")
        (tmp_path / "target" / "deep" / "a.txt").write_text("b")
        shutil.rmtree(tmp_path / "target")
