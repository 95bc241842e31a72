"""The site: everything a browser gets, laid out in one folder."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from tools import boot, fonts, icons, offline, page, places
from tools.awake import Awake, prepare
from tools.bundle import EPOCH
from tools.console import Say
from tools.digest import tree
from tools.runtime import Runtime

PY, WEB = places.ROOT / "py", places.ROOT / "web"
Prepare = Callable[[Path, Path, Path, Say], Awake]
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")


def build(out: Path, runtime: Runtime, say: Say, prepare: Prepare = prepare) -> None:
    """Fill the empty folder `out` with the site; `prepare` makes Python ready to start.

    Raises what a lesson raises that is not whole, and `Problem` where Python can't be made ready.
    """
    for part in ("pyscript", "micropython", "workbox"):
        shutil.copytree(getattr(runtime, part), out / f"{part}-{_name(getattr(runtime, part))}")
    core = _copy_core(runtime.pyodide, out)
    app = out / "app"
    typefaces = fonts.subset(runtime.fonts, app / "fonts")
    _copy_sources(app)
    with tempfile.TemporaryDirectory() as folder:
        kit = Path(folder) / "downhill.zip"
        _pack_kit(kit, typefaces)
        awake = prepare(kit, runtime.pyodide, places.cache(), say)
    start = _copy_start(awake, out)
    boot.write_parts(app / "boot", core, start, awake, runtime.pyodide / "pyodide-lock.json")
    say("drawing the first picture of every lesson")
    page.draw_figures(app / "figures", typefaces)
    page.write_style(app / "style.css")
    icons.draw_icons(app / "icons")
    icons.write_manifest(app / "downhill.webmanifest", "icons")
    named = out / f"app-{_name(app)}"
    app.rename(named)
    page.write_index(out, {folder.name.rpartition("-")[0]: f"./{folder.name}" for folder in out.iterdir()})
    offline.write_worker(out)
    shutil.copy(WEB / "hosting.txt", out / "README.txt")
    (out / ".nojekyll").touch()  # else GitHub Pages, given a branch, drops names that begin with _


def _copy_core(pyodide: Path, out: Path) -> Path:
    core = out / "pyodide"
    core.mkdir()
    for name in CORE:
        shutil.copy(pyodide / name, core)
    return core.rename(out / f"pyodide-{_name(core)}")


def _copy_start(awake: Awake, out: Path) -> Path:
    start = out / "start"
    start.mkdir()
    for name, part in awake.parts.items():
        shutil.copyfile(part.file, start / boot.file_name(name, part))
    return start.rename(out / f"start-{_name(start)}")


def _name(folder: Path) -> str:
    """What a folder's content is called in its address: browsers may keep it for ever."""
    return tree([folder], folder)[:12]


def _copy_sources(app: Path) -> None:
    for folder, target in ((WEB / "boot", app / "boot"), (PY / "page", app / "page")):
        shutil.copytree(folder, target, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PY / "worker.py", app)


def _pack_kit(archive: Path, typefaces: list[Path]) -> None:
    """The lessons, the kit and the typeface of the pictures in one archive for the worker."""
    files = {file.relative_to(PY): file for file in sorted((PY / "downhill").rglob("*.py"))}
    files |= {Path(name): PY / name for name in ("later.py", "lazy.py")}
    files |= {Path("downhill/fonts") / file.name: file for file in typefaces}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, file in files.items():
            zipped.writestr(zipfile.ZipInfo(name.as_posix(), EPOCH), file.read_bytes(), zipfile.ZIP_DEFLATED)
