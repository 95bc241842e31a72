"""The prompt that a reader gives a model to continue."""

from __future__ import annotations

from downhill.text.mistake import Mistake
from downhill.training.tokens import Text

LONGEST = 12  # words and signs
MOST_NEAR = 3  # known words offered instead of an unknown one


def numbers(text: Text, prompt: str, writing: bool = False) -> list[int]:
    """Return the token numbers of a prompt, for a model of that text.

    Raises `Mistake` for the first token that the text doesn't have, or for a prompt that is too long. While
    the reader is still `writing`, a last word that could become a known one is left out.
    """
    found, at = [], 0
    for token in text.tokens_in(prompt):
        at = prompt.index(token, at)
        end = at + len(token)
        number = text.number(token)
        if number is not None:
            found.append(number)
        elif not (writing and end == len(prompt) and _may_become_known(text, token)):
            raise Mistake("prompt.unknown", at, end, word=token[:30], count=len(text.tokens))
        at = end
    if len(found) > LONGEST:
        raise Mistake("prompt.long", 0, len(prompt), most=LONGEST)
    return found


def _may_become_known(text: Text, token: str) -> bool:
    return any(known.casefold().startswith(token.casefold()) for known in text.tokens)


def nearest(text: Text, word: str) -> tuple[str, ...]:
    """Return the words of the text spelled most like this one, closest and most frequent first.

    At most three, and none with more than half of its letters different.
    """
    asked = word.casefold()
    known = [token for token in text.tokens if token[0].isalnum()]
    alike = [token for token in known if 2 * abs(len(token) - len(asked)) <= max(len(token), len(asked))]
    ways = {token: apart(asked, token.casefold()) for token in alike}
    near = [token for token in alike if 2 * ways[token] <= max(len(asked), len(token))]
    found = sorted(near, key=ways.__getitem__)[:MOST_NEAR]
    return tuple(each[:1].upper() + each[1:] if word[:1].isupper() else each for each in found)


def apart(one: str, other: str) -> int:
    """Return how many letters must be inserted, deleted, changed, or swapped with their neighbor.

    Source: the optimal string alignment distance, after Damerau: A technique for computer detection and
    correction of spelling errors, 1964.
    """
    before: list[int] = []
    last: list[int] = [*range(len(other) + 1)]
    for i, a in enumerate(one):
        row = [i + 1]
        for j, b in enumerate(other):
            ways = [last[j + 1] + 1, row[j] + 1, last[j] + (a != b)]
            if i and j and a == other[j - 1] and b == one[i - 1]:
                ways.append(before[j - 1] + 1)
            row.append(min(ways))
        before, last = last, row
    return last[-1]
