"""What no start fetches: functions of Python's that no visit calls, and modules that no lesson imports.

They come when a reader's code asks, however Python was started, and then do what they always did.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Error, expect

from downhill.lessons import all_lessons
from tests.browser.conftest import OpenEssay
from tests.browser.test_awake import asked, memory, visit_again, wait_until_kept
from tests.support.essay import Essay
from tests.support.faults import PLAIN, faulty, path_of
from tests.support.left_out import FIGURE
from tests.support.left_out import USES as LEFT_OUT
from tests.support.often import a_few, thorough
from tests.support.readers_code import run_in_worker, with_readers_code

FUNCTIONS = {
    "shlex.split": ("import shlex; said = shlex.split('a \"b c\"')", "['a', 'b c']"),
    "zipfile.ZipFile": (
        "import io, zipfile; file = io.BytesIO()\nwith zipfile.ZipFile(file, 'w') as archive:\n    archive.writestr('a', 'b')\n"
        "said = zipfile.ZipFile(file).read('a')",
        "b'b'",
    ),
    "numpy.piecewise": (
        "import numpy as np; said = np.piecewise(np.arange(4.0), [np.arange(4) > 1], [lambda x: -x, 0]).tolist()",
        "[0.0, 0.0, -2.0, -3.0]",
    ),
    "numpy.ma.masked_array": (
        "import numpy as np; said = np.ma.median(np.ma.array([1, 2, 9], mask=[0, 0, 1]))",
        "1.5",
    ),
    "matplotlib's histogram": (
        "from matplotlib.figure import Figure; said = Figure().add_subplot().hist([1, 1, 2], bins=2)[0].tolist()",
        "[2.0, 1.0]",
    ),
}
"""What a reader may write that calls a function of the archive, and what it says."""
FEATURES = {
    "singular values": (
        "import numpy as np; said = np.linalg.svd([[3.0, 0.0], [0.0, 4.0]])[1].tolist()",
        "[4.0, 3.0]",
    ),
    "complex numbers": ("said = round(abs((3 + 4j) ** 0.5) ** 2, 9)", "5.0"),
    "decimal numbers": ("from decimal import Decimal; said = Decimal('0.1') * 3", "0.3"),
    "a traceback": (
        "import traceback\ntry:\n    [][1]\nexcept IndexError:\n    said = traceback.format_exc().splitlines()[-1]",
        "IndexError: list index out of range",
    ),
    "a turned image": (
        "from PIL import Image; said = Image.new('L', (2, 3)).rotate(90, expand=True).size",
        "(3, 2)",
    ),
    "sorting by many": (
        "import numpy as np; said = np.lexsort(([3, 1, 2], [1, 1, 0])).tolist()",
        "[2, 1, 0]",
    ),
    "dates": ("import datetime; said = datetime.date(2024, 2, 29).strftime('%j %A')", "060 Thursday"),
}
"""The same for functions in second halves of the core and its libraries."""
MODULES = {
    name: (f"import {name}; said = {use}", said)
    for name, use, said in (
        ("statistics", "statistics.median([3, 1, 2])", "2"),
        ("csv", "list(csv.reader(['a,b']))", "[['a', 'b']]"),
        ("xml.etree.ElementTree", "xml.etree.ElementTree.fromstring('<a b=\"c\"/>').attrib", "{'b': 'c'}"),
        ("numpy.polynomial", "numpy.polynomial.Polynomial([1, 2])(3).item()", "7.0"),
        ("numpy.fft", "numpy.fft.fft([1, 1]).real.tolist()", "[2.0, 0.0]"),  # it brings a library of its own
        ("matplotlib.pyplot", "matplotlib.pyplot.plot([1, 2])[0].get_xdata().tolist()", "[0.0, 1.0]"),
        ("mpl_toolkits.mplot3d", "mpl_toolkits.mplot3d.Axes3D.__module__", "mpl_toolkits.mplot3d.axes3d"),
        ("pyscript", "pyscript.RUNNING_IN_WORKER", "True"),
    )
}
STAND_INS = {name: (FIGURE + code, said) for name, (code, said) in LEFT_OUT.items()}
"""Modules for which others stood in at the start: they are the true ones for a reader's code."""
USES = [*FUNCTIONS.values(), *FEATURES.values(), *MODULES.values(), *STAND_INS.values()]
TABLES = {
    "codes of East Asia": """
from zlib import crc32
codes = "shift_jis shift_jis_2004 euc_jp cp932 iso2022_jp_2 iso2022_jp_3 gb2312 gbk gb18030 hz big5 big5hkscs cp950 euc_kr johab cp949 iso2022_kr".split()
signs = "".join(map(chr, [*range(160, 0xD800), *range(0xE000, 0x10000)]))
pairs = bytes(byte for pair in range(0x8140, 0xFF00) for byte in divmod(pair, 256))
said = [crc32(signs.encode(code, "ignore")) for code in codes] + [crc32(pairs.decode(code, "ignore").encode()) for code in codes]
""",
    "names and forms of signs": """
from zlib import crc32
from unicodedata import ucd_3_2_0 as signs, lookup
names = [signs.name(chr(code), "") for code in range(0x20000)]
named = "".join(chr(code) for code, name in enumerate(names) if name)  # others differ from version to version
forms = [signs.normalize(form, named) for form in ("NFC", "NFD", "NFKC", "NFKD")]
said = [crc32("".join(each).encode()) for each in (names, forms)], [lookup(name) for name in names[0x2200:0x2300]]
""",
    "numbers, archives, a database": """
import bz2, hashlib, lzma, sqlite3
from decimal import Decimal, getcontext
getcontext().prec = 900
text = bytes(range(256)) * 99
database = sqlite3.connect(":memory:")
database.execute("create table t (a text, b real)")
database.executemany("insert into t values (?, ?)", [(str(i), i / 7) for i in range(50)])
said = [
    Decimal(2).sqrt(), Decimal(3) ** Decimal("0.7"),
    bz2.decompress(bz2.compress(text)) == text, lzma.decompress(lzma.compress(text)) == text,
    [hashlib.new(name, text).hexdigest() for name in ("md5", "sha1", "sha512", "sha3_256", "blake2b", "blake2s")],
    database.execute("select upper(a), round(b, 2), typeof(b) from t where a like '4%' order by b desc").fetchall(),
]
""",
}
"""What needs tables that come with the second half, and comes out the same for this very Python."""


@pytest.fixture(scope="module", params=["snapshot", pytest.param("packed", marks=thorough)])
def live(_shared: OpenEssay, address: str, request: pytest.FixtureRequest) -> Essay:
    return with_readers_code(_shared, f"{address}?start={request.param}")


def fetched(essay: Essay) -> list[str]:
    """The parts that were asked for, of those that no start fetches."""
    names = [url.rpartition("/")[2] for url in essay.requests]
    parts = ("second-", "cold.bin", "library.bin", "packages.bin")
    return [name for name in names if name.startswith(parts) and name.endswith(".bin")]


def test_what_no_start_fetches_comes_once_when_a_readers_code_asks_and_works(live: Essay) -> None:
    assert fetched(live) == []
    assert "ModuleNotFoundError: No module named 'nowhere'" in run_in_worker(live, "import nowhere")
    for _ in range(2):
        assert [run_in_worker(live, code) for code, _ in USES] == [said for _, said in USES]
    assert len(fetched(live)) == len({*fetched(live)})
    assert {"cold.bin", "second-core.bin", "second-_umath_linalg.bin", "library.bin"} <= {*fetched(live)}
    live.lesson("valley").press("step")
    live.lesson("line").press("step10")
    assert live.complaints == []


def test_the_python_of_every_lesson_is_read_and_followed_without_one(open_essay: OpenEssay) -> None:
    essay = open_essay("?start=packed&all=1")
    for each in all_lessons():
        lesson = essay.lesson(each.id)
        lesson.section.locator("details[data-code]").evaluate("panel => { panel.open = true; }")
        lesson.press("step")
        lesson.rest()
        expect(lesson.section.locator("[data-worked-out]").first).not_to_be_empty()
    assert fetched(essay) == []


def here(code: str) -> str:
    """What this Python says."""
    names: dict[str, object] = {}
    exec(code, names)
    return str(names["said"])


@thorough
@a_few(2)
@pytest.mark.parametrize("name", TABLES)
def test_tables_that_no_visit_reads_are_those_of_this_python(live: Essay, name: str) -> None:
    assert run_in_worker(live, TABLES[name]) == here(TABLES[name])


@thorough
def test_so_are_they_after_waking_from_what_is_kept(open_essay: OpenEssay, address: str, site: Path) -> None:
    essay = with_readers_code(open_essay, address, keeps=True)
    wait_until_kept(essay, memory(site))
    visit_again(essay)
    said = [run_in_worker(essay, code) for code in TABLES.values()]
    assert said == [here(code) for code in TABLES.values()]
    assert asked(essay).isdisjoint({"pack.bin", "heap.bin"})
    assert "second-core.bin" in asked(essay)


LATE = {
    "cold": (FUNCTIONS["shlex.split"], "shlex.split can't be called"),
    "library": (MODULES["statistics"], "statistics can't be imported"),
}


@thorough
@a_few(1)
@pytest.mark.parametrize("how", ["missing", "corrupt"])
@pytest.mark.parametrize("archive", LATE)
def test_an_archive_that_does_not_come_is_an_error_in_one_sentence_and_asked_for_again(
    open_essay: OpenEssay, site: Path, archive: str, how: str
) -> None:
    name = path_of(site, f"start-*/{archive}.bin")
    reason = {"missing": "status 404", "corrupt": "these are not the bytes that were built"}[how]
    (code, expected), told = LATE[archive]
    with faulty(site, PLAIN, **{how: (name,)}) as server:
        essay = with_readers_code(open_essay, f"{server.address}?start=packed&embed=1")
        for _ in range(2):
            said = run_in_worker(essay, code)
            assert said == f"ImportError: {told}: it is in {archive}.bin, which did not come ({reason})."
        assert server.asked.count(name) == 2
        essay.lesson("valley").press("step")
        server.missing = server.corrupt = ()
        essay.page.context.set_offline(True)
        assert "(the line is down)" in run_in_worker(essay, code)
        essay.page.context.set_offline(False)
        assert run_in_worker(essay, code) == expected


@thorough
def test_where_a_second_half_cannot_be_had_the_page_begins_anew_as_it_was(
    open_essay: OpenEssay, site: Path
) -> None:
    name = path_of(site, "start-*/second-core.bin")
    with faulty(site, PLAIN, truncated=(name,)) as server:
        essay = with_readers_code(open_essay, f"{server.address}?start=packed&embed=1")
        essay.lesson("valley").set("x", 2.5)
        essay.lesson("valley").rest()
        shown = essay.lesson("valley").loss
        with essay.page.expect_navigation(wait_until="commit"), pytest.raises(Error, match="second-core"):
            run_in_worker(essay, FEATURES["complex numbers"][0])
        assert server.asked.count(name) == 3
        server.truncated = ()
        essay.page.wait_for_function("document.documentElement.dataset.python === 'ready'")
        assert essay.lesson("valley").loss == shown
        essay.lesson("valley").press("step")
        assert essay.lesson("valley").loss < shown


@thorough
def test_two_visits_draw_different_lots(live: Essay, open_essay: OpenEssay, address: str) -> None:
    lots = ["import random; said = random.random()", "import numpy; said = numpy.random.random()"]
    two = (live, with_readers_code(open_essay, f"{address}?start=snapshot&embed=1"))
    drawn = {run_in_worker(essay, lot) for essay in two for lot in lots}
    assert len(drawn) == 4
    assert all(0 < float(number) < 1 for number in drawn)
