"""Modules that no lesson imports: they come when a reader's own code asks, however Python was started."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.browser.conftest import OpenEssay
from tests.support.essay import Essay
from tests.support.faults import PLAIN, faulty
from tests.support.left_out import FIGURE
from tests.support.left_out import USES as LEFT_OUT
from tests.support.often import a_few, thorough
from tests.support.readers_code import run_in_worker, with_readers_code

WAYS = ("snapshot", "packed")
USES = {
    "statistics": "statistics.median([3, 1, 2])",
    "colorsys": "colorsys.rgb_to_hsv(0, 0, 1)[2]",
    "csv": "list(csv.reader(['a,b']))",
    "graphlib": "list(graphlib.TopologicalSorter({1: [2]}).static_order())",
    "xml.etree.ElementTree": "xml.etree.ElementTree.fromstring('<a b=\"c\"/>').attrib",
    "numpy.polynomial": "numpy.polynomial.Polynomial([1, 2])(3).item()",
    "numpy.fft": "numpy.fft.fft([1, 1]).real.tolist()",  # it brings a library of its own
    "matplotlib.pyplot": "matplotlib.pyplot.plot([1, 2])[0].get_xdata().tolist()",
    "unittest": "unittest.TestCase().assertEqual(1, 1)",
    "mpl_toolkits.mplot3d": "mpl_toolkits.mplot3d.Axes3D.__module__",
}
SAID = [
    "2", "1", "[['a', 'b']]", "[2, 1]", "{'b': 'c'}", "7.0", "[2.0, 0.0]", "[0.0, 1.0]",
    "None", "mpl_toolkits.mplot3d.axes3d",
]  # fmt: skip


def archives(essay: Essay) -> list[str]:
    """Which archives of further modules were asked for."""
    return [name for name in ("library", "packages") if any(f"/{name}.bin" in url for url in essay.requests)]


@pytest.fixture(scope="module")
def visits(_shared: OpenEssay, address: str) -> Callable[[str], Essay]:
    """The page after each way of starting, opened once."""
    return cache(lambda way: with_readers_code(_shared, f"{address}?start={way}"))


@thorough
@a_few(1)
@pytest.mark.parametrize("way", WAYS)
def test_what_no_lesson_imports_is_fetched_when_it_is_asked_for_and_works(
    visits: Callable[[str], Essay], way: str
) -> None:
    essay = visits(way)
    assert run_in_worker(essay, "import sys; said = 'pyscript' in sys.modules") == "False"
    assert "ModuleNotFoundError: No module named 'nowhere'" in run_in_worker(essay, "import nowhere")
    here = run_in_worker(
        essay, f"import sys; said = ' '.join(name for name in {[*USES]} if name in sys.modules)"
    )
    assert here.split() == []
    assert archives(essay) == []
    assert run_in_worker(essay, "import pyscript; said = pyscript.RUNNING_IN_WORKER") == "True"
    said = [run_in_worker(essay, f"import {name}; said = {use}") for name, use in USES.items()]
    assert said == SAID
    assert essay.complaints == []


@thorough
@a_few(1)
@pytest.mark.parametrize("way", WAYS)
def test_modules_for_which_stand_ins_were_there_at_the_start_are_the_true_ones_for_a_readers_code(
    visits: Callable[[str], Essay], way: str
) -> None:
    essay = visits(way)
    said = {name: run_in_worker(essay, FIGURE + code) for name, (code, _) in LEFT_OUT.items()}
    assert said == {name: expected for name, (_, expected) in LEFT_OUT.items()}
    assert essay.complaints == []


@thorough
@a_few(1)
@pytest.mark.parametrize("how", ["missing", "corrupt"])
def test_an_archive_that_does_not_come_is_an_error_in_one_sentence_and_asked_for_again(
    open_essay: OpenEssay, site: Path, how: str
) -> None:
    name = next(site.glob("start-*/library.bin")).relative_to(site).as_posix()
    reason = {"missing": "status 404", "corrupt": "these are not the bytes that were built"}[how]
    with faulty(site, PLAIN, **{how: (name,)}) as server:
        essay = with_readers_code(open_essay, f"{server.address}?start=snapshot&embed=1")
        for _ in range(2):
            said = run_in_worker(essay, "import statistics")
            assert (
                said
                == f"ImportError: statistics can't be imported: it is in library.bin, which did not come ({reason})."
            )
        assert server.asked.count(name) == 2


@thorough
def test_without_a_line_the_error_says_so(open_essay: OpenEssay, address: str) -> None:
    essay = with_readers_code(open_essay, f"{address}?start=snapshot&embed=1")
    essay.page.context.set_offline(True)
    said = run_in_worker(essay, "import statistics")
    assert re.search(r"statistics can't be imported: .*\(the line is down\)", said)
    essay.page.context.set_offline(False)
    assert run_in_worker(essay, "import statistics; said = statistics.mean([1, 3])") == "2"


@thorough
@a_few(1)
@pytest.mark.parametrize("way", WAYS)
def test_two_visits_draw_different_lots(
    visits: Callable[[str], Essay], open_essay: OpenEssay, address: str, way: str
) -> None:
    lots = ["import random; said = random.random()", "import numpy; said = numpy.random.random()"]
    two = (visits(way), with_readers_code(open_essay, f"{address}?start={way}&embed=1"))
    drawn = {run_in_worker(essay, lot) for essay in two for lot in lots}
    assert len(drawn) == 4
    assert all(0 < float(number) < 1 for number in drawn)
