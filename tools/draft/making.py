"""Makes a draft: the last build's files, with everything that depends on our own sources made again.

The core, the libraries, and the archives of any build serve any sources: our own modules replace those in
its pack. There is no snapshot, so Python starts from the pack. Pictures are those of the last build until
Python draws.
"""

from __future__ import annotations

import _imp
import base64
import gzip
import json
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

import brotli

from downhill.drawing.style import load_fonts
from tools import site as building
from tools.artwork import cjk_font
from tools.languages.language import all_languages, write_words
from tools.pages import code_editor, code_panel, make_page, page, teacher_panel
from tools.startup import page_modules, parts_file
from tools.startup.snapshot import archives
from tools.startup.snapshot.compressing import Part, summed
from tools.startup.snapshot.container import container, files_in

APP, START = "app-draft", "start-draft"  # without a sum in their names: nobody keeps them
OURS = ("downhill/", "worker/")
NOT_ITS_OWN = ("downhill.json", "sw.js")  # what makes a folder a build, and keeps it on a device
SNAPSHOT = ("heap", "record", "files")
MADE = ("boot", "editor", "page", "worker")  # folders of the app


def make(site: Path, out: Path, code: str) -> None:
    """Write the page in the language `code` into `out`, which is begun as a copy of the build `site`.

    Raises what a lesson, a template, or a compiler raises.
    """
    spoken = all_languages()
    (language,) = (each for each in spoken if each.code == code)
    app = out / APP
    if not out.exists():
        _begin(site, out)
        load_fonts(app / "fonts")
        han = (each.about["name"] for each in spoken if each.about["script"] == "Han")
        page.write_style(app / "style.css", cjk_font.lacking("".join(han)))
    home = app if language.first else app / code
    if not language.first:
        faces = json.loads((home / "words.json").read_text(encoding="utf-8"))["typefaces"]
        write_words(home / "words.json", language, [base64.b64decode(face) for face in faces])
    load_fonts(app / "fonts")
    teacher_panel.write_panel(home, language, spoken)
    code_panel.write_panel(home, language)
    folders = {each.name.rpartition("-")[0]: f"./{each.name}" for each in out.iterdir() if each.is_dir()}
    folders["app"] = f"./{APP}"
    page.write_page(out, folders, language, spoken)
    make_page.write(out, folders, language, spoken)


def _begin(site: Path, out: Path) -> None:
    """Lay out the build again, with our own scripts and modules as they are now."""
    (old,) = site.glob("app-*")
    start = out / START
    start.mkdir(parents=True)
    for each in site.iterdir():
        if each.is_dir():
            shutil.copytree(each, out / each.name, copy_function=_link)
        elif each.name not in NOT_ITS_OWN:
            shutil.copyfile(each, out / each.name)
    app = out / APP
    shutil.copytree(old, app, ignore=lambda folder, names: MADE if Path(folder) == old else ())
    building._copy_sources(app)
    for module, *_ in parts_file.STANDING:
        shutil.copyfile(old / "boot" / f"{module}.js", app / "boot" / f"{module}.js")
    code_editor.lay_out(app, next(out.glob("pyscript-*")))
    (app / parts_file.PAGE_MODULES).write_bytes(gzip.compress(page_modules.pack(building.PY / "page", print), 1))
    (pack,) = site.glob("start-*/pack.bin")
    parts = {"pack": _packed(pack.read_bytes()), archives.READER: archives.reader(building.PY)}
    rows = [_row(start / f"{name}.bin", data) for name, data in parts.items()]
    script = (old / "boot" / "shared" / "parts.js").read_text(encoding="utf-8")
    gone = "|".join((*parts, *SNAPSHOT))
    script = re.sub(rf'^  "(?:{gone})": .*\n', "", script, flags=re.MULTILINE)
    script = script.replace("export const parts = {\n", "export const parts = {\n" + "".join(rows))
    own = f"export const pageModules = part({parts_file.described(app / parts_file.PAGE_MODULES, inside=True)});"
    script = re.sub(r"^export const pageModules = .*$", lambda _: own, script, flags=re.MULTILINE)
    (app / "boot" / "shared" / "parts.js").write_text(script, encoding="utf-8")


def _link(source: str, target: str) -> None:
    """The same file under another name, or a copy where the disk has no such thing: neither is written to."""
    with suppress(OSError):
        return os.link(source, target)
    shutil.copyfile(source, target)


def _row(file: Path, data: bytes) -> str:
    """A part written to a file, compressed as fast as possible, and its line in `parts.js`."""
    file.write_bytes(brotli.compress(data, quality=1))
    return f'  "{file.stem}": part({parts_file.described(file, Part(file, *summed(data)))}),\n'


def _packed(pack: bytes) -> bytes:
    """A pack with our modules as they are now: one that has not changed stays compiled, another is a source."""
    files = list(files_in(brotli.decompress(pack)))
    compiled = {path.removesuffix("c"): data for path, data in files if _is_ours(path)}
    kept = [(path, data) for path, data in files if not _is_ours(path)]
    for name in building.modules():
        path, source = archives.PACKAGES + name.as_posix(), (building.PY / name).read_bytes()
        old = compiled.get(path)
        kept.append((f"{path}c", old) if old and _is_of(old, source) else (path, source))
    return container(kept)


def _is_ours(path: str) -> bool:
    return path.removeprefix(archives.PACKAGES).startswith(OURS) and path.endswith((".py", ".pyc"))


def _is_of(compiled: bytes, source: bytes) -> bool:
    """Whether a `.pyc` was compiled from this source: its head has Python's magic number, flags, and a hash."""
    return compiled[8:16] == _imp.source_hash(int.from_bytes(compiled[:4], "little"), source)
