"""The guard: code that looks for a way out gets nothing, and honest code is left alone."""

import builtins
import subprocess
import sys
from types import CodeType, FrameType, ModuleType, TracebackType
from typing import Any

import numpy as np
import pytest

from downhill.source.running import CodeMistake, ReaderCode, told
from downhill.source.running.own_modules import own_modules
from tests.source.hostile import HOSTILE
from tests.source.running import run

INNER = (CodeType, FrameType, TracebackType)
DOORS = [
    builtins.open,
    builtins.eval,
    builtins.exec,
    builtins.compile,
    builtins.__import__,
    type,
    vars,
    globals,
]
EVENTS = ("os.", "subprocess.", "socket.", "ctypes.", "shutil.", "urllib.", "code.__new__", "sys._getframe")
HONEST = [
    "nothing = ()\npair = (0, 5)\na, b = 0,5\ndef loss(x):\n    return x + len(nothing)",
    "import math\ndef loss(x):\n    return math.sqrt(x * x)",
    "import numpy as np\ndef loss(x):\n    return np.linalg.norm(np.array([x, 0.0]))",
    "from numpy.linalg import norm\ndef loss(x):\n    return norm([x])",
    "import numpy\nimport numpy.linalg\ndef loss(x):\n    return numpy.linalg.norm([x])",
    "from math import *\ndef loss(x):\n    return sqrt(x * x) + pi - pi",
    "import random\nrandom.seed(3)\ndef loss(x):\n    return x + 0 * random.random() * np.random.normal()",
    "from collections import Counter, namedtuple\nP = namedtuple('P', 'a b')\n"
    "def loss(x):\n    return P(x, 1)._replace(b=2).a * Counter('a')['a']",
    "from dataclasses import dataclass, field\n@dataclass(frozen=True)\nclass P:\n    a: float = 0.0\n"
    "    b: list[float] = field(default_factory=list)\ndef loss(x):\n    return P(x).a",
    "class Model:\n    def __init__(self, w):\n        self.w = w\n        self.__secret = w\n    @property\n"
    "    def value(self):\n        return self.__secret\n    def __call__(self):\n        return self.value\n"
    "def loss(x):\n    m = Model(x)\n    m.w += 1\n    return m() + m.w - m.w",
    "class A:\n    def __init__(self):\n        self.x = 1\nclass B(A):\n    def __init__(self):\n"
    "        super().__init__()\n        self.y = 1\ndef loss(x):\n    return x * B().x * B().y",
    "import functools\ndef twice(f):\n    @functools.wraps(f)\n    def g(*a):\n        return f(*a)\n"
    "    return g\n"
    "@twice\ndef loss(x):\n    'what it does'\n    return x if loss.__name__ == 'loss' else 0",
    "def loss(x):\n    loss.calls = 1\n    return x * loss.calls",
    "def loss(x):\n    return float('{:.3f} {a[0]}'.format(x, a=[1]).split()[0])",
    "def loss(x):\n    return float(f'{x:.3f}')",
    "def loss(x):\n    return x if type(x) is float and isinstance(np.zeros(1), np.ndarray) else 0",
    "def loss(x):\n    return x if type(np.zeros(1)) == np.ndarray else 0",
    "def loss(x):\n    data = np.arange(3.0)\n    data.shape = (3, 1)\n"
    "    return x + 0 * data.mean() * np.median(data)",
    "def loss(x):\n    match x:\n        case float():\n            return x\n        case [a, *b]:\n"
    "            return 0",
    "def loss(x):\n    try:\n        return x / 0\n    except ZeroDivisionError:\n        return x",
    "def loss(x):\n    return getattr(x, 'real') if hasattr(x, 'real') else 0",
    "if __name__ == '__main__':\n    print('never')\nloss = lambda x: sum(x for _ in range(1))",
    "def loss(x: np.ndarray) -> float:\n    x: float = x\n    return sorted([x, 9], key=lambda y: y)[0]",
    "from itertools import pairwise\ndef loss(x):\n    return sum(b - a for a, b in pairwise([0, x]))",
    "import statistics\ndef loss(x):\n    return statistics.mean([x, x])",
    "def loss(x):\n    with np.errstate(divide='ignore'):\n        return np.where(x > 0, x, 0)",
    "def loss(x):\n"
    "    return np.einsum('i,i', [x, 0.0], [1.0, 1.0]) + 0 * np.polyfit([0, 1, 2], [0, 1, 2], 1)[0]",
]
watched: list[str] = []
watching = False


def watch(event: str, values: tuple[Any, ...]) -> None:
    if watching and (event.startswith(EVENTS) or (event == "open" and "canary" in str(values[0]))):
        watched.append(event)


sys.addaudithook(watch)
own_modules("statistics random")  # numpy brings in some of its parts only now, and looks for their files


def is_loot(value: Any) -> bool:
    """Whether something leads out of a reader's code."""
    if isinstance(value, list | tuple):
        return any(map(is_loot, value))
    if isinstance(value, dict):
        return "__builtins__" in value or any(map(is_loot, value.values()))
    real = isinstance(value, ModuleType) and any(value is module for module in sys.modules.values())
    return (
        real
        or isinstance(value, INNER)
        or any(value is door for door in DOORS)
        or (isinstance(value, str) and " at 0x" in value)
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_for_a_way_out_gets_nothing(text: str) -> None:
    global watching
    kept: list[Any] = []
    watched.clear()
    watching = True
    try:
        with pytest.raises(CodeMistake) as caught:
            ReaderCode(f"{text}\n", {"loss": ("x",)}, {"np": np, "keep": kept.append})
    finally:
        watching = False
    assert told(caught.value)
    assert not any(map(is_loot, kept)), kept
    assert watched == []


def test_there_are_many_ways_that_are_tried() -> None:
    assert len(set(HOSTILE)) >= 90


@pytest.mark.parametrize("text", HONEST)
def test_honest_code_is_left_alone(text: str) -> None:
    assert run(text) == pytest.approx(2.0)


def test_what_is_handed_out_holds_no_real_module_and_nothing_with_an_underscore() -> None:
    made = own_modules("statistics random")
    for name, module in made.items():
        for member, value in vars(module).items():
            if member.startswith("_"):
                assert member in ("__name__", "__doc__", "__package__", "__loader__", "__spec__")
            elif isinstance(value, ModuleType):
                assert value is made[f"{name}.{member}"]


def test_what_a_code_does_to_its_modules_stays_with_it() -> None:
    run("import random\nrandom.seed(1)\nnp.random.seed(1)\ndef loss(x):\n    return x")
    first, second = (
        run("import random\ndef loss(x):\n    return random.random() + np.random.rand()") for _ in "ab"
    )
    assert first == second


def test_numpy_works_inside_of_a_code_that_is_the_first_to_use_it() -> None:
    text = (
        "import numpy as np\na = np.array([1.0, 2.0])\n"
        "def loss(x):\n"
        "    print(a, a.mean(), a.std(), np.linalg.solve(np.eye(2), a), a.astype(str), a.max())\n"
        "    return float(np.median(a) + np.random.default_rng(1).normal() * 0)"
    )
    program = (
        "from downhill.source.running import ReaderCode\n"
        f"code = ReaderCode({text!r}, {{'loss': ('x',)}})\nprint(code.functions['loss'](1.0))"
    )
    path = {"PYTHONPATH": "py"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=path, check=False
    )
    assert (done.stdout, done.stderr) == ("1.5\n", "")
