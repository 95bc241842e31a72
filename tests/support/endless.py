"""Ways for a reader's code in the line lesson to hang or to die."""

from typing import NamedTuple

STOPPED, MISTAKEN = "stopped", "mistaken"
LAST = "return np.abs(errors).sum()"
"""The last line of `loss`."""


class Way(NamedTuple):
    """What stands in the place of the last line of `loss`, and how the code may stand after that.

    What dies by itself is told as a mistake where that takes less than what a reader is left to wait.
    """

    lines: str
    comes: tuple[str, ...] = (STOPPED,)

    def written(self, original: str) -> str:
        """The lesson's functions with these lines among them."""
        assert LAST in original
        return original.replace(LAST, self.lines)


COUNTED = "import itertools\n    "
WAYS = {
    "a loop": Way("while True:\n        pass"),
    "a generator": Way(
        f"{COUNTED}for n in itertools.count():\n        errors = errors + n\n    return errors"
    ),
    "errors that are swallowed": Way(
        "while True:\n        try:\n            1 / 0\n        except BaseException:\n            pass"
    ),
    "a search without an end": Way(f"{COUNTED}return any(n < 0 for n in itertools.count())"),
    "a sum": Way("return sum(range(10**12))"),
    "a power": Way("n = 9\n    return n**n**n"),
    "recursion": Way("return loss(x, y, m, b) + 1", (STOPPED, MISTAKEN)),
    "recursion that is swallowed": Way(
        "try:\n        return loss(x, y, m, b)\n    except BaseException:\n        return loss(x, y, m, b)"
    ),
    "recursion in Python itself": Way(
        "a, b = [], []\n    a.append(a)\n    b.append(b)\n    return float(a == b)", (STOPPED, MISTAKEN)
    ),
    "a list that doubles": Way(
        "numbers = [1.0]\n    while True:\n        numbers = numbers + numbers", (STOPPED, MISTAKEN)
    ),
    "arrays that are kept": Way(
        "kept = []\n    while True:\n        kept.append(np.ones(10**6))", (STOPPED, MISTAKEN)
    ),
    "a text": Way('n = 10**10\n    return len("a" * n)', (MISTAKEN,)),
    "an array": Way("return np.zeros(10**10).sum()", (MISTAKEN,)),
}
OF_EACH_KIND = (
    "a loop",
    "errors that are swallowed",
    "a power",
    "recursion that is swallowed",
    "a list that doubles",
    "a text",
    "an array",
)
"""One of each: in Python and within one call, with errors that are caught, too deep, with too little memory."""
