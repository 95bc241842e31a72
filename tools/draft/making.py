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
import shutil
from collections.abc import Mapping
from pathlib import Path

import brotli

from downhill.drawing.style import load_fonts
from downhill.lessons import all_lessons
from tools import site as building
from tools.artwork import cjk_font
from tools.languages.language import Language, all_languages, write_words
from tools.pages import code_editor, make_page, page
from tools.single import download
from tools.startup import page_modules, parts_file
from tools.startup.snapshot import archives
from tools.startup.snapshot.compressing import Part, summed
from tools.startup.snapshot.container import container, files_in

APP, START = "app-draft", "start-draft"  # without a hash in their names, so browsers don't cache them
OURS = tuple(f"{archives.PACKAGES}{folder}/" for folder in ("downhill", "worker"))
NOT_ITS_OWN = ("downhill.json", "sw.js")  # what makes a folder a build, and keeps it on a device
MADE = ("boot", "editor", "page", "worker")  # folders of the app
SNAPSHOT = ("heap", "record", "files")  # parts of a start that a draft doesn't have
PARTS = "boot/shared/parts.js"


def make(site: Path, out: Path, code: str) -> None:
    """Write the page in the language `code` into the new folder `out`, together with the build `site`.

    Raises whatever a lesson, a template, or a compiler raises.
    """
    spoken = all_languages()
    language = next(each for each in spoken if each.code == code)
    anew = (*NOT_ITS_OWN, language.page, language.beside(make_page.NAME))
    shutil.copytree(site, out, copy_function=_link, ignore=shutil.ignore_patterns(*anew))
    (old,) = site.glob("app-*")
    app = out / APP
    shutil.copytree(old, app, ignore=shutil.ignore_patterns(*MADE))
    building._copy_sources(app)
    for module in (PARTS, *(f"boot/{module}.js" for module, *_ in parts_file.STANDING)):
        shutil.copyfile(old / module, app / module)
    code_editor.lay_out(app, next(out.glob("pyscript-*")))
    modules = page_modules.pack(building.PY / "page", print)
    (app / parts_file.PAGE_MODULES).write_bytes(gzip.compress(modules, 1))
    (pack,) = site.glob("start-*/pack.bin")
    _exchange(app, {"pack": packed(pack.read_bytes()), archives.READER: archives.reader(building.PY)})
    parts_file.write_needed(app)
    _write_pages(out, app, language, spoken)


def _write_pages(out: Path, app: Path, language: Language, spoken: list[Language]) -> None:
    load_fonts(app / "fonts")
    han = (each.about["name"] for each in spoken if each.about["script"] == "Han")
    page.write_style(app / "style.css", cjk_font.lacking("".join(han)))
    home = app if language.first else app / language.code
    if not language.first:
        faces = json.loads((home / "words.json").read_text(encoding="utf-8"))["typefaces"]
        write_words(home / "words.json", language, [base64.b64decode(face) for face in faces])
    building.write_fetched(home, language, spoken)
    folders = {each.name.rpartition("-")[0]: f"./{each.name}" for each in out.iterdir() if each.is_dir()}
    folders["app"] = f"./{APP}"
    page.write_page(out, folders, language, spoken, lessons_with_stills=all_lessons())
    make_page.write(out, folders, language, spoken)
    download.tell(out, language, Path(folders[download.FOLDER]).name)


def _link(source: str, target: str) -> None:
    """Link a file under another name, or copy it if the disk has no links: nobody writes to it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _exchange(app: Path, own: Mapping[str, bytes]) -> None:
    """Replace the build's parts with these, and its modules with the page's; remove its snapshot."""
    start = app.parent / START
    start.mkdir()
    lines = [f"delete parts.{name};" for name in SNAPSHOT]
    for name, data in own.items():
        file = start / f"{name}.bin"
        file.write_bytes(brotli.compress(data, quality=1))
        lines.append(f"parts.{name} = part({parts_file.described(file, Part(file, *summed(data)))});")
    modules = parts_file.described(app / parts_file.PAGE_MODULES, inside=True)
    lines.append(f"Object.assign(pageModules, part({modules}));\n")
    script = app / PARTS
    script.write_text(script.read_text(encoding="utf-8") + "\n".join(lines), encoding="utf-8")


def packed(pack: bytes) -> bytes:
    """Return a pack with our current modules: what hasn't changed stays compiled, the rest is source."""
    files = dict(files_in(brotli.decompress(pack)))
    kept = [(path, data) for path, data in files.items() if not path.startswith(OURS) or ".py" not in path]
    for name in building.modules():
        path, source = archives.PACKAGES + name.as_posix(), (building.PY / name).read_bytes()
        compiled = files.get(f"{path}c")
        kept.append((f"{path}c", compiled) if compiled and _is_of(compiled, source) else (path, source))
    return container(kept)


def _is_of(compiled: bytes, source: bytes) -> bool:
    """Return whether a `.pyc` was compiled from this source: its header has a magic number, flags, a hash."""
    return compiled[8:16] == _imp.source_hash(int.from_bytes(compiled[:4], "little"), source)
