"""Makes a draft in a process of its own, and tells what is wrong with a source: file, line, and message.

This is imported where no source has been: one that is no Python is a mistake to tell, too.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tools.common import paths
from tools.common.console import Problem

SOURCES = ("py", "web", "tools")
PLACE = re.compile(r"([\w./-]+\.(?:py|js|jinja))(?::|, line )(\d+)")
PARSE = """
const [, ...names] = process.argv, fs = require("fs"), vm = require("vm");
for (const name of names) {
  const code = fs.readFileSync(name, "utf8");
  name.includes("/inline/") ? new vm.Script(code, name) : new vm.SourceTextModule(code, { identifier: name });
}"""


class Mistake(NamedTuple):
    """What is wrong with a source: its name in the project and its line, '' and 0 where they aren't known."""

    file: str
    line: int
    message: str


class Made(NamedTuple):
    """What came of making a draft: a mistake, or the rules of its pages and the processor's seconds."""

    mistake: Mistake | None
    policy: str = ""
    seconds: float = 0.0


def make(site: str, out: str, code: str, changed: list[str]) -> Made:
    """Make a draft of the build `site` in the folder `out`; sources that have `changed` are read first."""
    sys.path.insert(0, str(paths.ROOT / "py"))
    try:
        _parse(changed)
        from tools.common import policy
        from tools.draft import making

        making.make(Path(site), Path(out), code)
    except Exception as error:
        return Made(mistake(error, changed))
    return Made(None, policy.SENT, sum(os.times()[:4]))


def mistake(error: Exception, changed: Iterable[str] = ()) -> Mistake:
    """Tell where an error comes from: the last place in a source that has `changed`, else in any source."""
    message = str(error) if isinstance(error, Problem) else traceback.format_exception_only(error)[-1].strip()
    if isinstance(error, SyntaxError):
        places = [(error.filename or "", error.lineno or 0)]
        message = f"SyntaxError: {error.msg}"
    elif isinstance(error, Problem):
        places = [(name, int(line)) for name, line in PLACE.findall(message)]
        message = re.sub(rf"^{PLACE.pattern}: ", "", message)
    else:
        places = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
        if hasattr(error, "lineno"):  # of a template that can't be read
            places.append((str(getattr(error, "filename", "")), error.lineno))
    ours = [(_short(file), line) for file, line in places if _short(file)]
    file, line = next(
        (each for each in reversed(ours) if each[0] in {*changed}), ours[-1] if ours else ("", 0)
    )
    return Mistake(file, line, message)


def _short(file: str) -> str:
    """The name of a source in the project; '' for what is none."""
    for path in (paths.ROOT / file, paths.ROOT / "py" / file):
        if path.is_file() and path.is_relative_to(paths.ROOT):
            name = path.relative_to(paths.ROOT)
            return name.as_posix() if name.parts[0] in SOURCES else ""
    return ""


def _parse(changed: Iterable[str]) -> None:
    """Read the changed files in their languages: much of what they hold is not run while a draft is made."""
    files = [name for name in changed if (paths.ROOT / name).is_file()]
    for name in files:
        text = (paths.ROOT / name).read_text(encoding="utf-8") if name.endswith((".py", ".css.jinja")) else ""
        if name.endswith(".py"):
            compile(text, str(paths.ROOT / name), "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        elif text:
            _count_braces(name, text)
    _parse_scripts([name for name in files if name.endswith(".js")])


def _count_braces(name: str, text: str) -> None:
    """Raise `Problem` where a style sheet's braces don't match: a browser would leave out what follows."""
    plain = re.sub(
        r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|/\*.*?\*/", lambda m: "\n" * m[0].count("\n"), text, flags=re.DOTALL
    )
    opened: list[int] = []
    for brace in re.finditer(r"[{}]", plain):
        line = plain.count("\n", 0, brace.start()) + 1
        if brace[0] == "{":
            opened.append(line)
        elif not opened:
            raise Problem(f"{name}:{line}: this }} closes nothing")
        else:
            opened.pop()
    if opened:
        raise Problem(f"{name}:{opened[0]}: this {{ is never closed")


def _parse_scripts(names: list[str]) -> None:
    """Raise `Problem` for a script that is no JavaScript, where Node.js is there to tell."""
    from tools.setup import npm

    node = npm.node() if names else None
    if node:
        command = [node, "--experimental-vm-modules", "--no-warnings", "-e", PARSE, *names]
        done = subprocess.run(command, cwd=paths.ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            lines = done.stderr.splitlines()
            error = next((line for line in lines if "Error:" in line), lines[-1])
            raise Problem(f"{lines[0]}: {error}")
