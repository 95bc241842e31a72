"""Whatever file of the start is missing, hangs, is damaged or replaced by a page: the watch tells its name.

Covers web/boot/watch.js, guard.js and again.js over every file of the published page, in Node.
`tests/browser/test_failures.py` and `test_hosts.py` see a file of each kind fail in a browser.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import html5lib
import pytest

from downhill.text.format import PAGE, fill
from tests.support import node
from tools.common import paths
from tools.startup import parts_file

ADDRESS = "http://127.0.0.1/a/b/"
WATCHING = paths.ROOT / "tests" / "support" / "watching.mjs"
SILENT = fill(PAGE["fail.silent"], {"seconds": "15", "stage": PAGE["status.fetch"]})


def needed(site: Path) -> list[str]:
    """Every file that a start in English may need, as paths inside the site."""
    (app,) = site.glob("app-*")
    rows = json.loads((app / "start.json").read_text(encoding="utf-8"))
    inside = [(app / path).resolve().relative_to(site.resolve()).as_posix() for path, *_ in rows]
    return [path for path in inside if not path.endswith("words.json")]


class Start:
    """What the page says of its start to the watch, and every file of it."""

    def __init__(self, site: Path) -> None:
        self.site, self.files = site, needed(site)
        tree = html5lib.parse((site / "index.html").read_bytes(), namespaceHTMLElements=False)
        scripts = [script for script in tree.iter("script") if script.get("src")]
        configs = {name: json.loads(next(tree.iter(name)).text or "") for name in ("mpy-config", "py-config")}
        (micro,) = [link.get("href", "") for link in tree.iter("link") if link.get("data-micro") is not None]
        (watch,) = [one.get("src", "") for one in scripts if one.get("data-watch") is not None]
        self.watch = site / watch
        self.page = {
            "address": ADDRESS,
            "origin": "http://127.0.0.1",
            "words": PAGE,
            "watch": urljoin(ADDRESS, watch),
            "list": f"{ADDRESS}{next(site.glob('app-*')).name}/start.json",
            "micro": urljoin(ADDRESS, micro),
            "page": urljoin(ADDRESS, configs["mpy-config"]["interpreter"]),
            "worker": urljoin(ADDRESS, configs["py-config"]["interpreter"]),
            "modules": [urljoin(ADDRESS, s.get("src", "")) for s in scripts if s.get("type") == "module"],
            "scripts": [
                urljoin(ADDRESS, s.get("src", "")) for s in scripts if s.get("type") in ("py", "mpy")
            ],
        }

    def told(self, cases: list[dict[str, object]]) -> list[str]:
        """What a reader is told in each case."""
        given = {
            "watch": self.watch.read_text(encoding="utf-8"),
            "page": self.page,
            "files": [ADDRESS + path for path in self.files],
            "cases": cases,
        }
        command = [node.node(), str(WATCHING)]
        done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True)
        found: list[str] = json.loads(done.stdout)
        return found

    def named(self) -> Iterator[str]:
        """The files whose delay the page itself can tell: those that it names."""
        for key in ("micro", "page"):
            yield str(self.page[key])
        yield str(self.page["micro"]).replace(".js", ".wasm")
        yield from (url for key in ("modules", "scripts") for url in self.page[key])
        yield from (ADDRESS + path for path in self.files if path.endswith(parts_file.PAGE_MODULES))


@pytest.fixture(scope="module")
def start(built_page: Path) -> Start:
    return Start(built_page)


def name(path: str) -> str:
    return path.rpartition("/")[2]


def is_part(path: str) -> bool:
    """Whether the worker fetches a file itself, and so can tell its name."""
    return path.startswith(("start-", "brotli-")) and not path.endswith(".js")


def case(path: str, how: str) -> dict[str, object]:
    """A start that a file spoils, as the code that fetches it notices."""
    one: dict[str, object] = {"file": ADDRESS + path, "how": how}
    if is_part(path):
        return one | {"report": {"missing": name(path), "spoilt": how == "spoilt"}}
    # Of a script nobody hears which one it was; of the others the page does.
    detail = (
        f"fetch of {name(path)}: status 404" if path.endswith(parts_file.PAGE_MODULES) else "it did not start"
    )
    return one | {"broken": detail, "refused": path.endswith(".wasm")}


def test_all_that_a_start_needs_is_listed(start: Start) -> None:
    for pattern in parts_file.NEEDED:
        shape = re.sub(r"^app/", "app-*/", pattern)
        assert list(start.site.glob(shape)), pattern
    listed = {ADDRESS + path for path in start.files}
    assert {*start.named(), str(start.page["worker"])} <= listed
    assert len(listed) > 45


@pytest.mark.parametrize(
    ("how", "key"), [("missing", "fail.missing"), ("spoilt", "fail.spoilt"), ("page", "fail.page")]
)
def test_every_file_that_spoils_a_start_is_told_by_name(start: Start, how: str, key: str) -> None:
    # What is no script, and refused by nobody, is not asked for again before it is suspected.
    paths = [path for path in start.files if how == "missing" or not path.endswith("micropython.wasm")]
    told = dict(zip(paths, start.told([case(path, how) for path in paths]), strict=True))
    assert told == {path: fill(PAGE[key], {"file": name(path)}) for path in paths}


def test_every_file_that_hangs_is_told_by_name_where_anybody_can_know_it(start: Start) -> None:
    paths = start.files
    cases: list[dict[str, object]] = [{"file": ADDRESS + path, "how": "hanging"} for path in paths]
    for path, one in zip(paths, cases, strict=True):
        one |= {"report": {"stage": "fetch", **({"pending": name(path)} if is_part(path) else {})}}
    known = {path for path in paths if is_part(path) or ADDRESS + path in start.named()}
    assert len(known) > 14
    expected = {
        path: fill(PAGE["fail.stalled"], {"file": name(path)}) if path in known else SILENT for path in paths
    }
    assert dict(zip(paths, start.told(cases), strict=True)) == expected
