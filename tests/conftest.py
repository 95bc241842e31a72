"""What many tests need and what takes a while to make: the runtime, the typefaces, and the kit."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tools.common import paths
from tools.common.file_lock import one_at_a_time
from tools.setup import runtime
from tools.setup.runtime import Runtime

# What brings matplotlib is imported where it is used: a pytest that only chooses tests needs none of it.
pytest_plugins = ["tests.selection"]

settings.register_profile("patient", deadline=None)  # a busy machine is no reason to fail
settings.load_profile("patient")


def once(home: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` in `home`, filled by `make` unless another worker has done so; it is only read."""
    with one_at_a_time(home / f"{name}.lock", print):
        if not (home / name).exists():
            half = home / f"{name}.half"
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir()
            make(half)
            half.rename(home / name)
    return home / name


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run, the same one for all workers."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def cached() -> Runtime:
    """The browser's runtime from the cache; what is missing there is fetched."""
    return runtime.ensure(paths.cache(), print)


@pytest.fixture(scope="session")
def typefaces(cached: Runtime, common: Path) -> Path:
    """The folder of the pictures' typefaces, which matplotlib knows from here on."""
    from downhill.drawing.style import load_fonts
    from tools.artwork import fonts

    folder = once(common, "typefaces", lambda out: fonts.subset(cached.fonts, out / "fonts")) / "fonts"
    load_fonts(folder)
    return folder


@pytest.fixture(scope="session")
def kit(typefaces: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of our own modules, as the start is made from it."""
    from tools import site

    archive = tmp_path_factory.mktemp("kit") / "downhill.zip"
    site._pack_kit(archive, sorted(typefaces.glob("*.ttf")))
    return archive
