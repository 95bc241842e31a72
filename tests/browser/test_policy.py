"""What the page's own policy holds on a host that sends none, and hosts whose policy keeps Python out.

That every language plays under the page's own policy is seen in `test_languages.py`.
"""

import re
from pathlib import Path

from tests.browser.conftest import OpenEssay
from tests.browser.test_awake import play
from tests.support.essay import until
from tests.support.faults import COMPRESSING, FaultyServer, faulty
from tests.support.often import thorough

LATE = "?patience=60"
# Each way out resolves with what became of it; none may reach the other host.
OF_A_PAGE = {
    "fetch": "fetch(there + 'fetch', { mode: 'no-cors' })",
    "beacon": "navigator.sendBeacon(there + 'beacon', 'all that I know')",
    "socket": "new WebSocket(there.replace('http', 'ws') + 'socket')",
    "events": "new EventSource(there + 'events')",
    "module": "import(there + 'module.js')",
    "image": "Object.assign(new Image(), { src: there + 'image.png' })",
    "script": "document.head.append(Object.assign(document.createElement('script'), { src: there + 'script.js' }))",
    "frame": "document.body.append(Object.assign(document.createElement('iframe'), { src: there + 'frame' }))",
    "style": "document.head.append(Object.assign(document.createElement('link'), "
    "{ rel: 'stylesheet', href: there + 'style.css' }))",
    "prefetch": "document.head.append(Object.assign(document.createElement('link'), "
    "{ rel: 'prefetch', href: there + 'prefetch' }))",
    "sound": "new Audio(there + 'sound.mp3').play()",
    "plugin": "document.body.append(Object.assign(document.createElement('object'), { data: there + 'plugin' }))",
    "form": "(() => { const form = document.createElement('form'); form.action = there + 'form'; "
    "form.target = 'elsewhere'; document.body.append(form); form.submit(); })()",
    "worker": "new Worker(there + 'worker.js')",
    "import in a worker": "new Worker(URL.createObjectURL(new Blob([`import('${there}in-a-worker.js')`])), "
    "{ type: 'module' })",
    "inline": "document.head.append(Object.assign(document.createElement('script'), "
    "{ textContent: `fetch('${there}inline')` }))",
    "base": "document.head.append(Object.assign(document.createElement('base'), { href: there }))",
}
TRY = (
    "async there => { try { await Promise.race([%s, new Promise(end => setTimeout(end, 300))]); } catch { } }"
)


def test_on_a_host_that_sends_no_policy_nothing_can_leave_the_page(
    open_essay: OpenEssay, address: str, elsewhere: FaultyServer, there: str
) -> None:
    essay = open_essay(LATE).ready()
    for way in OF_A_PAGE.values():
        essay.page.evaluate(TRY % way, there)
    essay.page.wait_for_timeout(1000)
    assert elsewhere.asked == []
    essay.lesson("valley").press("step")
    # What is told here can fail: a page without a policy reaches the other host.
    free = essay.page.context.new_page()
    free.goto(f"{address}README.txt")
    free.evaluate(TRY % OF_A_PAGE["image"], there)
    until(free, lambda: elsewhere.asked == ["image.png"], "it is reached")


def test_from_a_paper_not_even_its_own_host_is_asked_by_a_script(
    open_essay: OpenEssay, address: str, elsewhere: FaultyServer, there: str
) -> None:
    for paper in ("privacy.html", "worksheet-de.html"):
        essay = open_essay(paper).loaded()
        for way in (*OF_A_PAGE.values(), "fetch('index.html?asked')"):
            essay.page.evaluate(TRY % way, there)
        assert not [url for url in essay.requests if "asked" in url]
    assert elsewhere.asked == []


@thorough
def test_under_the_policy_that_hosts_are_advised_to_send_every_lesson_plays(
    open_essay: OpenEssay, site: Path
) -> None:
    text = (site / "README.txt").read_text(encoding="utf-8")
    rules = re.findall(r"^ +([a-z]+-src '[^\n;]+);?$", text, re.MULTILINE)
    assert len(rules) > 5
    with faulty(site, COMPRESSING) as host:
        host.more = {"Content-Security-Policy": "; ".join(["default-src 'none'", *rules])}
        essay = open_essay(LATE, at=host.address).ready()
        play(essay)
        assert essay.complaints == []
