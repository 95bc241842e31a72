"""What `python3 -m bench` can be asked for."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

EVERYTHING = ("start", "blocked", "bytes", "move", "frames", "train", "memory")


class Options(NamedTuple):
    """A call's options, checked."""

    site: Path | None
    runs: int
    throttles: tuple[int, ...]
    line: float | None
    wanted: frozenset[str]
    alone: bool
    markdown: bool


def parse(arguments: Sequence[str]) -> Options:
    """Read the command line; what is mangled ends in a sentence and exit code 2."""
    given = _parser().parse_args(arguments)
    return Options(
        site=given.site,
        runs=given.runs or (2 if given.quick else 5),
        throttles=(1,) if given.quick else (1, 4),
        line=given.line,
        wanted=given.only,
        alone=given.alone,
        markdown=given.markdown,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m bench",
        description="Measure our page against a plain PyScript page, alternating, in a real browser.",
    )
    add = parser.add_argument
    add("--site", type=Path, metavar="DIR", help="the folder of a built page (default: ours, built)")
    add("--runs", type=_positive(int), metavar="N", help="runs that alternate (default: 5)")
    add("--quick", action="store_true", help="two runs, without the 4x slower processor")
    add("--only", type=_measures, default=frozenset(EVERYTHING), metavar="A,B", help=", ".join(EVERYTHING))
    add("--line", type=_positive(float), metavar="MBIT", help="also visit over a line of that many Mbit/s")
    add("--alone", action="store_true", help="visit our page only")
    add("--markdown", action="store_true", help="print the table as Markdown")
    return parser


def _measures(text: str) -> frozenset[str]:
    names = frozenset(text.split(","))
    if unknown := sorted(names - set(EVERYTHING)):
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: expected some of {', '.join(EVERYTHING)}")
    return names


def _positive(kind: type[int] | type[float]) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            value = kind(text)
        except ValueError:
            value = 0
        if not 0 < value < float("inf"):
            raise argparse.ArgumentTypeError(f"{text}: expected a number greater than 0")
        return value

    return read
