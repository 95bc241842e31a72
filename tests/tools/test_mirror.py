import socket
from pathlib import Path

import pytest

from tests.support import makers
from tools.server.server import serving
from tools.setup import mirror

DATA = {"a-1.whl": b"first", "b-1.whl": b"second", "c-1.whl": b"third"}
FILES = tuple(makers.file(name, data) for name, data in DATA.items())


class Sayings(list[str]):
    def __call__(self, text: str) -> None:
        self.append(text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "mirror"
    folder.mkdir()
    for name, data in DATA.items():
        (folder / name).write_bytes(data)
    return folder


def test_a_wheel_of_a_mirror_with_another_hash_is_refused_by_name(folder: Path, tmp_path: Path) -> None:
    (folder / "a-1.whl").write_bytes(b"evil!")
    said = Sayings()
    with serving(folder) as address:
        assert mirror.wheels(address, FILES, tmp_path / "out", said) == FILES
    assert "a-1.whl is not what was expected" in said[-1]
    assert FILES[0].sha256 in said[-1]
    assert not (tmp_path / "out" / "a-1.whl").exists()


def test_a_mirror_that_never_answers_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror, "TIMEOUT", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        said = Sayings()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert mirror.wheels(address, FILES, tmp_path, said) == FILES
    assert "timed out" in said[-1]
