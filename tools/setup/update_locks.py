"""Updates the locks, after a change of versions here or of the groups in pyproject.toml.

    python3 -m tools.setup.update_locks                 all
    python3 -m tools.setup.update_locks requirements    tools/requirements/*.txt; needs `uv`
    python3 -m tools.setup.update_locks javascript      tools/requirements/javascript/package-lock.json
    python3 -m tools.setup.update_locks runtime       tools/runtime.lock.json; downloads everything again

Read the diff before you commit it: from then on these are the bytes that everybody trusts.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tools.common import hashes, paths
from tools.common.console import Problem, guarded, say
from tools.setup import environment, fetch, lock, npm, parts

WHEELS = (
    "contourpy cycler fonttools kiwisolver matplotlib micropip numpy "
    "packaging pillow pyparsing python_dateutil pytz six"
).split()
CORE = (
    "pyodide.mjs pyodide.asm.mjs pyodide.asm.wasm python_stdlib.zip pyodide-lock.json package.json README.md"
).split()
FACES = "Regular Semibold It".split()
WORKBOX = "core routing strategies precaching".split()


class Wanted(NamedTuple):
    """A package, and which of its files to take: pairs of a prefix in it and the names to take from there.

    A name that ends in `*` takes everything that begins like it.
    """

    registry: str
    package: str
    version: str
    folder: str
    members: tuple[tuple[str, list[str]], ...]


WANTED = (
    Wanted("npm", "pyodide", "314.0.4", "pyodide", (("package/", CORE),)),
    Wanted(
        "npm",
        "brotli-dec-wasm",
        "2.3.2",
        "brotli",
        (
            ("package/pkg/", ["brotli_dec_wasm.js", "brotli_dec_wasm_bg.wasm"]),
            ("package/", ["LICENSE-MIT.txt"]),
        ),
    ),
    Wanted(
        "npm", "@pyscript/core", "0.7.31", "pyscript", (("package/dist/", ["*"]), ("package/", ["LICENSE"]))
    ),
    Wanted(
        "npm",
        "@micropython/micropython-webassembly-pyscript",
        "1.27.0",
        "micropython",
        (("package/", ["micropython.mjs", "micropython.wasm", "README.md"]),),
    ),
    Wanted(
        "npm",
        "source-sans",
        "3.52.0",
        "fonts",
        (("package/TTF/", [f"SourceSans3-{face}.ttf" for face in FACES]), ("package/", ["LICENSE.md"])),
    ),
    Wanted(
        "npm",
        "@fontsource-variable/noto-sans-sc",
        "5.3.1",
        "han",
        (("package/files/", ["noto-sans-sc-*"]), ("package/", ["LICENSE"])),
    ),
    *(
        Wanted(
            "npm",
            f"workbox-{part}",
            "7.4.1",
            "workbox",
            (("package/build/", [f"workbox-{part}.prod.js"]), ("package/", ["LICENSE"] * (part == "core"))),
        )
        for part in WORKBOX
    ),
    Wanted("npm", "qr", "0.7.0", "qr", (("package/", ["index.js", "decode.js", "LICENSE-MIT"]),)),
    # No registry has the wasm wheels one by one; this package contains the official ones.
    Wanted(
        "pypi",
        "open-webui",
        "0.12.4",
        "pyodide",
        (("open_webui/frontend/pyodide/", [f"{name}-*" for name in WHEELS]),),
    ),
)


def locked(wanted: Wanted) -> lock.Source:
    """Download a package and record what it is, its license, and its wanted files."""
    blank = lock.Source(wanted.registry, wanted.package, wanted.version, wanted.folder, 1, "", "", ())
    with tempfile.TemporaryDirectory() as name:
        path = fetch.downloaded(blank, Path(name), say)
        found = {name: data for name, data in _members(path) if _wants(wanted, name) or parts.tells(name)}
        files = sorted(_file(name, data, wanted) for name, data in found.items() if _wants(wanted, name))
        _all_found(wanted, files)
        carrier = all(file.name.endswith(".whl") for file in files)
        told = {name: data for name, data in found.items() if _wants(wanted, name) or not carrier}
        return blank._replace(
            size=path.stat().st_size,
            sha256=hashes.sha256(path),
            integrity=hashes.integrity(path) if wanted.registry == "npm" else "",
            files=tuple(files),
            license="" if carrier else parts.license_of(told),
            parts=parts.parts_of(told),
        )


def _all_found(wanted: Wanted, files: list[lock.File]) -> None:
    for prefix, names in wanted.members:
        for name in names:
            if not any((file.member + "*").startswith(prefix + name.rstrip("*")) for file in files):
                raise Problem(f"{wanted.package} {wanted.version} has no {prefix}{name}.")


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            yield from ((name, wheel.read(name)) for name in wheel.namelist() if not name.endswith("/"))
    else:
        with tarfile.open(path) as tar:
            for member in tar:
                found = tar.extractfile(member)
                if found is not None:
                    yield member.name, found.read()


def _prefix(wanted: Wanted, member: str) -> str | None:
    for prefix, names in wanted.members:
        rest = member.removeprefix(prefix)
        if member.startswith(prefix) and any(
            rest.startswith(name[:-1]) if name.endswith("*") else rest == name for name in names
        ):
            return prefix
    return None


def _wants(wanted: Wanted, member: str) -> bool:
    return _prefix(wanted, member) is not None and not member.endswith((".map", ".metadata"))


def _file(member: str, data: bytes, wanted: Wanted) -> lock.File:
    name = member.removeprefix(_prefix(wanted, member) or "")
    return lock.File(name, member, len(data), sha256(data).hexdigest())


def runtime() -> None:
    """Rewrite tools/runtime.lock.json."""
    lock.write(paths.LOCK, tuple(locked(wanted) for wanted in WANTED))
    say(f"Wrote {paths.LOCK.relative_to(paths.ROOT)}")


def requirements() -> None:
    """Rewrite tools/requirements/*.txt, with the hashes of every platform's files."""
    options = "--universal --fork-strategy fewest --generate-hashes --python-version 3.11".split()
    quiet = "--quiet --no-emit-index-url --no-emit-find-links --no-annotate --no-header --upgrade".split()
    for kind in environment.INCLUDED:
        path = paths.REQUIREMENTS / f"{kind}.txt"
        same = ["--constraint", str(paths.REQUIREMENTS / "build.txt")] if kind == "test" else []
        run = ["uv", "pip", "compile", *options, *quiet, "--group", kind, *same, "--output-file", str(path)]
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
        subprocess.run(run, cwd=paths.ROOT, env=clean, check=True)
        say(f"Wrote {path.relative_to(paths.ROOT)}")


def javascript() -> None:
    """Rewrite tools/requirements/javascript/package-lock.json, from the versions in package.json."""
    folder = paths.REQUIREMENTS / npm.TOOLS
    (folder / "package-lock.json").unlink(missing_ok=True)
    options = "--package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund".split()
    subprocess.run([*npm.client(say), "install", *options], cwd=folder, check=True)
    say(f"Wrote {(folder / 'package-lock.json').relative_to(paths.ROOT)}")


def main() -> int:
    """Update what the command line names, or everything."""
    tasks = {"requirements": requirements, "javascript": javascript, "runtime": runtime}
    for name in sys.argv[1:] or tasks:
        tasks[name]()
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
