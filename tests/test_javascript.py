"""Which scripts are held to old syntax."""

import json
import re

from tests import javascript
from tools.common import paths

BOOT = paths.ROOT / "web" / "boot"
# Modules that import nothing when they begin:
LATER = {"from-worker.js", "questions.js", "storage-stub.js", "worker-bootstrap.js"}


def test_biome_asks_of_the_old_scripts_nothing_that_they_can_not_have() -> None:
    settings = json.loads((paths.ROOT / "biome.json").read_text(encoding="utf-8"))
    wanted = [f"web/boot/{pattern}" for pattern in javascript.OLD]
    assert wanted in [override["includes"] for override in settings["overrides"]]


def test_the_guard_and_every_script_of_its_own_that_is_no_module_are_of_old_syntax() -> None:
    files = [file for file in BOOT.rglob("*.js") if file.parent.name != "inline" and file.name not in LATER]
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    classic = {file for file, text in texts.items() if not re.search("^(import|export) ", text, re.MULTILINE)}
    assert len(classic) == 3
    assert classic | {BOOT / "inline" / "guard.js"} == set(javascript.old(BOOT))


def test_what_scripts_share_by_name_is_set_in_one_place() -> None:
    setting = re.compile(r"\b(?:globalThis|window)\.(downhill\w+)\s*=[^=]")
    files = [*BOOT.rglob("*.js"), *(paths.ROOT / "py" / "page").rglob("*.py")]
    set_here = [name for file in files for name in setting.findall(file.read_text(encoding="utf-8"))]
    assert len(set_here) > 8
    assert sorted(set_here) == sorted(set(set_here))
