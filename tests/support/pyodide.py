"""Python code run natively by the Python of the browser, in Node.js."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.support.node import ask
from tools.startup import snapshot

PROGRAM = """
const python = await start({home} + "/", {{ args: ["-OO"] }});
const {{ write }} = await import({files});
write(python.FS, Object.entries({sources}).map(([name, text]) => [name, new TextEncoder().encode(text)]));
said("\\n" + python.runPython({code}));
"""


def run(pyodide: Path, sources: Mapping[str, str], code: str) -> Any:
    """What the last expression of the code comes to, which is JSON; Python finds files of these texts.

    An error is an AssertionError with its message.
    """
    values = {
        "home": str(pyodide),
        "files": (snapshot.BOOT / "shared" / "files.js").as_uri(),
        "sources": sources,
        "code": code,
    }
    program = PROGRAM.format(**{name: json.dumps(value) for name, value in values.items()})
    said = ask(snapshot.HERE / "files.mjs", "start", program)
    last = said.rpartition("\n")[2]
    try:
        return json.loads(last)
    except ValueError:
        raise AssertionError(said) from None
