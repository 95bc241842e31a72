from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests import browser_setup
from tools.common.console import Problem


@pytest.mark.parametrize(
    ("find", "variable"),
    [
        (browser_setup.chromium, "DOWNHILL_CHROMIUM"),
        (browser_setup.headless_shell, "DOWNHILL_HEADLESS_SHELL"),
        (browser_setup.firefox, "DOWNHILL_FIREFOX"),
    ],
)
def test_a_browser_is_found_under_its_variable_and_a_name_of_no_file_is_refused(
    tmp_path: Path, find: Callable[[Mapping[str, str]], Path | None], variable: str
) -> None:
    (tmp_path / "browser").touch()
    assert find({variable: str(tmp_path / "browser")}) == tmp_path / "browser"
    with pytest.raises(Problem, match=rf"{variable} names .*gone, and there is no such file"):
        find({variable: str(tmp_path / "gone")})
