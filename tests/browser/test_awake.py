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


def part(site: Path, name: str) -> str:
    """A part of the start, as a path inside the site."""
    return next(site.glob(f"start-*/{name}")).relative_to(site).as_posix()


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


@thorough
def test_from_the_snapshot_every_lesson_plays_and_no_pack_is_fetched(open_essay: OpenEssay) -> None:
    essay = open_essay("?start=snapshot").ready()
    play(essay)
    assert "heap.bin" in asked(essay)
    assert "pack.bin" not in asked(essay)
    assert essay.complaints == []


@thorough
def test_from_the_pack_every_lesson_plays_without_the_snapshot(open_essay: OpenEssay, site: Path) -> None:
    with faulty(site, missing=tuple(part(site, name) for name in WAKING)) as server:
        essay = open_essay("?start=packed", at=server.address).ready()
        play(essay)
        assert "pack.bin" in asked(essay)


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
    with faulty(site, PLAIN, **{how: (part(site, name),)}) as server:
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


@thorough
def test_a_core_that_was_kept_and_replaced_by_one_that_runs_is_forgotten_and_kept_anew(
    open_essay: OpenEssay, site: Path
) -> None:
    essay = open_essay("?start=packed&embed=1", keeps=True).ready()
    wait_until_kept(essay, memory(site))
    whole = essay.page.evaluate(OF_THE_CORE)
    assert essay.page.evaluate(OF_THE_CORE, "replaced") == whole + 4
    visit_again(essay, "?embed=1")
    assert [text for text in essay.complaints if "kept" in text and "fetching it anew" in text]
    wait_until_kept(essay, memory(site))
    assert essay.page.evaluate(OF_THE_CORE) == whole


@thorough
def test_a_memory_that_was_kept_and_replaced_by_a_likely_one_is_forgotten_and_kept_anew(
    open_essay: OpenEssay, site: Path
) -> None:
    essay = open_essay("?start=packed&embed=1", keeps=True).ready()
    wait_until_kept(essay, memory(site))
    whole = essay.page.evaluate(OF_THE_DEVICE, "begin")
    essay.page.evaluate(OF_THE_DEVICE, "replace")
    assert essay.page.evaluate(OF_THE_DEVICE, "begin") != whole
    visit_again(essay, "?embed=1")
    assert [text for text in essay.complaints if "kept" in text and "fetching it anew" in text]
    until(essay.page, lambda: essay.page.evaluate(OF_THE_DEVICE, "begin") == whole, "it is kept anew")


@thorough
def test_python_is_being_woken_before_pyscript_asks_for_it(open_essay: OpenEssay, site: Path) -> None:
    core = next(site.glob("pyscript-*/core.js")).relative_to(site).as_posix()
    with faulty(site, hanging=(core,)) as server:
        essay = open_essay("?start=packed&patience=60&embed=1", at=server.address)
        until(essay.page, lambda: "pack.bin" in asked(essay), "the pack is fetched")
        assert essay.page.locator("html").get_attribute("data-python") == "loading"
        server.release.set()
        essay.ready()
        assert (
            len([worker for worker in essay.page.workers if "snapshot-cache-worker.js" not in worker.url])
            == 1
        )


@thorough
def test_a_worker_that_was_hired_in_vain_is_let_go(open_essay: OpenEssay, site: Path) -> None:
    early = next(site.glob("app-*/boot/worker/worker-bootstrap.js")).relative_to(site).as_posix()
    with faulty(site, hanging=(early,)) as server:
        essay = open_essay("?embed=1#line", at=server.address).ready()
        essay.lesson("line").press("step")
        assert essay.complaints == []
