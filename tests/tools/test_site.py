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
from tools.pages.papers import PAPERS
from tools.pages.worksheets import SHEETS
from tools.release.zip import EPOCH
from tools.setup.runtime import Runtime
from tools.startup import parts_file
from tools.startup.snapshot import PARTS, archives


def names(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def app(built: Path) -> Path:
    (found,) = built.glob("app-*")
    return found


def test_at_the_top_lie_the_pages_their_worker_what_tells_of_it_and_eight_folders_named_after_their_content(
    built: Path,
) -> None:
    shapes = sorted(re.sub("-[0-9a-f]{12}$", "-#", entry.name) for entry in built.iterdir())
    folders = [
        "app-#",
        "brotli-#",
        "micropython-#",
        "pyodide-#",
        "pyscript-#",
        "single-#",
        "start-#",
        "workbox-#",
    ]
    pages = ["index.html", "make.html", *(f"{paper}.html" for paper in (*PAPERS, *SHEETS))]
    telling = [".nojekyll", "LICENSES.txt", "README.txt"]
    assert shapes == sorted(["sw.js", *telling, *pages, *folders])


def test_the_runtime_is_laid_out_byte_by_byte(built: Path, tiny: Runtime) -> None:
    for part in ("pyscript", "micropython"):
        source: Path = getattr(tiny, part)
        (copy,) = built.glob(f"{part}-*")
        named = {name: parts_file.NAMES.get(name, name) for name in names(source)}
        assert names(copy) == sorted(named.values())
        assert all((copy / new).read_bytes() == (source / old).read_bytes() for old, new in named.items())


def test_of_pyodide_only_the_core_is_laid_out(built: Path) -> None:
    (core,) = built.glob("pyodide-*")
    assert names(core) == sorted(parts_file.NAMES.get(name, name) for name in site.CORE)


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


def test_the_kit_wakes_from_its_archive_alone(kit: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    with zipfile.ZipFile(kit) as archive:
        archive.extractall(tmp_path)
    program = (
        "from pathlib import Path; import downhill; from downhill.drawing.style import load_fonts;"
        "from downhill.lessons import all_lessons; from downhill.dispatch import Dispatcher;"
        "from downhill.session.session import Session; from downhill.verbs import known;"
        "load_fonts(Path(downhill.__file__).parent / 'fonts');"
        "session = Session(all_lessons()); verbs = Dispatcher(session);"
        "[verbs.change(lesson.id, known('step')) for lesson in all_lessons()];"
        "views = [session.view(lesson.id) for lesson in all_lessons()];"
        "print(*[view.lesson for view in views if view.machine_steps == 1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.split()[:3] == ["valley", "line", "next-word"]


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


def test_the_page_and_the_worker_have_what_begins_them_and_what_comes_late_and_no_cache(built: Path) -> None:
    shipped = names(app(built))
    panel = {file.relative_to(site.PY).as_posix() for file in (site.PY / "page" / "teacher").glob("*.py")}
    assert {"worker/main.py", "page/main.py", "page.bin", *panel} <= set(shipped)
    assert not [name for name in shipped if "__pycache__" in name or name.endswith(".pyc")]


def test_a_change_of_one_file_changes_the_name_of_its_folder_only(built: Path, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one", encoding="utf-8")
    before = site._name(tmp_path)
    (tmp_path / "a").write_text("two", encoding="utf-8")
    assert site._name(tmp_path) != before
    assert re.fullmatch("[0-9a-f]{12}", before)


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
        )
        for address in re.findall(r"https?://[^\s\"'<>)]+", text):
            assert address.startswith(known), (file.name, address)


def test_the_core_of_python_is_found_from_the_boot(built: Path) -> None:
    worker, shared = app(built) / "boot" / "worker", app(built) / "boot" / "shared"
    for name in ("core.js", "core-module.js"):
        (path,) = re.findall(r'from "(.+?)"', (worker / name).read_text(encoding="utf-8"))
        assert (worker / path).is_file()
        assert path.endswith(".js")
    (home,) = re.findall(r'home = at\("(.+?)"\)', (shared / "parts.js").read_text(encoding="utf-8"))
    assert (shared / home).is_dir()


def test_every_script_that_is_built_has_the_ending_that_every_host_knows(built: Path) -> None:
    assert list(built.glob("**/*.js"))
    assert list(built.glob("**/*.mjs")) == []


def test_pyodide_still_knows_its_own_frames_by_the_name_of_its_core(cached: Runtime) -> None:
    core = (cached.pyodide / "pyodide.asm.mjs").read_text(encoding="utf-8")
    (known,) = re.findall(r'includes\("(pyodide[\w.]+)"\)', core)
    assert known in parts_file.NAMES["pyodide.asm.mjs"]
