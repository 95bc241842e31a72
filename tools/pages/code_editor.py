"""Writes the code editor, which a page loads when it first opens one.
 `editor/editor.js` in the app's folder is our part (`web/editor/`). It uses CodeMirror, which PyScript's
package contains as scripts with hashes in their names: `editor/codemirror.js`, written here, re-exports them.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tools.common import paths
from tools.common.console import Problem

FOLDER = "editor"
SOURCES = paths.ROOT / "web" / FOLDER
WHOLE = {"state": "state", "commands": "commands", "python": "lang-python"}
"""Parts of CodeMirror that PyScript's scripts export by their documented names: our name, and theirs."""
INSIDE = ("view", "language")
"""Parts that a script exports by short names, and once more as one object with the documented ones."""
OBJECT = re.compile(r"\bvar ([\w$]+)=Object\.freeze\(\{__proto__:null,")
EXPORTS = re.compile(r"export\{([^}]*)\};?\s*(?://[^\n]*\s*)?\Z")


def lay_out(app: Path, pyscript: Path) -> None:
    """Write the folder `editor` into the app's; `pyscript` is the folder of the site with PyScript's package.

    Raises `Problem` if a part of CodeMirror is missing there.
    """
    out = app / FOLDER
    out.mkdir()
    for file in sorted(SOURCES.iterdir()):
        shutil.copyfile(file, out / file.name)
    (out / "codemirror.js").write_text(_codemirror(pyscript), encoding="utf-8", newline="")


def _codemirror(pyscript: Path) -> str:
    """Return the module with CodeMirror's parts: each an object with what that part exports."""
    lines = ["// Written by the build: the parts of CodeMirror, out of PyScript's package."]
    for part, name in WHOLE.items():
        lines.append(f'export * as {part} from "{_address(_script(pyscript, name))}";')
    for part in INSIDE:
        script = _script(pyscript, part)
        lines.append(f'export {{ {_short_name(script)} as {part} }} from "{_address(script)}";')
    return "\n".join(lines) + "\n"


def _script(pyscript: Path, part: str) -> Path:
    found = sorted(pyscript.glob(f"codemirror_{part}-*.js"))
    if len(found) != 1:
        raise Problem(f"expected one codemirror_{part}-*.js in PyScript for the editor, found {len(found)}.")
    return found[0]


def _address(script: Path) -> str:
    return f"../../{script.parent.name}/{script.name}"


def _short_name(script: Path) -> str:
    """Return the name under which a script exports the object with everything in it."""
    text = script.read_text(encoding="utf-8")
    objects, exports = OBJECT.findall(text), EXPORTS.search(text)
    pairs = (pair.partition(" as ") for pair in (exports[1] if exports else "").split(","))
    names = {inner: outer or inner for inner, _, outer in pairs}
    found = [names[name] for name in objects if name in names]
    if len(found) != 1:
        raise Problem(f"PyScript's {script.name} should export exactly one object with all of its names.")
    return found[0]
