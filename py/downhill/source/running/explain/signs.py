"""What is told of single signs that Python doesn't know."""

from __future__ import annotations

import unicodedata

from downhill.source.running.cause import Cause, cause

CURLY = "“”„‟‘’‚‛«»‹›´`″′"
DASHES = "−–—‐‑‒―﹣－"
TIMES = {
    "×": "*",
    "·": "*",
    "⋅": "*",
    "∙": "*",
    "∗": "*",
    "•": "*",
    "÷": "/",
    "∕": "/",
    "⁄": "/",
    "≤": "<=",
    "≥": ">=",
}
TIMES |= {"≠": "!=", "→": "->", "½": "0.5", "¼": "0.25", "¾": "0.75", "∞": "math.inf"}
POWERS = "²³¹⁰⁴⁵⁶⁷⁸⁹⁻ⁿ√∛"
WIDE = {"。": ".", "、": ",", "【": "[", "】": "]", "「": '"', "」": '"', "《": '"', "》": '"'}


def of_sign(sign: str) -> Cause:
    """The cause for a sign that has no meaning in Python."""
    if sign in CURLY:
        return cause("quotes_curly", sign=sign)
    if sign in DASHES:
        return cause("sign_minus", sign=sign)
    if sign in TIMES:
        return cause("sign_times", sign=sign, near=TIMES[sign])
    if sign in POWERS:
        return cause("sign_power", sign=sign)
    plain = WIDE.get(sign) or unicodedata.normalize("NFKC", sign)
    if plain != sign and plain.isascii() and plain.isprintable() and plain.strip():
        return cause("sign_wide", sign=sign, near=plain)
    return cause("sign_unknown", sign=sign if sign.isprintable() and sign.strip() else f"U+{ord(sign):04X}")
