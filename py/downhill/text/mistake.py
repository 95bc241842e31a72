"""What is wrong with a text that a reader wrote."""


class Mistake(ValueError):
    """What is wrong with a text that a reader wrote: the key of a sentence, its numbers, and the place.

    `start` and `end` count the characters of the text before and up to the end of the wrong place.
    """

    def __init__(self, key: str, start: int = 0, end: int = 0, **numbers: float | str) -> None:
        super().__init__(f"{key} at {start} to {end}: {numbers}")
        self.key, self.start, self.end, self.numbers = key, start, end, numbers
