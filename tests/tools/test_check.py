"""`serve.py check`: whether a folder or a host has all that was built, told in sentences."""

from pathlib import Path

import pytest

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
