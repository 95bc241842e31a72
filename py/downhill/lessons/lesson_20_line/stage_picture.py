"""The lesson's picture on its film's stage: homes, a line, its bars, their tower, the map of all lines."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import HAND, Look, Scene
from downhill.lessons.lesson_20_line import reels
from downhill.lessons.lesson_20_line.landscape import Landscape
from downhill.lessons.lesson_20_line.reels import Played, part, played
from downhill.lessons.lesson_20_line.stage_places import SMALL, Places, View, places, spot_of, view
from downhill.lessons.lesson_20_line.tower import NUMBER, Tower

LINE, HOME = 5.0, (8.5, 13.5)  # CSS pixels: a line's width, half of the smallest home's and of the largest's
PALE = 0.25  # opacity of bars whose copies are in the tower
DROP = 260.0  # CSS pixels from above which homes drop
ALONE = (reels.ALONE, reels.MISPRINT, reels.SQUARES, reels.LEAPS)  # the plot has all of the stage


class Stage:
    """The strokes of the film's picture, on the axes of the points and on axes in CSS pixels over all."""

    def __init__(self, figure: Any, look: Look, axes: Any) -> None:
        self.look, self.axes = look, axes
        self.width, self.height = (72 * float(side) for side in figure.get_size_inches())
        self.over = over = figure.add_axes((0, 0, 1, 1))
        over.set_axis_off()
        over.set(xlim=(0, self.width), ylim=(self.height, 0), xticks=[], yticks=[])
        self.figure = figure
        self.floor = over.plot([], [], color=look.faint, linewidth=2, zorder=1)[0]
        wide = places(self.width, self.height, 0.0).bar
        self.bars = {alpha: look.bars(over, look.error, wide, 2) for alpha in (1.0, PALE)}
        self.bars[PALE].paint(look.error, PALE)
        self.squares = look.squares(over, look.error, 2)
        self.ghost = look.line(over, look.hand, LINE - 1, 4).dashed(3, 9)
        self.line = look.line(over, look.hand, LINE, 6)
        self.homes = [
            look.dots(over, 2 * size, look.text, "home").rimmed(look.stage, 2)
            for size in np.linspace(*HOME, 4)
        ]
        self.discs = look.dots(over, 12.0, look.text)
        self.wrong = look.dots(over, 2 * HOME[1], look.wrong, "home").rimmed(look.stage, 2)
        large = min(28.0, max(20.0, 0.02 * self.width))  # a projector's stage is wide
        self.letters, number = (large, NUMBER) if self.width >= SMALL else (17.0, 0.7 * NUMBER)
        self.tags, self.labels = (look.names(over, self.letters, behind=look.stage) for _ in range(2))
        self.tower, self.land = Tower(over, look, number), Landscape(over, look, self.letters)
        self.strokes: list[Any] = [
            *self.bars.values(),
            self.squares,
            self.ghost,
            self.line,
            *self.homes,
            self.discs,
            self.wrong,
        ]
        self.known: Any = None

    def clear(self) -> None:
        """Nothing of the stage is there: the picture is another one."""
        for stroke in self.strokes:
            stroke.put(())
        for names in (self.tags, self.labels):
            names.put((), np.empty((0, 2)), ())
        self.tower.clear()
        self.land.clear()
        self.figure.patch.set_facecolor(self.look.paper)
        self.floor.set_visible(False)
        self.known = None

    def put(self, scene: Scene) -> bool:
        """Show a scene; returns whether what doesn't move is another."""
        cloud, is_play = scene.data["cloud"], played(scene)
        close = self._close(scene)
        at = places(self.width, self.height, close, scene.reel in ALONE[:3])
        seen = view(cloud, close if self.width >= SMALL else 0.0, *_camera(scene, is_play))
        self._lay(at, seen)
        self.floor.set_visible(scene.reel != reels.LEAPS)  # what leaps there needs the room
        self.land.put(scene, at, is_play, self._unrolled(scene))
        self._draw_line(scene, at, seen, is_play)
        self._draw_bars(scene, at, seen, is_play)
        self._draw_homes(scene, at, seen, is_play)
        self._write(scene, at, seen, is_play)
        known = at, seen, cloud
        fresh: bool = known != self.known
        self.known = known
        return fresh

    def _close(self, scene: Scene) -> float:
        if scene.reel in ALONE:
            return 0.0
        if scene.reel == reels.TOWER:
            return part(scene.share, 0.0, 0.18)
        return float(scene.shows(reels.TOWER))

    def _unrolled(self, scene: Scene) -> float:
        if scene.reel == reels.MAP:
            return scene.share
        return float(scene.reel not in ALONE and scene.shows(reels.MAP))

    def _lay(self, at: Places, seen: View) -> None:
        left, top, wide, high = at.plot
        box, (x0, x1, y0, y1) = self.axes.get_position(), seen
        sides = (np.array([box.x0, box.x1]) * self.width - left) / wide
        edges = ((1 - np.array([box.y0, box.y1])) * self.height - top) / high
        self.axes.set(xlim=x0 + sides * (x1 - x0), ylim=y1 + edges * (y0 - y1))
        self.figure.patch.set_facecolor(self.look.stage)
        self.floor.set_data([left, left + wide], [top + high, top + high])

    def _draw_line(self, scene: Scene, at: Places, seen: View, shown: Played) -> None:
        cloud, sides = scene.data["cloud"], np.array(seen[:2])

        def through(m: float, b: float) -> np.ndarray:
            return spot_of(at.plot, seen, sides, m * (sides - cloud.origin) / cloud.per + b)

        self.line.paint(self.look.colour(shown.mover))
        self.line.put(_broken(scene, through(*shown.line)))
        hand = scene.noted.get(HAND)
        beside = shown.mover != HAND and hand is not None and scene.reel not in (*ALONE, reels.BREAK)
        self.ghost.put(through(*hand[-1]) if beside and hand is not None else ())

    def _draw_bars(self, scene: Scene, at: Places, seen: View, shown: Played) -> None:
        cloud = scene.data["cloud"]
        says = reels.heights(cloud, shown.line)
        grown = part(scene.share, 0.7, 1.0) if scene.reel == reels.DROP else 1.0
        ends = np.stack(
            [np.stack([cloud.x, shown.y], 1), np.stack([cloud.x, shown.y + grown * (says - shown.y)], 1)], 1
        )
        spots = spot_of(at.plot, seen, ends[..., 0], ends[..., 1])
        pale = np.zeros(cloud.count, bool)
        if scene.reel == reels.FLASH:
            pale[int(min(scene.share, 0.999) * cloud.count)] = scene.share < 1
        if scene.reel == reels.TOWER:
            pale = self.tower.flown(scene.share, cloud.count)
        none = scene.reel == reels.BREAK or shown.squares == 1
        for alpha, bars in self.bars.items():
            bars.put(() if none else spots[pale if alpha == PALE else ~pale])
        squares = spots.copy()
        squares[:, 1] = spots[:, 0] + shown.squares * (spots[:, 1] - spots[:, 0])
        self.squares.put(squares if shown.squares > 0 and scene.reel != reels.BREAK else ())
        self.tower.put(scene, at, spots, self._close(scene) if scene.reel != reels.BREAK else 0.0)

    def _draw_homes(self, scene: Scene, at: Places, seen: View, shown: Played) -> None:
        cloud = scene.data["cloud"]
        spots = spot_of(at.plot, seen, cloud.x, shown.y)
        if scene.reel == reels.DROP:
            landed = np.array([part(scene.share, 0.05 * n, 0.05 * n + 0.15) for n in range(cloud.count)])
            spots = (spots - (0, DROP) * (1 - landed[:, None]))[landed > 0]
        if scene.reel == reels.BREAK:
            spots = spots[:0]
        homes = scene.lesson.data["source"].name == "homes"
        self.discs.put(() if homes else spots)
        sizes = (np.arange(len(spots)) * 4 // max(cloud.count, 1)) if homes else np.full(len(spots), -1)
        wrong = scene.reel in (reels.MISPRINT, reels.SQUARES)
        struck = (np.arange(len(spots)) == cloud.y.argmax()) & wrong if len(spots) else np.zeros(0, bool)
        for size, marks in enumerate(self.homes):
            marks.put(spots[(sizes == size) & ~struck])
        self.wrong.put(spots[struck])

    def _write(self, scene: Scene, at: Places, seen: View, shown: Played) -> None:
        words, (left, top, wide, high) = scene.lesson.words, at.plot
        cloud, look = scene.data["cloud"], self.look
        said: list[tuple[str, tuple[float, float], str]] = []
        if scene.reel not in (*ALONE, reels.BREAK):
            across = f"{words['axis.x']} →"
            said.append(
                (
                    across,
                    (left + wide - look.width_of(across, self.letters) - 12, top + high - 14),
                    look.quiet,
                )
            )
            if not self._close(scene):
                said.append((f"↑ {words['axis.y']}", (left, top + 8), look.quiet))
        self.labels.put(
            [each[0] for each in said],
            np.array([each[1] for each in said]).reshape(-1, 2),
            [each[2] for each in said],
        )
        tags = []
        if scene.reel in ALONE[:3] and scene.lesson.data["source"].name == "homes":
            last = int(cloud.y.argmax())
            x, y = spot_of(at.plot, seen, cloud.x[last], shown.y[last])
            fallen = scene.reel != reels.ALONE and scene.share + (scene.reel == reels.SQUARES) > 0.08
            key, ink = ("film.tag-wrong", look.wrong) if fallen else ("film.tag", look.text)
            tags.append(
                (
                    words[key],
                    (
                        float(x) - 30 - look.width_of(words[key], self.letters),
                        float(y) - (0 if fallen else 6),
                    ),
                    ink,
                )
            )
        self.tags.put(
            [each[0] for each in tags],
            np.array([each[1] for each in tags]).reshape(-1, 2),
            [each[2] for each in tags],
        )


def _camera(scene: Scene, shown: Played) -> tuple[float, float]:
    """How far the plot's floor is lowered, and how many times as much of y is seen."""
    if scene.reel == reels.MISPRINT:
        return part(scene.share, 0.0, 0.12), 1.0
    if scene.reel == reels.LEAPS:
        return 0.0, max(1.0, abs(shown.line.m) / reels.STEEP)
    return float(scene.reel == reels.SQUARES), 1.0


def _broken(scene: Scene, ends: np.ndarray) -> np.ndarray:
    """A line as it is; while it breaks, it turns level about its middle."""
    if scene.reel != reels.BREAK:
        return ends
    level = np.stack([ends[:, 0], np.full(2, ends[:, 1].mean())], axis=1)
    turned: np.ndarray = ends + scene.share * (level - ends)
    return turned
