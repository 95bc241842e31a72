"""The package on scorm-again, a run-time that many platforms have: in Firefox, in both versions."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import once
from tests.support import gradebook, scorm_again
from tests.support.firefox import Firefox, Tab, until
from tests.support.gradebook import ATTEMPT, MARKS, PLACE
from tests.support.often import thorough

INSIDE = "document.querySelector('iframe')?.contentWindow"


@pytest.fixture(scope="session")
def packages(site: Path, common: Path) -> Path:
    """The folder of the packages."""
    return once(common, "gradebook", lambda out: gradebook.write(site, out))


def visit(host: scorm_again.Host, version: str, run: Callable[[str], Any]) -> None:
    """A visit to scorm-again: one challenge lost and done, one while the network is away, and then it is back.

    `run` calls a function of the platform's page.
    """

    def attempt(lesson: str, challenge: str, *states: str) -> None:
        told = json.dumps([lesson, challenge, list(states)])
        inside = ATTEMPT.replace("document", "frame.contentDocument")
        run(f"() => ({inside})({told})")

    def waits(holds: Callable[[dict[str, Any]], bool], what: str) -> None:
        until(lambda: holds(host.kept.get(version, {})), what)

    status = {"1.2": "lesson_status", "2004": "completion_status"}[version]
    waits(lambda kept: scorm_again.core(kept).get(status) == "incomplete", "the beginning is committed")
    attempt("valley", "predict", "open", "lost", "open", "done")
    waits(lambda kept: float(scorm_again.core(kept)["score"]["raw"] or 0) == 50, "a challenge is done")
    host.is_down = True
    attempt("line", "hand", "open", "done")
    host.is_down = False
    waits(lambda kept: float(scorm_again.core(kept)["score"]["raw"]) == 100, "what was missed is told")
    run(f"() => {{ frame.contentWindow.history.replaceState(null, '', '#{PLACE}') }}")
    waits(lambda kept: PLACE in kept["suspend_data"], "the place is told")


def held(host: scorm_again.Host, version: str) -> None:
    """What is kept when the tab was closed."""
    until(lambda: scorm_again.core(host.kept[version])["exit"] == "suspend", "it is closed")
    kept = host.kept[version]
    core = scorm_again.core(kept)
    assert core[{"1.2": "lesson_status", "2004": "success_status"}[version]] == "passed"
    assert core[{"1.2": "lesson_location", "2004": "location"}[version]] == "line"
    found = kept["interactions"]
    told = (
        [found[key]["result"] for key in sorted(found)]
        if isinstance(found, dict)
        else [each["result"] for each in found]
    )
    assert told == [{"1.2": "wrong", "2004": "incorrect"}[version], "correct", "correct"]


@thorough
@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_scorm_again_takes_and_gives_back_a_visit(
    fox: Firefox, packages: Path, tmp_path: Path, version: str
) -> None:
    with scorm_again.hosting(packages, tmp_path) as host:
        address = f"{host.address}host.html?version={version}"
        tab = Tab(fox, address)
        until(
            lambda: tab.run(f"() => {INSIDE}?.document.documentElement.dataset.python") == "ready",
            "it is live",
        )
        visit(host, version, tab.run)
        tab.close()
        held(host, version)
        tab = Tab(fox, address)
        until(lambda: PLACE in tab.run(f"() => {INSIDE}?.location.hash ?? ''"), "it is back")
        assert json.loads(tab.run(f"() => {INSIDE}.{MARKS}")) == ["valley/predict", "line/hand"]
        tab.close()
