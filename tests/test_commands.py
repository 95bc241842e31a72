"""What README and CONTRIBUTING tell a stranger to type is typed here as it stands there, in a clean copy."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from tests.support.copies import clean_copy
from tests.support.often import a_few
from tools.common.paths import ROOT

TYPED = re.compile(r"(?:^ {4}|`|<code>)((?:python3|\.venv/bin/python) [^`#<\n]+)", re.MULTILINE)
TEXT = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
ELSEWHERE = {f"python3 -m tests{what}" for what in ("", " quick", " changed", " thorough")}
"""What these do is held by `tests/test_selection.py`: typed here, they would run this file, too."""
NETWORK = "python3 -m tools.setup.update_locks"
"""What this does takes a network, and other people's servers."""
FOUND = {" ".join(unescape(found).split()) for found in TYPED.findall(TEXT)} - ELSEWHERE
COMMANDS = sorted(command for command in FOUND if not command.startswith(NETWORK))
SHORTER = {
    "python3 serve.py": "--help",
    "python3 serve.py --real": "--help",
    "python3 -m tests.fuzz --minutes 10": "--help",
    "python3 -m bench": "--help",
    "python3 -m tools.new_lesson": "70 meeting",
    "python3 -m tests tests/lessons/test_lessons.py -k meeting": "--collect-only -q",
    "python3 -m tests tests/play -k trail": "--collect-only -q",
    ".venv/bin/python -m pytest tests/play": "--collect-only -q",
}
"""What is added to commands that would take minutes: they are understood, and begin as they should."""


@pytest.fixture(scope="module")
def copy(built_page: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clean_copy(tmp_path_factory.mktemp("typed") / "downhill", built_page)


@a_few(6)
@pytest.mark.parametrize("command", COMMANDS)
def test_what_the_documents_tell_to_type_does_what_it_should(
    copy: Path, command: str, tmp_path: Path
) -> None:
    """A lesson that one of them writes goes again, for others to be the same in any order."""
    typed = f"{command} {SHORTER.get(command, '')}"
    if "-k meeting" in typed:
        subprocess.run([sys.executable, "-m", "tools.new_lesson", "70", "meeting"], cwd=copy, check=True)
    places = {"DIR_OR_URL": "build/site", "DIR": str(tmp_path / "site"), "FILE": str(tmp_path / "file")}
    typed = " ".join(places.get(word, word) for word in typed.split())
    typed = re.sub(r"^python3", sys.executable, typed)
    done = subprocess.run(typed.split(), cwd=copy, capture_output=True, text=True, check=False)
    new = copy / "py" / "downhill" / "lessons" / "lesson_70_meeting.py"
    assert done.returncode == 0, done.stderr
    assert new.exists() == ("meeting" in typed)
    new.unlink(missing_ok=True)
