"""How long tests keep a processor busy: a plugin of pytest that tells which ones should be marked `slow`.

Short runs leave out what is marked so (`tests/selection.py`). A thorough run tells in its summary what takes
that long and has no mark, and what has one for nothing; `--busy` asks any run to tell.
"""

import os
import time
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import is_hypothesis_test

from tests.selection import MEANINGS
from tests.support.often import FULLY, SLOW

NAME = "seconds of a processor"
DOUBTFUL = 1.5
"""Times as long as `SLOW`: a busy machine is slower, and the first test of all waits for what it imports."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--busy`."""
    parser.addoption("--busy", action="store_true", default=FULLY, help="tell which tests should be slow")


def pytest_configure(config: pytest.Config) -> None:
    """Gather what tests take, where that is asked for."""
    if config.getoption("busy"):
        config.pluginmanager.register(Busy(), "busy")


def used() -> float:
    """The seconds that this process and those which it has waited for have kept a processor busy."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


class Busy:
    """What tests take; of a parametrized one, each of its items on average."""

    def __init__(self) -> None:
        self.taken: defaultdict[tuple[str, bool], list[float]] = defaultdict(list)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[Any]:
        """Note what a test takes that a short run could choose; of properties it tries fewer examples."""
        before = used()
        result = yield
        marks = {mark.name for mark in item.iter_markers()}
        if not marks & {*MEANINGS, "thorough"} - {"slow"} and not is_hypothesis_test(getattr(item, "obj", 0)):
            item.user_properties.append((NAME, (used() - before, "slow" in marks)))
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Gather what was noted, in whichever process."""
        told: dict[str, Any] = dict(report.user_properties)
        if report.when == "call" and NAME in told:
            seconds, marked = told[NAME]
            self.taken[report.nodeid.partition("[")[0], marked].append(seconds)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Tell what a mark should be given to, or taken from."""
        means = {test: sum(taken) / len(taken) for test, taken in self.taken.items()}
        missing = {
            name: mean for (name, marked), mean in means.items() if not marked and mean > SLOW * DOUBTFUL
        }
        needless = {
            name: mean for (name, marked), mean in means.items() if marked and mean < SLOW / DOUBTFUL / 2
        }
        for what, tests in (("to be marked `slow`", missing), ("not slow, and marked so", needless)):
            if tests:
                terminalreporter.section(what)
            for name, mean in sorted(tests.items(), key=lambda test: -test[1]):
                terminalreporter.write_line(f"{mean:6.2f} s of a processor each: {name}")
