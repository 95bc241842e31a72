"""Words of the world that the model which looks back learns: they are English where nobody has translated them."""

import re

from downhill.lessons.lesson_60_looking_back.world import WORDS, world_of

LEARNED = re.compile(
    rf"(?i)\b({'|'.join(sorted({token for token in world_of(WORDS).tokens if token.isalpha()}))})\b"
)


def unlearned(text: str) -> str:
    """A text without the words that are learned."""
    return LEARNED.sub("", text)
