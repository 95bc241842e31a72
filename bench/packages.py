"""How large the page is to carry: folder, zip, single files and packages, written into docs/scaling.md.

    python3 -m bench.packages

The page that is up to date is weighed; what is written for it is removed again.
"""

import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tools import cli
from tools.common import paths
from tools.common.console import MEGABYTE, guarded, say
from tools.release import manifest, zip
from tools.setup import environment

PAPER = paths.ROOT / "docs" / "scaling.md"
BETWEEN = re.compile(r"(?<=<!-- packages -->\n).*(?=<!-- end of packages -->)", re.DOTALL)


class Sizes(NamedTuple):
    """The bytes of what there is in a language: the one file, the packed one, the package for a gradebook."""

    single: int
    packed: int
    scorm: int


def written(folder: tuple[int, int], zipped: int, each: dict[str, Sizes], what: str) -> str:
    """Write the tables as Markdown: of the `folder` its bytes and files, and sizes by languages' codes."""
    size, files = folder
    rows = [
        f"{what}",
        "",
        "| for every language | size |",
        "| --- | ---: |",
        f"| the folder, {files} files | {_megabytes(size)} |",
        f"| `downhill.zip` | {_megabytes(zipped)} |",
        "",
        "| in one language | one file | packed | package for a gradebook |",
        "| --- | ---: | ---: | ---: |",
    ]
    for code, sizes in each.items():
        rows.append(f"| {code} | " + " | ".join(map(_megabytes, sizes)) + " |")
    return "\n".join([*rows, "", ""])


def measured(site: Path) -> str:
    """Write everything that there is to carry of a site, weigh it, and return the tables."""
    from tools.languages.language import all_languages

    sizes = manifest.sizes(site)
    with tempfile.TemporaryDirectory() as name:
        archive = Path(name, "downhill.zip")
        zip.write(site, archive)
        zipped = archive.stat().st_size
        each = {language.code: _weighed(site, Path(name), language.code) for language in all_languages()}
    today = datetime.now(UTC)
    return written((sum(sizes.values()), len(sizes)), zipped, each, f"Weighed on {today.day} {today:%B %Y}:")


def _weighed(site: Path, folder: Path, code: str) -> Sizes:
    from tools.scorm import scorm_file
    from tools.scorm.course import course_of
    from tools.single import single_file

    say(f"Writing the files in {code}")
    return Sizes(
        single_file.write(site, folder / f"{code}.html", code),
        single_file.write(site, folder / f"{code}-packed.html", code, packed=True),
        scorm_file.write(site, folder / f"{code}.zip", course_of(code)),
    )


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB"


def write(site: Path) -> None:
    """Write the tables of a site into the paper."""
    tables = measured(site)
    text = BETWEEN.sub(lambda _: "\n" + tables, PAPER.read_text(encoding="utf-8"))
    PAPER.write_text(text, encoding="utf-8")
    say(tables)


def main() -> int:
    """Weigh the page that is up to date, and write the tables anew."""
    environment.enter("build", ["-m", "bench.packages"])
    site = cli.built()
    sys.path.insert(0, str(paths.ROOT / "py"))  # the lessons tell which challenges a package has
    write(site)
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
