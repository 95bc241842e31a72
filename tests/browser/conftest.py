"""The browser, the servers, and the pages that tests share because a start of Python takes seconds."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, ViewportSize, expect

from downhill.drawing.style import load_fonts
from tests.browser_setup import ARGUMENTS
from tests.conftest import once
from tests.fuzz.memory import COLLECTING
from tests.support.essay import PATIENCE, Essay
from tests.support.faults import PLAIN, FaultyServer, faulty
from tests.support.firefox import Firefox, running
from tests.support.kinds_of_hosts import OPEN
from tests.support.light import keep, lighten, rename, settled
from tools.server.server import serving

expect.set_options(timeout=PATIENCE)  # a busy machine is no reason to fail

WIDE: ViewportSize = {"width": 1200, "height": 900}
FLAGS = f"--js-flags=--liftoff-only {COLLECTING}"
"""Has wasm compiled once and not optimized: most pages of tests live for seconds, too short for that to pay.

What weighs them may collect their garbage first.
"""
AS_ANOTHER = f"--host-resolver-rules=MAP {OPEN} 127.0.0.1"
"""Has a name that no network knows stand for this machine."""
PHONE: dict[str, Any] = {
    "viewport": {"width": 320, "height": 640},
    "device_scale_factor": 3,
    "is_mobile": True,
    "has_touch": True,
}


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], headless_shell_path: Path
) -> dict[str, Any]:
    """Start the lightest Chromium that is there, as the set-up found it."""
    executable = {"executable_path": headless_shell_path}
    return {**browser_type_launch_args, **executable, "args": [*ARGUMENTS, FLAGS, AS_ANOTHER]}


@pytest.fixture(scope="session")
def whole(browser_type_launch_args: dict[str, Any], chromium_path: Path) -> dict[str, Any]:
    """How the whole of Chromium is started, with preferences and with pages that can be installed."""
    return {**browser_type_launch_args, "executable_path": chromium_path}


@pytest.fixture(scope="session")
def site(built_page: Path) -> Path:
    """The folder to test."""
    return built_page


@pytest.fixture(scope="session")
def typeface(site: Path) -> None:
    """The page's own typeface, for pictures that are drawn natively."""
    load_fonts(next(site.glob("app-*/fonts")))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The page's address on a plain server, under a sub-path."""
    with serving(site, settings=PLAIN) as address:
        yield address


OpenEssay = Callable[..., Essay]
OpenProfile = Callable[..., BrowserContext]
NOTHING_LATER = "delete Navigator.prototype.serviceWorker"
"""What is fetched for days without a network would come in amid other tests: it has tests of its own."""
NOTHING_KEPT = "delete globalThis.StorageManager?.prototype.getDirectory"
"""What wakes Python again, 37 MB, is not kept for pages that are opened once."""
NOTHING_AWAKE = "globalThis.Worker = class extends EventTarget { postMessage() {} terminate() {} }"
"""Workers that never say a word: the page stays as it is while it waits for Python."""


def _opener(stack: ExitStack, browser: Browser, address: str) -> OpenEssay:
    def open_essay(
        rest: str = "",
        at: str = address,
        keeps: bool = False,
        asleep: bool = False,
        later: bool = False,
        script: str = "",
        beats: bool = False,
        **options: Any,
    ) -> Essay:
        context = browser.new_context(**{"viewport": WIDE, **options})
        stack.callback(context.close)
        if not later:
            context.add_init_script(NOTHING_LATER)
        if not keeps:
            context.add_init_script(NOTHING_KEPT)
        if asleep:
            context.add_init_script(NOTHING_AWAKE)
        if script:
            context.add_init_script(script)
        return Essay(context.new_page(), at).open(rest, beats)

    return open_essay


@pytest.fixture(scope="session")
def _shared(browser: Browser, address: str) -> Iterator[OpenEssay]:
    with ExitStack() as stack:
        yield _opener(stack, browser, address)


@pytest.fixture
def open_essay(browser: Browser, address: str) -> Iterator[OpenEssay]:
    """Open the page in a context of its own, with options of a context; all are closed in the end.

    It `keeps` what wakes Python for a next visit only where it is asked to; where it is `asleep`, Python never
    starts, for what the page does without. Only where it is asked to has it a service worker, for `later`. A
    `script` runs before every document's own.
    """
    with ExitStack() as stack:
        yield _opener(stack, browser, address)


@pytest.fixture
def open_profile(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    whole: dict[str, Any],
    tmp_path: Path,
) -> Iterator[OpenProfile]:
    """Start a browser of its own on a new profile on the disk, with these preferences."""
    with ExitStack() as stack:

        def opener(preferences: dict[str, Any] | None = None) -> BrowserContext:
            folder = tmp_path / "profile"
            (folder / "Default").mkdir(parents=True)
            (folder / "Default" / "Preferences").write_text(json.dumps(preferences or {}), encoding="utf-8")
            how = whole if preferences else browser_type_launch_args
            context = browser_type.launch_persistent_context(folder, **how, viewport=WIDE)
            stack.callback(context.close)
            return context

        yield opener


def visit(context: BrowserContext, server: FaultyServer, rest: str = "") -> Essay:
    """Open the page in a tab, and wait until it is live and its service worker has everything."""
    essay = Essay(context.pages[0], server.address).open(rest).ready()
    settled(essay.page, ["active"], "the page is kept")
    return essay


@pytest.fixture(scope="session")
def light(site: Path, common: Path) -> Path:
    """The site without what wakes Python: for what is kept and served, whatever it holds."""
    return once(common, "light-site", lambda out: lighten(site, out))


@pytest.fixture(scope="session")
def second(light: Path, common: Path) -> Path:
    """A newer version of the light page: another title, and our own files in a folder of another name."""

    def newer(out: Path) -> None:
        shutil.copytree(light, out, dirs_exist_ok=True)
        rename(out)

    return once(common, "second-site", newer)


OpenLight = Callable[..., Essay]
AS_IT_IS = {"asleep": True, "later": True, "keeps": True}
"""How a light page is opened: with all places where a device keeps something, and without Python."""


@pytest.fixture
def open_light(open_essay: OpenEssay) -> OpenLight:
    """Open a light page, which has a service worker, in a context of its own: `open_light(server)`."""

    def opener(server: FaultyServer, rest: str = "?patience=120", **options: Any) -> Essay:
        return open_essay(rest, at=server.address, **AS_IT_IS, **options)

    return opener


@pytest.fixture(scope="module")
def fox(firefox_path: Path) -> Iterator[Firefox]:
    """A Firefox on a fresh profile, for the tests of a file."""
    with running(firefox_path) as found:
        yield found


@pytest.fixture
def elsewhere(site: Path) -> Iterator[FaultyServer]:
    """Another host, which hears of everything that is asked of it."""
    with faulty(site) as server:
        yield server


@pytest.fixture
def there(elsewhere: FaultyServer) -> str:
    """That host's address, under another name than the page's."""
    return elsewhere.address.replace("127.0.0.1", "localhost")


class Kept(NamedTuple):
    """A device on which a visit has kept the English page whole, and the server that it came from."""

    essay: Essay
    server: FaultyServer


@pytest.fixture(scope="session")
def _kept(
    browser_type: BrowserType,
    whole: dict[str, Any],
    site: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Kept]:
    folder = tmp_path_factory.mktemp("kept")
    context = browser_type.launch_persistent_context(folder, **whole, viewport=WIDE)
    with faulty(site) as server:
        yield Kept(visit(context, server), server)
    context.close()


@pytest.fixture
def kept(_kept: Kept) -> Iterator[Kept]:
    """A page that is kept on its device, shared by tests that leave it so; nothing stands in front of its host."""
    yield from _as_it_was(_kept)


@pytest.fixture(scope="session")
def _kept_light(_shared: OpenEssay, light: Path) -> Iterator[Kept]:
    with faulty(light) as server:
        essay = _shared("?patience=120", at=server.address, **AS_IT_IS)
        yield Kept(keep(essay), server)


@pytest.fixture
def kept_light(_kept_light: Kept) -> Iterator[Kept]:
    """A light page that is kept on its device, shared likewise."""
    yield from _as_it_was(_kept_light)


def _as_it_was(kept: Kept) -> Iterator[Kept]:
    essay, server = kept
    server.asked.clear()
    essay.complaints.clear()
    yield kept
    server.release.set()
    server.front, server.release = "", Event()
    essay.page.goto(f"{server.address}README.txt")
    essay.page.evaluate("localStorage.clear()")


@pytest.fixture(scope="session")
def _optimizing(launch_browser: Callable[..., Browser]) -> Iterator[Browser]:
    """A browser for pages that last or compute for long: for these it pays to optimize wasm."""
    browser = launch_browser(args=[*ARGUMENTS, f"--js-flags={COLLECTING}", AS_ANOTHER])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def _lasting(_optimizing: Browser, address: str) -> Iterator[OpenEssay]:
    with ExitStack() as stack:
        yield _opener(stack, _optimizing, address)


@pytest.fixture
def open_optimized(_optimizing: Browser, address: str) -> Iterator[OpenEssay]:
    """Open the page as `open_essay` does, where it trains models for long."""
    with ExitStack() as stack:
        yield _opener(stack, _optimizing, address)


@pytest.fixture(scope="session")
def _live(_lasting: OpenEssay) -> Essay:
    return _lasting().ready()


@pytest.fixture(scope="session")
def _phone(_lasting: OpenEssay) -> Essay:
    return _lasting(**PHONE).ready()


def closed_after(essay: Essay) -> Iterator[Essay]:
    """A page once Python is ready; it is closed after the tests that share it."""
    yield essay.ready()
    essay.page.close()


@pytest.fixture(scope="session")
def _editing(_shared: OpenEssay) -> Iterator[Essay]:
    """A page for code that is changed, which forgets such code when it is loaded."""
    yield from closed_after(_shared("?patience=120", script="localStorage.removeItem('downhill.code')"))


@pytest.fixture(scope="session")
def _in_beats(_shared: OpenEssay) -> Iterator[Essay]:
    """The page in beats, without tempo."""
    yield from closed_after(_shared("?tempo=fast", beats=True))


def brought_back(essay: Essay) -> Iterator[Essay]:
    """A shared page at its start, for a test that must leave nothing to complain of.

    What plays is stopped afterwards: nobody may come to this page for long, and the machine has others to run.
    """
    yield essay.reset()
    essay.stop()
    assert essay.complaints == []


@pytest.fixture
def essay(_live: Essay) -> Iterator[Essay]:
    """The live page on a wide screen, shared by all tests and brought back to its start before each."""
    _live.page.set_viewport_size(WIDE)
    _live.page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    yield from brought_back(_live)


@pytest.fixture
def phone(_phone: Essay) -> Iterator[Essay]:
    """The live page on a narrow screen that is touched, shared and brought back likewise."""
    yield from brought_back(_phone)
