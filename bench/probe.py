"""The functions that run in the page and in its worker, and what they tell of pixels on canvases.

Both threads count from their own time origin on one clock; here the two agreed within its resolution, 0.1 ms.
"""

from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error, Worker
from playwright.sync_api import Page as Tab

PROBES = Path(__file__).parent / "probes"


def probe(name: str) -> str:
    """Return the source of a probe: one JavaScript function, as an expression."""
    return (PROBES / f"{name}.js").read_text("utf-8").rstrip().removesuffix(";")


TAKEN = "() => globalThis.OffscreenCanvasRenderingContext2D?.prototype.putImageData.puts?.splice(0) ?? []"
Put = tuple[float, int, int]
"""When pixels were put on a canvas, in ms of the shared clock, and the canvas's width and height."""


def watch(tab: Tab) -> None:
    """Note all that workers of this tab put on canvases from their start on."""
    tab.on("worker", _begin)


def _begin(worker: Worker) -> None:
    with suppress(Error):  # the tab was closed before the worker had begun
        worker.evaluate(probe("pixels"))


def puts(tab: Tab) -> list[Put]:
    """All pixels put since the last call, oldest first; none on a page that draws in no worker."""
    kept = [worker.evaluate(TAKEN) for worker in tab.workers]
    return sorted((when, width, height) for puts in kept for when, width, height in puts)
