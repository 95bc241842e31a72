"""Stand-ins for modules that the start imports in vain: afterwards they are as good as the true ones."""

import importlib
import json
import os
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest
from matplotlib._fontconfig_pattern import parse_fontconfig_pattern
from matplotlib.widgets import LockDraw

from tests.support.left_out import FIGURE, USES
from tests.support.often import slow
from tests.support.parts import pack_of

PY = Path(__file__).parents[2] / "py"
TRUE = """
LARGE = 7
def double(number): return 2 * number
class Animal:
    legs = 4
    def speak(self): return "woof"
"""
TAKER = """
import zoo.animals
from zoo.animals import Animal, double
legs = lambda: Animal.legs
"""


@pytest.fixture
def stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[types.ModuleType]:
    """The module of stand-ins; beside it a package `zoo`, from which the module `taker` takes things."""
    (tmp_path / "zoo").mkdir()
    (tmp_path / "zoo" / "__init__.py").touch()
    (tmp_path / "zoo" / "animals.py").write_text(TRUE, encoding="utf-8")
    (tmp_path / "taker.py").write_text(TAKER, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend(str(PY))
    yield importlib.import_module("worker.stand_ins")
    for name in ("zoo", "zoo.animals", "taker"):
        sys.modules.pop(name, None)


@pytest.fixture
def taker(stand_ins: types.ModuleType) -> types.ModuleType:
    """A module that was imported while a stand-in was there."""
    with stand_ins.standing_in(["zoo.animals"]):
        return importlib.import_module("taker")


def test_while_it_stands_there_the_true_module_is_not_read_and_afterwards_neither(
    taker: types.ModuleType,
) -> None:
    assert "zoo.animals" not in sys.modules
    assert "LARGE" not in vars(taker.zoo.animals)


def test_what_was_taken_from_it_is_the_true_thing_when_it_is_used(taker: types.ModuleType) -> None:
    assert taker.double(4) == 8
    assert "zoo.animals" in sys.modules
    assert taker.legs() == 4
    assert taker.zoo.animals.LARGE == 7


def test_a_class_that_was_taken_makes_true_things_and_knows_them(taker: types.ModuleType) -> None:
    assert not isinstance(3, taker.Animal)
    assert "zoo.animals" not in sys.modules  # of a class that is not here there is no instance
    dog = taker.Animal()
    assert (dog.speak(), type(dog).__module__) == ("woof", "zoo.animals")
    assert isinstance(dog, taker.Animal)
    assert issubclass(type(dog), taker.Animal)


def test_a_module_that_can_not_be_had_is_an_error_that_names_it(stand_ins: types.ModuleType) -> None:
    with stand_ins.standing_in(["nowhere"]):
        nowhere = importlib.import_module("nowhere")
    with pytest.raises(ModuleNotFoundError, match="No module named 'nowhere'"):
        nowhere.thing  # noqa: B018


def test_what_is_known_without_a_module_is_what_the_module_says(stand_ins: types.ModuleType) -> None:
    stand_in_names = importlib.import_module("worker.stand_in_names")
    parse = stand_in_names.parse_fontconfig_pattern
    for pattern in (
        "sans",
        "sans:bold",
        "sans:italic",
        "sans:italic:bold",
        "monospace",
        "DejaVu Sans-12:black",
    ):
        assert parse(pattern) == parse_fontconfig_pattern(pattern)
    for lock in (LockDraw(), stand_in_names.Lock()):
        lock("me")
        assert (lock.available("me"), lock.available("you"), lock.isowner("me"), lock.locked()) == (
            1,
            0,
            1,
            1,
        )
        with pytest.raises(ValueError, match="already locked"):
            lock("you")
        lock.release("me")
        assert not lock.locked()
    for name, value in stand_ins.known.items():
        if isinstance(value, (str, int)) and not name.endswith("__version__"):
            module, _, last = name.removesuffix(".name").rpartition(".")
            true = getattr(stand_ins.true(module), last)
            assert (true.name if name.endswith(".name") else true) == value


START = """
import sys
from worker.stand_in_names import MODULES
from worker.stand_ins import standing_in
with standing_in(MODULES):
    from worker.late_colours import postpone
    postpone()
    import matplotlib.axes, matplotlib.backends.backend_agg, matplotlib.figure
print(sorted(name for name in MODULES if name in sys.modules))
uses = json.loads(sys.stdin.read())
for use in uses:
    said = None
    exec(use)
    print(said)
"""


@slow
def test_what_a_readers_own_code_does_with_modules_that_were_left_out_comes_out_the_same() -> None:
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-OO",
        "-c",
        "import json" + START.replace("uses =", FIGURE + "uses ="),
    ]
    told = json.dumps([code for code, _ in USES.values()])
    settings = {**os.environ, "PYTHONPATH": str(PY), "MPLBACKEND": "agg"}
    done = subprocess.run(command, input=told, env=settings, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["[]", *(said for _, said in USES.values())]


def test_every_module_that_is_left_out_is_used_by_a_test() -> None:
    modules = importlib.import_module("worker.stand_in_names").MODULES
    others = {"PIL.Image", "PIL.PngImagePlugin", "mpl_toolkits"}
    of_dates = {"dateutil", "dateutil.parser", "dateutil.relativedelta"}
    docstrings = {"numpy._core._add_newdocs", "numpy._core._add_newdocs_scalars"}
    assert {*modules} - {*USES} == others | of_dates | docstrings


@pytest.mark.usefixtures("stand_ins")
def test_no_start_brings_a_module_for_which_a_stand_in_is_there(built_page: Path) -> None:
    modules = importlib.import_module("worker.stand_in_names").MODULES
    paths = {path.removesuffix(".pyc").removesuffix("/__init__") for path in pack_of(built_page)}
    home = ("/lib/python3.14/", "/lib/python3.14/site-packages/")
    assert [name for name in modules for each in home if each + name.replace(".", "/") in paths] == []
