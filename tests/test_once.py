"""What tests have made only once in a run."""

from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import once


def test_two_who_ask_at_once_get_the_same_folder_and_one_of_them_makes_it(tmp_path: Path) -> None:
    made, got = [], []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "file").write_text("whole", encoding="utf-8")

    def ask() -> None:
        got.append((once(tmp_path, "thing", make) / "file").read_text(encoding="utf-8"))

    askers = [Thread(target=ask) for _ in range(3)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(made) == 1
    assert got == ["whole"] * 3


def test_what_broke_off_is_made_again_from_the_beginning(tmp_path: Path) -> None:
    def breaks_off(folder: Path) -> None:
        (folder / "half").touch()
        raise RuntimeError("no room")

    with pytest.raises(RuntimeError, match="no room"):
        once(tmp_path, "thing", breaks_off)
    assert [*once(tmp_path, "thing", lambda folder: (folder / "whole").touch()).iterdir()] == [
        tmp_path / "thing" / "whole"
    ]
