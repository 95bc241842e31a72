"""What the lock writes down of licences and of what lies inside packages."""

import io
import json
import zipfile

import pytest

from tools.common.console import Problem
from tools.setup import parts
from tools.setup.lock import Part

THREE = b"Neither the name of the authors nor the names of its contributors may be used"


def metadata(*lines: str) -> bytes:
    return "\n".join(["Metadata-Version: 2.4", "Name: it", "Version: 1", *lines, "", "All of it."]).encode()


def classified(*names: str) -> bytes:
    return metadata(*(f"Classifier: License :: OSI Approved :: {name}" for name in names))


@pytest.mark.parametrize(
    ("told", "text", "licence"),
    [
        (metadata("License-Expression: MIT AND Zlib", "License: BSD"), b"", "MIT AND Zlib"),
        (metadata("License: MIT"), b"", "MIT"),
        (classified("MIT License"), b"", "MIT"),
        (classified("BSD License"), THREE, "BSD-3-Clause"),
        (classified("BSD License"), b"", "BSD-2-Clause"),
        (classified("BSD License", "Apache Software License"), THREE, "Apache-2.0 AND BSD-3-Clause"),
    ],
)
def test_a_wheels_licence_is_read_from_its_metadata(told: bytes, text: bytes, licence: str) -> None:
    members = {"it-1.dist-info/METADATA": told, "it-1.dist-info/licenses/LICENSE": text}
    assert parts.license_of(members) == licence


@pytest.mark.parametrize("told", [metadata(), classified("A licence of our own")])
def test_a_wheel_that_names_no_known_licence_is_refused(told: bytes) -> None:
    with pytest.raises(Problem, match="license"):
        parts.license_of({"it-1.dist-info/METADATA": told})


def test_an_npm_packages_licence_is_read_from_its_package_json() -> None:
    assert parts.license_of({parts.PACKAGE: b'{"license": "MIT"}'}) == "MIT"


def test_wheels_in_a_carrier_are_parts_with_licences_of_their_own() -> None:
    wheel = io.BytesIO()
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("a_b-2.0.dist-info/METADATA", metadata("License: MIT"))
    members = {"carrier/a_b-2.0-py3-none-any.whl": wheel.getvalue()}
    assert parts.parts_of(members) == (Part("pypi", "a-b", "2.0", "MIT", "a_b-2.0-py3-none-any.whl"),)


def test_pythons_version_is_the_one_in_the_webassembly() -> None:
    official = json.dumps({"info": {"python": "3.14.0"}}).encode()
    members = {
        "package/pyodide-lock.json": official,
        "package/pyodide.asm.wasm": b"\0003.14.2\0003.14.2 (main)\0",
    }
    assert parts.parts_of(members) == (Part("generic", "cpython", "3.14.2", "PSF-2.0", ""),)
    with pytest.raises(Problem, match=r"one version of Python 3\.14, not 2"):
        parts.parts_of({**members, "package/pyodide.asm.wasm": b"3.14.2 3.14.3"})


def test_what_a_bundler_has_joined_is_told_by_maps_and_its_licence_by_npm(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    package = {"devDependencies": {"@xterm/xterm": "5.5.0", "@xterm/addon-fit": "^0.11", "eslint": "^10"}}
    sources = ["../node_modules/a/node_modules/@b/c/d.js", "../src/3rd-party/xterm.js", "../src/core.js"]
    licences = {"node_modules/@b/c": "ISC", "node_modules/@xterm/xterm": "MIT"}
    monkeypatch.setattr(parts, "_licenses", lambda _: licences)
    members = {
        parts.PACKAGE: json.dumps(package).encode(),
        "package/dist/a.js.map": json.dumps({"sources": sources}).encode(),
    }
    assert parts.parts_of(members) == (
        Part("npm", "@b/c", "", "ISC", ""),
        Part("npm", "@xterm/xterm", "5.5.0", "MIT", ""),
    )
