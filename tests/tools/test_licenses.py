"""The licences of what is passed on."""

from pathlib import Path

from tests.support.worker_list import kept
from tools.common import paths
from tools.release import licenses
from tools.setup import lock
from tools.setup.runtime import Runtime

SOURCES = lock.read(paths.LOCK)
WHEELS = [file for source in SOURCES for file in source.files if file.name.endswith(".whl")]


def test_no_visit_fetches_them(built: Path) -> None:
    assert licenses.NAME not in kept(built, "en")
    for file in [*built.glob("*.html"), *built.glob("app-*/*.json")]:
        assert licenses.NAME not in file.read_text(encoding="utf-8"), file.name


def test_a_site_has_the_licence_of_every_package_and_the_texts_that_packages_bring(built: Path) -> None:
    text = (built / licenses.NAME).read_text(encoding="utf-8")
    assert text.startswith("Downhill\n\nMIT License\n")
    lines = [line.strip() for line in text.splitlines()]
    for source in SOURCES:
        for part in source.parts:
            assert f"{part.package} {part.version}".strip() + f": {part.license}" in lines
    assert "SIL OPEN FONT LICENSE" in text


def test_texts_of_all_wheels_are_found(cached: Runtime) -> None:
    named = [whose for whose, _ in licenses.found(cached)]
    for wheel in WHEELS:
        assert [whose for whose in named if whose.startswith("-".join(wheel.name.split("-")[:2]))], wheel.name


def test_a_page_that_is_one_file_brings_the_licences_along(built: Path) -> None:
    (page,) = built.glob("single-*/downhill.html")
    assert (built / licenses.NAME).read_text(encoding="utf-8") in page.read_text(encoding="utf-8")
