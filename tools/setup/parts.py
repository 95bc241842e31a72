"""Finds what is inside the packages of the lock, and under which licenses, from their own metadata."""

import json
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from email.parser import BytesParser
from io import BytesIO
from pathlib import Path

from tools.common.console import Problem, say
from tools.setup import lock, npm

Members = Mapping[str, bytes]
PACKAGE = "package/package.json"
BUNDLED = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/(?!.*node_modules/)")
COPIED = re.compile(r"/3rd-party/(.+)\.js$")
CLASSIFIED = {
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""SPDX identifiers by the license classifiers of a wheel, for wheels with exactly one."""
SHORT = re.compile(r"[\w.+-]+")
THIRD_CLAUSE = "Neither the name"
"""How the clause begins that is in BSD-3-Clause but not in BSD-2-Clause."""
CPYTHON = "PSF-2.0"  # Pyodide contains Python, but none of Python's own metadata


def tells(member: str) -> bool:
    """Return whether a member of an archive says what is inside, or under which license."""
    ends = (".map", ".whl", "/pyodide-lock.json", "/pyodide.asm.wasm")
    return member == PACKAGE or ".dist-info/" in member or member.endswith(ends)


def license_of(members: Members) -> str:
    """Return the SPDX license of a package, ignoring case. Raises `Problem` if its metadata has none."""
    if PACKAGE in members:
        return str(json.loads(members[PACKAGE])["license"])
    (metadata,) = (data for name, data in members.items() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
    told = BytesParser().parsebytes(metadata, headersonly=True)
    named = str(told["License-Expression"] or told["License"] or "").strip()
    if told["License-Expression"] or (SHORT.fullmatch(named) and named != "BSD"):
        return named
    texts = [data.decode(errors="replace") for name, data in members.items() if ".dist-info/" in name]
    found = {_classified(str(each), texts) for each in told.get_all("Classifier", ()) if "License ::" in each}
    if not found:
        raise Problem(f"{told['Name']} {told['Version']} does not state its license.")
    return " AND ".join(sorted(found))


def _classified(classifier: str, texts: Iterable[str]) -> str:
    name = classifier.rpartition(" :: ")[2]
    if name == "BSD License":
        return "BSD-3-Clause" if any(THIRD_CLAUSE in text for text in texts) else "BSD-2-Clause"
    if name not in CLASSIFIED:
        raise Problem(
            f"the classifier {classifier!r} names a license that tools/setup/parts.py does not know."
        )
    return CLASSIFIED[name]


def parts_of(members: Members) -> tuple[lock.Part, ...]:
    """Return the packages inside a package: wheels, Python itself, what a bundler joined into its scripts."""
    wheels = tuple(_wheel(Path(name).name, data) for name, data in members.items() if name.endswith(".whl"))
    return wheels or (*_python(members), *_bundled(members))


def _wheel(file: str, data: bytes) -> lock.Part:
    with zipfile.ZipFile(BytesIO(data)) as wheel:
        inside = {name: wheel.read(name) for name in wheel.namelist() if ".dist-info/" in name}
    name, version = file.split("-")[:2]
    return lock.Part("pypi", name.replace("_", "-").lower(), version, license_of(inside), file)


def _python(members: Members) -> tuple[lock.Part, ...]:
    """Return CPython in Pyodide: the lock has its minor version, the WebAssembly its exact one."""
    official, core = (members.get(f"package/{name}") for name in ("pyodide-lock.json", "pyodide.asm.wasm"))
    if not official or not core:
        return ()
    minor = json.loads(official)["info"]["python"].rpartition(".")[0]
    found = set(re.findall(rf"\b{re.escape(minor)}\.\d+".encode(), core))
    if len(found) != 1:
        raise Problem(f"Pyodide should name one version of Python {minor}, not {len(found)}.")
    return (lock.Part("generic", "cpython", found.pop().decode(), CPYTHON, ""),)


def _bundled(members: Members) -> tuple[lock.Part, ...]:
    """Return the packages that source maps name, with the licenses from npm; maps have no versions."""
    package = json.loads(members.get(PACKAGE, b"{}"))
    wanted = {**package.get("dependencies", {}), **package.get("devDependencies", {})}
    maps = [json.loads(data)["sources"] for name, data in members.items() if name.endswith(".map")]
    sources = [source for each in maps for source in each]
    names = {found[1] for source in sources if (found := BUNDLED.search(source))}
    copied = {found[1] for source in sources if (found := COPIED.search(source))}
    names |= {name for name in wanted if _stem(name) in copied}
    if not names:
        return ()
    licenses = _licenses(members[PACKAGE])
    exact = {name: version for name, version in wanted.items() if re.fullmatch(r"[\d.]+", version)}
    return tuple(
        lock.Part("npm", name, exact.get(name, ""), licenses[f"node_modules/{name}"], "")
        for name in sorted(names)
    )


def _stem(package: str) -> str:
    """Return what a copy of a package is called: `xterm_addon-fit` for @xterm/addon-fit."""
    scope, _, name = package.removeprefix("@").rpartition("/")
    return name if scope in ("", name) else f"{scope}_{name}"


def _licenses(package: bytes) -> dict[str, str]:
    """Return the licenses of everything that a package needs, by their paths in npm's tree."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "package.json").write_bytes(package)
        options = "--package-lock-only --ignore-scripts --no-audit --no-fund --silent".split()
        subprocess.run([*npm.client(say), "install", *options], cwd=folder, check=True)
        tree = json.loads(Path(folder, "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return {path: str(entry.get("license", "")) for path, entry in tree.items()}
