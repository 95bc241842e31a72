"""Plain code, which leaves nothing behind, told from all other code; and what honest code may do."""

import math
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from downhill.lessons import all_lessons, all_models
from downhill.source.running import CodeMistake, ReaderCode
from downhill.source.running.plain import ATTRIBUTES, BUILTINS, is_plain
from tests.source.running import mistake_of, run
from tools.pages import shown_python

PLAIN = [
    "def loss(x):\n    return x",
    "nothing = ()\na, b = 0,5\ndef loss(x):\n    return x + len(nothing)",
    "import math\ndef loss(x):\n    return math.sqrt(x * x) + math.comb(3, 1)",
    "from math import sqrt, pi\ndef loss(x):\n    return sqrt(x * x) + pi - pi",
    "import numpy\nimport numpy.linalg\ndef loss(x):\n    return numpy.linalg.norm([x])",
    "import numpy as np\ndef loss(x):\n    return np.where(x > 0, x, 0)",
    "def loss(x):\n    data = np.arange(3.0)\n    data[1] = x\n    return data.sum() + np.median(data)",
    "def loss(x):\n    total = 0\n    for each in [1, 2]:\n        total += each * x\n    return total",
    "def loss(x):\n    while x > 10:\n        x -= 1\n        if x == 3:\n            break\n    return x",
    "def loss(x):\n    found = []\n    found.append(x)\n    return sum(found) / len(found)",
    "def loss(x):\n    return sum(y * y for y in [x]) + max([z for z in (x, 1)])",
    "loss = lambda x: sorted([x, 9], key=lambda y: -y)[0]",
    "def loss(x: float, *more, times=2, **named) -> float:\n    return x * times",
    "def loss(x):\n    print(f'{x:.3f}', x)\n    return float(f'{x:.3f}')",
    "def loss(x):\n    counts = {'a': 1}\n    counts['a'] += 1\n    return x * counts.get('a', 0)",
    "def loss(x):\n    grid = [[0] * 2 for _ in 'ab']\n    grid[1][1] = x\n    return np.array(grid).T.sum()",
    "def loss(x):\n    assert x > 0, 'so'\n    return -x if (y := x) else not y",
    "def outer(x):\n    def inner(y):\n        return y @ y\n    return inner(np.ones(2))\nloss = outer",
    "def backward(net, slopes):\n    slopes.bias[:] = 0\n    return net.outer @ slopes.bias",
    "def loss(x):\n    return np.einsum('i,i', [x, 0.0], [1.0, 1.0]) + np.linalg.inv(np.eye(2))[0, 0]",
    "def loss(x):\n    return isinstance(x, float) and np.abs(x) + np.pi",
    "def loss(x):\n    text = 'a b'.split()\n    text.sort()\n    return len(' '.join(text))",
]
FIELD = "import dataclasses as d\nclass F(d.Field):\n    @property\n    def name(self):\n        return 'x'"
CACHED = (
    "import functools\nclass C(functools.cached_property):\n    pass\n"
    "class A:\n    x = C(lambda self: {'data': 64})\nA.__dict__['x'].attrname = '__array_' + 'interface__'"
)
OPTIONS = (
    "def lasting():\n    with np.printoptions(override_repr=lambda a: 'mine'):\n        yield\n"
    "kept = lasting()\nnext(kept)"
)
NOT_PLAIN = [
    FIELD,
    CACHED,
    "np.finfo._finfo_cache.clear()",
    "np.finfo(float)",
    OPTIONS,
    "np.set_printoptions(precision=1)",
    "np.random.seed(1)",
    "import random",
    "import js",
    "from js import document",
    "import matplotlib",
    "import downhill.text.format",
    "from numpy import *",
    "from numpy import finfo",
    "from math import __loader__",
    "from . import x",
    "import math\nmath.pi = 3",
    "np.pi += 1",
    "[np.pi for np.pi in [3]]",
    "for np.pi in [3]:\n    pass",
    "del np.sum",
    "x = [1]\ndel x[0]",
    "def loss(x):\n    loss.calls = 1\n    return x",
    "class A:\n    pass",
    "@print\ndef loss(x):\n    return x",
    "with np.errstate(all='raise'):\n    pass",
    "def f():\n    yield 1",
    "f = lambda: (yield)",
    "async def f():\n    pass",
    "x = 1\ndef f():\n    global x\n    x = 2",
    "def f():\n    x = 1\n    def g():\n        nonlocal x\n    return g",
    "try:\n    1 / 0\nexcept ZeroDivisionError:\n    pass",
    "match 3:\n    case int():\n        pass",
    "raise KeyboardInterrupt",
    "x = ().__class__",
    "x = (lambda: 0).__globals__",
    "x = __builtins__",
    "__builtins__ = {}",
    "import math as __builtins__",
    "def f(__builtins__):\n    pass",
    "x = getattr(np, 'finfo')",
    "def f():\n    getattr = 1\nx = getattr(np, 'finfo')",
    "f = list(map(setattr, [np], ['pi'], [3]))",
    "x = eval('1')",
    "x = open('a.txt', 'w')",
    "x = '{0.__globals__}'.format(print)",
    "x = np.ndarray((1,), object, bytes(8))",
    "x = np.zeros(3).view('O')",
    "x = np.zeros(3).data",
    "x = np.lib.stride_tricks.as_strided",
    "x = vars(np)",
    "x = type(3)",
]
HONEST = [
    *PLAIN[:18],
    "import random\nrandom.seed(3)\ndef loss(x):\n    return x + 0 * random.random() * np.random.normal()",
    "from collections import Counter, namedtuple\nP = namedtuple('P', 'a b')\n"
    "def loss(x):\n    return P(x, 1)._replace(b=2).a * Counter('a')['a']",
    "from dataclasses import dataclass, field\n@dataclass(frozen=True)\nclass P:\n    a: float = 0.0\n"
    "    b: list[float] = field(default_factory=list)\ndef loss(x):\n    return P(x).a",
    "class Model:\n    def __init__(self, w):\n        self.w = w\n    @property\n    def value(self):\n"
    "        return self.w\n"
    "    def __call__(self):\n        return self.value\ndef loss(x):\n    return Model(x)()",
    "class A:\n    def __init__(self):\n        self.x = 1\nclass B(A):\n    def __init__(self):\n"
    "        super().__init__()\n        self.y = 1\ndef loss(x):\n    return x * B().x * B().y",
    "import functools\ndef twice(f):\n    @functools.wraps(f)\n    def g(*a):\n        return f(*a)\n"
    "    return g\n@twice\ndef loss(x):\n    return x if loss.__name__ == 'loss' else 0",
    "def loss(x):\n    return float('{:.3f} {a[0]}'.format(x, a=[1]).split()[0])",
    "def loss(x):\n    return x if type(np.zeros(1)) is np.ndarray else 0",
    "def loss(x):\n    match x:\n        case float():\n            return x\n        case [a, *b]:\n"
    "            return 0",
    "def loss(x):\n    try:\n        return x / 0\n    except ZeroDivisionError:\n        return x",
    "def loss(x):\n    return getattr(x, 'real') if hasattr(x, 'real') else 0",
    "if __name__ == '__main__':\n    print('never')\nloss = lambda x: sum(x for _ in range(1))",
    "from itertools import pairwise\ndef loss(x):\n    return sum(b - a for a, b in pairwise([0, x]))",
    "import statistics\ndef loss(x):\n    return statistics.mean([x, x])",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_code_is_known_as_such(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_what_may_leave_something_behind_is_not_plain(text: str) -> None:
    assert not is_plain(text)
    assert not is_plain(f"{PLAIN[1]}\ndef more(x):\n    y = x\n    " + text.replace("\n", "\n    "))


@pytest.mark.parametrize("lesson", [*all_lessons(), *all_models()], ids=lambda lesson: lesson.id)
def test_what_the_page_shows_of_its_own_is_plain(lesson: object) -> None:
    for function in shown_python.of_lesson(lesson):  # type: ignore[arg-type]
        assert is_plain(function.text), function.name


def test_what_does_not_run_is_plain() -> None:
    assert all(map(is_plain, ("def loss(", "x = '\0'", "(" * 500)))


def test_no_name_that_is_plain_leads_to_a_module_a_class_or_a_table() -> None:
    known = (np.linalg, np.float64, np.int64)
    owners: list[Any] = [
        np,
        math,
        np.linalg,
        np.zeros(2),
        np.float64(1),
        [],
        {},
        set(),
        "",
        1.5,
        len,
        is_plain,
    ]
    for owner in owners:
        for name in ATTRIBUTES:
            found = getattr(owner, name, None)
            assert not isinstance(found, ModuleType | type | dict | memoryview) or found in known, name
    assert "getattr" not in BUILTINS


@pytest.mark.parametrize("text", HONEST)
def test_honest_code_runs(text: str) -> None:
    assert np.isfinite(run(text, 2.0))


def test_chance_is_the_same_in_every_run() -> None:
    text = "import random\ndraw = random.random() + np.random.rand()\ndef loss(x):\n    return draw"
    assert run(text) == run(text)


def test_a_byte_order_mark_at_the_beginning_is_left_out() -> None:
    assert run("\ufeffdef loss(x):\n    return x") == 2.0
    assert mistake_of("def loss(x):\n    return x + \ufeff1").key == "sign_unknown"


def test_python_is_what_it_was_after_plain_code() -> None:
    def state() -> tuple[object, ...]:
        return dict(vars(np)), dict(vars(math)), np.get_printoptions(), np.geterr(), str(np.linspace(0, 1, 3))

    before = state()
    for text in PLAIN:
        if "backward" not in text:
            run(text)
    assert state() == before


def test_a_code_that_catches_what_the_page_raises_is_told_all_the_same() -> None:
    text = "try:\n    input()\nexcept Exception as error:\n    error.key = 3\n    raise"
    with pytest.raises(CodeMistake, match="other"):
        ReaderCode(text, {"loss": ("x",)})
