"""Pyodide's own script without what nobody asks it for."""

import re
from pathlib import Path

import pytest

from tests.support.makers import HEAP, core_script, wheel
from tools.common.console import Problem
from tools.setup.runtime import Runtime
from tools.startup import slim_core
from tools.startup.slim_core import slim

SET = re.compile(r'([\w$]+)=Module\["')


def test_a_script_of_another_kind_is_told() -> None:
    with pytest.raises(Problem, match=r"^pyodide\.asm\.mjs does not export as Pyodide "):
        slim("export default 1;")


def test_the_script_of_the_true_runtime_has_every_variable_that_it_uses(cached: Runtime) -> None:
    whole = (cached.pyodide / slim_core.SCRIPT).read_text(encoding="utf-8")
    script = slim_core.of_runtime(cached.pyodide)
    assert len(script) < 0.7 * len(whole)
    dropped = {*SET.findall(whole)} - {*SET.findall(script)}
    assert dropped.isdisjoint(re.findall(r'(?<!["\w$])[\w$]+(?!["\w$])', script))
    assert {"_malloc", "_free", "_sbrk", "_emscripten_stack_get_base", "wasmTable"} <= {*SET.findall(script)}


def test_what_the_libraries_of_the_wheels_mention_stays(tmp_path: Path) -> None:
    (tmp_path / slim_core.SCRIPT).write_text(core_script(), encoding="utf-8")
    (tmp_path / "pyodide.mjs").write_text("", encoding="utf-8")
    wheel(tmp_path / "a-1-any.whl", {"a/fast.so": b"\0asm _x8 \0", "a/fast.py": b"_x9"})
    assert SET.findall(slim_core.of_runtime(tmp_path)) == ["_x8"]


def test_the_memory_of_python_has_a_bound_that_a_small_device_can_bear() -> None:
    assert slim_core.bounded(f"a;{HEAP}b") == "a;getHeapMax=()=>1073741824;b"
    with pytest.raises(Problem, match="does not say how large its memory may grow"):
        slim_core.bounded("a;b")
