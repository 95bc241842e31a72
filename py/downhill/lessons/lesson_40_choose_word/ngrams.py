"""A language model small enough to print: what may come next, with its scores, after the words so far.

Made up for this page. The longest row of words that the text so far ends with tells what comes next. Words
are the English ones here, and in links; `token_text` knows how they are written in other languages.
"""

from __future__ import annotations

from collections.abc import Sequence

BEGINNING = ("I", "pet", "the")
END = "."

_ANIMAL = {"and": 1.0, END: 0.85, "because": 0.7}
_THING = {END: 1.0, "because": 0.9, "and": 0.5}
_DONE = {END: 1.0, "again": 0.55, "happily": 0.35}

# The words at the end of a text, and the scores of what may follow them.
CONTEXTS: dict[str, dict[str, float]] = {
    " ".join(BEGINNING): {
        "cat": 1.0,
        "dog": 0.98,
        "hamster": 0.6,
        "horse": 0.45,
        "cloud": -0.2,
        "plane": -0.3,
    },
    **dict.fromkeys(("cat", "dog", "hamster", "horse"), _ANIMAL),
    **dict.fromkeys(("cloud", "plane"), _THING),
    "and": {"it": 1.0, "I": 0.45},
    "because": {"it": 1.0, "I": 0.6},
    "I": {"smiled": 1.0, "slept": 0.3, "flew": -0.2},
    "cat and it": {"purred": 1.0, "slept": 0.75, "jumped": 0.5, "flew": -0.4},
    "cat because it": {"purred": 1.0, "jumped": 0.7, "slept": 0.4, "flew": -0.4},
    "dog and it": {"barked": 1.0, "jumped": 0.8, "slept": 0.6, "flew": -0.4},
    "dog because it": {"barked": 1.0, "jumped": 0.7, "slept": 0.5, "flew": -0.4},
    "hamster and it": {"squeaked": 1.0, "slept": 0.95, "jumped": 0.3, "flew": -0.4},
    "hamster because it": {"squeaked": 1.0, "jumped": 0.5, "slept": 0.5, "flew": -0.4},
    "horse and it": {"neighed": 1.0, "jumped": 0.85, "slept": 0.3, "flew": -0.4},
    "horse because it": {"jumped": 1.0, "neighed": 0.95, "slept": 0.3, "flew": -0.4},
    "cloud and it": {"rained": 1.0, "flew": 0.7, "slept": -0.2},
    "cloud because it": {"flew": 1.0, "rained": 0.6, "slept": -0.2},
    "plane and it": {"flew": 1.0, "landed": 0.9, "slept": -0.2},
    "plane because it": {"landed": 1.0, "flew": 0.6, "slept": -0.2},
    **dict.fromkeys(
        ("purred", "barked", "squeaked", "neighed", "jumped", "slept", "smiled", "rained", "flew", "landed"),
        _DONE,
    ),
    "happily": {END: 1.0, "again": 0.2},
    "again": {END: 1.0},
}


def following(tokens: Sequence[str]) -> dict[str, float]:
    """What may follow the beginning and these tokens, with its scores: nothing after the full stop.

    Raises `LookupError` for a text that the table knows nothing of.
    """
    if tokens and tokens[-1] == END:
        return {}
    words = [*BEGINNING, *tokens]
    for length in range(len(words), 0, -1):
        found = CONTEXTS.get(" ".join(words[-length:]))
        if found is not None:
            return found
    raise LookupError(f"nothing is known to follow {' '.join(words)!r}")
