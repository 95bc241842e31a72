import errno
from pathlib import Path

import pytest

from tests.support.rights import read_only
from tools.common.console import Problem
from tools.setup.filling import filling


def test_what_is_missing_in_a_folder_that_may_only_be_read_is_one_sentence(tmp_path: Path) -> None:
    with (
        read_only(tmp_path),
        pytest.raises(Problem, match=rf"^numpy 2 can't be read in {tmp_path}, and .* in DOWNHILL_CACHE\.$"),
        filling(tmp_path, "numpy 2", print),
    ):
        pytest.fail("nothing can be put there")


def test_so_is_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Problem, match="name a folder of your own"), filling(tmp_path / "file", "all", print):
        pytest.fail("a file is no folder")
    with (
        read_only(tmp_path),
        pytest.raises(Problem, match="name a folder of your own"),
        filling(tmp_path / "deep" / "cache", "all", print),
    ):
        pytest.fail("nothing can be made there")


def test_rights_that_end_at_a_folder_within_are_told_alike(tmp_path: Path) -> None:
    (tmp_path / "pyodide").mkdir()
    with (
        pytest.raises(Problem, match=f"in {tmp_path}, and nothing can be put there"),
        filling(tmp_path, "numpy 2", print),
        read_only(tmp_path / "pyodide"),
    ):
        (tmp_path / "pyodide" / "numpy.whl").touch()


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device", "cache"),
        PermissionError(errno.EACCES, "Permission denied", "/elsewhere"),
    ],
)
def test_other_refusals_stay_what_they_are(tmp_path: Path, error: OSError) -> None:
    with pytest.raises(OSError, match=error.strerror), filling(tmp_path, "numpy 2", print):
        raise error


def test_what_a_killed_start_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / "partial-abc").mkdir()
    with filling(tmp_path, "numpy 2", print):
        assert not (tmp_path / "partial-abc").exists()
