"""Comments that are left out of what is sent: nothing else goes with them."""

from pathlib import Path

import pytest

from tools.common import paths
from tools.common.comments import IN_SCRIPTS, script_without, style_without
from tools.common.inside import SCRIPTS
from tools.pages import page

BOOT = sorted((paths.ROOT / "web" / "boot").rglob("*.js"))


def test_a_script_keeps_its_code_and_the_numbers_of_its_lines() -> None:
    script = '// What it does.\nlet a = "// no comment"; // one, beside code\n  // One inside.\ngo("https://a.b");\n'
    assert script_without(script) == (
        '\nlet a = "// no comment"; // one, beside code\n\ngo("https://a.b");\n'
    )


@pytest.mark.parametrize("file", BOOT, ids=lambda file: file.stem)
def test_no_line_inside_a_text_is_taken_for_a_comment(file: Path) -> None:
    script = file.read_text(encoding="utf-8")
    for found in IN_SCRIPTS.finditer(script):
        before = IN_SCRIPTS.sub("", script[: found.start()])
        assert before.count("`") % 2 == 0, found[0]


def test_a_style_sheet_keeps_its_rules() -> None:
    style = "@layer a {\n\n/* One. */\n.b { color: red; } /* Two,\n   of two. */\n\n  .c { margin: 0; }\n}\n"
    assert style_without(style) == "@layer a {\n.b { color: red; }\n.c { margin: 0; }\n}\n"


def test_what_is_sent_has_no_comment_and_as_many_rules(tmp_path: Path) -> None:
    page.write_style(tmp_path / "style.css")
    style = (tmp_path / "style.css").read_text(encoding="utf-8")
    assert "/*" not in style
    assert style.count("{") == style.count("}") > 500
    assert not any(
        line.lstrip().startswith("//") for script in SCRIPTS.values() for line in script.splitlines()
    )
    assert all(script.strip() == script.strip("\n") != "" for script in SCRIPTS.values())
