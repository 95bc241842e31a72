"""Writes the licenses of everything in a published folder as one text: what they cover, and what they say."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tools.common import paths
from tools.setup.lock import Part, Source
from tools.setup.runtime import Runtime

NAME = "LICENSES.txt"
NAMED = re.compile(r".+\.dist-info/.*(LICENSE|COPYING|NOTICE)[^/]*")
"""Files of a wheel that hold its license."""
RULE = f"\n{'-' * 80}\n\n"


def write(out: Path, sources: Sequence[Source], runtime: Runtime) -> None:
    """Write the text into the site `out`: our own license, a list from the lock, and the packages' texts."""
    own = (paths.ROOT / "LICENSE").read_text(encoding="utf-8").partition("\n---")[0].rstrip()
    table = [
        "This folder holds the following work by others. Entries without a version were bundled into the",
        "package above them. License names are SPDX identifiers (https://spdx.org/licenses/).",
        "",
        *rows(sources),
    ]
    texts = [f"{whose}\n\n{text.strip()}" for whose, text in found(runtime)]
    joined = RULE.join([f"Downhill\n\n{own}\n", "\n".join(table) + "\n", *(f"{text}\n" for text in texts)])
    (out / NAME).write_text(joined, encoding="utf-8")


def rows(sources: Iterable[Source]) -> Iterator[str]:
    """Yield a line for each package: name, version, license; those inside another are indented below it."""
    for source in sources:
        if source.license:
            yield _row(Part(source.registry, source.package, source.version, source.license, ""))
        for part in source.parts:
            yield ("  " if source.license else "") + _row(part)


def _row(part: Part) -> str:
    return f"{part.package} {part.version}".strip() + f": {part.license}"


def found(runtime: Runtime) -> Iterator[tuple[str, str]]:
    """Yield the texts that packages contain: pairs of where a text is from, and what it says."""
    for part, folder in zip(Runtime._fields, runtime, strict=True):
        for file in sorted(folder.glob("LICENSE*")):
            yield f"{part}/{file.name}", file.read_text(encoding="utf-8")
    for wheel in sorted(runtime.pyodide.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for name in sorted(filter(NAMED.fullmatch, archive.namelist())):
                yield name, archive.read(name).decode(errors="replace")
