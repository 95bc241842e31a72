"""What the boot must know, written as a JavaScript module: the parts of the start, their sizes and sums."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

from tools.awake import LEAN, Awake, Part

SKIN = "skin.bin"  # the page's own modules, beside the boot
# Many hosts know no other ending of a script. By a part of its name Pyodide knows its core in a traceback.
NAMES = {
    "pyodide.mjs": "pyodide.js",
    "pyodide.asm.mjs": "pyodide.asm.mjs.js",
    "micropython.mjs": "micropython.js",
}


def file_name(name: str, part: Part) -> str:
    """What a part is called on the site: `.bin` or `.lean` where the page itself decompresses it."""
    if name in LEAN:
        return f"{name}.lean"
    return f"{name}.bin" if part.size else f"{name}.wasm"


def write_parts(folder: Path, core: Path, micro: Path, start: Path, awake: Awake, lock: Path) -> None:
    """Write `parts.js`, and modules that stand for those in `core` (Pyodide) and `micro` (MicroPython)."""
    parts = {
        name: _part(f"../../{start.name}", start / file_name(name, part), part.size)
        for name, part in awake.parts.items()
    }
    wasm = _part(f"../../{core.name}", core / "pyodide.asm.wasm")
    empty = {**json.loads(lock.read_text(encoding="utf-8")), "packages": {}}
    lines = [
        "// Written by the build: the parts of Python's start, with their sizes in bytes and their sha256.",
        "const at = (path) => new URL(path, import.meta.url).href;",
        "const part = (path, bytes, size, sha256) => "
        '({ url: at(path), name: path.split("/").pop(), bytes, size, sha256 });',
        f'export const home = at("../../{core.name}/");',
        f"export const core = part({wasm});",
        f"export const skin = part({_part('..', folder.parent / SKIN)});",
        "export const parts = {",
        *(f"  {json.dumps(name)}: part({row})," for name, row in parts.items()),
        "};",
        f"export const libraries = {json.dumps(awake.libraries)};",
        f"export const paths = {json.dumps(awake.paths)};",
        f"export const lock = {json.dumps(empty)};",
    ]
    (folder / "parts.js").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, what, module in (
        ("core", "*", f"{core.name}/{NAMES['pyodide.mjs']}"),
        ("core-module", "{ default }", f"{core.name}/{NAMES['pyodide.asm.mjs']}"),
        ("micro", "*", f"{micro.name}/{NAMES['micropython.mjs']}"),
    ):
        (folder / f"{name}.js").write_text(f'export {what} from "../../{module}";\n', encoding="utf-8")


def _part(folder: str, file: Path, size: int = 0) -> str:
    data = file.read_bytes()
    total = base64.b64encode(hashlib.sha256(data).digest()).decode()
    return f'"{folder}/{file.name}", {len(data)}, {size}, "{total}"'
