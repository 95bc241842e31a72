"""The archives of modules that wait on the site."""

import json
from pathlib import Path

import brotli
import pytest

from tests.support.makers import wheel
from tests.support.parts import names_in
from tools.setup.runtime import Runtime
from tools.startup.snapshot import archives

SO = ".cpython-314-wasm32-emscripten.so"


@pytest.fixture
def pyodide(tmp_path: Path) -> Path:
    """A standard library of two modules, and a wheel with a bit of everything."""
    wheel(
        tmp_path / "python_stdlib.zip", {"csv.py": b"c", "email/__init__.py": b"", "email/charset.py": b"e"}
    )
    members = {
        "a/b/c.py": b"abc",
        f"a/fast{SO}": b"so",
        f"a/slow{SO}": b"so",
        "a/tests/t.py": b"",
        "a/x.h": b"",
    }
    wheel(tmp_path / "a-1-any.whl", members)
    return tmp_path


def test_modules_are_listed_by_name_with_the_packages_around_them(pyodide: Path) -> None:
    assert archives.modules(pyodide) == {
        "library": ["csv", "email", "email.charset"],
        "packages": ["a", "a.b", "a.b.c", "a.fast", "a.slow"],
        "svg": [],
    }


def test_an_archive_holds_the_files_behind_its_index_without_the_libraries_that_are_loaded(
    pyodide: Path,
) -> None:
    site = "/lib/python3.14/site-packages/"
    data = archives.archives(pyodide, {f"{site}a/fast{SO}"})["packages"]
    at = 4 + int.from_bytes(data[:4], "little")
    assert json.loads(data[4:at]) == [[f"{site}a/b/c.py", 3], [f"{site}a/slow{SO}", 2]]
    assert data[at:] == b"abcso"


def test_what_only_an_svg_takes_is_in_an_archive_of_its_own_alone(pyodide: Path) -> None:
    apart = ["/lib/python314.zip/csv.py", "/lib/python3.14/site-packages/a/b/c.py"]
    found = {name: names_in(data) for name, data in archives.archives(pyodide, (), apart).items()}
    assert found == {
        "library": ["/lib/python3.14/email/__init__.py", "/lib/python3.14/email/charset.py"],
        "packages": [f"/lib/python3.14/site-packages/a/{name}{SO}" for name in ("fast", "slow")],
        "svg": ["/lib/python3.14/csv.py", "/lib/python3.14/site-packages/a/b/c.py"],
    }


def test_on_the_built_page_an_svg_finds_all_that_it_takes_in_its_archive(built_page: Path) -> None:
    (archive,) = built_page.glob("start-*/svg.bin")
    names = {archives.module(path) for path in names_in(brotli.decompress(archive.read_bytes()))}
    plugins = {f"PIL.{name}ImagePlugin" for name in ("Bmp", "Gif", "Jpeg", "Ppm", "Png")}
    assert {"matplotlib.backends.backend_mixed", "matplotlib.backends.backend_svg", "PIL._imaging"} < names
    assert plugins < names


def test_of_the_true_runtime_every_package_of_the_lessons_is_there(cached: Runtime) -> None:
    names = archives.modules(cached.pyodide)
    assert {"statistics", "csv", "unittest", "xml.etree.ElementTree"} < set(names["library"])
    assert {"numpy.random", "matplotlib.pyplot", "mpl_toolkits", "mpl_toolkits.mplot3d"} < set(
        names["packages"]
    )
