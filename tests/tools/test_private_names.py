"""What the snapshot rests on though nobody promises it, looked for in the runtime that the lock pins."""

import json
import re

from tools.common import paths
from tools.setup.runtime import Runtime
from tools.startup import slim_core


def test_the_list_was_read_against_the_version_of_the_lock() -> None:
    lock = json.loads(paths.LOCK.read_text(encoding="utf-8"))
    (version,) = {source["version"] for source in lock["sources"] if source["package"] == "pyodide"}
    assert version == slim_core.SEEN_IN


def test_every_private_name_is_in_the_runtime(cached: Runtime) -> None:
    texts = [(cached.pyodide / f).read_text(encoding="utf-8") for f in ("pyodide.mjs", "pyodide.asm.mjs")]
    words = {word for text in texts for word in re.findall(r"\w+", text)}
    names = (*slim_core.OPTIONS, *slim_core.OF_PYODIDE, *slim_core.OF_EMSCRIPTEN)
    assert {*names} <= words
