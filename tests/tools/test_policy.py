"""What pages may do: nothing that leaves their own origin, and no script inside them but our own."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from tools.common import inside, policy

LOCAL = {"'none'", "'self'", "blob:", "data:", "'unsafe-eval'", "'wasm-unsafe-eval'", "'unsafe-inline'"}
SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)


def rules(text: str) -> dict[str, str]:
    """The rules of a policy by their names."""
    return dict(rule.split(" ", 1) for rule in text.split("; "))


@pytest.mark.parametrize(
    "which", [policy.PAGE, policy.PAPER, policy.SENT_ELSE], ids=["page", "paper", "other files"]
)
def test_a_policy_lets_nothing_leave_the_pages_own_origin(which: str) -> None:
    found = rules(which)
    assert found["default-src"] == found["base-uri"] == found["form-action"] == "'none'"
    words = {word for rule in found.values() for word in rule.split()}
    assert {word for word in words if not word.startswith("'sha256-")} <= LOCAL
    assert "'unsafe-inline'" not in found["script-src"]


def test_a_page_without_python_may_do_less() -> None:
    assert "eval" not in policy.PAPER
    assert "blob:" not in policy.PAPER
    assert "connect-src" not in rules(policy.PAPER)


def test_every_page_begins_with_its_policy_which_lets_in_just_the_scripts_inside(built: Path) -> None:
    pages = list(built.glob("*.html"))
    assert len(pages) > 5
    for page in pages:
        text = page.read_text(encoding="utf-8")
        (stated,) = re.findall('<meta http-equiv="Content-Security-Policy" content="(.+?)">', text)
        assert stated == (policy.PAGE if page.name in ("index.html", "make.html") else policy.PAPER)
        (first, setting), *others = SCRIPT.findall(text)
        assert (first, "http-equiv" in setting) == ("", True)
        for attributes, script in others:
            if "src=" in attributes or 'type="' in attributes:
                continue
            total = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{total}'" in rules(stated)["script-src"], (page.name, script[:80])
        assert not re.search(r"<[^>]* on[a-z]+=", text), page.name


def test_the_sums_are_of_scripts_that_there_are() -> None:
    assert len(set(inside.sums(*inside.SCRIPTS).split())) == len(inside.SCRIPTS) > 5
