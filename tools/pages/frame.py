"""What every page on which Python runs has around its lessons: head, words, settings, and how it starts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from downhill.drawing.themes import COLOURS
from downhill.session.locks import ONLY_HIDDEN, PARTS
from downhill.text.format import PAGE, fill, number
from downhill.verbs import for_page
from tools.common import inside, policy
from tools.languages.language import FIRST, Language

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
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


# How keys begin whose words no script needs, or not right away.
ELSEWHERE = (
    *("asked.", "ending.", "keepsake.", "editing.", "making.", "teacher.", "collect.", "sheet.", "plan."),
    *("single.", "version.", "package.", "page.instead"),
)


def frame(
    out: Path,
    folders: dict[str, str],
    language: Language,
    spoken: Sequence[Language],
    making: bool = False,
) -> dict[str, Any]:
    """Return the template variables of a page on which Python runs: the essay, or the one for `making`."""
    return {
        "making": making,
        "pages": {each.code: each.beside("make") if making else each.page for each in spoken},
        "language": language,
        "about": language.about,
        "heard": language != FIRST,
        "spoken": spoken,
        "words": PAGE,
        "paper": {theme: inks["paper"] for theme, inks in COLOURS.items()},
        "page_words": script_safe({**_usual_words(), "language.decimal": language.about["decimal"]}),
        **inside.SCRIPTS,
        "policy": policy.element(policy.PAGE),
        "watch": inside.integrity((out / folders["app"] / "boot" / "page" / "watch.js").read_bytes()),
        "parts": script_safe({**PARTS, "only hidden": " ".join(ONLY_HIDDEN)}),
        "verbs": script_safe(for_page()),
        "number": number,
        "fill": fill,
        **folders,
        **configs(out, folders),
    }


def _usual_words() -> dict[str, str]:
    """Return the page's sentences without those that are loaded with rarely used parts."""
    return {key: text for key, text in PAGE.items() if not key.startswith(ELSEWHERE)}
