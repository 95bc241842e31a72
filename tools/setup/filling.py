"""Puts what is missing into the cache, which another user may own, as in a computer lab."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.common.console import Problem, Say
from tools.common.file_lock import one_at_a_time

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
