"""Pyodide's core without the exports that nobody asks for, and a runtime with it.

The core exports every function and every address that a library might import, some 8,500 names, and puts
each function into its table when it starts. One in eight is imported by a library of a wheel, or named by a
script. What goes is what `ctypes.pythonapi` would find by a text.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from tools.startup import slim_core
from tools.startup.split.leb import vector
from tools.startup.split.module import A_FUNCTION, A_GLOBAL, EXPORT, Module, exported, written

FILE = "pyodide.asm.wasm"


def prune(core: bytes, scripts: Iterable[bytes], libraries: Iterable[bytes]) -> bytes:
    """The core with those functions and globals among its exports that a script names or a library imports.

    `scripts` are texts, of which every word counts; `libraries` are modules.
    """
    module = Module(core)
    asked = slim_core.words(scripts) | {
        each.name for library in libraries for each in Module(library).imports
    }
    kept = [
        exported(name, kind, number)
        for name, (kind, number) in module.exports.items()
        if kind not in (A_FUNCTION, A_GLOBAL) or name in asked
    ]
    return written(module.sections | {EXPORT: vector(kept)})


def lay_out(pyodide: Path, out: Path) -> None:
    """Copy a runtime without its wheels, its core pruned and its script slim."""
    shutil.copytree(pyodide, out, ignore=shutil.ignore_patterns("*.whl"))
    script = slim_core.of_runtime(pyodide)
    (out / slim_core.SCRIPT).write_text(script, encoding="utf-8", newline="")
    scripts = (script.encode(), *slim_core.others(pyodide))
    core = (pyodide / FILE).read_bytes()
    (out / FILE).write_bytes(prune(core, scripts, slim_core.libraries(pyodide)))


def asked_by_us(pyodide: Path) -> list[str]:
    """The words of the boot's scripts that may name an export, sorted."""
    exports = Module((pyodide / FILE).read_bytes()).exports
    return sorted(word for word in slim_core.words(slim_core.ours()) if exports.keys() & {word, word[1:]})
