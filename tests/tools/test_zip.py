import zipfile
from pathlib import Path

import pytest

from tools.common.console import Problem
from tools.release import manifest, publish, zip
from tools.release.check import faults


@pytest.fixture
def site(tmp_path: Path) -> Path:
    def fill(out: Path) -> None:
        (out / "start-0123456789ab").mkdir()
        (out / "start-0123456789ab" / "_a.wasm").write_bytes(b"wasm" * 500)
        (out / "index.html").write_text("hello")

    publish.publish(tmp_path / "site", "1", fill)
    return tmp_path / "site"


def test_the_zip_unpacks_to_one_folder_that_is_the_build(site: Path, tmp_path: Path) -> None:
    zip.write(site, tmp_path / "downhill.zip")
    with zipfile.ZipFile(tmp_path / "downhill.zip") as archive:
        archive.extractall(tmp_path / "there")
    known = manifest.read(tmp_path / "there" / "downhill")
    assert known
    assert len(known.files) == 2
    assert list(faults(tmp_path / "there" / "downhill", known)) == []
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["downhill"]


def test_the_same_build_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    zip.write(site, tmp_path / "one.zip")
    publish.publish(tmp_path / "copy", "1", publish.copy(site))
    zip.write(tmp_path / "copy", tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def broken(path: Path) -> bytes:
    raise RuntimeError("the pen broke")


def test_a_zip_that_fails_leaves_the_earlier_one_and_no_trace(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zip.write(site, tmp_path / "downhill.zip")
    before = (tmp_path / "downhill.zip").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", broken)
        with pytest.raises(RuntimeError):
            zip.write(site, tmp_path / "downhill.zip")
    assert (tmp_path / "downhill.zip").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["downhill.zip", "site"]


def test_only_an_earlier_zip_of_ours_is_replaced(site: Path, tmp_path: Path) -> None:
    zip.write(site, tmp_path / "downhill.zip")
    zip.write(site, tmp_path / "downhill.zip")
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("me.jpg", b"me")
    (tmp_path / "thesis.zip").write_text("years of work")
    for name in ("photos.zip", "thesis.zip", "site"):
        with pytest.raises(Problem, match=f"{name} already exists and is not a Downhill zip"):
            zip.write(site, tmp_path / name)
