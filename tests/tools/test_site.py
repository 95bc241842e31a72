"""The folder that a browser gets."""

import base64
import hashlib
import re
import zipfile
from pathlib import Path

import pytest

from tests.conftest import as_good_as_awake
from tests.support.often import thorough
from tools import site
from tools.common import paths
from tools.languages.language import FIRST
from tools.release.publish import EPOCH
from tools.setup.runtime import Runtime
from tools.startup.download_size import weights
from tools.startup.snapshot import PARTS, archives


def names(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def app(built: Path) -> Path:
    (found,) = built.glob("app-*")
    return found


@thorough
def test_building_again_gives_the_same_bytes(built: Path, tiny: Runtime, tmp_path: Path) -> None:
    site.build(tmp_path, tiny, print, as_good_as_awake, lambda: [FIRST])
    assert names(tmp_path) == names(built)
    differing = [
        name for name in names(built) if (tmp_path / name).read_bytes() != (built / name).read_bytes()
    ]
    assert differing == []


def test_the_kits_archive_holds_every_module_and_the_typefaces(kit: Path) -> None:
    with zipfile.ZipFile(kit) as archive:
        packed = set(archive.namelist())
        ours = {
            f.relative_to(site.PY).as_posix()
            for part in ("downhill", "worker")
            for f in (site.PY / part).rglob("*.py")
            if not archives.is_late(f.relative_to(site.PY).as_posix())
        }
        assert len(ours) > 100
        assert ours <= packed
        assert {Path(name).suffix for name in packed - ours} == {".ttf"}
        assert len(packed - ours) == 2
        assert {entry.date_time for entry in archive.infolist()} == {EPOCH}
        name = "downhill/maths/descent.py"
        assert archive.read(name) == (site.PY / name).read_bytes()


def test_the_boot_knows_every_part_of_the_start_with_its_size_and_sum(built: Path) -> None:
    folder = app(built) / "boot" / "shared"
    text = (folder / "parts.js").read_text(encoding="utf-8")
    rows = re.findall(r'part\("(.+?)", "(.+?)", (\d+), "(.+?)"', text)
    assert (
        len(rows) == len(PARTS) + 5
    )  # a second half, the page's own modules, a decoder, what makes QR codes and runs code
    for path, name, size, total in rows:
        assert path.endswith(f"/{name}")
        data = (folder / path).read_bytes()
        assert len(data) == int(size)
        assert base64.b64encode(hashlib.sha256(data).digest()).decode() == total
    assert {Path(path).suffix for path, *_ in rows} == {".bin"}
    assert '"packages": {}' in text


@pytest.mark.parametrize(
    "kind", ["*.html", "app-*/*.css", "app-*/boot/*/*", "app-*/**/*.py", "app-*/figures/*.svg"]
)
def test_nothing_that_ships_knows_where_it_was_built_or_asks_another_origin(built: Path, kind: str) -> None:
    found = list(built.glob(kind))
    assert found
    for file in found:
        text = file.read_text(encoding="utf-8")
        assert str(paths.ROOT) not in text, file.name
        assert str(Path.home()) not in text, file.name
        known = (
            "http://www.w3.org/",
            "https://www.w3.org/",
            "http://purl.org/",
            "http://creativecommons.org/",
            "https://example.org/",  # stands for nobody's address: it is reserved for that
            "https://classroom.google.com/share?",  # where a teacher's press opens it, with the link
            "https://teams.microsoft.com/share?",
        )
        for address in re.findall(r"https?://[^\s\"'<>)]+", text):
            assert address.startswith(known), (file.name, address)


def test_every_script_that_is_built_has_the_ending_that_every_host_knows(built: Path) -> None:
    assert list(built.glob("**/*.js"))
    assert list(built.glob("**/*.mjs")) == []


def test_a_start_weighs_at_most_4_megabytes_from_the_pack_and_10_from_the_snapshot(built_page: Path) -> None:
    packed, woken = weights(built_page)["together"]
    assert 2e6 < packed <= 4e6
    assert 5e6 < woken <= 10e6
