"""What `python3 -m bench` does, in order: venv, runtime, page, browser, the visits, the table."""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from bench import report
from bench.report import Condition, Sample
from tools import cli
from tools.common import paths
from tools.common.console import Problem, guarded, say
from tools.setup import environment, runtime

EVERYTHING = ("start", "bytes", "move", "train", "memory")


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


def main(arguments: Sequence[str]) -> int:
    """Measure what the command line asks for; returns the exit code."""
    options = parse(arguments)
    return guarded(lambda: _run(options, arguments))


def _run(options: Options, arguments: Sequence[str]) -> int:
    environment.enter("test", ["-m", "bench", *arguments])
    site = options.site or cli.built()
    if not (site / "index.html").is_file():
        raise Problem(f"{site} holds no index.html: name the folder of a built page.")
    samples, machine = _measure(options, site)
    _present(options, samples, machine)
    return 0


def _measure(options: Options, site: Path) -> tuple[list[Sample], str]:
    # These need what the venv holds.
    from playwright.sync_api import sync_playwright

    from bench import browser, pages, plan
    from tests import browser_setup

    chromium = browser_setup.ensure_chromium(say)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        pages.assemble(folder / "plain", runtime.ensure(paths.cache(), say))
        plain = stack.enter_context(pages.serve(pages.PLAIN, folder / "plain"))
        ours = stack.enter_context(pages.serve(pages.OURS, site))
        program = browser.Program(stack.enter_context(sync_playwright()), chromium)
        what = plan.Plan(options.runs, conditions(options), options.wanted)
        hosts = [ours] if options.alone else [plain, ours]
        samples = plan.carry_out(what, program, hosts, say)
        return samples, report.machine(browser.version(program))


def conditions(options: Options) -> list[Condition]:
    """Return how the browser is held back in turn; the paced line goes with the unthrottled processor."""
    throttled = [Condition(throttle) for throttle in options.throttles]
    return throttled if options.line is None else [*throttled, Condition(line=options.line)]


def _present(options: Options, samples: Sequence[Sample], machine: str) -> None:
    lines = report.rows(samples)
    say(f"\n{machine}; medians (least to greatest), runs: {options.runs}\n")
    say(report.as_markdown(lines) if options.markdown else report.as_text(lines))
