"""Tables of the core that come with its second half: nothing that a visit does reads them."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.node import node
from tests.support.often import thorough
from tests.support.parts import unpacked
from tools.common import paths
from tools.setup.runtime import Runtime
from tools.startup import slim_core
from tools.startup.snapshot import SECOND, archives, prepare
from tools.startup.snapshot.compressing import Part
from tools.startup.snapshot.container import container, files_in
from tools.startup.split.cutting import CORE
from tools.startup.split.data import Segment, sections, segments
from tools.startup.split.module import SECTION, Module, custom, written

VISIT = paths.ROOT / "tests" / "support" / "visit.mjs"
POISON = b"\xaa"


@pytest.fixture(scope="module")
def made(cached: Runtime, kit: Path) -> Mapping[str, Part]:
    """What Python starts from, as it was built."""
    return prepare(kit, cached.pyodide, paths.cache(), print)


@pytest.fixture
def packed(made: Mapping[str, Part], tmp_path: Path) -> Path:
    """A folder with the pack and its libraries, and the second halves in one of its own."""
    folder = tmp_path / "packed"
    (folder / "libs").mkdir(parents=True)
    (folder / "second").mkdir()
    both = [pair for name in ("standard", "pack") for pair in files_in(unpacked(made[name].file))]
    (folder / "pack.bin").write_bytes(container(both))
    for name in (archives.COLD, *archives.NAMES):
        (folder / f"{name}.bin").write_bytes(unpacked(made[name].file))
    libraries = dict(files_in(unpacked(made["libs"].file)))
    for path, data in libraries.items():
        (folder / "libs" / Path(path).name).write_bytes(data)
    for name, part in made.items():
        if name.startswith(SECOND):
            (folder / "second" / f"{name}.bin").write_bytes(unpacked(part.file))
    (folder / "libraries.json").write_text(json.dumps(list(libraries)), encoding="utf-8")
    return folder


def visit(runtime: Path, core: bytes, packed: Path) -> tuple[list[str], str]:
    """Which second halves a visit with this core brought, and a sum over all that it showed."""
    home = packed.parent / "home"
    slim_core.lay_out(runtime, home)
    (home / slim_core.FILE).write_bytes(core)
    second = packed / "second"
    waiting = (archives.COLD, *archives.NAMES)
    command = [node(), str(VISIT), str(home), str(packed), str(second), *waiting]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    shutil.rmtree(home)
    brought, total = json.loads(done.stdout.splitlines()[-1])
    return brought, total


@thorough  # it plays two visits, minutes each
def test_a_visit_shows_the_same_whatever_lies_where_the_second_halfs_tables_will(
    made: Mapping[str, Part], cached: Runtime, packed: Path
) -> None:
    first, second = Module(unpacked(made[CORE].file)), Module(unpacked(made[f"{SECOND}{CORE}"].file))
    poison = [Segment(start, POISON * len(data)) for start, data in segments(second)]
    assert sum(len(data) for _, data in poison) > 500_000
    poisoned = written(first.sections | sections([*segments(first), *poison])) + custom(
        SECTION, CORE.encode()
    )
    whole = (cached.pyodide / slim_core.FILE).read_bytes()
    assert visit(cached.pyodide, poisoned, packed) == visit(cached.pyodide, whole, packed)
