import errno
import shutil
from collections.abc import Callable

import pytest

from tools.common.console import Problem, guarded


def refuse() -> int:
    raise Problem("the cup is empty.")


def fill_the_disk() -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def be_forbidden() -> int:
    raise PermissionError(errno.EACCES, "Permission denied", "site")


def fill_the_disk_with_a_folder() -> int:
    words = "[Errno 28] No space left on device: 'a' -> 'b'"
    raise shutil.Error([("a", "b", words), ("c", "d", words)])


def copy_what_is_forbidden() -> int:
    raise shutil.Error([("a", "b", "[Errno 13] Permission denied: 'a'")])


def be_interrupted() -> int:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("action", "code", "words"),
    [
        (refuse, 1, "downhill: the cup is empty.\n"),
        (fill_the_disk, 1, "downhill: the disk is full: free some space (Downhill needs about 300 MB)"),
        (be_forbidden, 1, "downhill: the system refused, Permission denied: site"),
        (fill_the_disk_with_a_folder, 1, "downhill: the disk is full: free some space"),
        (copy_what_is_forbidden, 1, "downhill: the system refused, [Errno 13] Permission denied: 'a': b"),
        (be_interrupted, 130, "\ndownhill: stopped.\n"),
    ],
)
def test_what_a_person_can_act_on_is_one_sentence(
    action: Callable[[], int], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(action) == code
    printed = capsys.readouterr().err
    assert printed.startswith(words)
    assert len(printed.strip().splitlines()) == 1


def test_a_fault_of_the_program_keeps_its_traceback() -> None:
    with pytest.raises(ZeroDivisionError):
        guarded(lambda: 1 // 0)
