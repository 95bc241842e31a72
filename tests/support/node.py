"""Asking the JavaScript modules of the boot and of the build natively, in Node.js."""

import json
import subprocess
from pathlib import Path

from tools.setup import npm


def node() -> str:
    """Node.js, which is brought where the machine has none."""
    found = npm.node() or (npm.client(print) and npm.node())
    assert found
    return found


def ask(module: Path, names: str, program: str) -> str:
    """What a program says with `said(…)`; it may use these exports of a module. An error is its message."""
    lines = (
        f"import {{ {names} }} from {json.dumps(module.as_uri())};",
        "const said = console.log;",
        f"try {{ {program} }} catch (error) {{ said(error.message); }}",
    )
    command = [node(), "--input-type=module", "-e", "\n".join(lines)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
