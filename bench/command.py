"""What `python3 -m bench` does, in order: venv, runtime, page, browser, the visits, the table."""

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from bench import report
from bench.options import Options, parse
from bench.samples import Condition, Sample
from tools import cli
from tools.common import paths
from tools.common.console import Problem, guarded, say
from tools.setup import environment, runtime


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
