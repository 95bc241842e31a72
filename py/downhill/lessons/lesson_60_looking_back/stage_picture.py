"""The text on the film's stage: a sentence a line, fog over what isn't seen, arcs out to the right."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import Look
from downhill.lesson.look import mixed
from downhill.lessons.lesson_60_looking_back.scene import COVER, HAND, WINDOW, LookScene
from downhill.lessons.lesson_60_looking_back.text_layout import STAGE, Layout
from downhill.training.model_lesson import Frame

BACK, MIST, TURN = (
    "back",
    "mist",
    "turn",
)  # reels: an arc goes back; fog sinks; the look turns from before to now
ANSWER = "answer"  # the part of the stage that is what the network of three words says
POINTS = 40  # along an arc
FEW = 0.004  # the smallest share of the look that has an arc
CLEAR = 0.4  # probability of a word from which on it is said in full color, and said by a hand at all
BASE = 0.35  # of the letters' size: from the middle of a row down to where they stand
TINTED = 0.3  # of the look, from which on a word is tinted
SEEN = 3  # words, by a network without a look
ASIDE, MARGIN = 344.0, 6.0  # CSS pixels right of all arcs: for words on a broad stage, on any other
STEP, SOFT = 6.0, 4  # CSS pixels from point to point of the fog's edge, and how many edges it has


class Stage:
    """What the film shows in a picture of that size. It remembers the look that was shown before."""

    def __init__(self, frame: Frame, look: Look) -> None:
        self.frame, self.ink = frame, look
        self.before = self.shares = np.empty(0)

    def show(self, scene: LookScene, layout: Layout) -> tuple[list[np.ndarray], list[float]]:
        """The arcs, the widest one last, and their widths."""
        self.shares = self._turned(scene)
        order = np.argsort(self.shares, kind="stable").tolist()
        found = [self._arc(scene, layout, n) for n in order if self.shares[n] >= FEW]
        return [line for line, _ in found], [wide for _, wide in found]

    def _turned(self, scene: LookScene) -> np.ndarray:
        """The shares of the look; while it turns, between those shown before and those of now."""
        now = scene.shares
        if scene.reel == TURN:
            before = self.before if len(self.before) == len(now) else np.zeros(len(now))
            turned: np.ndarray = before + scene.share * (now - before)
            return turned
        if scene.eyes == COVER and scene.reel == BACK and scene.right:
            looked: np.ndarray = 0.45 * scene.share * (np.arange(len(now)) == scene.right[0])
            return looked
        self.before = np.zeros(len(now)) if scene.eyes in (COVER, WINDOW) else now
        return now

    def _arc(self, scene: LookScene, layout: Layout, number: int) -> tuple[np.ndarray, float]:
        """One arc, from behind the gap to the end of a word's line, or to the word from below; its width."""
        broad = self.frame.wide >= STAGE
        room, steep, thin = (30.0, 0.36, 1.0) if broad else (16.0, 0.3, 0.7)
        wide = thin * (1.5 + 22 * float(self.shares[number]))
        _, gap, row = layout.spans[-1]
        start = np.array([gap + 0.6 * layout.size + wide / 2, layout.line(row)])
        left, right, row = layout.spans[number]
        y = layout.line(row)
        near = max(layout.right, start[0])
        most = self.frame.wide - (ASIDE if broad else MARGIN) - wide / 2
        out = min(near + room + (start[1] - y) * steep, (most - near / 4) * 4 / 3)
        after = scene.pieces[number + 1 : number + 2]
        if (
            row < layout.spans[-1][2]
            and after
            and not after[0].spaced
            and after[0].sentence == scene.pieces[number].sentence
        ):
            end = np.array([layout.spans[number + 1][1] + 0.3 * layout.size + wide / 2, y])
            return curve(start, np.array([out, start[1]]), np.array([out, y]), end), wide
        end = np.array([(left + right) / 2, y + 0.6 * layout.size])
        return curve(
            start, np.array([0.9 * out, start[1] - 10]), end + np.array([2 * layout.size, layout.size]), end
        ), wide

    def colour(self, scene: LookScene) -> str:
        """The color of the look: the hand's, or the machine's."""
        return self.ink.hand if scene.eyes in (HAND, COVER) else self.ink.machine

    def tints(self, scene: LookScene, layout: Layout) -> np.ndarray:
        """Bars behind words that get much of the look, shape (n, 2, 2)."""
        most = [layout.spans[n] for n in np.flatnonzero(self.shares >= TINTED).tolist()]
        ends = [[(left - 5, layout.line(row)), (right + 5, layout.line(row))] for left, right, row in most]
        return np.reshape(ends, (-1, 2, 2))

    def said(self, scene: LookScene) -> tuple[str, str]:
        """What stands in the gap, and its color."""
        ink = self.ink
        if scene.eyes == COVER:
            return (scene.answer, ink.text) if scene.reel == BACK and scene.share else ("?", ink.text)
        hidden = scene.eyes == WINDOW and not scene.shows(ANSWER)
        if hidden or (scene.reel == TURN and scene.share < 0.6) or not scene.said:
            return "?", ink.text
        unclear = scene.likely[0][1] < CLEAR
        if scene.eyes == HAND and unclear:
            return "?", ink.text
        if unclear and scene.eyes != WINDOW:
            return scene.said, ink.quiet
        right = ink.hand if scene.eyes == HAND else ink.machine
        return scene.said, right if scene.said == scene.answer else ink.wrong

    def fog(self, scene: LookScene) -> float:
        """How thick the fog is."""
        if scene.reel == MIST:
            return scene.share
        return float(scene.eyes == WINDOW)

    def needed(self, scene: LookScene) -> Any:
        """What the words of the text depend on."""
        return scene.pieces, scene.hidden, self.said(scene), self.fog(scene)

    def words(self, axes: Any, scene: LookScene, layout: Layout) -> list[Any]:
        """Write the text and what stands in its gap, with fog over what is hidden."""
        kept, ink, half = [], self.ink, 0.62 * layout.size
        for number, piece in enumerate(scene.pieces):
            left, right, row = layout.spans[number]
            y = layout.line(row)
            if number in scene.hidden:
                kept.append(axes.fill_between([left - 4, right + 4], y - half, y + half, color=ink.fog))
                continue
            style = {"size": layout.size, "color": ink.text, "va": "baseline"}
            kept.append(axes.text(left, y + BASE * layout.size, piece.text, **style))
        left, right, row = layout.spans[-1]
        text, colour = self.said(scene)
        y, middle = layout.line(row) + 0.55 * layout.size, (left + right) / 2
        kept += axes.plot([left, right], [y, y], color=colour, linewidth=3, zorder=8)
        base = y - 0.2 * layout.size
        kept.append(axes.text(middle, base, text, size=layout.size, color=colour, ha="center", zorder=8))
        thick = self.fog(scene)
        return [*kept, *self._mist(axes, scene, layout, thick)] if thick else kept

    def _mist(self, axes: Any, scene: LookScene, layout: Layout, thick: float) -> list[Any]:
        """Fog over all but what a network of three words gets: those three, and the gap."""
        wide, high = self.frame.wide, self.frame.high
        first, _, row = layout.spans[len(scene.pieces) - SEEN]
        last, y = layout.spans[-1][1], layout.line(row)
        x, kept = np.linspace(0, wide, int(wide / STEP)), []
        for number in range(SOFT):
            room = (0.3 + 0.16 * number) * layout.size
            off = np.abs(x - (first + last) / 2) / ((last - first) / 2 + layout.size + 1.6 * room)
            half = (0.5 * layout.size + room) * np.clip(1 - off**6, 0, 1) ** 0.5
            style = {
                "color": self.ink.fog,
                "alpha": thick if number == SOFT - 1 else 0.3 * thick,
                "zorder": 9,
            }
            style["linewidth"] = 0
            kept += [
                axes.fill_between(x, 0, y - half, **style),
                axes.fill_between(x, y + half, high, **style),
            ]
        pale = mixed(self.ink.fog, self.ink.paper, 0.5)
        for place in (0.12, 0.34, 0.58):
            middle = high * place + 0.05 * high * np.sin(x / 110 + 9 * place)
            thickness = 0.06 * high * (1 + 0.6 * np.sin(x / 75 + 23 * place))
            for share in (1.0, 0.7, 0.4):
                low, top = middle - share * thickness, middle + share * thickness
                kept.append(
                    axes.fill_between(x, low, top, color=pale, alpha=0.3 * thick, linewidth=0, zorder=10)
                )
        return kept


def curve(start: np.ndarray, first: np.ndarray, second: np.ndarray, end: np.ndarray) -> np.ndarray:
    """A cubic Bézier curve through some points, shape (p, 2)."""
    t = np.linspace(0, 1, POINTS)[:, None]
    return np.asarray(
        (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * first + 3 * (1 - t) * t**2 * second + t**3 * end
    )
