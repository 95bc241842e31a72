"""What many tests need and what takes a while to make: the typefaces, and a site built once in a run."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tools.common import paths
from tools.common.console import Say
from tools.common.file_lock import one_at_a_time
from tools.setup import runtime
from tools.setup.runtime import Runtime

if TYPE_CHECKING:
    from tools.startup.snapshot.compressing import Part

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
def tiny(cached: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Runtime:
    """A runtime of next to nothing: a few files under the names that count, and the true typefaces."""
    from tests.support import makers

    home = tmp_path_factory.mktemp("runtime")
    files = {
        "pyodide": ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "numpy.whl"),
        "brotli": ("brotli_dec_wasm.js", "brotli_dec_wasm_bg.wasm", "LICENSE-MIT.txt"),
        "pyscript": ("core.js", *makers.CODEMIRROR),
        "micropython": ("micropython.mjs", "micropython.wasm"),
        "workbox": ("workbox-core.prod.js", "LICENSE"),
    }
    for part, names in files.items():
        (home / part).mkdir()
        for name in names:
            (home / part / name).write_text(f"the {name} of a test", encoding="utf-8")
    for name, script in makers.CODEMIRROR.items():
        (home / "pyscript" / name).write_text(script, encoding="utf-8")
    (home / "pyodide" / "pyodide.asm.mjs").write_text(makers.core_script(), encoding="utf-8")
    makers.wheel(home / "pyodide" / "numpy.whl", {"numpy.so": b"library"})
    (home / "pyodide" / "pyodide-lock.json").write_text('{"packages": {"numpy": {}}}', encoding="utf-8")
    true = {part: getattr(cached, part) for part in ("fonts", "han", "qr")}
    return Runtime(**{part: home / part for part in files}, **true)


def as_good_as_awake(kit: Path, pyodide: Path, keep: Path, say: Say) -> "dict[str, Part]":
    """What the build makes of Python, without Node: parts of a few bytes under the names that count."""
    from tools.startup.snapshot import PARTS
    from tools.startup.snapshot.compressing import Part

    folder = Path(tempfile.mkdtemp())
    names = (*PARTS, "second-core")
    for name in names:
        (folder / name).write_bytes(name.encode())
    return {name: Part(folder / name, 100, "sum", ["sum"]) for name in names}


@pytest.fixture(scope="session")
def built(tiny: Runtime, common: Path) -> Path:
    """A whole site in English around the tiny runtime, built once; no figure that the cache has is drawn."""
    from tools import site
    from tools.languages.language import FIRST

    return once(
        common, "tiny-site", lambda out: site.build(out, tiny, print, as_good_as_awake, lambda: [FIRST])
    )


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
