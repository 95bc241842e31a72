"""Where things stand in the picture of the four scores, whatever its size."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import Look

AROUND = {"left": 58.0, "right": 14.0, "top": 14.0, "bottom": 46.0}  # CSS pixels around the axes
BARE = {"top": 6.0, "bottom": 24.0}  # likewise, in a picture so low that its axis has no name
NAMED, ROOMY = 150.0, 185.0  # CSS pixels of height: for the axis's name; for prompts above their bars
ABOVE, BESIDE = (-0.5, 4.1), (-0.3, 3.45)  # ends of the upright axis: with prompts above bars, or beside them
THICK, MARK = (13.0, 0.55), 0.7  # a bar's thickness in CSS pixels, and in rows at most; a target's mark
LETTERS, LEAST = 14.0, 9.0  # CSS pixels: the size of letters, and the least one
SHARE = 0.45  # of the picture's width that prompts and words get beside their bars at most
PAD = 8.0  # CSS pixels between words, and between words and marks
ARROW, LONGEST = 20.0, 150.0  # CSS pixels that an arrow has at least, and at most
SPOT = 8.0  # CSS pixels from the middle of a bar's mark to its brim
GAP = 7.0  # CSS pixels between a place and the name beside it


class Rows:
    """The axes' rows and what names them: above pairs of bars, or beside them where the picture is low.

    `thick` is a bar's thickness in CSS pixels, `mark` how far a target's mark reaches from the middle of its
    row, in the axes' numbers; `reach` are the ends of the lower axis.
    """

    def __init__(self, axes: Any, look: Look, heights: np.ndarray) -> None:
        self.axes, self.look, self.heights = axes, look, heights
        figure = axes.figure
        self.width, self.whole = (72 * float(side) for side in figure.get_size_inches())
        self.foot = float(figure.subplotpars.bottom) * self.whole - AROUND["bottom"]  # kept free beneath all
        self.height = self.whole - self.foot
        self.tall, self.roomy = self.height >= NAMED, self.height >= ROOMY
        self.around = AROUND | ({} if self.tall else BARE)
        self.reach = (0.0, 1.0)
        words = look.words
        axes.set_yticks(heights, [words["word.cat"], words["word.plane"]] * 2)
        axes.tick_params(axis="y", length=0, labelcolor=look.text)
        axes.spines["left"].set_visible(False)
        axes.set(ylim=ABOVE if self.roomy else BESIDE)
        (self._name_above if self.roomy else self._name_beside)()
        self._fit()
        low, high = axes.get_ylim()
        row = (heights[0] - heights[1]) * self._up() / (high - low)
        self.thick = min(THICK[0], THICK[1] * row)
        self.mark = min(13.0 / row, MARK / 2) * (heights[0] - heights[1])

    def _fit(self) -> None:
        """Leave so much around the axes; a picture of hardly any height keeps some of it for them."""
        around, top = self.around, 1 - self.around["top"] / self.whole
        self.axes.figure.subplots_adjust(
            left=around["left"] / self.width,
            right=1 - around["right"] / self.width,
            bottom=min((self.foot + around["bottom"]) / self.whole, top - 0.1),
            top=top,
        )

    def _up(self) -> float:
        return self.height - self.around["top"] - self.around["bottom"]

    def _prompts(self) -> dict[str, float]:
        """Both prompts and the height of the middle of their bars."""
        words = self.look.words
        return {
            words[f"prompt.{prompt}"]: float(self.heights[2 * i : 2 * i + 2].mean())
            for i, prompt in enumerate(("pet", "flew"))
        }

    def _name_above(self) -> None:
        """Prompts above their bars, and what the marks are, where the first prompt leaves room for it."""
        axes, look = self.axes, self.look
        for text, height in self._prompts().items():
            at = {"va": "center", "transform": axes.get_yaxis_transform()}
            axes.text(0, height + 1.02, text, color=look.text, fontweight="semibold", **at)
        said, (first, *_) = look.words["mark.target"], self._prompts()
        across = self.width - AROUND["left"] - AROUND["right"]
        if look.width_of(first) + PAD < 0.7 * across - look.width_of(said) / 2:
            axes.text(1, self.heights[0] + 0.36, said, color=look.quiet, va="bottom", ha="center")

    def _name_beside(self) -> None:
        """Prompts left of the words of their bars, in two lines."""
        look = self.look
        beside = max(look.width_of(look.words[f"word.{word}"], LETTERS) for word in ("cat", "plane")) + PAD
        texts = {in_two(text): height for text, height in self._prompts().items()}
        room = max(look.width_of(line, 1.0) for text in texts for line in text.split("\n"))
        size = max(min(LETTERS, (SHARE * self.width - beside - PAD) / room), LEAST)
        left = 4 + size * room + PAD + beside
        self.around["left"] = left
        for text, height in texts.items():
            self.axes.annotate(
                text,
                (0, height),
                xycoords=("axes fraction", "data"),
                xytext=(4 - left, 0),
                textcoords="offset points",
                va="center",
                color=look.text,
                fontsize=size,
                fontweight="semibold",
            )

    def free(
        self, start: float, end: float, others: tuple[float, float], marks: np.ndarray, wide: float
    ) -> float | None:
        """Where words so many CSS pixels wide stand beside an arrow on its row; None where they don't fit.

        They begin beyond the arrow's tip or else end on the other side, over none of the `others` nor of the
        `marks` of earlier places, shape (n,). The place is one gap of a name left of them.
        """
        low, high = self.reach
        pixel = (high - low) / (self.width - self.around["left"] - self.around["right"])
        way = 1 if end > start else -1
        long = abs(end - start) / pixel
        if long < 1:
            return None
        tip = start + way * pixel * min(max(long, ARROW), LONGEST)
        taken = [tip, *others, start - SPOT * pixel, start + SPOT * pixel]
        right, left = max(taken) + PAD * pixel, min(taken) - (PAD + wide) * pixel
        for begin in (right, left)[::way]:
            stop = begin + wide * pixel
            near = (marks > begin - PAD * pixel / 2) & (marks < stop + PAD * pixel / 2)
            if low <= begin and stop <= high + self.around["right"] * pixel / 2 and not near.any():
                return begin - GAP * pixel
        return None


def in_two(text: str) -> str:
    """A text in two lines of much the same length, if it has a gap to be parted at."""
    gaps = [i for i, sign in enumerate(text) if sign == " "]
    if not gaps:
        return text
    middle = min(gaps, key=lambda i: max(i, len(text) - i))
    return f"{text[:middle]}\n{text[middle + 1 :]}"
