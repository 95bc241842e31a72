"""What a link stores of a lesson, and how to restore it: causes that differ from the start, no results."""

from __future__ import annotations

from collections.abc import Mapping

from downhill.lesson.way import GOOD, PLAIN
from downhill.play.kept_runs import KeptRuns
from downhill.play.lesson_state import LessonState
from downhill.play.view_axes import aimed, first_aims
from downhill.session import replay
from downhill.session.fragment import finite
from downhill.session.way_texts import read_way, written_way
from downhill.text.mistake import Mistake

RATE, LOG, KEPT, WAY = "rate", "log", "kept", "way"
OLD = "guess"  # older links have a guess, which is ignored
NUMBERS, TEXTS = (RATE, LOG), (KEPT, OLD, WAY, "curve", "slice")
RESERVED = (*NUMBERS, *TEXTS)  # what no slider, choice or entry of a lesson may be called
JOINT = "~"  # between the axes of a picture


def settings_of(state: LessonState) -> dict[str, str | float]:
    """Return what differs from the start, by its name in the lesson."""
    first = state.plain.first_choices()
    settings: dict[str, str | float] = {
        n: option for n, option in state.choices.items() if option != first[n]
    }
    pairs = zip(state.lesson.sliders, state.values, strict=True)
    settings |= {slider.name: value for slider, value in pairs if value != slider.start}
    if way := written_way(state.ways):
        settings[WAY] = way
    if state.rate != state.rates.good:
        settings[RATE] = state.rate
    if state.log:
        settings[LOG] = 1.0
    if state.own_functions is None and (runs := replay.written(state.shelf)):
        settings[KEPT] = runs
    plain = first_aims(state.plain)
    return settings | {name: JOINT.join(axes) for name, axes in state.aims.items() if axes != plain[name]}


def settable(state: LessonState) -> set[str]:
    """Return the names that a link can set in the lesson's current variant."""
    return {s.name for s in state.lesson.sliders} | set(state.choices) | set(RESERVED)


def restore(state: LessonState, said: Mapping[str, str]) -> list[str]:
    """Apply a link's settings to a lesson; return the names of unusable ones, which change nothing."""
    ignored = _restore_choices(state, said)
    plain = {slider.name for slider in state.lesson.sliders} | set(NUMBERS)
    numbers = {name: finite(text) for name, text in said.items() if name in plain}
    ignored += [name for name, value in numbers.items() if value is None]
    state.restart()
    ignored += _restore_runs(state, said.get(KEPT, ""))
    values = ((slider.start, numbers.get(slider.name)) for slider in state.lesson.sliders)
    state.place([start if value is None else value for start, value in values])
    ignored += _restore_way(state, said.get(WAY, ""))
    rate = numbers.get(RATE)
    state.set_rate(state.rates.good if rate is None else rate)
    state.log = bool(numbers.get(LOG))
    return ignored + _restore_aims(state, said)


def _restore_way(state: LessonState, text: str) -> list[str]:
    """Choose the way downhill that a link names, else plain descent; reset the settings of the others."""
    state.ways.betas.update(GOOD)
    try:
        state.take_way(read_way(text))
    except ValueError:
        state.set_way(PLAIN)
        return [WAY]
    return []


def _restore_runs(state: LessonState, text: str) -> list[str]:
    """Walk the kept runs again."""
    state.shelf = KeptRuns()
    try:
        for walk in replay.read(text, len(state.lesson.sliders)) if text else ():
            replay.walk_again(state, walk)
    except ValueError:
        return [KEPT]
    return []


def _restore_aims(state: LessonState, said: Mapping[str, str]) -> list[str]:
    """Give the views of the loss the axes that a link names."""
    state.aims, ignored = first_aims(state.plain), []
    for name in state.aims.keys() & said.keys():
        try:
            state.aims = aimed(state.plain, state.aims, name, said[name].split(JOINT))
        except KeyError:
            ignored.append(name)
    return ignored


def _restore_choices(state: LessonState, said: Mapping[str, str]) -> list[str]:
    """Set a lesson's switches and texts; return the unusable ones, which stay as the lesson opens."""
    ignored = []
    written = {entry.name for entry in state.plain.entries}
    for name, first in state.plain.first_choices().items():
        take = state.enter if name in written else state.choose
        try:
            take(name, said.get(name, first))
        except (KeyError, Mistake):
            take(name, first)
            ignored.append(name)
    return ignored
