"""Asking the JavaScript modules of the boot and of the build natively, in Node.js."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.setup import npm
from tools.startup import snapshot


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


PROGRAM = """
import {{ createInterface }} from "node:readline";
const {{ start }} = await import({start});
const {{ write }} = await import({files});
const python = await start({home} + "/", {{ args: ["-OO"] }});
write(python.FS, Object.entries({sources}).map(([name, text]) => [name, new TextEncoder().encode(text)]));
const answer = (code) => {{
  const globals = python.runPython("dict(__name__='__main__')");
  try {{
    return ["said", python.runPython(code, {{ globals }})];
  }} catch (error) {{
    return ["failed", error.message];
  }} finally {{
    globals.destroy();
  }}
}};
for await (const line of createInterface({{ input: process.stdin }})) {{
  console.log("\\n" + JSON.stringify(answer(JSON.parse(line))));
}}
"""
BRIEF = "--liftoff-only"
"""Has wasm compiled once and not optimized, for a Python that works for seconds."""


class Python:
    """A Python of the browser that was started once and runs code, each in names of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def run(self, code: str) -> Any:
        """What the last expression of the code comes to, which is JSON; an error is an AssertionError."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(code) + "\n")
        self.process.stdin.flush()
        for line in self.process.stdout:
            if line.startswith(('["said"', '["failed"')):
                how, found = json.loads(line)
                assert how == "said", found
                return json.loads(found)
        raise AssertionError("Python has ended")


@contextmanager
def started(pyodide: Path, sources: Mapping[str, str]) -> Iterator[Python]:
    """A Python that finds files of these texts, until the context ends."""
    values = {
        "start": (snapshot.HERE / "files.mjs").as_uri(),
        "home": str(pyodide),
        "files": (snapshot.BOOT / "shared" / "files.js").as_uri(),
        "sources": sources,
    }
    program = PROGRAM.format(**{name: json.dumps(value) for name, value in values.items()})
    command = [node(), BRIEF, "--input-type=module", "-e", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Python(process)
