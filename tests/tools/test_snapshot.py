"""Python made ready ahead of time: the versions that it is made for, and a pack where there is no Node.js."""

import json
import re
from pathlib import Path

import matplotlib
import numpy as np
import pytest

from tests.support.makers import wheel
from tests.support.often import thorough
from tests.support.parts import names_in, unpacked
from tools.common import paths
from tools.common.console import Problem, Say
from tools.setup import npm
from tools.setup.runtime import Runtime
from tools.startup import slim_core, snapshot
from tools.startup.snapshot import archives, compressing, versions
from tools.startup.snapshot.compressing import Part


def runtime(folder: Path) -> Path:
    """A folder with Pyodide's list of packages, and wheels of the versions that are here."""
    packages = {}
    for name, version in (("numpy", np.__version__), ("matplotlib", matplotlib.__version__)):
        file = wheel(folder / f"{name}-{version}-any.whl", {f"{name}/__init__.py": b""})
        packages[name] = {"depends": [], "file_name": file.name}
    lock = {"info": {"python": "3.14.0"}, "packages": packages}
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"python": "3.15.1"}, r"^Pyodide has Python 3\.15\.1, and .* Python 3\.14\.$"),
        ({"numpy": "9.9.9"}, r"^numpy is \S+ here and 9\.9\.9 in the browser"),
        ({"matplotlib": ""}, "^there is no wheel of matplotlib for the browser"),
    ],
)
def test_versions_that_do_not_agree_are_refused_by_name(
    tmp_path: Path, changed: dict[str, str], sentence: str
) -> None:
    pyodide = runtime(tmp_path)
    versions.agree(pyodide)
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    lock["info"]["python"] = changed.pop("python", "3.14.0")
    (pyodide / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    for name, version in changed.items():
        (old,) = pyodide.glob(f"{name}-*.whl")
        old.rename(pyodide / f"{name}-{version}-any.whl") if version else old.unlink()
    with pytest.raises(Problem, match=sentence):
        versions.agree(pyodide)


def test_the_memory_of_python_has_a_bound_that_a_small_device_can_bear(cached: Runtime) -> None:
    assert "getHeapMax=()=>1073741824;" in slim_core.of_runtime(cached.pyodide)
    with pytest.raises(Problem, match="does not say how large its memory may grow"):
        slim_core.bounded("a;b")


def test_the_list_was_read_against_the_version_of_the_lock() -> None:
    lock = json.loads(paths.LOCK.read_text(encoding="utf-8"))
    (version,) = {source["version"] for source in lock["sources"] if source["package"] == "pyodide"}
    assert version == slim_core.SEEN_IN


def test_every_private_name_is_in_the_runtime(cached: Runtime) -> None:
    texts = [(cached.pyodide / f).read_text(encoding="utf-8") for f in ("pyodide.mjs", "pyodide.asm.mjs")]
    words = {word for text in texts for word in re.findall(r"\w+", text)}
    names = (*slim_core.OPTIONS, *slim_core.OF_PYODIDE, *slim_core.OF_EMSCRIPTEN)
    assert {*names} <= words


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
