"""A lesson made of what a reader has written. Its sliders are named by position: s1, s2, ..."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np

from downhill.lesson import Figure, Lesson, Look, Scene, Show
from downhill.source.running import CodeMistake, Vector
from downhill.studio.making.handles import Handles
from downhill.studio.making.results import Key, Measured, Shower, Whatever
from downhill.studio.making.written import Written
from downhill.text.format import PAGE, fill

ID = "made"  # of the lesson that a reader writes, on the page
NOWHERE = "nowhere"  # the key of the sentence that holds where there is no loss


def place_name(index: int) -> str:
    """Return what the page calls the slider with that index."""
    return f"s{index + 1}"


class MadeLesson:
    """A `lesson` whose functions are a reader's.

    While it is `strict`, these raise `CodeMistake`. Later they never raise: `note` is called with the
    mistake, and there is no loss. `drawn` is called for every scene: with the mistake, after which the
    picture stays as it was, or with None.
    """

    def __init__(
        self,
        written: Written,
        note: Callable[[CodeMistake], None],
        drawn: Callable[[CodeMistake | None], None],
    ) -> None:
        self.written, self.note, self.drawn = written, note, drawn
        self.strict = True
        names = written.names
        for part in ("measure", "gradient") if "gradient" in written.parts else ("measure",):
            written.check_parameters(part)

        def by_name(function: Callable[..., Any]) -> Callable[..., Any]:
            return lambda *values: function(**dict(zip(names, values, strict=True)))

        self._measure = written.function("measure", Measured(), by_name)
        self._describe = written.function("describe", Key())
        self._draw = written.function("draw", Shower())
        self._gradient = (
            written.function("gradient", Vector(len(names)), by_name) if "gradient" in written.parts else None
        )
        self._last: Any = None  # the last result of `measure`
        self.lesson = Lesson(
            id=ID,
            words=self._words(),
            sliders=tuple(
                replace(slider, name=place_name(index)) for index, slider in enumerate(written.sliders)
            ),
            measure=lambda **values: self.measure(values),
            draw=self.draw,
            describe=lambda measured: self.describe(measured),
            goal=written.goal,
            rates=written.rates,
            gradient=(lambda **values: self.gradient(values)) if self._gradient else None,
            loss_decimals=written.decimals,
            defined=lambda measured: math.isfinite(measured.loss),
        )

    def _words(self) -> dict[str, str]:
        """Return the reader's words, those of the sliders under their names on the page."""
        words = dict(self.written.words)
        for kind in ("slider", "axis"):
            for name in self.written.names:
                words.pop(f"{kind}.{name}", None)
            for index, name in enumerate(self.written.names):
                if text := self.written.words.get(f"{kind}.{name}"):
                    words[f"{kind}.{place_name(index)}"] = text
        return words | {f"now.{NOWHERE}": PAGE["making.nowhere"]}

    def measure(self, values: dict[str, float]) -> Any:
        """Return what the reader's function measures; without a loss if it makes a mistake."""
        try:
            self._last = self._measure(*self._in_order(values))
        except CodeMistake as mistake:
            self._tell(mistake, self.note)
            lost = self._last._replace(loss=math.nan)
            lost.own = self._last.own
            return lost
        return self._last

    def gradient(self, values: dict[str, float]) -> Any:
        """Return the reader's slopes, NaN if the function makes a mistake."""
        assert self._gradient is not None
        try:
            return self._gradient(*self._in_order(values))
        except CodeMistake as mistake:
            self._tell(mistake, self.note)
            return np.full(len(values), np.nan)

    def describe(self, measured: Any) -> str:
        """Return the key of the sentence that is true."""
        if not math.isfinite(measured.loss):
            return NOWHERE
        try:
            key = self._describe(measured.own)
            self._check_sentence(f"now.{key}", measured)
        except CodeMistake as mistake:
            self._tell(mistake, self.note)
            return NOWHERE
        return str(key)

    def _check_sentence(self, key: str, measured: Any) -> None:
        """Raise a `CodeMistake` if there is no such sentence, or if nothing fills one of its gaps."""
        if key not in self.written.words:
            raise self.written.at("describe", CodeMistake("made_sentence", name=key.removeprefix("now.")))
        gap = ""
        try:
            fill(self.written.words[key], measured._asdict())
        except KeyError as error:
            gap = str(error.args[0])
        except (ValueError, TypeError):  # a text or an array for a gap that shows a number
            gap = "…"
        if gap:
            allowed = ", ".join(measured._fields)
            raise self.written.at("words", CodeMistake("made_gap", name=key, gap=gap, allowed=allowed))

    def draw(self, figure: Figure, look: Look) -> Show:
        """Draw the reader's picture. After a mistake, it stays as it was."""
        handles = Handles()
        try:
            own = self._draw(handles.figure(figure), handles.look(look))
        except CodeMistake as mistake:
            self._tell(mistake, self.drawn)
            return lambda scene: None
        show = self.written.guarded(own.__name__, "draw", own, Whatever())

        def shown(scene: Scene) -> bool | None:
            if not math.isfinite(scene.now.loss):
                return None
            try:
                again = show(_scene(scene, handles))
            except CodeMistake as mistake:
                self._tell(mistake, self.drawn)
                return None
            self.drawn(None)
            return bool(again)

        return shown

    def _tell(self, mistake: CodeMistake, told: Callable[[CodeMistake], None]) -> None:
        """Raise a mistake while this is strict; later, only tell it."""
        if self.strict:
            raise mistake
        told(mistake)

    def _in_order(self, values: dict[str, float]) -> list[float]:
        return [float(values[place_name(index)]) for index in range(len(self.written.names))]


def _scene(scene: Scene, handles: Handles) -> SimpleNamespace:
    """Return a scene as a reader's code gets it, with its own results of `measure`."""
    ahead = scene.ahead if scene.ahead is not None and math.isfinite(scene.ahead.loss) else None
    return SimpleNamespace(
        now=scene.now.own,
        ahead=ahead.own if ahead is not None else None,
        mover=scene.mover,
        values=tuple(scene.values),
        next_values=tuple(scene.next_values) if scene.next_values is not None else None,
        trail=handles.trail(scene.trail),
        log=scene.log,
    )
