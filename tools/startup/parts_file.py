"""What the boot must know, written as a JavaScript module: the parts of the start, their sizes and sums."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from tools.startup.snapshot import SECOND, archives
from tools.startup.snapshot.compressing import PIECE, Part

PAGE_MODULES = "page.bin"  # the page's own modules, beside the boot
DECODER = "decoder.bin"  # of brotli, compressed with gzip
STANDING = (  # modules of the boot that stand for others: what they export, and which these are
    ("worker/core", "*", "pyodide", "pyodide.mjs"),
    ("worker/core-module", "{ default }", "pyodide", "pyodide.asm.mjs"),
    ("page/micro", "*", "micropython", "micropython.mjs"),
    ("shared/decoder", "{ BrotliDecStream, default }", "brotli", "brotli_dec_wasm.js"),
)
# Many hosts know no other ending of a script. By a part of its name Pyodide knows its core in a traceback.
NAMES = {
    "pyodide.mjs": "pyodide.js",
    "pyodide.asm.mjs": "pyodide.asm.mjs.js",
    "micropython.mjs": "micropython.js",
}
NEEDED = (  # by all starts together, as patterns in the site's folder
    *(
        "app*/boot/*/*.js",
        "app*/worker/main.py",
        "app*/page/main.py",
        f"app*/{PAGE_MODULES}",
        "app*/*/words.json",
    ),
    *("pyscript-*/core*.js", "pyscript-*/error-*.js", "micropython-*/*.js", "micropython-*/*.wasm"),
    *("brotli-*/*.js", f"brotli-*/{DECODER}", "pyodide-*/*", "start-*/*"),
)
# Of these, what is asked for when the page is live.
LATER = {
    *(
        f"{name}.js"
        for name in (
            "snapshot-cache",
            "snapshot-cache-worker",
            "own-time",
            "offline",
            "next-pupil",
            "link-addresses",
        )
    ),
    *(f"{name}.bin" for name in (*archives.NAMES, archives.COLD, archives.READER)),
}
LATER_TOO = f"{SECOND}*.bin"


def write_parts(boot: Path, folders: Mapping[str, Path], parts: Mapping[str, Part], lock: Path) -> None:
    """Write `parts.js`, and modules that stand for third parties' scripts, into the folder of the boot.

    `folders` of the site are `start`, in which the parts lie, `pyodide`, `micropython` and `brotli`.
    """
    start = folders["start"]
    rows = {name: described(start / f"{name}.bin", part) for name, part in parts.items()}
    decoder = described(folders["brotli"] / DECODER)
    page = described(boot.parent / PAGE_MODULES, inside=True)
    empty = {**json.loads(lock.read_text(encoding="utf-8")), "packages": {}}
    lines = [
        "// Written by the build: the parts of Python's start, with sizes in bytes and sums, also of what is",
        "// compressed in them, in pieces of this many bytes.",
        f"export const PIECE = {PIECE};",
        "const at = (path) => new URL(path, import.meta.url).href;",
        "const part = (path, name, bytes, sha256, size, content, pieces) => "
        "({ url: at(path), name, bytes, sha256, size, content, pieces });",
        f'export const home = at("../../../{folders["pyodide"].name}/");',
        f"export const pageModules = part({page});",
        f"export const decoder = part({decoder});",
        "export const parts = {",
        *(f"  {json.dumps(name)}: part({row})," for name, row in rows.items()),
        "};",
        f"export const lock = {json.dumps(empty)};",
    ]
    (boot / "shared" / "parts.js").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, what, folder, module in STANDING:
        address = f"../../../{folders[folder].name}/{NAMES.get(module, module)}"
        (boot / f"{name}.js").write_text(f'export {what} from "{address}";\n', encoding="utf-8")


def write_needed(app: Path) -> None:
    """Write `start.json`: each file that a start may need, as its address from `app`, its size and sha256."""
    files = [
        path
        for pattern in NEEDED
        for path in sorted(app.parent.glob(pattern))
        if path.name not in LATER and not path.match(LATER_TOO)
    ]
    rows = [[_from(app, path), *_size_and_sum(path)] for path in files]
    (app / "start.json").write_text(json.dumps(rows, separators=(",\n", ":")) + "\n", encoding="utf-8")


def _from(app: Path, file: Path) -> str:
    home, start = (app, "") if app in file.parents else (app.parent, "../")
    return start + file.relative_to(home).as_posix()


def described(file: Path, part: Part | None = None, inside: bool = False) -> str:
    """Return the arguments of `part` in `parts.js`; `inside` the folder of the app rather than beside it."""
    length, total = _size_and_sum(file)
    path = f"../../{file.name}" if inside else f"../../../{file.parent.name}/{file.name}"
    about = f', {part.size}, "{part.content}", {json.dumps(part.pieces)}' if part else ""
    return f'"{path}", "{file.name}", {length}, "{total}"{about}'


def _size_and_sum(file: Path) -> tuple[int, str]:
    data = file.read_bytes()
    return len(data), base64.b64encode(hashlib.sha256(data).digest()).decode()
