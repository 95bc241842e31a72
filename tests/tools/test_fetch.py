import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import makers
from tools.common.console import Problem
from tools.setup import fetch

Maker = Callable[[Path, dict[str, bytes]], Path]
MEMBERS = {"package/dist/core.js": b"core", "package/LICENSE": b"free"}


class Broken(io.BytesIO):
    """A download that breaks off after its first piece."""

    def read(self, size: int | None = -1) -> bytes:
        piece = super().read(2)
        if not piece:
            raise ConnectionResetError("the line went dead")
        return piece


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_a_file_gets_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    with pytest.raises(ConnectionResetError):
        fetch.keep(Broken(b"core"), makers.file("a/core.js", b"core"), tmp_path)
    assert left(tmp_path) == []


def test_a_file_with_another_hash_is_refused_and_not_kept(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"core\.js is not what was expected"):
        fetch.keep(io.BytesIO(b"evil"), makers.file("a/core.js", b"core"), tmp_path)
    assert left(tmp_path) == []


def test_a_refused_file_leaves_an_older_one_in_place(tmp_path: Path) -> None:
    (tmp_path / "core.js").write_bytes(b"older")
    with pytest.raises(Problem):
        fetch.keep(io.BytesIO(b"evil"), makers.file("a/core.js", b"core"), tmp_path)
    assert (tmp_path / "core.js").read_bytes() == b"older"


@pytest.mark.parametrize(("maker", "suffix"), [(makers.tarball, ".tgz"), (makers.wheel, ".whl")])
def test_only_the_files_of_the_lock_are_taken_out_of_an_archive(
    tmp_path: Path, maker: Maker, suffix: str
) -> None:
    archive = maker(tmp_path / f"core{suffix}", {**MEMBERS, "package/dist/core.js.map": b"map"})
    files = tuple(makers.file(name, data) for name, data in MEMBERS.items())
    fetch.unpack(archive, files, tmp_path / "out")
    assert left(tmp_path / "out") == ["LICENSE", "core.js"]


@pytest.mark.parametrize(("maker", "suffix"), [(makers.tarball, ".tgz"), (makers.wheel, ".whl")])
def test_a_file_that_an_archive_lacks_is_named(tmp_path: Path, maker: Maker, suffix: str) -> None:
    archive = maker(tmp_path / f"core{suffix}", MEMBERS)
    with pytest.raises(Problem, match=rf"core{suffix} has no package/dist/gone\.js"):
        fetch.unpack(archive, (makers.file("package/dist/gone.js", b""),), tmp_path / "out")
