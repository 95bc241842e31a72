"""The bill of materials, and the licences of what is passed on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.support.worker_list import kept
from tools.common import paths
from tools.release import changelog, licenses, sbom
from tools.setup import lock
from tools.setup.runtime import Runtime

SOURCES = lock.read(paths.LOCK)
WHEELS = [file for source in SOURCES for file in source.files if file.name.endswith(".whl")]
BILL: dict[str, Any] = json.loads(sbom.bill(SOURCES, "1.2.3"))


def every(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from every(component.get("components", []))


ALL = list(every(BILL["components"]))
ADDRESSES = [component["purl"] for component in ALL]


def test_the_bill_keeps_to_its_schema() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(BILL)) is None


def test_of_what_only_carries_wheels_there_are_the_wheels_with_the_sums_of_their_files() -> None:
    for wheel in WHEELS:
        name, version = wheel.name.split("-")[:2]
        (found,) = (component for component in ALL if f"file_name={wheel.name}" in component["purl"])
        assert (found["name"], found["version"]) == (name.replace("_", "-"), version)
        assert [each["content"] for each in found["hashes"]] == [wheel.sha256]
    assert not [address for address in ADDRESSES if "open-webui" in address]


def test_every_component_has_an_address_of_its_own_and_a_licence_that_spdx_knows() -> None:
    assert len(set(ADDRESSES)) == len(ADDRESSES) > 60
    for component in ALL:
        (licence,) = component["licenses"]
        assert "expression" in licence or "id" in licence["license"], component["purl"]


def test_a_site_has_the_bill_of_the_changelogs_version_and_no_visit_fetches_it(built: Path) -> None:
    told = json.loads((built / sbom.NAME).read_text(encoding="utf-8"))
    assert told == json.loads(sbom.bill(SOURCES, changelog.newest().number))
    assert {sbom.NAME, licenses.NAME}.isdisjoint(kept(built, "en"))
    for file in [*built.glob("*.html"), *built.glob("app-*/*.json")]:
        text = file.read_text(encoding="utf-8")
        assert sbom.NAME not in text, file.name
        assert licenses.NAME not in text, file.name


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
