"""Putting what is missing into the cache, which another user may own, as a lab's shared one."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.common.console import Problem, Say
from tools.common.file_lock import one_at_a_time

PARTIAL = "partial-"
"""How the names of folders begin in which something is made, before it gets its name in the cache."""
REFUSALS = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR)


@contextmanager
def filling(cache: Path, missing: str, say: Say) -> Iterator[None]:
    """Hold the cache's lock while the body puts there what is `missing`, as "numpy 2.4.3".

    What an interrupted start left is removed first. Raises Problem, which names the folder and what to do,
    where nothing can be written into it.
    """
    try:
        with one_at_a_time(cache / "lock", say):
            for folder in cache.glob(f"{PARTIAL}*"):
                shutil.rmtree(folder, ignore_errors=True)
            yield
    except OSError as error:
        if error.errno in REFUSALS and _concerns(error, cache):
            raise Problem(
                f"{missing} can't be read in {cache}, and nothing can be put there ({error.strerror}): ask "
                "the folder's owner to run python3 serve.py once, or name a folder of your own in "
                "DOWNHILL_CACHE."
            ) from error
        raise


def _concerns(error: OSError, cache: Path) -> bool:
    """Return whether the system refused something in the cache, or the cache itself."""
    refused = Path(str(error.filename or ""))
    return refused.is_relative_to(cache) or cache.is_relative_to(refused)
