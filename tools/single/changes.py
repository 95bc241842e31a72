"""Changes scripts for a page that is one file, and leaves some of them out.

Every change checks how often the words to replace occur: if a new version of a script has different ones, the
build stops with a sentence.
"""

from __future__ import annotations

import re

from tools.common.console import Problem
from tools.single.table import Folders

NOBODY = "https://pyodide.invalid/"
"""Where Pyodide thinks it is: nothing is fetched from there, since the boot provides everything."""
LEFT_OUT = ("snapshot-cache.js", "offline.js", "questions.js")
"""Modules that one file does without: what keeps the page on the device, and a class’s questions."""
ALONGSIDE = re.compile(r"(core|codemirror_|index-)")
"""How the names of those of PyScript's scripts begin that are included: its core, and the code editor's."""
NOT_ON_DOM = "export const notOnDOM = () => {};\n"
"""All that PyScript's core needs from its plugin for errors, which the page has switched off."""
SNAPSHOT = ("heap", "record", "files")
ARCHIVE = "packages"
ROW = r'  "{name}": part\(.+\),\n'


def replaced(path: str, text: str, old: str, new: str, times: int = 1) -> str:
    """Replace words in a text. Raises `Problem` unless the old ones occur exactly `times` times."""
    if text.count(old) != times:
        raise Problem(f"{path} should have {old!r} {times} times, not {text.count(old)}: it has changed.")
    return text.replace(old, new)


def replaced_all(path: str, text: str, old: str, new: str, times: int = 1) -> str:
    """Do the same for a regular expression."""
    text, found = re.subn(old, new, text)
    if found != times:
        raise Problem(f"{path} should have {old!r} {times} times, not {found}: it has changed.")
    return text


class Changes:
    """How the files of one realm, the page or the worker, differ from the site's.

    A `packed` file starts from the pack, and has neither the snapshot nor modules of packages that no lesson
    imports.
    """

    def __init__(self, at: Folders, is_page: bool, packed: bool) -> None:
        self.at, self.is_page, self.packed = at, is_page, packed

    def __call__(self, path: str, text: str) -> str:
        """Return the changed text of a file. Raises `Problem` if it isn't as expected."""
        if path == f"{self.at.app}/boot/shared/parts.js":
            return self._parts(path, text)
        if path == f"{self.at.app}/boot/page/micropython.js":  # it would look for its core next to itself
            core = f"../../../{self.at.micropython}/micropython.wasm"
            return replaced(path, text, "load({ stdout,", f'load({{ url: "{core}", stdout,')
        if path.startswith(f"{self.at.pyscript}/core-"):
            return _pyscript(path, text)
        return text

    def stand_in(self, path: str) -> str | None:
        """Return what replaces a script that is left out."""
        folder, _, name = path.rpartition("/")
        if folder == self.at.pyscript and not ALONGSIDE.match(name):
            return NOT_ON_DOM if name.startswith("error-") else ""
        if folder == f"{self.at.app}/boot/page" and name in LEFT_OUT:
            return ""
        return None

    def _parts(self, path: str, text: str) -> str:
        """Return the parts of the start: the page needs none but its own modules."""
        text = replaced(path, text, "new URL(path, import.meta.url).href", "path")
        text = replaced_all(path, text, r'(home =) at\("[^"]+"\)', rf'\1 "{NOBODY}"')
        if self.is_page:
            text = re.sub(ROW.format(name='[^"]+'), "", text)
            return replaced_all(path, text, r'(decoder = part\()"[^"]+"', r'\1""')
        if self.packed:
            taken = int(f'"{SNAPSHOT[0]}": ' in text)  # a build without Node.js has no snapshot
            for name in SNAPSHOT:
                text = replaced_all(path, text, ROW.format(name=name), "", taken)
            return replaced_all(path, text, rf'("{ARCHIVE}": part\()"[^"]+"', r'\1""')
        return text


def _pyscript(path: str, text: str) -> str:
    """Make PyScript's core, and the worker's script in a string in it, accept blob: addresses."""
    text = replaced(path, text, r"[a-z0-9-]+:\/\/)/i", r"[a-z0-9-]+:)/i")
    text = replaced(path, text, r"[a-z0-9-]+:\\/\\/)/i", r"[a-z0-9-]+:)/i")
    # A file's begin with "blob:null/", and can't be a base to resolve against.
    base = 't.replace(/^blob:/,"")'
    return replaced(path, text, base, f'{base}.replace(/^null/,"https://page.invalid")', 2)
