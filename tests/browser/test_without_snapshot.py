"""The page from a build that had no Node.js: a pack of sources, and no snapshot."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import OpenEssay
from tests.browser.test_awake import play
from tests.support.essay import Essay
from tests.support.faults import PLAIN
from tests.support.often import thorough
from tools import site
from tools.common.console import Problem, Say
from tools.languages.language import FIRST
from tools.server.server import serving
from tools.setup import npm
from tools.setup.runtime import Runtime


@pytest.fixture(scope="module")
def without_snapshot(cached: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of such a page."""

    def offline(say: Say) -> list[str]:
        raise Problem("the package registry can't be reached.")

    out = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(npm, "node", lambda: None)
        patch.setattr(npm, "client", offline)
        site.build(out, cached, print, speak=lambda: [FIRST])
    assert [*out.glob("start-*/pack.bin")]
    assert not [*out.glob("start-*/heap.bin")]
    with serving(out, settings=PLAIN) as address:
        yield address


def archives(essay: Essay) -> list[str]:
    return [url for url in essay.requests if url.endswith(("/library.bin", "/packages.bin", "/svg.bin"))]


@thorough
@pytest.mark.parametrize(
    "start", [pytest.param("?patience=120", marks=thorough), "?start=snapshot&patience=120"]
)
def test_every_lesson_plays_and_no_snapshot_is_asked_for(
    open_essay: OpenEssay, without_snapshot: str, start: str
) -> None:
    essay = open_essay(start, at=without_snapshot).ready()
    play(essay)
    essay.page.wait_for_timeout(500)  # when the page is idle a snapshot would be kept
    assert not [url for url in essay.requests if "heap" in url or "undefined" in url]
    assert archives(essay) == []
    assert essay.complaints == []
