from pathlib import Path

from tools.common import hashes


def test_the_sums_are_those_of_the_standards(tmp_path: Path) -> None:
    path = tmp_path / "abc"
    path.write_bytes(b"abc")  # FIPS 180-2, the first example
    assert hashes.sha256(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert hashes.integrity(path).startswith(
        "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PC"
    )


def test_a_trees_sum_follows_its_names_and_bytes(tmp_path: Path) -> None:
    room = tmp_path / "py"
    room.mkdir()
    sums = [hashes.tree([room], tmp_path)]
    (room / "a.py").write_text("1")
    sums.append(hashes.tree([room], tmp_path))
    (room / "a.py").write_text("2")
    sums.append(hashes.tree([room], tmp_path))
    (room / "a.py").rename(room / "b.py")
    sums.append(hashes.tree([room], tmp_path))
    assert len(set(sums)) == 4


def test_what_decides_nothing_leaves_a_trees_sum_alone(tmp_path: Path) -> None:
    room = tmp_path / "py"
    (room / "__pycache__").mkdir(parents=True)
    before = hashes.tree([room, tmp_path / "not there"], tmp_path)
    (room / "__pycache__" / "a.cpython-311.pyc").write_text("x")
    (room / ".a.py.swp").write_text("x")
    assert hashes.tree([room], tmp_path) == before
