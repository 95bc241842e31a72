"""The picture of the film: bars of scores that lie down into one strip, and pins that fall on it."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import Figure, Look, Scene
from downhill.lesson.look import mixed
from downhill.lessons.lesson_40_choose_word import moments
from downhill.lessons.lesson_40_choose_word.moments import LIE, RAIN, STACKS, STRIP, Moment, moment
from downhill.lessons.lesson_40_choose_word.ngrams import CONTEXTS, following
from downhill.lessons.lesson_40_choose_word.stage import NARROW, stage
from downhill.lessons.lesson_40_choose_word.token_text import halves, named
from downhill.maths import probability
from downhill.text.format import number, percent

WORDS = sorted({word for scores in CONTEXTS.values() for word in scores})
DIM, PALE = 0.12, 0.3  # of the stage in the colors of every second slice, and of bars that lost
SOFT = 0.3  # share of the reel in which scores become shares, before the bars lie down
Rects = np.ndarray  # shape (n, 4): left, right, middle and height


class FilmPicture:
    """All that is drawn on the path of the filled button."""

    def __init__(self, figure: Figure, look: Look) -> None:
        self.axes, self.look = figure.add_axes((0, 0, 1, 1)), look
        self.axes.set_axis_off()
        width, height = (72 * float(side) for side in figure.get_size_inches())  # type: ignore[attr-defined]
        self.axes.set(xlim=(0, width), ylim=(height, 0))
        longest = max(look.width_of(named(look.words, ("cat", "I"), word), 1.0) for word in WORDS)
        self.at = stage(width, height, longest)
        inks = (mixed(look.quiet, look.stage, PALE), look.machine, mixed(look.machine, look.stage, DIM))
        self.zero = look.bars(self.axes, look.faint, 2.0, 1)
        self.ring = look.arcs(self.axes, look.text, 2)
        self.lost, self.lit, self.dim = (look.arcs(self.axes, ink, 3) for ink in inks)
        self.pins = look.bars(
            self.axes, mixed(look.text, look.stage, PALE), 1.2 if width > NARROW else 0.8, 4
        )
        self.heads = look.dots(self.axes, 4.6 if width > NARROW else 3.4, look.text)
        self.pin = look.bars(self.axes, look.text, 2.5, 6)
        self.marker = look.dots(self.axes, 15.0, look.text)
        self.words, self.notes = (look.names(self.axes, self.at.letters) for _ in range(2))
        self.counts = look.names(self.axes, self.at.big)
        self.labels = look.names(self.axes, self.at.on, bare=True)
        self.shown = False

    def hide(self) -> None:
        """Nothing of it is seen."""
        self.clear()
        self.axes.figure.patch.set_facecolor(self.look.paper)
        self.shown = False

    def clear(self) -> None:
        """Nothing that moves is seen."""
        for stroke in (self.zero, self.pins, self.heads, self.pin, self.marker):
            stroke.put(())
        for arcs in (self.ring, self.lost, self.lit, self.dim):
            arcs.put((), ())
        for names in (self.words, self.notes, self.counts, self.labels):
            names.put((), np.empty((0, 2)), ())

    def show(self, scene: Scene) -> bool:
        """Draw a scene of the film; whether what stands still is another."""
        self.clear()
        self.axes.figure.patch.set_facecolor(self.look.stage)
        fresh, self.shown = not self.shown, True
        if scene.reel == STACKS:
            self._stacks(scene.share)
            return fresh
        now = moment(scene)
        lie = scene.share if scene.reel == LIE else float(scene.shows(STRIP))
        scores = np.array([*following(now.asked).values()])
        shares = probability.probabilities(scores, scene.now.temperature)
        words = [named(self.look.words, now.asked, word) for word in following(now.asked)]
        if lie >= 1:
            self._strip(scene, now, words, shares)
            return fresh
        self._bars(now, words, scores, shares, lie)
        return fresh

    def _bars(
        self, now: Moment, words: list[str], scores: np.ndarray, shares: np.ndarray, lie: float
    ) -> None:
        """Bars of scores; with a share of `lie` on their way to become slices of a strip."""
        at, n = self.at, len(words)
        soft = _ease(min(lie / SOFT, 1.0))
        lengths = ((1 - soft) * scores + soft * shares / shares.max()) * now.grown
        bars, slices = at.bars(lengths), at.slices(shares, is_warm=False)
        ways = np.clip((lie - SOFT - 0.05) / (0.95 - SOFT) * 1.5 - 0.1 * np.arange(n), 0, 1)
        rects = bars + (slices - bars) * _ease(ways)[:, None]
        rects[:, 2] -= 24 * np.sin(np.pi * ways)
        won = np.arange(n) == now.won
        self.lost.put(*_lines(rects[~won & (ways < 0.5)]))
        lain = ~won & (ways >= 0.5)
        self.lit.put(*_lines(rects[won | (lain & (np.arange(n) % 2 == 0))]))
        self.dim.put(*_lines(rects[lain & (np.arange(n) % 2 == 1)]))
        rows, still = bars[:, 2], ways == 0
        self.zero.put(np.array([[(at.zero, at.top), (at.zero, at.top + n * at.row)]]) if not lie else ())
        inks = [self.look.text] * n
        self.words.put(
            [word for word, there in zip(words, still, strict=True) if there],
            np.stack([np.full(n, at.left - 7), rows], 1)[still],
            inks[: int(still.sum())],
        )
        if not lie and now.grown == 1:
            tips = np.stack([np.maximum(bars[:, 1], at.zero) + 4, rows], 1)
            self.notes.put([number(score) for score in scores], tips, inks)
        if 0 < now.falls < 1 or now.won >= 0:
            laps = 2 * n + max(now.won, 0) if n > 1 else 0
            spot = now.won if now.won >= 0 else int(laps * _ease(now.falls)) % n
            self.marker.put([(min(bars[spot, 0], at.zero) - 14, rows[spot])])
            self._place(at.left, rows[spot])

    def _strip(self, scene: Scene, now: Moment, words: list[str], shares: np.ndarray) -> None:
        """One strip with slices, and what falls on it."""
        at, is_warm = self.at, scene.shows("temperature")
        rects = at.slices(shares, is_warm)
        even = np.arange(len(rects)) % 2 == 0
        self.lit.put(*_lines(rects[even]))
        self.dim.put(*_lines(rects[~even]))
        middle, tall = at.lies(is_warm)
        if now.won >= 0:
            self.ring.put(*_lines(rects[[now.won]] + np.array([-5, 5, 0, 10])))
            self._place(float(rects[now.won, 0]), middle)
        if now.falls > 0:
            x, y = at.left + now.lot * (at.right - at.left), middle - tall / 2
            y = -30 + (y + 34) * now.falls**2
            self.pin.put(np.array([[(x, y), (x, y - 30)]]))
            self.marker.put([(x, y - 30)])
        if scene.reel == RAIN:
            self._rain(scene.share, rects)
        self._notes(rects, shares, middle + tall / 2, is_warm and now.falls > 0)
        if is_warm:
            self._ends(scene.now.temperature)
        self._label(words, rects)

    def _rain(self, share: float, rects: Rects) -> None:
        """A thousand pins, each of which stands where it fell; above each slice how many hit it."""
        at = self.at
        fallen, found = moments.rained(share)
        some = fallen > 0
        lots = probability.uniforms(moments.PIN_SEED, 0, moments.PINS)[some]
        tall = 5 + at.rise * probability.uniforms(moments.PIN_SEED, 1, moments.PINS)[some]
        foot = -30 + (at.strip + 30) * fallen[some] ** 2
        xs = at.left + lots * (at.right - at.left)
        tops = np.stack([xs, foot - tall], 1)
        self.pins.put(np.stack([np.stack([xs, foot], 1), tops], axis=1))
        self.heads.put(tops)
        middles = rects[:, :2].mean(axis=1)
        texts = [number(count, 0) for count in found]
        widths = np.array([self.look.width_of(text, at.big) for text in texts])
        above = np.full(len(texts), at.strip - at.rise - 12 - at.big)
        self.counts.put(texts, np.stack([middles - widths / 2 - 7, above], 1), [self.look.text] * len(texts))

    def _notes(self, rects: Rects, shares: np.ndarray, foot: float, hushed: bool) -> None:
        """Each slice's share below it, where there is room."""
        texts, size = [percent(share) for share in shares], self.at.letters
        if self.at.width < NARROW:  # "7 %" is wider than "7%"
            texts = ["".join(text.split()) for text in texts]
        widths = np.array([self.look.width_of(text, size) for text in texts])
        some = np.flatnonzero((rects[:, 1] - rects[:, 0] >= widths) & (not hushed))
        places = np.stack([rects[:, :2].mean(axis=1) - widths / 2 - 7, np.full(len(texts), foot + size)], 1)
        self.notes.put([texts[i] for i in some], places[some], [self.look.text] * len(some))

    def _ends(self, temperature: float) -> None:
        """What the ends of the slider mean, and where it stands."""
        at, words = self.at, self.look.words
        told = f"{words['mark.temperature']} {number(temperature)}"
        texts = [words["mark.cold"], told, words["mark.hot"]]
        widths = np.array([self.look.width_of(text, at.letters) for text in texts])
        lefts = np.array([at.left, (at.left + at.right - widths[1]) / 2, at.right - widths[2]])
        self.words.put(texts, np.stack([lefts - 7, np.full(3, at.ends)], 1), [self.look.text] * 3)

    def _place(self, x: float, y: float) -> None:
        """Words that fly begin there."""
        self.axes.figure.named_places = {moments.PLACE: (x, y)}

    def _label(self, words: list[str], rects: Rects) -> None:
        """Words on their slices: turned where a slice is too narrow, none where even that has no room."""
        size = self.at.on
        wide = np.array([self.look.width_of(word, size) for word in words])
        across, tall = rects[:, 1] - rects[:, 0], rects[:, 3]
        level, fits = wide + 2 <= across, (wide + 4 <= tall) & (size + 2 <= across)
        some = np.flatnonzero(level | fits)
        half = np.where(level, wide / 2, 0.36 * size)
        places = np.stack([rects[:, :2].mean(axis=1) - half - 7, rects[:, 2]], 1)
        inks = [self.look.paper] * len(some)
        self.labels.put([words[i] for i in some], places[some], inks, (~level)[some].tolist())

    def _stacks(self, share: float) -> None:
        """Three strips, cold, in between and hot, one after the other, with the ways their sentences end."""
        at, look, size = self.at, self.look, self.at.letters
        each = (at.height - at.stacks) / 3
        slices: list[Rects] = []
        texts, places, inks = [], [], []
        for nth, (name, temperature) in enumerate(moments.ORDER):
            if 3 * share < nth:
                break
            y = at.stacks + nth * each
            rects = at.slices(moments.chances((), temperature), is_warm=False)
            rects[:, 2:] = y + 2.1 * size, 0.9 * size
            slices.append(rects)
            endings = [halves(look.words, tokens)[1].strip(" ,，") for tokens in moments.stack(name, 2)]
            texts += [f"{look.words[f'mark.{name}']} {number(temperature)}", *endings]
            places += [(at.left - 7, y + size * down) for down in (0.8, 3.5, 4.9)]
            inks += [look.text, look.machine, look.machine]
        self.words.put(texts, np.array(places), inks)
        self.lit.put(*_lines(np.concatenate([rects[::2] for rects in slices])))
        self.dim.put(*_lines(np.concatenate([rects[1::2] for rects in slices])))


def _lines(rects: Rects) -> tuple[list[np.ndarray], list[float]]:
    """Rectangles as level lines with widths."""
    left, right, middle, tall = rects.T
    lines = np.stack([np.stack([left, middle], 1), np.stack([right, middle], 1)], axis=1)
    return [*lines], tall.tolist()


def _ease(share: Any) -> Any:
    return share * share * (3 - 2 * share)
