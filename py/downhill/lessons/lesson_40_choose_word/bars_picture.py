"""The picture of what may come next: bars for chances, thin ones for draws, marks for what people wrote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from downhill.lesson import Draw, Figure, Look, Scene, Show
from downhill.lesson.look import mixed
from downhill.lessons.lesson_40_choose_word.film_picture import FilmPicture
from downhill.lessons.lesson_40_choose_word.token_text import named, shortened
from downhill.text.format import fill, number, percent

ROWS = 6  # words that there is room for
LABELS = 124.0  # CSS pixels for words and scores, in letters of the usual size
PHONE = 400.0  # CSS pixels; a narrower picture has thinner bars
LOW = 139.0  # CSS pixels over the axis; a lower picture has no more in it than words, bars and marks
ABOVE = 1.25, 0.5  # rows over the middle of the first one: with the text there, and in a low picture
BELOW = 0.7, 0.6  # likewise under the middle of the last one
BARE = {"top": 4.0, "bottom": 22.0}  # CSS pixels over the axes of a low picture, and fewer under them
DISC = 7.0  # CSS pixels from the middle of a bar's mark to its brim
NOTE = 90.0  # CSS pixels that are kept for how often a word was drawn
LETTER, LETTERS = 7.6, 14.0  # CSS pixels that a letter takes on average, and the size of letters
PALE = 0.52  # how much of the text's color is in the bars of draws: they are counts, and no axis
DASH = 4.0, 1.5  # CSS pixels of their dashes and gaps
RIM = 2.0  # CSS pixels of paper along what lies on a bar, so that it is seen there


def picture(people: Mapping[str, float]) -> Draw:
    """Bars for what may come next, with marks at the shares of what people wrote at the beginning."""

    def draw(figure: Figure, look: Look) -> Show:
        film: list[FilmPicture] = []  # once the film plays
        ground = Ground(figure.add_subplot(), look, people)
        axes = ground.axes
        thick, thin = (min(size, share * ground.row) for size, share in ground.sizes)
        pale = mixed(look.paper, look.text, PALE)
        bars, tally = look.bars(axes, look.ground, thick), look.bars(axes, pale, thin, 5).dashed(*DASH)
        wrote = look.bars(axes, look.text, 2.5, 6).rimmed(look.paper, RIM / 2)
        spots = look.spot(axes, size=min(12.0, 0.8 * ground.row))
        arrows = [look.arrow(axes).rimmed(look.paper, RIM) for _ in range(ROWS)]
        names = look.names(axes)

        moving = [bars, tally, wrote, *arrows, names]

        def show(scene: Scene) -> bool:
            plays = scene.parts is not None
            fresh = axes.get_visible() == plays
            if plays and not film:
                film.append(FilmPicture(figure, look))
            for stroke in moving:
                stroke.set_visible(not plays)
            axes.set_visible(not plays)
            if plays:
                spots.put((), scene.mover)
                return film[0].show(scene) or fresh
            if fresh and film:
                film[0].hide()
            now = scene.now
            heights = ROWS - 1 - np.arange(float(len(now.words)))
            ends, total = np.stack([now.chances, heights], 1), now.found.sum()
            bars.put(np.stack([ends * (0, 1), ends], 1))
            spots.put(ends, scene.mover)
            wrote.put(() if now.asked else ground.marks)
            ahead = scene.ahead.chances if scene.ahead else now.chances
            for i, arrow in enumerate(arrows):
                arrow.put(ends[i], (ahead[i], heights[i])) if i < len(ends) else arrow.put((0, 0), None)
            below = np.stack([now.found / max(total, 1), heights - 0.36], 1)
            tally.put(np.stack([below * (0, 1), below], 1) if total else ())
            beyond = np.maximum(ends + np.array([DISC * ground.pixel, 0]), below)
            names.put(*ground.drawn(now.found, beyond, not now.asked))
            return ground.fit(now.asked, dict(zip(now.words, now.scores, strict=True))) or fresh

        return show

    return draw


class Ground:
    """What doesn't move while the text stays: words with their scores, the text, and what people wrote.

    `row` is how high a row is and `pixel` how much of the lower axis a pixel is, in CSS pixels; `marks` are
    the people's, shape (n, 2, 2).
    """

    def __init__(self, axes: Any, look: Look, people: Mapping[str, float]) -> None:
        self.axes, self.look, self.people = axes, look, people
        self.width, height = (72 * float(side) for side in axes.figure.get_size_inches())
        under = axes.figure.subplotpars.bottom * height  # with what is kept free beneath all
        self.low = height - under < LOW
        low, high = -BELOW[self.low], ROWS - 1 + ABOVE[self.low]
        if self.low:
            top = 1 - BARE["top"] / height
            axes.figure.subplots_adjust(bottom=min((under - BARE["bottom"]) / height, top - 0.1), top=top)
        self.row = axes.get_position().height * height / (high - low)
        self.letters = min(LETTERS, 0.92 * self.row)
        self.left = LABELS * self.letters / LETTERS
        axes.figure.subplots_adjust(left=self.left / self.width)
        axes.set(xlim=(0, 1.02), ylim=(low, high), xlabel="" if self.low else look.words["axis.probability"])
        axes.xaxis.set_major_formatter(lambda share, position: percent(share))
        axes.spines["left"].set_bounds(low, ROWS - 0.6)
        axes.tick_params(axis="y", length=0, pad=9, labelcolor=look.text, labelsize=self.letters)
        places = np.stack([[*people.values()], ROWS - 1 - np.arange(float(len(people)))], 1)
        tall = min(11 / self.row, 0.35)
        self.marks = places[:, None] + np.array([(0, -tall), (0, tall)])
        self.pixel = 1.02 / (axes.get_position().width * self.width)
        self.shown: tuple[str, ...] | None = None
        self._write()

    @property
    def sizes(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """How thick both kinds of bars are: CSS pixels, and at most so much of a row."""
        return ((11.0, 0.5), (3.5, 0.2)) if self.width > PHONE else ((8.0, 0.5), (3.0, 0.2))

    def _write(self) -> None:
        """The text above its bars, or in the free corner of a low picture; and what the marks are."""
        words, ink = self.look.words, self.look.text
        corner = (1.0, 0.5) if self.low else (0.0, ROWS - 0.2)
        self.title = self.axes.annotate(
            "",
            corner,
            xycoords=("axes fraction", "data"),
            xytext=(0 if self.low else 4 - self.left, 0),
            textcoords="offset points",
            color=ink,
            ha="right" if self.low else "left",
            va="center",
            fontweight="semibold",
        )
        said = fill(words["mark.people"], {"count": 100 * max(self.people.values())})
        self.note = self.axes.annotate(
            "" if self.low else said, (0, ROWS - 0.2), color=ink, ha="center", va="center"
        )

    def drawn(
        self, found: np.ndarray, ends: np.ndarray, marked: bool
    ) -> tuple[list[str], np.ndarray, list[str]]:
        """How often the lowest word that was drawn, and has room for it, was drawn: text, place, color.

        `found` is how often each word was drawn, shape (n,); `ends` is where both bars end, shape (n, 2);
        `marked` tells whether the people's marks are there.
        """
        marks = np.array([*self.people.values()]) if marked else np.zeros(len(found))
        right = ends[:, 0] + NOTE * self.pixel
        free = (found > 0) & (right < 1.02) & ((marks < ends[:, 0]) | (marks > right))
        some = np.flatnonzero(free & (not self.low))[-1:]
        texts = [fill(self.look.words["mark.drawn"], {"count": float(found[i])}) for i in some]
        return texts, ends[some] - (0, 0.25), [self.look.text] * len(texts)

    def fit(self, tokens: tuple[str, ...], scores: Mapping[str, float]) -> bool:
        """Show another text, and what people wrote where that is known; whether anything is another."""
        if tokens == self.shown:
            return False
        self.shown = tokens
        words = self.look.words
        labels = [f"{named(words, tokens, word)} {number(score)}" for word, score in scores.items()]
        self.axes.set_yticks(ROWS - 1 - np.arange(len(labels)), labels)
        self.note.set_visible(not tokens)
        beside = self.left + (NOTE if len(labels) > ROWS - 2 else 0) if self.low else 0
        self.title.set_text(shortened(words, tokens, int((self.width - beside) / LETTER) - 2))
        self.note.set_x(self._beside(max(self.people.values())))
        return True

    def _beside(self, share: float) -> float:
        """Where the middle of the note on people is: above that share, or right of the text."""
        title, note = (LETTER * len(text.get_text()) for text in (self.title, self.note))
        least: float = (title + LETTER - LABELS + note / 2) * self.pixel
        return max(share, least)
