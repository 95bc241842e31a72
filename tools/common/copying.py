"""Copies files without their permissions, so that copies of read-only files can be removed later."""

import shutil
from collections.abc import Container
from pathlib import Path


def copy_tree(source: Path, target: Path, without: Container[str] = ()) -> None:
    """Copy a folder's files and folders into `target`, with the permissions of new files.

    Left out are the files that `without` names, relative to `source`.
    """
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source)
        if path.is_dir():
            (target / name).mkdir(exist_ok=True)
        elif name.as_posix() not in without:
            shutil.copyfile(path, target / name)
