"""What a reader lets a model go on from."""

from __future__ import annotations

from downhill.lesson import Mistake
from downhill.tiny.text import Text

LONGEST = 12  # words and signs


def numbers(text: Text, prompt: str) -> list[int]:
    """The numbers of a prompt's tokens, for a model of that text.

    Raises `Mistake` with the first token that the text does not have, or for a prompt that is too long.
    """
    found, at = [], 0
    for token in text.tokens_in(prompt):
        at = prompt.index(token, at)
        number = text.number(token)
        if number is None:
            raise Mistake("prompt.unknown", at, at + len(token), word=token[:30], count=len(text.tokens))
        found.append(number)
        at += len(token)
    if len(found) > LONGEST:
        raise Mistake("prompt.long", 0, len(prompt), most=LONGEST)
    return found
