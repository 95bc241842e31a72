"""Comments that are left out of what is sent: nothing else goes with them."""

from pathlib import Path

import pytest

from tools.common import paths
from tools.common.comments import IN_SCRIPTS
from tools.common.inside import SCRIPTS
from tools.pages import page

BOOT = sorted((paths.ROOT / "web" / "boot").rglob("*.js"))


@pytest.mark.parametrize("file", BOOT, ids=lambda file: file.stem)
def test_no_line_inside_a_text_is_taken_for_a_comment(file: Path) -> None:
    script = file.read_text(encoding="utf-8")
    for found in IN_SCRIPTS.finditer(script):
        before = IN_SCRIPTS.sub("", script[: found.start()])
        assert before.count("`") % 2 == 0, found[0]


def test_what_is_sent_has_no_comment_and_as_many_rules(tmp_path: Path) -> None:
    page.write_style(tmp_path / "style.css")
    style = (tmp_path / "style.css").read_text(encoding="utf-8")
    assert "/*" not in style
    assert style.count("{") == style.count("}") > 500
    assert not any(
        line.lstrip().startswith("//") for script in SCRIPTS.values() for line in script.splitlines()
    )
    assert all(script.strip() == script.strip("\n") != "" for script in SCRIPTS.values())
