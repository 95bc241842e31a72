"""Checks whether a folder or an address still matches its manifest: a sentence per difference."""

from collections.abc import Iterable
from pathlib import Path

from tools.common import hashes
from tools.common.console import Problem, Say
from tools.release import host, manifest, remote
from tools.release.manifest import Manifest

ADDRESS = ("http://", "https://")
MOST = 12
"""Files that are listed one by one."""


def check(target: str, here: Manifest | None, say: Say) -> int:
    """Print what is wrong with a build in a folder or at an address, and what kind of host that is.

    Returns 1 if anything is wrong, else 0.

    `here` is this machine's own build, if there is one, to tell whether an address has the same. Raises
    `Problem` if there is no manifest to check against.
    """
    online = target.startswith(ADDRESS)
    home, known = remote.manifest_at(target) if online else (target, _manifest_in(Path(target)))
    if not known.files:
        raise Problem(f"{manifest.NAME} in {target} lists no files: it was written by another version.")
    found = remote.answers(home, known, say) if online else []
    wrong = list(remote.faults(found) if online else faults(Path(target), known))
    kinds = list(host.findings(home, found) if online else [])
    for sentence in (*_first(wrong), *map(str, kinds)):
        say(sentence)
    if online and here:
        same = "the same build as" if known.files == here.files else "a different build from"
        say(f"{target} lists {same} the one on this machine.")
    size = sum(entry.size for entry in known.files.values()) / 1e6
    if not wrong:
        say(f"All {len(known.files)} files are as they were built ({size:.1f} MB).")
    return 1 if wrong or any(kind.wrong for kind in kinds) else 0


def _first(wrong: list[str]) -> list[str]:
    """Return the first `MOST` sentences, and how many more there are, so that later output stays visible."""
    more = len(wrong) - MOST
    return wrong if more <= 1 else [*wrong[:MOST], f"{more} more files differ."]


def faults(folder: Path, known: Manifest) -> Iterable[str]:
    """Yield a sentence for every file of a folder that is missing, changed, or not part of the build."""
    found = manifest.sizes(folder)
    for name, entry in sorted(known.files.items()):
        if name not in found:
            yield f"{name} is missing."
        elif found[name] != entry.size:
            yield f"{name} has changed: it has {found[name]} bytes instead of {entry.size}."
        elif hashes.sha256(folder / name) != entry.sha256:
            yield f"{name} has changed: its bytes are not what was built."
    for name in sorted(found.keys() - known.files.keys()):
        yield f"{name} is not part of the build."


def _manifest_in(folder: Path) -> Manifest:
    if not folder.is_dir():
        raise Problem(
            f"{folder} is not a folder: name one, or an address that begins with http:// or https://."
        )
    known = manifest.read(folder)
    if known is None:
        raise Problem(f"{folder} has no {manifest.NAME}: it is not a Downhill build, or an incomplete one.")
    return known
