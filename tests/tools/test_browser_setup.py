import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests import browser_setup
from tools.common.console import Problem


def test_a_browser_named_by_the_variable_is_taken(tmp_path: Path) -> None:
    (tmp_path / "chromium").touch()
    assert browser_setup.chromium({"DOWNHILL_CHROMIUM": str(tmp_path / "chromium")}) == tmp_path / "chromium"


def test_a_variable_that_names_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"DOWNHILL_CHROMIUM names .*gone, and there is no such file"):
        browser_setup.chromium({"DOWNHILL_CHROMIUM": str(tmp_path / "gone")})


def test_without_any_browser_one_sentence_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(browser_setup, "chromium", lambda: None)
    monkeypatch.setattr(browser_setup, "_install_playwrights", lambda say: tried.append("playwright"))
    monkeypatch.setattr(browser_setup, "_install_debians", lambda say: tried.append("debian"))
    with pytest.raises(Problem, match="install Chromium or Chrome, or name the executable"):
        browser_setup.ensure_chromium(lambda text: None)
    assert tried == ["playwright", "debian"]


@pytest.mark.parametrize(
    ("find", "variable"),
    [(browser_setup.headless_shell, "DOWNHILL_HEADLESS_SHELL"), (browser_setup.firefox, "DOWNHILL_FIREFOX")],
)
def test_another_browser_is_found_under_its_variable(
    tmp_path: Path, find: Callable[[Mapping[str, str]], Path | None], variable: str
) -> None:
    (tmp_path / "browser").touch()
    assert find({variable: str(tmp_path / "browser")}) == tmp_path / "browser"
    with pytest.raises(Problem, match=rf"{variable} names .*gone, and there is no such file"):
        find({variable: str(tmp_path / "gone")})


def test_without_a_headless_shell_the_systems_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(browser_setup, "headless_shell", lambda: None)
    monkeypatch.setattr(browser_setup, "_install_debians", lambda say, package: asked.append(package))
    assert browser_setup.ensure_headless_shell(print) is None
    assert asked == ["chromium-headless-shell"]


def test_without_a_firefox_one_sentence_says_that_its_tests_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(browser_setup, "firefox", lambda: None)
    monkeypatch.setattr(browser_setup, "_install_debians", lambda say, package: said.append(package))
    assert browser_setup.ensure_firefox(said.append) is None
    assert said == ["firefox-esr", browser_setup.MISSING_FIREFOX]


def test_an_installation_that_fails_says_why_and_stops_nothing() -> None:
    said: list[str] = []
    script = "import sys; sys.exit('Error: no line\\n  at some.js:1')"
    browser_setup._attempt([sys.executable, "-c", script], said.append)
    assert len(said) == 1
    assert said[0].endswith("failed: Error: no line")
