"""The two ways to start: woken from a snapshot, or from the pack; and what happens when a part is spoilt."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import OpenEssay
from tests.support.essay import Essay, Lesson, until
from tests.support.faults import PLAIN, faulty
from tests.support.often import a_few, thorough
from tests.support.parts import unpacked

WAKING = ("heap.bin", "record.bin", "files.bin")
OTHERS = {"snapshot": ("start-*/pack.bin",), "packed": tuple(f"start-*/{name}" for name in WAKING)}
"""The ways to start, each with the parts that it must do without."""


def asked(essay: Essay) -> set[str]:
    """The names of all files that were asked for."""
    return {re.split("[?#]", url)[0].rpartition("/")[2] for url in essay.requests}


def steps_down(lesson: Lesson, before: float) -> None:
    """Wait until a step has made the loss smaller."""
    until(lesson.page, lambda: lesson.loss < before, "the step is taken")


def play(essay: Essay) -> None:
    """Every lesson moves by hand and by machine."""
    valley = essay.lesson("valley")
    valley.set("x", 2.5)
    valley.wait_for_loss(0.15 * (2.5 - 1.5) ** 2 + 0.6)
    for lesson in essay.lessons:
        before = lesson.loss
        lesson.press("step")
        steps_down(lesson, before)


@a_few(1)
@pytest.mark.parametrize(
    ("name", "how"),
    [
        (WAKING[0], "truncated"),
        (WAKING[1], "corrupt"),
        (WAKING[2], "missing"),
        pytest.param(WAKING[0], "missing", marks=thorough),
        pytest.param(WAKING[0], "corrupt", marks=thorough),
    ],
)
def test_a_snapshot_that_does_not_wake_gives_way_to_the_pack(
    open_essay: OpenEssay, site: Path, name: str, how: str
) -> None:
    with faulty(site, PLAIN, **{how: (f"start-*/{name}",)}) as server:
        essay = open_essay("?start=snapshot&embed=1#line", at=server.address).ready()
        essay.lesson("line").press("step")
        assert "pack.bin" in asked(essay)
        assert [text for text in essay.complaints if name in text and "starting from the pack" in text]


OF_THE_DEVICE = """async work => {
    const home = await navigator.storage.getDirectory();
    const found = [];
    for await (const [name, file] of home.entries()) found.push(await ({
        size: async () => (await file.getFile().catch(() => ({ size: 0 }))).size,  // it may go just now
        replace: async () => {
            const bytes = new Uint8Array(await (await file.getFile()).slice(0, 1e6).arrayBuffer());
            const at = bytes.findIndex((byte, i) => byte && byte < 255 && bytes[i + 16] >= 31);
            bytes[at] += 1;  // so that sums like this pass: each word by 31 and the next one
            bytes[at + 16] -= 31;
            const stream = await file.createWritable({ keepExistingData: true });
            await stream.write({ type: "write", position: 0, data: bytes });
            await stream.close();
        },
        begin: async () => {
            const bytes = await (await file.getFile().catch(() => new Blob())).slice(0, 1e6).arrayBuffer();
            return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].join();
        },
    })[work]());
    return found;
}"""


OF_THE_CORE = """async replaced => {
    const [name] = (await caches.keys()).filter(name => name.startsWith("awake-"));
    const store = await caches.open(name), [core] = await store.keys();
    const other = new Blob([await (await store.match(core)).blob(), new Uint8Array([0, 2, 1, 120])]);  // runs as well
    if (replaced) await store.put(core, new Response(other, { headers: { "Content-Type": "application/wasm" } }));
    return (await (await store.match(core)).arrayBuffer()).byteLength;
}"""


def memory(site: Path) -> int:
    """How many bytes a file on a device has: Python's memory, and what wakes it but the core, decompressed."""
    (heap,) = site.glob("start-*/heap.bin")
    return sum(len(unpacked(heap.with_name(name))) for name in ("libs.bin", *WAKING))


def visit_again(essay: Essay, rest: str = "") -> None:
    """Open the page once more in the same browser."""
    essay.requests.clear()
    essay.open(rest)
    essay.page.wait_for_function("document.documentElement.dataset.python !== 'ready'")
    essay.ready()


def wait_until_kept(essay: Essay, size: int) -> None:
    """Wait until the memory lies on the device, whole."""
    until(essay.page, lambda: essay.page.evaluate(OF_THE_DEVICE, "size") == [size], "the memory is kept")


@a_few(1)
@pytest.mark.parametrize("start", ["packed", "snapshot"])
def test_after_a_visit_the_memory_is_kept_and_the_next_visit_wakes_from_it(
    open_essay: OpenEssay, site: Path, start: str
) -> None:
    essay = open_essay(f"?start={start}", keeps=True).ready()
    wait_until_kept(essay, memory(site))
    visit_again(essay)
    play(essay)
    assert asked(essay).isdisjoint({"pack.bin", "core.bin", *WAKING})
    assert essay.complaints == []


REPLACED = {"core": (OF_THE_CORE, None, "replaced"), "memory": (OF_THE_DEVICE, "begin", "replace")}
"""What is kept: a script that looks at it and replaces it, with what it is given for either."""


@thorough
@pytest.mark.parametrize("kept", REPLACED)
def test_what_was_kept_and_replaced_by_something_likely_is_forgotten_and_kept_anew(
    open_essay: OpenEssay, site: Path, kept: str
) -> None:
    script, look, replace = REPLACED[kept]
    essay = open_essay("?start=packed&embed=1", keeps=True).ready()
    wait_until_kept(essay, memory(site))
    whole = essay.page.evaluate(script, look)
    essay.page.evaluate(script, replace)
    assert essay.page.evaluate(script, look) != whole
    visit_again(essay, "?embed=1")
    assert [text for text in essay.complaints if "kept" in text and "fetching it anew" in text]
    wait_until_kept(essay, memory(site))
    until(essay.page, lambda: essay.page.evaluate(script, look) == whole, "it is kept anew")


@thorough
def test_python_is_being_woken_before_pyscript_asks_for_it(open_essay: OpenEssay, site: Path) -> None:
    with faulty(site, hanging=("pyscript-*/core.js",)) as server:
        essay = open_essay("?start=packed&patience=60&embed=1", at=server.address)
        until(essay.page, lambda: "pack.bin" in asked(essay), "the pack is fetched")
        assert essay.page.locator("html").get_attribute("data-python") == "loading"
        server.release.set()
        essay.ready()
        workers = [worker.url for worker in essay.page.workers]
        assert len([url for url in workers if "snapshot-cache-worker.js" not in url]) == 1


@thorough
def test_a_worker_that_was_hired_in_vain_is_let_go(open_essay: OpenEssay, site: Path) -> None:
    with faulty(site, hanging=("app-*/boot/worker/worker-bootstrap.js",)) as server:
        essay = open_essay("?embed=1#line", at=server.address).ready()
        essay.lesson("line").press("step")
        assert essay.complaints == []
