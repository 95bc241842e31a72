"""The site: everything a browser gets, laid out in one folder."""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from downhill.drawing.style import OTHERS, load_fonts
from downhill.lessons import every_lesson
from downhill.text.language import speaking
from tools.artwork import cjk_font, every_figure, fonts, icons
from tools.common import inside, paths
from tools.common.console import Say
from tools.common.hashes import tree
from tools.common.paths import published_at
from tools.languages.language import Language, all_languages, write_words
from tools.pages import code_editor, glossary, make_page, page, panels, papers, questions, worksheets
from tools.release import licenses, service_worker
from tools.release.publish import EPOCH, copy_tree
from tools.school import cartridge, standards
from tools.setup import lock
from tools.setup.runtime import Runtime
from tools.single import download
from tools.startup import page_modules, parts_file, slim_core
from tools.startup.snapshot import archives, compressing, prepare
from tools.startup.snapshot.compressing import Part

PY, WEB = paths.ROOT / "py", paths.ROOT / "web"
Prepare = Callable[[Path, Path, Path, Say], Mapping[str, Part]]
LATER = tuple(
    str(file.relative_to(PY))
    for folder in page_modules.LATER
    for file in sorted((PY / "page" / folder).glob("*.py"))
)
WATCH = (
    "inline/guard.js",
    "page/again.js",
    "page/watch.js",
)  # one file on the site, so that none of them can be missing
CORE = ("pyodide.mjs", "pyodide.asm.mjs")


@fonts.borrowed()
def build(
    out: Path,
    runtime: Runtime,
    say: Say,
    prepare: Prepare = prepare,
    speak: Callable[[], list[Language]] = all_languages,
) -> None:
    """Fill the empty folder `out` with the site; `prepare` prepares Python, `speak` returns the languages.

    Raises whatever an incomplete lesson raises, and `Problem` if Python can't be prepared.
    """
    for part in ("pyscript", "micropython", "workbox"):
        _copy_runtime(getattr(runtime, part), out / part)
    (micro,) = out.glob("micropython-*")
    app = out / "app"
    typefaces = fonts.subset(runtime.fonts, app / "fonts")
    _copy_sources(app)
    _copy_qr(runtime.qr, app / "qr")
    code_editor.lay_out(app, next(out.glob("pyscript-*")))
    _write_gzip(app / parts_file.PAGE_MODULES, page_modules.pack(PY / "page", say))
    with tempfile.TemporaryDirectory() as folder:
        kit = Path(folder) / "downhill.zip"
        _pack_kit(kit, typefaces)
        parts = dict(prepare(kit, runtime.pyodide, paths.cache(), say))
        parts[archives.READER] = _packed(Path(folder), archives.READER, archives.reader(PY))
        begun = {
            "start": _copy_start(parts, out),
            "pyodide": _copy_core(runtime.pyodide, out),
            "micropython": micro,
            "brotli": _copy_decoder(runtime.brotli, out),
        }
    parts_file.write_parts(app / "boot", begun, parts, runtime.pyodide / "pyodide-lock.json")
    say("drawing the first picture of every lesson")
    spoken = speak()
    every_figure.lay_out(app / "figures", app / "fonts", spoken[0].catalogue, paths.cache())
    page.write_style(app / "style.css", _typeface_of_names(app / "fonts", spoken, runtime))
    icons.draw_icons(app / "icons")
    icons.write_manifest(app / "downhill.webmanifest", "icons")
    names = [f"drawing what differs in {language.about['name']}" for language in spoken[1:]]
    _side_by_side(_lay_out, [(app, language, runtime) for language in spoken[1:]], names, say)
    for language in spoken:
        write_fetched(app if language.first else app / language.code, language, spoken)
    parts_file.write_needed(app)
    named = out / f"app-{_name(app)}"
    app.rename(named)
    folders = {folder.name.rpartition("-")[0]: f"./{folder.name}" for folder in out.iterdir()}
    names = [f"writing the pages in {language.about['name']}" for language in spoken]
    _side_by_side(_write, [(out, folders, language, spoken) for language in spoken], names, say)
    licenses.write(out, lock.read(paths.LOCK), runtime)
    names = [f"putting the page into one file in {language.about['name']}" for language in spoken]
    _side_by_side(download.write, [(out, language) for language in spoken], names, say)
    download.finish(out, spoken)
    service_worker.write_worker(out)
    shutil.copyfile(WEB / "hosting.txt", out / "README.txt")
    (out / ".nojekyll").touch()  # else GitHub Pages, given a branch, drops names that begin with _


def write_fetched(home: Path, language: Language, spoken: Sequence[Language]) -> None:
    """Write into the folder `home` what a page in `language` fetches when a reader opens it."""
    panels.write_teacher(home, language, spoken)
    panels.write_code(home, language)
    questions.write_cards(home, language)
    glossary.write_asides(home, language)
    panels.write_class(home, language)


def _side_by_side(work: Callable[..., None], each: list[tuple[Any, ...]], names: list[str], say: Say) -> None:
    """Call `work` with each of several sets of arguments, as many at a time as there are cores."""
    if len(each) < 2:
        for name, arguments in zip(names, each, strict=True):
            say(name)
            work(*arguments)
        return
    with ProcessPoolExecutor(min(len(each), os.cpu_count() or 1), get_context("spawn")) as processes:
        begun = [processes.submit(work, *arguments) for arguments in each]
        for name, done in zip(names, begun, strict=True):
            say(name)
            done.result()


@fonts.borrowed()
def _write(out: Path, folders: dict[str, str], language: Language, spoken: list[Language]) -> None:
    """Write every page in a language; lessons are drawn while their challenges are played for worksheets."""
    load_fonts(out / folders["app"] / "fonts")
    page.write_page(out, folders, language, spoken)
    make_page.write(out, folders, language, spoken)
    worksheets.write(out, folders["app"], language)
    questions.write_sheet(out, folders["app"], language)
    if published_at():
        cartridge.write(out, out / cartridge.file_of(language), language, published_at())
    if language.first:
        standards.write(out)
    papers.write(out, folders["app"], language, spoken)


@fonts.borrowed()
def _lay_out(app: Path, language: Language, runtime: Runtime) -> None:
    """Write what the page in a language needs for itself into a folder of the app under its code."""
    own = app / language.code
    own.mkdir()
    faces = _other_typeface(own, language, runtime)
    with speaking(language.catalogue, every_lesson()):
        every_figure.lay_out(
            own / "figures", app / "fonts", language.catalogue, paths.cache(), like=app / "figures"
        )
        icons.write_manifest(
            own / "downhill.webmanifest", "../icons", f"../../{language.page}", language.code
        )
    write_words(own / "words.json", language, [face.read_bytes() for face in faces])


def _typeface_of_names(folder: Path, spoken: list[Language], runtime: Runtime) -> set[str]:
    """Make a typeface for the Chinese characters in the names of languages; return these characters."""
    signs = cjk_font.lacking("".join(each.about["name"] for each in spoken if each.about["script"] == "Han"))
    if signs:
        face, *_ = cjk_font.cut(runtime.han, signs, paths.cache())
        shutil.copyfile(face.with_suffix(".woff2"), folder / "DownhillNames.woff2")
    return signs


def _other_typeface(own: Path, language: Language, runtime: Runtime) -> list[Path]:
    """Make a typeface for characters that the page's own lacks, and register it; return its ttf files."""
    signs = cjk_font.lacking(language.signs | papers.signs(language))
    if not signs or language.about["script"] != "Han":
        return []
    faces = cjk_font.cut(runtime.han, signs, paths.cache())
    load_fonts(faces[0].parent, OTHERS)
    (own / "fonts").mkdir()
    for face in faces:
        shutil.copyfile(face.with_suffix(".woff2"), own / "fonts" / f"{face.stem}.woff2")
    return faces


def _copy_runtime(source: Path, out: Path) -> None:
    copy_tree(source, out)
    for module in out.glob("*.mjs"):
        module.rename(out / parts_file.NAMES[module.name])
    out.rename(out.with_name(f"{out.name}-{_name(out)}"))


def _copy_qr(qr: Path, out: Path) -> None:
    """Copy what makes and reads QR codes; a page fetches it when one is asked for."""
    out.mkdir()
    for name in ("index.js", "decode.js"):
        shutil.copyfile(qr / name, out / name)


def _copy_core(pyodide: Path, out: Path) -> Path:
    """Copy Pyodide's scripts; its WebAssembly is a part of the start."""
    core = out / "pyodide"
    core.mkdir()
    for name in CORE:
        shutil.copyfile(pyodide / name, core / parts_file.NAMES[name])
    slim = core / parts_file.NAMES[slim_core.SCRIPT]
    slim.write_text(slim_core.of_runtime(pyodide), encoding="utf-8", newline="")
    return core.rename(out / f"pyodide-{_name(core)}")


def _copy_decoder(brotli: Path, out: Path) -> Path:
    folder = out / "brotli"
    folder.mkdir()
    for file in sorted(brotli.iterdir()):
        if file.suffix == ".wasm":
            _write_gzip(folder / parts_file.DECODER, file.read_bytes())
        else:
            shutil.copyfile(file, folder / file.name)
    return folder.rename(out / f"brotli-{_name(folder)}")


def _copy_start(parts: Mapping[str, Part], out: Path) -> Path:
    start = out / "start"
    start.mkdir()
    for name, part in parts.items():
        shutil.copyfile(part.file, start / f"{name}.bin")
    return start.rename(out / f"start-{_name(start)}")


def _packed(folder: Path, name: str, data: bytes) -> Part:
    return compressing.part(folder / f"{name}.packed", data)


def _write_gzip(file: Path, data: bytes) -> None:
    file.write_bytes(gzip.compress(data, 9, mtime=0))


def _name(folder: Path) -> str:
    """Return the address name of a folder, which has its content's hash: browsers may cache it forever."""
    return tree([folder], folder)[:12]


def _copy_sources(app: Path) -> None:
    boot = app / "boot"
    copy_tree(WEB / "boot", boot)
    joined = "\n".join((boot / name).read_text(encoding="utf-8") for name in WATCH)
    (boot / WATCH[-1]).write_text(joined, encoding="utf-8")
    (boot / WATCH[-2]).unlink()
    shutil.rmtree(boot / "inline")  # these are inside the pages
    for script in boot.rglob("*.js"):
        script.write_text(inside.script_without(script.read_text(encoding="utf-8")), encoding="utf-8")
    for name in ("worker/main.py", f"page/{page_modules.FIRST}", *LATER):
        (app / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PY / name, app / name)


def modules() -> list[Path]:
    """Return our own modules that a start packs, as paths below `py/`."""
    sources = (file.relative_to(PY) for file in sorted((PY / "downhill").rglob("*.py")))
    own = [name for name in sources if not archives.is_late(name.as_posix())]
    return [*own, *(file.relative_to(PY) for file in sorted((PY / "worker").glob("*.py")))]


def _pack_kit(archive: Path, typefaces: list[Path]) -> None:
    """Pack the lessons, the kit and the typeface of the pictures into one archive for the worker."""
    files = {name: PY / name for name in modules()}
    files |= {Path("downhill/fonts") / file.name: file for file in typefaces}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, file in files.items():
            zipped.writestr(zipfile.ZipInfo(name.as_posix(), EPOCH), file.read_bytes(), zipfile.ZIP_DEFLATED)
