"""The site: everything a browser gets, laid out in one folder."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

from tools import fonts, page, places
from tools.console import Say
from tools.digest import tree
from tools.runtime import Runtime

PY, WEB = places.ROOT / "py", places.ROOT / "web"
EPOCH = (2020, 1, 1, 0, 0, 0)  # the date of every file in an archive: the same input gives the same bytes


def build(out: Path, runtime: Runtime, say: Say) -> None:
    """Fill the empty folder `out` with the site. Raises what a lesson raises that is not whole."""
    for part in ("pyscript", "micropython", "pyodide"):
        shutil.copytree(getattr(runtime, part), out / f"{part}-{_name(getattr(runtime, part))}")
    app = out / "app"
    typefaces = fonts.subset(runtime.fonts, app / "fonts")
    _copy_sources(app)
    _pack_kit(app / "downhill.zip", typefaces)
    _write_parts(out, app)
    say("drawing the first picture of every lesson")
    page.draw_figures(app / "figures", typefaces)
    page.write_style(app / "style.css")
    named = out / f"app-{_name(app)}"
    app.rename(named)
    page.write_index(out, {folder.name.rpartition("-")[0]: f"./{folder.name}" for folder in out.iterdir()})


def _name(folder: Path) -> str:
    """What a folder's content is called in its address: browsers may keep it for ever."""
    return tree([folder], folder)[:12]


def _copy_sources(app: Path) -> None:
    for folder, target in ((WEB / "boot", app / "boot"), (PY / "page", app / "page")):
        shutil.copytree(folder, target, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PY / "worker.py", app)
    shutil.copy(WEB / "icon.svg", app)


def _pack_kit(archive: Path, typefaces: list[Path]) -> None:
    """The lessons, the kit and the typeface of the pictures in one archive for the worker."""
    files = {file.relative_to(PY): file for file in sorted((PY / "downhill").rglob("*.py"))}
    files |= {Path("downhill/fonts") / file.name: file for file in typefaces}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, file in files.items():
            zipped.writestr(zipfile.ZipInfo(name.as_posix(), EPOCH), file.read_bytes(), zipfile.ZIP_DEFLATED)


def _write_parts(out: Path, app: Path) -> None:
    """Tell the boot what to fetch: every file of Python's start with its size, relative to the boot."""
    pyodide = next(out.glob("pyodide-*"))
    files = sorted(file for file in pyodide.iterdir() if file.suffix in (".wasm", ".zip", ".whl", ".json"))
    parts = [(f"../../{pyodide.name}/{file.name}", file) for file in files if file.name != "package.json"]
    parts.append(("../downhill.zip", app / "downhill.zip"))
    rows = [f"  part({json.dumps(url)}, {file.stat().st_size})," for url, file in parts]
    lines = [
        "// Written by the build: the files of Python's start, with their sizes in bytes.",
        "const part = (path, bytes) => "
        '({ url: new URL(path, import.meta.url).href, name: path.split("/").pop(), bytes });',
        f'export const home = new URL("../../{pyodide.name}/", import.meta.url).href;',
        "export const parts = [",
        *rows,
        "];",
    ]
    (app / "boot" / "parts.mjs").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (app / "boot" / "core.mjs").write_text(
        f'export * from "../../{pyodide.name}/pyodide.mjs";\n', encoding="utf-8"
    )
