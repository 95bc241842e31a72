"""What a person at the terminal sees: sentences, progress bars, and errors without a traceback.

It doesn't use a library for progress bars, because it runs before any package is installed.
"""

import errno
import shutil
import sys
from collections.abc import Callable
from typing import IO

Say = Callable[[str], None]

WIDTH = 30
MEGABYTE = 1_000_000


class Problem(Exception):
    """Why a command can't continue: one sentence, with what to do about it if that is known."""


def say(text: str) -> None:
    """Print one line immediately, even into a pipe."""
    print(text, flush=True)


class Bar:
    """A progress bar: redrawn in place on a terminal, one line for every tenth elsewhere."""

    def __init__(self, label: str, total: int, unit: str = "MB", stream: IO[str] | None = None) -> None:
        self.label, self.total, self.unit = label, max(total, 1), unit
        self.stream = stream if stream is not None else sys.stdout
        self.live = self.stream.isatty()
        self.shown = -1

    def show(self, done: int) -> None:
        """Show that `done` of the total, in bytes or pieces, is done; more than the total counts as all."""
        share = min(done, self.total) / self.total
        step = int(share * (200 if self.live else 10))
        if step > self.shown and (self.live or step > 0):
            self.shown = step
            self._write(share, min(done, self.total))

    def close(self, whole: bool = True) -> None:
        """End the bar's line; a bar that reached its end says so."""
        if whole:
            self.show(self.total)
        if self.live:
            self.stream.write("\n")
            self.stream.flush()

    def _write(self, share: float, done: int) -> None:
        count = f"{self._amount(done)} of {self._amount(self.total)} {self.unit}".rstrip()
        if self.live:
            filled = round(share * WIDTH)
            line = f"\r  {self.label}  [{'#' * filled}{'.' * (WIDTH - filled)}] {share:4.0%}  {count}  "
        else:
            line = f"  {self.label}  {share:4.0%}  {count}\n"
        self.stream.write(line)
        self.stream.flush()

    def _amount(self, number: int) -> str:
        return f"{number / MEGABYTE:.1f}" if self.unit == "MB" else str(number)


def guarded(action: Callable[[], int]) -> int:
    """Run `action`; turn what a person can act on into one sentence on stderr.

    Returns the action's exit code, 1 after a `Problem`, 130 after Ctrl-C. A bug in the program itself keeps
    its traceback.
    """
    try:
        return action()
    except Problem as problem:
        print(f"downhill: {problem}", file=sys.stderr)
    except OSError as error:
        print(f"downhill: {of_the_system(error)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\ndownhill: stopped.", file=sys.stderr)
        return 130
    return 1


def of_the_system(error: OSError) -> str:
    """Say what the operating system refused, and on which file."""
    if isinstance(error, shutil.Error):  # copying a folder: one entry for every file that failed
        return of_the_system(_first(error))
    if error.errno == errno.ENOSPC:
        return "the disk is full: free some space (Downhill needs about 300 MB) and try again."
    where = f": {error.filename}" if error.filename else ""
    return f"the system reports: {error.strerror or error}{where}"


def _first(error: shutil.Error) -> OSError:
    """Return the first failure in copying a folder; only its message is left."""
    _, target, words = error.args[0][0]
    full = f"[Errno {errno.ENOSPC}]" in str(words)
    return OSError(errno.ENOSPC, "") if full else OSError(0, str(words), str(target))
