"""Pyodide's core without what nobody asks for: in its script and among its exports.

The core exports every function and every address that a library might import, some 8,500 names. Of every
function its script makes a variable and a property, too: a third of the script, of which a tenth is used. A
line stays if its variable, or the export that it names, is a word of the rest of the script or of other
scripts that use Pyodide, or if its variable is a word of a library, which may bring JavaScript of its own. An
export stays if a library of a wheel imports it or a script names it, one in eight; what goes is what
`ctypes.pythonapi` would find by a text.

Python's memory gets a bound of our own, too: a reader's list that grows without an end meets Python's
`MemoryError` before it takes all that a small device has.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.common import paths
from tools.common.console import Problem
from tools.startup.split.leb import vector
from tools.startup.split.module import A_FUNCTION, A_GLOBAL, EXPORT, Module, exported, written

# What of Pyodide and Emscripten the snapshot rests on though no documentation promises it. Pyodide restores
# its own memory, but not libraries that were loaded into it; `snapshot/take.mjs`, `snapshot/memory.mjs`,
# `web/boot/worker/restore.js`, and `constants.js` and `library.js` of `web/boot/shared` do that by these
# names. A test looks for each in the runtime that the lock pins: after a change of version, read those files
# against it.
SEEN_IN = "314.0.4"  # of Pyodide
OPTIONS = ("_makeSnapshot", "_loadSnapshot", "createPyodideModule", "fsInit")  # of loadPyodide
OF_PYODIDE = ("makeMemorySnapshot", "restoreSnapshot")
HEADER = 48  # bytes before the text in what makeMemorySnapshot returns
OF_EMSCRIPTEN = (
    *("LDSO", "loadedLibsByHandle", "loadedLibsByName", "GOT", "wasmTable", "growMemory"),
    *("_emscripten_stack_get_base", "_emscripten_stack_get_end", "_sbrk", "_malloc", "_free"),
    *("HEAPU8", "HEAPU32", "__stack_low", "__wasm_apply_data_relocs", "stub"),
)
# Offsets in Emscripten's record of a loaded library: address and size of its memory, then of its table.
LIBRARY = {"memory": 12, "bytes": 16, "table": 20, "size": 24}

SCRIPT, FILE = "pyodide.asm.mjs", "pyodide.asm.wasm"
LINE = re.compile(r'([\w$]+)=Module\["([\w$]+)"\]=wasmExports\["([\w$]+)"\](?:\.value>>>0)?;')
VARIABLES = re.compile(r"\bvar ((?:[\w$]+,){999,}[\w$]+);")
WORD = re.compile(rb"[A-Za-z0-9_$]+")
BOUND = re.compile(r"\bgetHeapMax=\(\)=>(\d+);")
MOST = 1 << 30  # bytes of Python's memory: ten times what all lessons together take
FEWEST = 1000  # lines, and variables in their list; a script with fewer is not of the kind that is known


def slim(script: str, others: Iterable[bytes] = (), libraries: Iterable[bytes] = ()) -> str:
    """The script without lines, and variables, that neither `others` nor `libraries` use.

    Raises `Problem` where it is not built as that of the Pyodide that is known.
    """
    lines, variables = list(LINE.finditer(script)), VARIABLES.search(script)
    if len(lines) < FEWEST or not variables:
        raise Problem(f"{SCRIPT} does not export as Pyodide {SEEN_IN} does: check slim_core.py against it.")
    declared = variables.group(1).split(",")
    if strange := sorted({line.group(1) for line in lines} - {*declared, "wasmTable"}):
        raise Problem(f"{SCRIPT} sets {strange[0]}, which its list of variables lacks: check slim_core.py.")
    rest = LINE.sub("", script.replace(variables.group(), ""))
    named, used = words((rest.encode(), *others)), words(libraries)
    unused = {
        variable
        for variable, _, export in (line.groups() for line in lines)
        if variable not in named and export not in named and variable not in used
    }
    kept = ",".join(name for name in declared if name not in unused)
    slimmed = LINE.sub(lambda line: "" if line.group(1) in unused else line.group(), script)
    return slimmed.replace(variables.group(), f"var {kept};")


def bounded(script: str) -> str:
    """The script with our bound of Python's memory. Raises `Problem` where it has none of its own."""
    script, count = BOUND.subn(f"getHeapMax=()=>{MOST};", script)
    if count != 1:
        raise Problem(f"{SCRIPT} does not say how large its memory may grow: check slim_core.py against it.")
    return script


def asked_for(script: str) -> set[str]:
    """The exports of the core that a script hands out."""
    return {line.group(3) for line in LINE.finditer(script)}


def of_runtime(pyodide: Path) -> str:
    """The slim script of a runtime, with whose wheels it has to do. Raises what `slim` and `bounded` do."""
    script = (pyodide / SCRIPT).read_text(encoding="utf-8")
    return bounded(slim(script, others(pyodide), libraries(pyodide)))


def words(texts: Iterable[bytes]) -> set[str]:
    """All that could be a name."""
    return {word.decode("ascii") for text in texts for word in WORD.findall(text)}


def others(pyodide: Path) -> list[bytes]:
    """The other scripts that use Pyodide: that which loads it, and those of the boot."""
    return [(pyodide / "pyodide.mjs").read_bytes(), *ours()]


def ours() -> Iterator[bytes]:
    """The scripts of the boot, which reach into Pyodide."""
    for folder in ("shared", "worker"):
        for file in sorted((paths.ROOT / "web" / "boot" / folder).glob("*.js")):
            yield file.read_bytes()


def libraries(pyodide: Path) -> Iterator[bytes]:
    """Every library of the runtime's wheels."""
    for wheel in sorted(pyodide.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if name.endswith(".so"):
                    yield archive.read(name)


def prune(core: bytes, scripts: Iterable[bytes], libraries: Iterable[bytes]) -> bytes:
    """The core with those functions and globals among its exports that a script names or a library imports.

    `scripts` are texts, of which every word counts; `libraries` are modules.
    """
    module = Module(core)
    asked = words(scripts) | {each.name for library in libraries for each in Module(library).imports}
    kept = [
        exported(name, kind, number)
        for name, (kind, number) in module.exports.items()
        if kind not in (A_FUNCTION, A_GLOBAL) or name in asked
    ]
    return written(module.sections | {EXPORT: vector(kept)})


def lay_out(pyodide: Path, out: Path) -> None:
    """Copy a runtime without its wheels, its core pruned and its script slim."""
    shutil.copytree(pyodide, out, ignore=shutil.ignore_patterns("*.whl"))
    script = of_runtime(pyodide)
    (out / SCRIPT).write_text(script, encoding="utf-8", newline="")
    scripts = (script.encode(), *others(pyodide))
    core = (pyodide / FILE).read_bytes()
    (out / FILE).write_bytes(prune(core, scripts, libraries(pyodide)))


def asked_by_us(pyodide: Path) -> list[str]:
    """The words of the boot's scripts that may name an export, sorted."""
    exports = Module((pyodide / FILE).read_bytes()).exports
    return sorted(word for word in words(ours()) if exports.keys() & {word, word[1:]})
