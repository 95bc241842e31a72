"""PyScript's configurations, and data inside script elements."""

import json
from pathlib import Path
from typing import Any

UNUSED = ("codemirror", "deprecations-manager", "donkey", "error", "py-editor", "py-game", "py-terminal")


def configs(out: Path, folders: dict[str, str]) -> dict[str, str]:
    """PyScript's two configurations, as JSON: no plugin that isn't used, no package of its own."""
    plugins = [f"!{name}" for name in UNUSED]
    app = folders["app"]
    micro = {"interpreter": f"{app}/boot/page/micropython.js", "plugins": plugins}
    pyodide = {"interpreter": f"{app}/boot/worker/pyodide.js", "plugins": plugins, "sync_main_only": True}
    core = next((out / folders["pyscript"]).glob("core-*.js"), None)  # what core.js does but import
    return {
        "mpy_config": script_safe(micro),
        "py_config": script_safe(pyodide),
        "pyscript_core": core.name if core else "core.js",
    }


def script_safe(data: Any) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
