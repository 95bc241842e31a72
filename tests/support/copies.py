"""A clean copy of the project, as a stranger has it after a clone and a first start."""

import shutil
import subprocess
from pathlib import Path

from tools.common import paths


def clean_copy(folder: Path, site: Path) -> Path:
    """Copy what git knows, or would, into a new `folder`, beside the build `site` and this .venv."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=paths.ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (paths.ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(paths.ROOT / name, folder / name)
    shutil.copytree(site, folder / "build" / "site")
    (folder / ".venv").symlink_to(paths.VENV.resolve())
    return folder
