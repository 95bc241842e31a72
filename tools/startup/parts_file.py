"""What the boot must know, written as a JavaScript module: the parts of the start, their sizes and sums."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

from tools.startup.snapshot import LEAN, SECOND, Awake, Part, archives

PAGE_MODULES = "page.bin"  # the page's own modules, beside the boot
# Many hosts know no other ending of a script. By a part of its name Pyodide knows its core in a traceback.
NAMES = {
    "pyodide.mjs": "pyodide.js",
    "pyodide.asm.mjs": "pyodide.asm.mjs.js",
    "micropython.mjs": "micropython.js",
}
NEEDED = (  # by all starts together, as patterns in the site's folder
    *("app/boot/*/*.js", "app/worker/main.py", "app/page/main.py", f"app/{PAGE_MODULES}", "app/*/words.json"),
    *("pyscript-*/core*.js", "pyscript-*/error-*.js", "micropython-*/*.js", "micropython-*/*.wasm"),
    *("pyodide-*/*", "start-*/*"),
)
# Of these, what is asked for when the page is live.
LATER = {
    *(f"{name}.js" for name in ("snapshot-cache", "snapshot-cache-worker", "offline", "next-pupil")),
    *("focusable-scrollers.js", "link-addresses.js"),
    *(f"{name}.bin" for name in (*archives.NAMES, archives.CODES)),
}
LATER_TOO = f"{SECOND}*.wasm"


def file_name(name: str, part: Part) -> str:
    """What a part is called on the site: `.bin` or `.lean` where the page itself decompresses it."""
    if name in LEAN:
        return f"{name}.lean"
    return f"{name}.bin" if part.size else f"{name}.wasm"


def write_parts(folder: Path, core: Path, micro: Path, start: Path, awake: Awake, lock: Path) -> None:
    """Write `parts.js`, and modules that stand for those in `core` (Pyodide) and `micro` (MicroPython)."""
    parts = {
        name: _part(f"../../../{start.name}", start / file_name(name, part), part.size)
        for name, part in awake.parts.items()
    }
    wasm = _part(f"../../../{core.name}", core / "pyodide.asm.wasm")
    empty = {**json.loads(lock.read_text(encoding="utf-8")), "packages": {}}
    lines = [
        "// Written by the build: the parts of Python's start, with their sizes in bytes and their sha256.",
        "const at = (path) => new URL(path, import.meta.url).href;",
        "const part = (path, bytes, size, sha256) => "
        '({ url: at(path), name: path.split("/").pop(), bytes, size, sha256 });',
        f'export const home = at("../../../{core.name}/");',
        f"export const core = part({wasm});",
        f"export const pageModules = part({_part('../..', folder.parent / PAGE_MODULES)});",
        "export const parts = {",
        *(f"  {json.dumps(name)}: part({row})," for name, row in parts.items()),
        "};",
        f"export const libraries = {json.dumps(awake.libraries)};",
        f"export const paths = {json.dumps(awake.paths)};",
        f"export const lock = {json.dumps(empty)};",
    ]
    (folder / "shared" / "parts.js").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, what, module in (
        ("worker/core", "*", f"{core.name}/{NAMES['pyodide.mjs']}"),
        ("worker/core-module", "{ default }", f"{core.name}/{NAMES['pyodide.asm.mjs']}"),
        ("page/micro", "*", f"{micro.name}/{NAMES['micropython.mjs']}"),
    ):
        (folder / f"{name}.js").write_text(f'export {what} from "../../../{module}";\n', encoding="utf-8")


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


def _part(folder: str, file: Path, size: int = 0) -> str:
    length, total = _size_and_sum(file)
    return f'"{folder}/{file.name}", {length}, {size}, "{total}"'


def _size_and_sum(file: Path) -> tuple[int, str]:
    data = file.read_bytes()
    return len(data), base64.b64encode(hashlib.sha256(data).digest()).decode()
