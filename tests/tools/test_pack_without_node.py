"""The pack where there is no Node.js."""

from pathlib import Path

import pytest

from tests.support.often import thorough
from tests.support.parts import names_in, unpacked
from tools.common.console import Problem, Say
from tools.setup import npm
from tools.setup.runtime import Runtime
from tools.startup import snapshot
from tools.startup.snapshot import archives, compressing
from tools.startup.snapshot.compressing import Part


def offline(say: Say) -> list[str]:
    """What bringing npm comes to without a network."""
    raise Problem("the package registry can't be reached.")


@pytest.fixture
def without_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npm, "node", lambda: None)
    monkeypatch.setattr(npm, "client", offline)


def paths_in(part: Part) -> list[str]:
    """The paths of all files in a part."""
    return names_in(unpacked(part.file))


@thorough
@pytest.mark.usefixtures("without_node")
def test_without_node_there_is_a_pack_and_no_snapshot_and_one_sentence_says_so(
    cached: Runtime, kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compressing, "quality", lambda size: 1)  # the best one takes minutes
    said: list[str] = []
    made = snapshot.prepare(kit, cached.pyodide, tmp_path, said.append)
    assert [line for line in said if "no snapshot" in line] == [
        "No Node.js (the package registry can't be reached.), so no snapshot: "
        "Python will start from a pack alone, which takes longer"
    ]
    assert {"standard", "pack", *archives.NAMES, "core", "libs"} == set(made)
    standard, paths = paths_in(made["standard"]), paths_in(made["pack"])
    site = "/lib/python3.14/site-packages/"
    assert "/lib/python3.14/os.py" in standard
    assert {site + "matplotlib/axes/_axes.py", site + "downhill/app.py"} < set(paths)
    assert site + "matplotlib/pyplot.py" not in paths
    assert snapshot.prepare(kit, cached.pyodide, tmp_path, said.append) == made
