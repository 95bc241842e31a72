"""The bill of materials of a published folder, in CycloneDX: what of others is in it, as the lock tells."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from tools.setup.lock import Part, Source

NAME = "sbom.cdx.json"
OWN = "MIT"


def write(out: Path, sources: Sequence[Source], version: str) -> None:
    """Write the bill of this version of Downhill into the site `out`: the same lock gives the same bytes."""
    (out / NAME).write_text(bill(sources, version) + "\n", encoding="utf-8")


def bill(sources: Sequence[Source], version: str) -> str:
    """The bill as JSON. Its serial number is made from all else that it says, and it tells no time."""
    licenses = LicenseFactory()
    own = Component(
        name="downhill",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref="downhill",
        licenses=[licenses.make_from_string(OWN)],
    )
    bom = Bom(components=components(sources), serial_number=uuid.UUID(int=0))
    bom.metadata.component = own
    bom.metadata.timestamp = None  # type: ignore[assignment]  # else it is now
    bom.register_dependency(own, bom.components)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, JsonV1Dot6(bom).output_as_string())
    return JsonV1Dot6(bom).output_as_string(indent=1)


def components(sources: Sequence[Source]) -> Iterator[Component]:
    """A component for each package: those inside another one stand in it, but for what is only carried."""
    for source in sources:
        inside = [_component(part, _sums(source, part)) for part in source.parts]
        if source.license:
            own = Part(source.registry, source.package, source.version, source.license, "")
            sums = [_sum("sha256", source.sha256), *_of_npm(source.integrity)]
            yield _component(own, sums, inside)
        else:
            yield from inside


def _component(part: Part, sums: Sequence[HashType], inside: Sequence[Component] = ()) -> Component:
    scope, _, name = part.package.rpartition("/")
    more = {"file_name": part.file} if part.file else None
    address = PackageURL(part.registry, scope or None, name, part.version or None, more)
    return Component(
        name=name,
        group=scope or None,
        version=part.version or None,
        type=ComponentType.LIBRARY,
        bom_ref=address.to_string(),
        purl=address,
        hashes=sums,
        licenses=[LicenseFactory().make_from_string(part.license)],
        components=inside,
    )


def _sums(source: Source, part: Part) -> list[HashType]:
    """The sum of the file that a part is, if it is one."""
    return [_sum("sha256", file.sha256) for file in source.files if file.name == part.file]


def _of_npm(integrity: str) -> list[HashType]:
    return [_sum("sha512", base64.b64decode(integrity.removeprefix("sha512-")).hex())] if integrity else []


def _sum(name: str, total: str) -> HashType:
    algorithm = {"sha256": HashAlgorithm.SHA_256, "sha512": HashAlgorithm.SHA_512}[name]
    return HashType(alg=algorithm, content=total)
