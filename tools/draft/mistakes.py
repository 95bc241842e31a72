"""Makes a draft in a separate process, and reports what is wrong with a source: file, line, and message.

This is imported before any of the sources, so that one that isn't valid Python can be reported too.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from tools.common import paths
from tools.common.console import Problem, say
from tools.release import manifest

SOURCES = ("py", "web", "tools")
PLACE = re.compile(r'([\w./-]+\.(?:py|js|jinja))"?(?::|, line )(\d+)')
INSERTED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|/\*.*?\*/", re.DOTALL)
BLOCK = re.compile(r"\{[^{}]*\}")


class Mistake(NamedTuple):
    """What is wrong with a source: its name in the project and its line, '' and 0 if they aren't known."""

    file: str
    line: int
    message: str


def written() -> dict[str, int]:
    """Return when each source was written last, in ns, by its name in the project."""
    found = {}
    for room in SOURCES:
        for folder, folders, files in os.walk(paths.ROOT / room):
            folders[:] = [name for name in folders if name != "__pycache__"]
            for path in (Path(folder, name) for name in files if not name.startswith(".")):
                with suppress(OSError):  # an editor's temporary files come and go
                    found[path.relative_to(paths.ROOT).as_posix()] = path.stat().st_mtime_ns
    return found


def make(site: Path, out: Path, code: str) -> Mistake | None:
    """Make a draft of the build `site` in the language `code`, and replace the folder `out` with it.

    If a source has a mistake, return the mistake, and leave `out` as it is.
    """
    sys.path.insert(0, str(paths.ROOT / "py"))
    fresh = out.with_name(f"{out.name}-new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        built = (site / manifest.NAME).stat().st_mtime_ns
        parse([name for name, when in written().items() if when > built])
        from tools.draft import making

        making.make(site, fresh, code)
    except Exception as error:
        found = mistake(error)
        say("{}, line {}: {}".format(*found))
        return found
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)
    say(f"Made a draft ({sum(os.times()[:4]):.1f} CPU seconds)")
    return None


def tell_of_making(telling: Connection, site: Path, out: Path, code: str) -> None:
    """Make a draft in this process, and send what `make` returns to the process that waits for it."""
    telling.send(make(site, out, code))


def mistake(error: Exception) -> Mistake:
    """Return where an error comes from: of the sources in its traceback, the one that was written last."""
    told = _short("".join(traceback.format_exception(error)))
    places = []
    for number, (name, line) in enumerate(PLACE.findall(told)):
        file = name if name.startswith(SOURCES) else f"py/{name}"
        with suppress(OSError):
            places.append(((paths.ROOT / file).stat().st_mtime_ns, number, file, int(line)))
    *_, file, line = max(places, default=("", 0))
    message = str(error) if isinstance(error, Problem) else "".join(traceback.format_exception_only(error))
    return Mistake(file, line, _short(message.strip()))


def _short(text: str) -> str:
    """Return a text with the paths of sources shortened to their names in the project."""
    return text.replace("\\", "/").replace(f"{paths.ROOT.as_posix()}/", "")


def parse(names: list[str]) -> None:
    """Raise `SyntaxError` for a source that can't be read: much of it isn't run while a draft is made."""
    for name in names:
        text = (paths.ROOT / name).read_text(encoding="utf-8")
        if name.endswith(".py"):  # PyScript's main modules can use await outside of functions
            compile(text, name, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        elif name.endswith(".js"):
            _parse_script(name, text)
        elif name.endswith(".css.jinja"):
            _pair_braces(name, text)


def _pair_braces(name: str, text: str) -> None:
    """Raise `SyntaxError` for an unpaired brace: a browser would ignore what follows it."""
    for pattern in (INSERTED, *[BLOCK] * 9):  # from the innermost blocks outwards
        text = pattern.sub(lambda found: "\n" * found[0].count("\n"), text)
    before, *brace = re.split(r"([{}])", text, maxsplit=1)
    if brace:
        raise SyntaxError(f"unmatched {brace[0]}", (name, before.count("\n") + 1, None, None))


def _parse_script(name: str, text: str) -> None:
    """Have Node.js check a script, if it is installed; if not, the browser will report mistakes."""
    from tools.setup import npm

    kind = "commonjs" if "/inline/" in name else "module"
    if node := npm.node():
        command = [node, "--check", f"--input-type={kind}", "-"]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        places = re.findall(r"^\[stdin\]:(\d+)$", done.stderr, re.MULTILINE)
        errors = re.findall(r"^SyntaxError: (.*)$", done.stderr, re.MULTILINE)
        if places and errors:
            raise SyntaxError(errors[0], (name, int(places[0]), None, None))
