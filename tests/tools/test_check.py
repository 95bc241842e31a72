"""`serve.py check`: whether a folder or a host has all that was built, and which kind of host it is."""

from pathlib import Path

import pytest

from tests.support.faults import COMPRESSING, PLAIN, faulty
from tests.support.kinds_of_hosts import KINDS, Kind
from tools.common import paths, policy
from tools.common.console import Problem
from tools.release import check, manifest, publish
from tools.server.server import Settings, serving

FILES = {
    "index.html": "<!doctype html>",
    "app-0123456789ab/boot.js": "go();" * 99,
    "app-0123456789ab/a.wasm": "w",
}


def fill(out: Path) -> None:
    (out / "app-0123456789ab").mkdir()
    for name, text in FILES.items():
        (out / name).write_text(text)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    publish.publish(tmp_path / "site", "1", fill)
    return tmp_path / "site"


def spoil(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "app-0123456789ab" / "boot.js").write_text("go!")
    (site / "app-0123456789ab" / "a.wasm").write_text("x")


SPOILT = [
    "app-0123456789ab/a.wasm has changed: its bytes are not what was built.",
    "app-0123456789ab/boot.js has changed: it has 3 bytes instead of 495.",
    "index.html is missing.",
]


def said(target: str, here: manifest.Manifest | None = None) -> tuple[int, list[str]]:
    """What the check says of a target, without its progress."""
    lines: list[str] = []
    code = check.check(target, here, lines.append)
    return code, [line for line in lines if not line.startswith("Fetching")]


def test_each_missing_changed_or_further_file_has_its_sentence_in_a_folder_and_on_a_host(site: Path) -> None:
    assert said(str(site)) == (0, ["All 3 files are as they were built (0.0 MB)."])
    spoil(site)
    with serving(site, settings=Settings(gzip=True)) as address:
        assert said(address) == (1, SPOILT)
    (site / "thesis.txt").touch()
    (site / ".DS_Store").touch()
    assert said(str(site)) == (1, [*SPOILT, "thesis.txt is not part of the build."])


def test_a_folder_without_a_manifest_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"has no downhill\.json: it is not a Downhill build"):
        said(str(tmp_path))


@pytest.mark.parametrize("settings", [Settings(), Settings(prefix="/a/b/", gzip=True), Settings(plain=True)])
@pytest.mark.parametrize("rest", ["", "index.html", "index.html?start=packed#line&v=1"])
def test_a_host_that_hands_out_the_build_passes_compressed_or_not(
    site: Path, settings: Settings, rest: str
) -> None:
    with serving(site, settings=settings) as address:
        assert said(address + rest) == (0, ["All 3 files are as they were built (0.0 MB)."])


def test_an_address_without_a_manifest_is_told(tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        with pytest.raises(Problem, match=r"downhill\.json can't be fetched: the host answers 404\."):
            said(address)
        (tmp_path / manifest.NAME).write_text("<!doctype html>")
        with pytest.raises(Problem, match="is not a Downhill manifest but another page"):
            said(address)


ALL = {
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
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small build with a file of each kind that counts."""

    def fill(out: Path) -> None:
        for name, text in ALL.items():
            (out / name).parent.mkdir(exist_ok=True)
            (out / name).write_text(text, encoding="utf-8")

    folder = tmp_path_factory.mktemp("check") / "site"
    publish.publish(folder, "1", fill)
    return folder


def told(address: str) -> tuple[int, list[str]]:
    """What the check says of an address: its code, and the kinds of host that it names."""
    code, lines = said(address)
    return code, [name for name in NAMES if any(line.startswith(f"{name}: ") for line in lines)]


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in KINDS if not kind.address])
def test_each_kind_of_host_is_told_by_its_name_and_as_no_other(whole: Path, kind: Kind) -> None:
    with faulty(whole, PLAIN if kind.name == "plain" else COMPRESSING) as server:
        server.play(kind.does)
        code, names = told(server.address)
    spare = "put_in" in kind.does  # what the proxy sends is not compressed
    assert (code, names) == (0 if kind.name == "plain" else 1, ["plain"] * spare + [kind.name])


def test_a_sign_in_page_in_the_place_of_everything_is_told_by_its_name(whole: Path) -> None:
    with faulty(whole) as server:
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
def test_a_hosts_policy_under_which_python_starts_is_no_fault(whole: Path, header: str) -> None:
    with faulty(whole, COMPRESSING) as server:
        server.more = {"Content-Security-Policy": header}
        assert told(server.address) == (0, [])
