"""Functions that are cut out of the pack: stubs do what the true ones do, in the Python of the browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.kinds_of_functions import SOURCE
from tests.support.node import Python, started
from tools.common import paths
from tools.setup.runtime import Runtime
from tools.startup import cold, snapshot

INSIDE = Path(cold.__file__).parent / "inside"
STEPS = (snapshot.HERE / "container.py", INSIDE / "stub.py", INSIDE / "cut.py")
WORKER = paths.ROOT / "py" / "worker"
SOURCES = {
    **{f"/py/worker/{file.name}": file.read_text(encoding="utf-8") for file in WORKER.glob("*.py")},
    "/py/worker/archives.json": "{}",
    "/steps.py": "\n".join(file.read_text(encoding="utf-8") for file in STEPS),
    "/kinds.py": SOURCE,
}
BEGIN = """
import builtins, json, marshal, sys
sys.path.insert(0, "/py")
from worker.archives import files_of
from worker.cold import Cold
exec(compile(open("/steps.py").read().replace("from __future__ import annotations", ""), "steps", "exec"))
LEAST = 0
asked = []

def module(source=open("/kinds.py").read(), file="/lib/kinds.py"):
    return compile(source, file, "exec", optimize=2)

def cut(whole, *hot):
    cutter = Cutter(whole, {key(each) for each in every(whole) if each.co_name in hot})
    code = marshal.loads(marshal.dumps(cutter.cut(whole)))
    def codes_of(file, name):
        asked.append(f"{name} in {file}")
        return marshal.loads(marshal.dumps(cutter.cold))
    builtins.__cold__ = Cold(codes_of)
    return code, cutter.cold

def executed(code):
    names = {"__name__": "kinds"}
    exec(code, names)
    return names

def names_of(codes):
    return [each.co_qualname for each in codes]
"""


@pytest.fixture(scope="module")
def python(cached: Runtime) -> Iterator[Python]:
    """A Python of the browser that has what cuts functions out, and nothing else of the page."""
    with started(cached.pyodide, SOURCES) as python:
        yield python


def said(python: Python, code: str) -> Any:
    """What the last expression of the code comes to, after `BEGIN`."""
    lines = code.strip().split("\n")
    return python.run("\n".join([BEGIN, *lines[:-1], f"result = {lines[-1]}", "json.dumps(result)"]))


@pytest.mark.parametrize(
    "hot",
    [(), ("outcomes", "attempt", "<lambda>"), ("counter", "puppies", "logged", "changes_its_own", "greeted")],
    ids=lambda hot: " ".join(hot) or "nothing ran",
)
def test_a_stub_of_every_kind_of_function_does_what_the_function_does(
    python: Python, hot: tuple[str, ...]
) -> None:
    code = f"""
whole = module()
code, gone = cut(whole, *{hot!r})
executed(whole)["outcomes"](), executed(code)["outcomes"](), names_of(gone), asked"""
    before, after, gone, asked = said(python, code)
    assert len(before) > 50
    assert after == before
    assert {"plain", "every_kind", "generator", "own_names", "Dog.greet", "Dog.age", "within"} <= {*gone}
    assert ("counter.<locals>.more" in gone) == ("counter" in hot)
    assert len(asked) == 1


LEFT_WHOLE = {
    "a coroutine": "async def f(x):\n    return x",
    "an asynchronous generator": "async def f(x):\n    yield x",
    "an expression that generates": "f = (x for x in range(3))",
    "the body of a class": "class f:\n    x = 1",
    "a function that looks at frames": "import sys\ndef f():\n    return sys._getframe(1)",
    "a function that warns": "from warnings import warn\ndef f():\n    warn('so', stacklevel=2)",
    "a module's own attributes": "def __getattr__(name):\n    raise AttributeError(name)",
    "what an object does at its end": "class F:\n    def __del__(self):\n        self.x = 1",
    "annotations": "class F:\n    x: int",
    "two of the same name in a line": "f = [lambda x: x, lambda x: x + 1]",
    "too many parameters": f"def f({', '.join(f'a{n}' for n in range(257))}):\n    return a1",
}


def test_what_is_odd_is_left_whole(python: Python) -> None:
    found = said(python, f"[names_of(cut(module(source))[1]) for source in {[*LEFT_WHOLE.values()]!r}]")
    assert dict(zip(LEFT_WHOLE, found, strict=True)) == {name: [] for name in LEFT_WHOLE}
