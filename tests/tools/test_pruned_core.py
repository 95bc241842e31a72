"""Pyodide's core without the exports that nobody asks for."""

import re
from pathlib import Path

import pytest

from tools.setup.runtime import Runtime
from tools.startup import pruned_core, slim_core
from tools.startup.split.module import (
    KINDS,
    Module,
)


@pytest.fixture(scope="module")
def laid_out(cached: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The true runtime, with a pruned core."""
    folder = tmp_path_factory.mktemp("runtime") / "home"
    pruned_core.lay_out(cached.pyodide, folder)
    return folder


def test_of_the_true_core_all_that_its_script_reads_stays(cached: Runtime, laid_out: Path) -> None:
    whole, pruned = (Module((home / pruned_core.FILE).read_bytes()) for home in (cached.pyodide, laid_out))
    script = (laid_out / slim_core.SCRIPT).read_text(encoding="utf-8")
    read = set(re.findall(r'wasmExports(?:\.|\[")(\w+)', script)) & whole.exports.keys()
    assert len(read) > 100
    assert "__wasm_call_ctors" in read
    assert read <= pruned.exports.keys()
    assert len(pruned.exports) < len(whole.exports) / 4
    assert pruned.bodies == whole.bodies
    assert {kind for kind, _ in pruned.exports.values()} == set(KINDS)


def test_of_the_true_core_all_that_libraries_import_stays(cached: Runtime, laid_out: Path) -> None:
    whole, pruned = (Module((home / pruned_core.FILE).read_bytes()) for home in (cached.pyodide, laid_out))
    libraries = [Module(data) for data in slim_core.libraries(cached.pyodide)]
    imported = {each.name for library in libraries for each in library.imports} & whole.exports.keys()
    assert len(libraries) > 20
    assert imported <= pruned.exports.keys()
