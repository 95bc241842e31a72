"""What every page on which Python runs has around its lessons: head, words, settings, and how it starts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from downhill.drawing.themes import COLOURS
from downhill.session.locks import ONLY_HIDDEN, PARTS
from downhill.text.format import PAGE, fill, number
from downhill.verbs import for_page
from tools.common import inside, policy
from tools.languages.language import FIRST, Language
from tools.pages.configs import configs, script_safe

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
