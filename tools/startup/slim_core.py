"""Pyodide's own script, without the lines that hand out to JavaScript what no JavaScript asks for.

Python's memory has a bound of our own there, too: a reader's list that grows without an end meets Python's
`MemoryError` before it takes all that a small device has.

Of every function that the core exports, for Python's libraries to find, `pyodide.asm.mjs` makes a variable
and a property, too: a third of the script, of which a tenth is used. A line stays if its variable, or the
export that it names, is a word of the rest of the script or of other scripts that use Pyodide, or if its
variable is a word of a library, which may bring JavaScript of its own. What libraries import they find among
the exports themselves (`pruned_core.py`).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.common import paths
from tools.common.console import Problem
from tools.startup.private_names import SEEN_IN

SCRIPT = "pyodide.asm.mjs"
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
