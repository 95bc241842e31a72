"""A lock, so that two commands started at once don't fill the same folder, and the cache, filled under it.

It doesn't use a library for file locks, because it runs before any package is installed.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tools.common.console import Problem, Say

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


@contextmanager
def undisturbed(path: Path, say: Say) -> Iterator[None]:
    """Hold the lock as `one_at_a_time` does, for a body that only reads.

    If the lock file can't be written, the body runs without it.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(one_at_a_time(path, say))
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise
        yield


@contextmanager
def one_at_a_time(path: Path, say: Say) -> Iterator[None]:
    """Hold the lock file `path` while the body runs; wait, and say so, while another process holds it.

    The system releases it when the process ends, however it ends.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        if not _take(file.fileno(), wait=False):
            say("Another Downhill is running here: waiting for it.")
            _take(file.fileno(), wait=True)
        try:
            yield
        finally:
            _release(file.fileno())


def _take(number: int, wait: bool) -> bool:
    if fcntl is None:
        return _take_on_windows(number, wait)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def _release(number: int) -> None:
    if fcntl is None:
        import msvcrt

        os.lseek(number, 0, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        fcntl.flock(number, fcntl.LOCK_UN)


def _take_on_windows(number: int, wait: bool) -> bool:
    import msvcrt

    while True:
        try:
            os.lseek(number, 0, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            if not wait:
                return False
        else:
            return True


PARTIAL = "partial-"
"""How the names of work folders begin, before they get their names in the cache."""
REFUSALS = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR)


@contextmanager
def filling(cache: Path, missing: str, say: Say) -> Iterator[None]:
    """Hold the cache's lock while the body puts what is `missing` into it, such as "numpy 2.4.3".

    Leftovers of an interrupted start are removed first. Raises `Problem`, with the folder and what to do, if
    the cache isn't writable.
    """
    try:
        with one_at_a_time(cache / "lock", say):
            for folder in cache.glob(f"{PARTIAL}*"):
                shutil.rmtree(folder, ignore_errors=True)
            yield
    except OSError as error:
        if error.errno in REFUSALS and _concerns(error, cache):
            raise Problem(
                f"{missing} can't be read in {cache}, and that folder isn't writable ({error.strerror}): ask "
                "the folder's owner to run python3 serve.py once, or name a folder of your own in "
                "DOWNHILL_CACHE."
            ) from error
        raise


def _concerns(error: OSError, cache: Path) -> bool:
    """Return whether an error is about a file in the cache, or about the cache itself."""
    refused = Path(str(error.filename or ""))
    return refused.is_relative_to(cache) or cache.is_relative_to(refused)
