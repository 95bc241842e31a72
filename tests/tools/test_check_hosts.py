"""Each kind of host is told by the name that `docs/browsers.md` has for it."""

from pathlib import Path

import pytest

from tests.support.faults import COMPRESSING, PLAIN, faulty
from tests.support.kinds_of_hosts import KINDS, Kind
from tools.common import paths, policy
from tools.common.console import Problem
from tools.release import check, publish

FILES = {
    "index.html": "<!doctype html><title>Downhill</title><head></head>" + "<p>Text.</p>" * 10_000,
    "privacy.html": "<!doctype html><title>Privacy</title><head></head>",
    "sw.js": "keep();",
    "app-0123456789ab/boot.js": "go();" * 99,
    "app-0123456789ab/main.py": "print()",
    "app-0123456789ab/style.css": "a { color: red }",
    "micropython-0123456789ab/micropython.wasm": "w",
    **{f"start-0123456789ab/{name}.bin": name * 9 for name in ("core", "heap", "pack")},
}
NAMES = [kind.name for kind in KINDS]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small build with a file of each kind that counts."""

    def fill(out: Path) -> None:
        for name, text in FILES.items():
            (out / name).parent.mkdir(exist_ok=True)
            (out / name).write_text(text, encoding="utf-8")

    folder = tmp_path_factory.mktemp("check") / "site"
    publish.publish(folder, "1", fill)
    return folder


def told(address: str) -> tuple[int, list[str]]:
    """What the check says of an address: its code, and the kinds of host that it names."""
    lines: list[str] = []
    code = check.check(address, None, lines.append)
    return code, [name for name in NAMES if any(line.startswith(f"{name}: ") for line in lines)]


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in KINDS if not kind.address])
def test_each_kind_of_host_is_told_by_its_name_and_as_no_other(site: Path, kind: Kind) -> None:
    with faulty(site, PLAIN if kind.name == "plain" else COMPRESSING) as server:
        kind.is_played_by(server)
        code, names = told(server.address)
    spare = "put_in" in kind.does  # what the proxy sends is not compressed
    assert (code, names) == (0 if kind.name == "plain" else 1, ["plain"] * spare + [kind.name])


def test_a_sign_in_page_in_the_place_of_everything_is_told_by_its_name(site: Path) -> None:
    with faulty(site) as server:
        server.front = "login"
        with pytest.raises(Problem, match=r"^sign-in page: .* is not a Downhill manifest but another page"):
            told(server.address)


def test_the_paper_lists_each_kind_of_host_and_what_happens_there() -> None:
    lines = (paths.ROOT / "docs" / "browsers.md").read_text(encoding="utf-8").splitlines()
    first = lines.index(KINDS[0].row)
    assert lines[first : first + len(KINDS)] == [kind.row for kind in KINDS]
    assert not lines[first + len(KINDS)].startswith("|")


@pytest.mark.parametrize(
    "header",
    ["", policy.SENT, "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:", "frame-ancestors 'none'"],
)
def test_a_hosts_policy_under_which_python_starts_is_no_fault(site: Path, header: str) -> None:
    with faulty(site, COMPRESSING) as server:
        server.more = {"Content-Security-Policy": header}
        assert told(server.address) == (0, [])
