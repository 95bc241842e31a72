"""Folders that may only be read, which bind root, too."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

HEADER = (0x20080522, 0)  # the third version of the system's call, for this thread (capabilities(7))
POWERS = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: rights say nothing to who has them


@contextmanager
def read_only(*folders: Path) -> Iterator[None]:
    """Take the right to write from the folders and all that is in them, while the body runs."""
    paths = [path for folder in folders for path in (folder, *folder.rglob("*"))]
    before = {path: path.stat().st_mode for path in paths}
    try:
        for path in paths:
            path.chmod(before[path] & 0o555)
        with _as_others_are():
            yield
    finally:
        for path in before:
            path.chmod(before[path])


@contextmanager
def _as_others_are() -> Iterator[None]:
    """Have root, whom no rights bind, give up that power meanwhile; it stays the owner of what it owns."""
    if not hasattr(os, "geteuid"):
        pytest.skip("on this system rights to folders are another matter")
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("here root can't be bound by rights: run this as an ordinary user")
    libc = ctypes.CDLL(None, use_errno=True)
    header, held = (ctypes.c_uint32 * 2)(*HEADER), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, held) == 0
    fewer = (ctypes.c_uint32 * 6)(*held)
    fewer[0] &= ~POWERS
    assert libc.capset(header, fewer) == 0
    try:
        yield
    finally:
        assert libc.capset(header, held) == 0
