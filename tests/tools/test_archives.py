"""The archives of modules that wait on the site."""

from pathlib import Path

import brotli

from tests.support.parts import names_in
from tools.setup.runtime import Runtime
from tools.startup.snapshot import archives


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
