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
from pathlib import Path

import brotli

from downhill.drawing.style import load_fonts
from tools import site as building
from tools.artwork import cjk_font
from tools.languages.language import all_languages, write_words
from tools.pages import code_editor, code_panel, make_page, page, teacher_panel
from tools.single import download
from tools.startup import page_modules, parts_file
from tools.startup.snapshot import archives
from tools.startup.snapshot.compressing import Part, summed
from tools.startup.snapshot.container import container, files_in

APP, START = "app-draft", "start-draft"  # without a sum in their names: nobody keeps them
OURS = ("downhill/", "worker/")
NOT_ITS_OWN = ("downhill.json", "sw.js")  # what makes a folder a build, and keeps it on a device
SNAPSHOT = ("heap.bin", "record.bin", "files.bin")
PARTS = "boot/shared/parts.js"
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
    page.write_page(out, folders, language, spoken)
    make_page.write(out, folders, language, spoken)
    download.tell(out, language, Path(folders[download.FOLDER]).name)


def _begin(site: Path, out: Path) -> None:
    """Lay out the build again, with our own scripts and modules as they are now."""
    (old_app,), (old_start,) = site.glob("app-*"), site.glob("start-*")
    names = {old_app.name: APP, old_start.name: START}
    out.mkdir(parents=True)
    for each in site.iterdir():
        target = out / names.get(each.name, each.name)
        if each == old_app:
            shutil.copytree(each, target, ignore=shutil.ignore_patterns(*MADE))
        elif each.is_dir():
            shutil.copytree(each, target, copy_function=_link, ignore=shutil.ignore_patterns(*SNAPSHOT))
        elif each.suffix == ".html":
            target.write_text(each.read_text(encoding="utf-8").replace(old_app.name, APP), encoding="utf-8")
        elif each.name not in NOT_ITS_OWN:
            shutil.copyfile(each, target)
    app = out / APP
    building._copy_sources(app)
    for module, *_ in parts_file.STANDING:
        shutil.copyfile(old_app / "boot" / f"{module}.js", app / "boot" / f"{module}.js")
    code_editor.lay_out(app, next(out.glob("pyscript-*")))
    modules = page_modules.pack(building.PY / "page", print)
    (app / parts_file.PAGE_MODULES).write_bytes(gzip.compress(modules, 1))
    _exchange(out / START, old_start, app, (old_app / PARTS).read_text(encoding="utf-8"))
    parts_file.write_needed(app)


def _exchange(start: Path, old: Path, app: Path, script: str) -> None:
    """Put our own modules into the parts of a start; `script` is the `parts.js` of the `old` one."""
    parts = {
        "pack": _packed((old / "pack.bin").read_bytes()),
        archives.READER: archives.reader(building.PY),
    }
    rows = [_row(start / f"{name}.bin", data) for name, data in parts.items()]
    gone = "|".join((*parts, *(Path(name).stem for name in SNAPSHOT)))
    script = re.sub(rf'^  "(?:{gone})": .*\n', "", script, flags=re.MULTILINE).replace(old.name, start.name)
    script = script.replace("export const parts = {\n", "export const parts = {\n" + "".join(rows))
    page = parts_file.described(app / parts_file.PAGE_MODULES, inside=True)
    script = re.sub(r"(?<=pageModules = part\().*(?=\);)", lambda _: page, script)
    (app / PARTS).write_text(script, encoding="utf-8")


def _link(source: str, target: str) -> None:
    """The same file under another name, or a copy where there is no such thing: nobody writes to it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _row(file: Path, data: bytes) -> str:
    """A part written to a file, compressed as fast as possible, and its line in `parts.js`."""
    file.unlink(missing_ok=True)  # the build has the same one
    file.write_bytes(brotli.compress(data, quality=1))
    return f'  "{file.stem}": part({parts_file.described(file, Part(file, *summed(data)))}),\n'


def _packed(pack: bytes) -> bytes:
    """A pack with our modules as they are now: what has not changed stays compiled, all else is source."""
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
    """Whether a `.pyc` was compiled from this source: its head has a number of Python, flags, a hash."""
    return compiled[8:16] == _imp.source_hash(int.from_bytes(compiled[:4], "little"), source)
