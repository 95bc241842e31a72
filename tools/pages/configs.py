"""PyScript's configurations, and JSON for script elements."""

import json
from pathlib import Path
from typing import Any

UNUSED = ("codemirror", "deprecations-manager", "donkey", "error", "py-editor", "py-game", "py-terminal")


def configs(out: Path, folders: dict[str, str]) -> dict[str, str]:
    """Return PyScript's two configurations, as JSON: no unused plugins, no packages of its own."""
    plugins = [f"!{name}" for name in UNUSED]
    app = folders["app"]
    micro = {"interpreter": f"{app}/boot/page/micropython.js", "plugins": plugins}
    pyodide = {"interpreter": f"{app}/boot/worker/pyodide.js", "plugins": plugins, "sync_main_only": True}
    core = next((out / folders["pyscript"]).glob("core-*.js"), None)  # core.js only imports it
    return {
        "mpy_config": script_safe(micro),
        "py_config": script_safe(pyodide),
        "pyscript_core": core.name if core else "core.js",
    }


def script_safe(data: Any) -> str:
    """Return JSON that is safe inside a script element."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
