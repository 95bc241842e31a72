"""What a browser's allocators keep for nobody: in pages that were written once, what is free again.

Where little that stays was made amid much that went, an allocator can't give a page back. That is no leak:
it is used again before more is asked for. How much it is, Chromium tells in a dump of its memory.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # it needs what the venv holds
    from playwright.sync_api import Page

ALLOCATORS = re.compile(
    r"malloc/partitions|partition_alloc/partitions/\w+|blink_gc/(?:main|workers/\w+)/heap"
)
"""Names in a dump, each with pages of its own: of C++, of buffers, and of what a browser makes of a page."""
USED = "allocated_objects_size"
TRACED = {
    "includedCategories": ["disabled-by-default-memory-infra"],
    "excludedCategories": ["*"],
    "memoryDumpConfig": {"triggers": []},
}
TRIES, PAUSE = 200, 100
"""How often, and every how many milliseconds, a dump is looked for."""


def free_inside(events: Iterable[Mapping[str, Any]], process: int) -> int:
    """Bytes that the allocators of a process hold and nobody uses, by the events of a trace with one dump."""
    told: dict[str, Mapping[str, Any]] = {}
    for event in events:
        if event["pid"] == process:
            told |= event.get("args", {}).get("dumps", {}).get("allocators", {})
    free = 0
    for name, dump in told.items():
        attributes = dump.get("attrs", {})
        if ALLOCATORS.fullmatch(name) and USED in attributes:  # some tell their size alone
            size, used = (int(attributes[key]["value"], 16) for key in ("size", USED))
            free += max(0, size - used)
    return free


def dump(page: "Page") -> list[Mapping[str, Any]]:
    """The events of a trace in which every process of the page's browser tells of its memory.

    Raises `RuntimeError` for a page without a browser, and where no dump comes.
    """
    browser = page.context.browser
    if browser is None:
        raise RuntimeError("the page has no browser to ask for a dump of its memory")
    session = browser.new_browser_cdp_session()
    events: list[Mapping[str, Any]] = []
    ended: list[object] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda told: ended.append(told))
    session.send("Tracing.start", {"traceConfig": TRACED, "transferMode": "ReportEvents"})
    session.send("Tracing.requestMemoryDump", {"levelOfDetail": "light"})
    session.send("Tracing.end")
    for _ in range(TRIES):
        if ended:
            session.detach()
            return events
        page.wait_for_timeout(PAUSE)
    raise RuntimeError("the browser sent no dump of its memory")
