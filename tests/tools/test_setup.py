"""What set-up shares: a cache that may be another's, programs to wait for, and one sentence where it ends."""

import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.support.rights import read_only
from tools.common import command, hashes, paths
from tools.common.console import Problem, guarded
from tools.common.file_lock import filling, one_at_a_time

FULL = "[Errno 28] No space left on device: 'a' -> 'b'"
FORBIDDEN = "[Errno 13] Permission denied: 'a'"


def raising(error: BaseException) -> Callable[[], int]:
    def action() -> int:
        raise error

    return action


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (Problem("the cup is empty."), 1, "downhill: the cup is empty.\n"),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "downhill: the disk is full: free some space"),
        (PermissionError(errno.EACCES, "denied", "site"), 1, "downhill: the system reports: denied: site"),
        (
            shutil.Error([("a", "b", FULL), ("c", "d", FULL)]),
            1,
            "downhill: the disk is full: free some space",
        ),
        (shutil.Error([("a", "b", FORBIDDEN)]), 1, f"downhill: the system reports: {FORBIDDEN}: b"),
        (KeyboardInterrupt(), 130, "\ndownhill: stopped.\n"),
    ],
    ids=str,
)
def test_what_a_person_can_act_on_is_one_sentence_and_a_fault_of_the_program_a_traceback(
    error: BaseException, code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(raising(error)) == code
    printed = capsys.readouterr().err
    assert printed.startswith(words)
    assert len(printed.strip().splitlines()) == 1
    with pytest.raises(ZeroDivisionError):
        guarded(raising(ZeroDivisionError()))


WRONG, RIGHT = "0" * 64, "85ec" * 16
PIP_HASH = f"""\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package
    jinja2==3.1.6 from (somewhere):
        Expected sha256 {RIGHT}
             Got        {WRONG}
"""


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (
            "npm error code ECONNREFUSED\nnpm error syscall connect",
            "the package registry can't be reached. Go",
        ),
        (
            "Retrying after connection broken by 'ProxyError'\nERROR: No match",
            "the package registry can't be",
        ),
        (f"ERROR: Could not install packages due to {FULL}", "the disk is full. Free some space"),
        (PIP_HASH, f"a package's hash isn't the one in the lock: jinja2==3.1.6 .*{RIGHT} .*{WRONG}$"),
        ("working\nerror: no such version\n", "error: no such version$"),
        ("", "it ended without a message"),
    ],
)
def test_a_program_that_fails_is_explained_in_one_sentence(printed: str, words: str, tmp_path: Path) -> None:
    run = command.Run("fetch it", [sys.executable, "-c", f"import sys; sys.exit({printed!r})"], tmp_path, {})
    with pytest.raises(Problem, match=f"^could not fetch it: {words}") as told:
        command.watched(run, tmp_path / "log", lambda: None)
    assert "\n" not in str(told.value)


def test_a_program_ends_with_the_one_who_waits_for_it(tmp_path: Path) -> None:
    def stopped() -> None:
        if (tmp_path / "pid").exists():
            raise KeyboardInterrupt

    begun = "import os, time; open('new', 'w').write(str(os.getpid())); os.rename('new', 'pid')"
    script = f"{begun}; time.sleep(30); open('done', 'w')"
    with pytest.raises(KeyboardInterrupt):
        command.watched(
            command.Run("wait", [sys.executable, "-c", script], tmp_path, {}), tmp_path / "log", stopped
        )
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)
    assert not (tmp_path / "done").exists()


def test_the_second_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    order: list[str] = []
    waiting = Event()

    def said(text: str) -> None:
        order.append(text)
        waiting.set()

    def second() -> None:
        with one_at_a_time(tmp_path / "made" / "lock", said):
            order.append("second")

    with one_at_a_time(tmp_path / "made" / "lock", order.append):
        thread = Thread(target=second)
        thread.start()
        assert waiting.wait(10)
        order.append("first")
    thread.join(10)
    assert order == ["Another Downhill is running here: waiting for it.", "first", "second"]


def test_the_cache_is_where_the_variable_or_the_platforms_custom_says(tmp_path: Path) -> None:
    assert paths.cache({"DOWNHILL_CACHE": str(tmp_path), "XDG_CACHE_HOME": "elsewhere"}) == tmp_path
    assert paths.cache({"XDG_CACHE_HOME": str(tmp_path)}, "linux") == tmp_path / "downhill"
    assert paths.cache({"LOCALAPPDATA": str(tmp_path)}, "win32") == tmp_path / "downhill"
    assert paths.cache({}, "darwin") == Path.home() / "Library" / "Caches" / "downhill"


def test_a_cache_that_may_only_be_read_is_one_sentence_and_other_refusals_stay_what_they_are(
    tmp_path: Path,
) -> None:
    sentence = r"^numpy 2 can't be read in {}, and .* name a folder of your own in DOWNHILL_CACHE\.$"
    cache = tmp_path / "cache"
    (cache / "partial-abc").mkdir(parents=True)
    with filling(cache, "numpy 2", print):  # what a killed start has left is removed
        assert not (cache / "partial-abc").exists()
    for folder in (cache, cache / "deep" / "folder"):
        told = pytest.raises(Problem, match=sentence.format(folder))
        with read_only(cache), told, filling(folder, "numpy 2", print):
            pytest.fail("nothing can be put there")
    for error in (OSError(errno.ENOSPC, "no space", "cache"), PermissionError(errno.EACCES, "no", "/else")):
        with pytest.raises(OSError, match=error.strerror), filling(cache, "numpy 2", print):
            raise error


def test_the_sum_of_a_tree_follows_its_names_and_bytes_and_nothing_else(tmp_path: Path) -> None:
    room = tmp_path / "py"
    (room / "__pycache__").mkdir(parents=True)
    found = [hashes.tree([room], tmp_path)]
    for name, text in (("__pycache__/a.pyc", "x"), (".a.py.swp", "x"), ("a.py", "1"), ("a.py", "2")):
        (room / name).write_text(text)
        found.append(hashes.tree([room, tmp_path / "not there"], tmp_path))
    (room / "a.py").rename(room / "b.py")
    found.append(hashes.tree([room], tmp_path))
    assert found[0] == found[1] == found[2]
    assert len({*found[2:]}) == 4
