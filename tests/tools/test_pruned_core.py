"""Pyodide's core without the exports that nobody asks for."""

import re
from pathlib import Path

import pytest

from tools.setup.runtime import Runtime
from tools.startup import pruned_core, slim_core
from tools.startup.pruned_core import prune
from tools.startup.split.leb import vector
from tools.startup.split.module import (
    A_FUNCTION,
    A_GLOBAL,
    A_MEMORY,
    EXPORT,
    IMPORT,
    KINDS,
    Import,
    Module,
    exported,
    written,
)


def core(**exports: int) -> bytes:
    """A module that exports things of these kinds, by name."""
    return written({EXPORT: vector([exported(name, kind, 0) for name, kind in exports.items()])})


def library(*names: str) -> bytes:
    """A module that imports functions."""
    return written({IMPORT: vector([Import("env", name, A_FUNCTION, b"\0").data for name in names])})


def test_what_a_script_names_or_a_library_imports_stays_and_so_does_what_is_no_function_or_address() -> None:
    whole = core(a=A_FUNCTION, b=A_FUNCTION, c=A_FUNCTION, d=A_GLOBAL, e=A_GLOBAL, memory=A_MEMORY)
    found = prune(whole, [b'use(exports["a"], d)'], [library("c"), library("x")])
    assert Module(found).exports == {
        "a": (A_FUNCTION, 0),
        "c": (A_FUNCTION, 0),
        "d": (A_GLOBAL, 0),
        "memory": (A_MEMORY, 0),
    }


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


def test_a_runtime_is_laid_out_without_wheels(laid_out: Path) -> None:
    names = {file.name for file in laid_out.iterdir()}
    assert {"pyodide.mjs", "pyodide-lock.json", "python_stdlib.zip"} < names
    assert not [name for name in names if name.endswith(".whl")]


def test_a_word_of_ours_that_may_name_an_export_is_told(cached: Runtime) -> None:
    asked = pruned_core.asked_by_us(cached.pyodide)
    assert "__stack_low" in asked
    assert "differ" not in asked
