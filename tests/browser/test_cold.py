"""Functions of Python's that no visit calls come when a reader's code calls one, and then do what they always did."""

from pathlib import Path

import pytest

from tests.browser.conftest import OpenEssay
from tests.support.essay import Essay
from tests.support.faults import PLAIN, faulty
from tests.support.often import a_few, thorough
from tests.support.readers_code import run_in_worker, with_readers_code

FUNCTIONS = {
    "inspect.cleandoc": ("import inspect; said = inspect.cleandoc('  a\\n    b')", "a\nb"),
    "shlex.split": ("import shlex; said = shlex.split('a \"b c\"')", "['a', 'b c']"),
    "textwrap.shorten": ("import textwrap; said = textwrap.shorten('one two three', 9)", "one [...]"),
    "difflib.get_close_matches": (
        "import difflib; said = difflib.get_close_matches('appel', ['ape', 'apple'])",
        "['apple', 'ape']",
    ),
    "heapq.merge": (
        "import heapq; said = [*heapq.merge([1, 4], [2, 3], key=abs, reverse=False)]",
        "[1, 2, 3, 4]",
    ),
    "random.choices": ("import random; said = random.choices('a', k=3)", "['a', 'a', 'a']"),
    "zipfile.ZipFile": (
        "import io, zipfile; file = io.BytesIO()\nwith zipfile.ZipFile(file, 'w') as archive:\n    archive.writestr('a', 'b')\n"
        "said = zipfile.ZipFile(file).read('a')",
        "b'b'",
    ),
    "numpy.linalg.svd": (
        "import numpy as np; said = np.linalg.svd([[3.0, 0], [0, 4]])[1].tolist()",
        "[4.0, 3.0]",
    ),
    "numpy.piecewise": (
        "import numpy as np; said = np.piecewise(np.arange(4.0), [np.arange(4) > 1], [lambda x: -x, 0]).tolist()",
        "[0.0, 0.0, -2.0, -3.0]",
    ),
    "numpy.ma.masked_array": (
        "import numpy as np; said = np.ma.median(np.ma.array([1, 2, 9], mask=[0, 0, 1]))",
        "1.5",
    ),
    "numpy.loadtxt": (
        "import io, numpy as np; said = np.loadtxt(io.StringIO('1 2\\n3 4')).tolist()",
        "[[1.0, 2.0], [3.0, 4.0]]",
    ),
    "matplotlib's pie": (
        "from matplotlib.figure import Figure; said = len(Figure().add_subplot().pie([1, 2, 3])[0])",
        "3",
    ),
    "matplotlib's histogram": (
        "from matplotlib.figure import Figure; said = Figure().add_subplot().hist([1, 1, 2], bins=2)[0].tolist()",
        "[2.0, 1.0]",
    ),
    "matplotlib's subplots": (
        "from matplotlib.figure import Figure; said = Figure().subplots(2, 3, sharex=True).shape",
        "(2, 3)",
    ),
    "matplotlib's colours": (
        "from matplotlib import colors; import numpy as np; said = colors.rgb_to_hsv(np.array([0, 0, 1.0])).tolist()",
        "[0.6666666666666666, 1.0, 1.0]",
    ),
}
"""What a reader may write, and what it says."""


@pytest.fixture(scope="module", params=["snapshot", "packed"])
def live(_shared: OpenEssay, address: str, request: pytest.FixtureRequest) -> Essay:
    return with_readers_code(_shared, f"{address}?start={request.param}")


def fetched(essay: Essay) -> int:
    """How often the archive of such functions was asked for."""
    return len([url for url in essay.requests if url.endswith("/cold.bin")])


@thorough
@a_few(1)
def test_no_start_fetches_the_archive_and_whoever_calls_such_functions_does_once(live: Essay) -> None:
    assert fetched(live) == 0
    for code, _ in FUNCTIONS.values():
        run_in_worker(live, code)
    assert fetched(live) == 1
    live.lesson("valley").press("step")
    live.lesson("line").press("step10")
    assert fetched(live) == 1
    assert live.complaints == []


@a_few(5)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_that_no_visit_calls_works(live: Essay, name: str) -> None:
    code, expected = FUNCTIONS[name]
    assert run_in_worker(live, code) == expected
    assert run_in_worker(live, code) == expected


@thorough
@a_few(1)
@pytest.mark.parametrize("how", ["missing", "corrupt"])
def test_an_archive_that_does_not_come_is_an_error_in_one_sentence_and_asked_for_again(
    open_essay: OpenEssay, site: Path, how: str
) -> None:
    name = next(site.glob("start-*/cold.bin")).relative_to(site).as_posix()
    reason = {"missing": "status 404", "corrupt": "these are not the bytes that were built"}[how]
    code, expected = FUNCTIONS["shlex.split"]
    with faulty(site, PLAIN, **{how: (name,)}) as server:
        essay = with_readers_code(open_essay, f"{server.address}?start=packed&embed=1")
        for _ in range(2):
            assert run_in_worker(essay, code) == (
                f"ImportError: shlex.split can't be called: it is in cold.bin, which did not come ({reason})."
            )
        assert server.asked.count(name) == 2
        essay.lesson("valley").press("step")
        server.missing = server.corrupt = ()
        assert run_in_worker(essay, code) == expected
        assert server.asked.count(name) == 3
