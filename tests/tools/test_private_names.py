"""What the snapshot rests on though nobody promises it, looked for in the runtime that the lock pins."""

import json
import re

import pytest

from tools.common import paths
from tools.setup.runtime import Runtime
from tools.startup import private_names

SNAPSHOT = paths.ROOT / "tools" / "startup" / "snapshot"
USERS = [SNAPSHOT / name for name in ("take.mjs", "memory.mjs", "files.mjs")] + [
    paths.ROOT / "web" / "boot" / name
    for name in ("worker/restore.js", "worker/packed.js", "shared/constants.js", "shared/library.js")
]
NAMES = (*private_names.OPTIONS, *private_names.OF_PYODIDE, *private_names.OF_EMSCRIPTEN)


def words(text: str) -> set[str]:
    """All names in a program."""
    return set(re.findall(r"\w+", text))


def test_the_list_was_read_against_the_version_of_the_lock() -> None:
    lock = json.loads(paths.LOCK.read_text(encoding="utf-8"))
    (version,) = {source["version"] for source in lock["sources"] if source["package"] == "pyodide"}
    assert version == private_names.SEEN_IN


@pytest.mark.parametrize("name", NAMES)
def test_every_private_name_is_in_the_runtime_and_used(cached: Runtime, name: str) -> None:
    runtime = [cached.pyodide / file for file in ("pyodide.mjs", "pyodide.asm.mjs")]
    assert any(name in words(file.read_text(encoding="utf-8")) for file in runtime)
    assert any(name in words(file.read_text(encoding="utf-8")) for file in USERS)


def test_offsets_and_the_header_are_those_that_the_snapshot_is_taken_with() -> None:
    take = (SNAPSHOT / "take.mjs").read_text(encoding="utf-8")
    assert f"const HEADER = {private_names.HEADER};" in take
    names, offsets = ", ".join(private_names.LIBRARY), ", ".join(map(str, private_names.LIBRARY.values()))
    assert f"const [{names}] = [{offsets}]" in take
