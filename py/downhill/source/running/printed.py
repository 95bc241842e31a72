"""What a reader's code prints, in a box of a bounded size."""

from __future__ import annotations

from typing import Any

from downhill.source.running.cause import whole


class Printed:
    """A box that takes what is printed, up to a number of lines and of characters.

    `cut` means that something more was printed and left out. A box that is full turns nothing into text any
    more, so that a loop that prints stays cheap.
    """

    def __init__(self, most_lines: int = 100, most_signs: int = 5000) -> None:
        self.most_lines, self.most_signs = most_lines, most_signs
        self.clear()

    def clear(self) -> None:
        """Empty the box."""
        self._text, self.cut = "", False

    @property
    def text(self) -> str:
        """All that was printed and had room, lines divided by `\\n`."""
        return self._text

    def add(self, text: str) -> None:
        """Put a text into the box, as far as there is room."""
        if self.cut:
            return
        shown = self._text + whole(text[: self.most_signs + 1])
        *lines, rest = shown.split("\n", self.most_lines)
        if rest and len(lines) == self.most_lines:
            shown, self.cut = "\n".join([*lines, ""]), True
        if len(shown) > self.most_signs:
            shown, self.cut = shown[: self.most_signs], True
        self._text = shown

    def print_function(self) -> Any:
        """A `print` that fills this box. It takes `sep` and `end`; `file` and `flush` change nothing."""

        def print(
            *values: Any, sep: Any = None, end: Any = None, file: Any = None, flush: Any = None
        ) -> None:
            if not self.cut:
                between = " " if sep is None else str(sep)
                parts = [part for value in values for part in (between, str(value))][1:]
                # Joined with an empty text they are a plain str, whatever a class of the reader's returns.
                self.add("".join(["", "", *parts, "\n" if end is None else str(end)]))

        return print
