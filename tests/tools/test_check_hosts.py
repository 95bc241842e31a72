"""Each kind of host that shows from outside is told by the name that `docs/browsers.md` has for it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.kinds_of_hosts import KINDS, Kind
from tests.support.odd_hosts import odd
from tools.common import paths, policy
from tools.common.console import Problem
from tools.release import check, host, host_policy, publish, remote

FILES = {
    "index.html": "<!doctype html><title>Downhill</title><head></head>" + "<p>Text.</p>" * 10_000,
    "privacy.html": "<!doctype html><title>Privacy</title><head></head>",
    "sw.js": "keep();",
    "app-0123456789ab/boot.js": "go();" * 99,
    "app-0123456789ab/main.py": "print()",
    "app-0123456789ab/style.css": "a { color: red }",
    "micropython-0123456789ab/micropython.wasm": "w",
    "pyscript-0123456789ab/core.js": "core();",
    **{
        f"start-0123456789ab/{name}.bin": name * 9
        for name in ("core", "heap", "libs", "pack", "svg", "cold", "page")
    },
}
UNSEEN = {
    "gzip": "all is well",
    "drips": "a check takes long there, and says nothing of it",
    "advised policy": "all is well",
    "sign-in later": "there is none yet",
    "device in 2099": "the device is the reader's",
    "device in 1970": "the device is the reader's",
}
"""Kinds that do not show from outside, and why."""


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
    return code, [name for name in host.names() if any(line.startswith(f"{name}: ") for line in lines)]


ELSEWHERE = ("sign-in page", "http")
SHOWN = [kind for kind in KINDS if kind.name not in ELSEWHERE]


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in SHOWN])
def test_each_kind_of_host_is_told_by_its_name_and_as_no_other(
    site: Path, monkeypatch: pytest.MonkeyPatch, kind: Kind
) -> None:
    monkeypatch.setattr(remote, "TIMEOUT", 1 if kind.name == "silence" else 30)
    with odd(site, kind.settings) as server:
        server.does(kind.does)
        code, named = told(server.address)
    compresses = kind.settings.gzip or kind.does.get("packs_all")
    assert {*named} == {kind.name, "" if compresses else "plain"} - UNSEEN.keys() - {""}
    assert code == (1 if kind.name in host.WRONG else 0)


def test_a_sign_in_page_in_the_place_of_everything_is_told_by_its_name(site: Path) -> None:
    with odd(site) as server:
        server.front = "login"
        with pytest.raises(Problem, match=r"^sign-in page: .* another page is in its place"):
            told(server.address)


@pytest.mark.parametrize(
    ("home", "name"),
    [
        ("http://school.test/downhill/", "http"),
        ("https://school.test/downhill/", ""),
        ("http://localhost:8000/", ""),
        ("http://[::1]:8000/", ""),
    ],
)
def test_an_address_without_https_is_told(home: str, name: str) -> None:
    assert [one.name for one in host.findings(home, [], datetime.now(UTC))] == ([name] if name else [])


def test_all_names_that_the_check_knows_are_of_kinds_of_hosts() -> None:
    assert host.names() | UNSEEN.keys() | {"sign-in page"} == {kind.name for kind in KINDS}
    assert not host.names() & UNSEEN.keys()


def test_the_paper_lists_each_kind_of_host_and_what_happens_there() -> None:
    lines = (paths.ROOT / "docs" / "browsers.md").read_text(encoding="utf-8").splitlines()
    first = lines.index(KINDS[0].row)
    assert lines[first : first + len(KINDS)] == [kind.row for kind in KINDS]
    assert not lines[first + len(KINDS)].startswith("|")


@pytest.mark.parametrize(
    ("header", "lacking"),
    [
        ("", []),
        (policy.SENT, []),
        ("script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:", []),
        ("default-src * 'unsafe-inline' 'unsafe-eval' data: blob:", []),
        ("default-src https: 'unsafe-inline' 'unsafe-eval' data: blob:; worker-src example.org blob:", []),
        ("upgrade-insecure-requests; frame-ancestors 'none'", []),
        ("connect-src 'none'", ["'self' in connect-src", "blob: in connect-src", "data: in connect-src"]),
        ("script-src 'self' 'unsafe-inline' 'unsafe-eval'", ["blob: in script-src", "blob: in worker-src"]),
        ("font-src 'self', font-src 'none'; font-src 'self'", ["'self' in font-src"]),
    ],
)
def test_what_a_hosts_policy_refuses_is_listed(header: str, lacking: list[str]) -> None:
    assert host_policy.lacking(header) == lacking


def test_a_folder_that_is_redirected_as_a_whole_is_checked_where_it_is(site: Path) -> None:
    with odd(site) as server, odd(site) as other:
        other.elsewhere = server.address
        assert told(other.address) == (0, ["plain"])
