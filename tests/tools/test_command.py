import os
import sys
from pathlib import Path

import pytest

from tools.common import command
from tools.common.console import Problem


def run(script: str, folder: Path) -> command.Run:
    return command.Run("fetch numpy", [sys.executable, "-c", script], folder, os.environ)


def test_a_program_ends_with_the_one_who_waits_for_it(tmp_path: Path) -> None:
    def stopped() -> None:
        if (tmp_path / "pid").exists():
            raise KeyboardInterrupt

    script = (
        "import os, time\n"
        "open('pid.new', 'w').write(str(os.getpid()))\n"
        "os.rename('pid.new', 'pid')\n"
        "while True: time.sleep(1)"
    )
    with pytest.raises(KeyboardInterrupt):
        command.watched(run(script, tmp_path), tmp_path / "log", stopped)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_a_program_that_fails_is_explained(tmp_path: Path) -> None:
    script = "import sys; print('working'); sys.exit('error: no such version')"
    with pytest.raises(Problem) as refused:
        command.watched(run(script, tmp_path), tmp_path / "log", lambda: None)
    assert str(refused.value) == "could not fetch numpy: error: no such version"


NPM_OFFLINE = "npm error code ECONNREFUSED\nnpm error syscall connect"
PIP_OFFLINE = (
    "WARNING: Retrying (Retry(total=1)) after connection broken by 'ProxyError('Cannot connect to proxy.')'\n"
    "ERROR: Could not find a version that satisfies the requirement numpy (from versions: none)"
)
PIP_DISK = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
PIP_HASH = """\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package
    jinja2==3.1.6 from (somewhere):
        Expected sha256 85ece4451f492d0c13c5dd7c13a64681a86afae63a5f347908daf103ce6d2f67
             Got        0000000000000000000000000000000000000000000000000000000000000000
"""


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (NPM_OFFLINE, "the package registry can't be reached. Go online"),
        (PIP_OFFLINE, "the package registry can't be reached. Go online"),
        (PIP_DISK, "the disk is full. Free some space"),
        (PIP_HASH, "a package has another hash than the lock says: jinja2==3.1.6"),
        ("", "it ended without a word"),
    ],
)
def test_each_way_to_fail_has_its_sentence(printed: str, words: str) -> None:
    sentence = command.explain("fetch numpy", printed)
    assert sentence.startswith("could not fetch numpy: " + words)
    assert "\n" not in sentence


def test_a_wrong_hash_is_told_with_both_sums() -> None:
    sentence = command.explain("install jinja2", PIP_HASH)
    assert "85ece4451f492d0c13c5dd7c13a64681a86afae63a5f347908daf103ce6d2f67" in sentence
    assert "0000000000000000000000000000000000000000000000000000000000000000" in sentence
