"""What a link says of a lesson, and back: what differs from its start, causes and never what follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from downhill.play.kept_runs import Shelf
from downhill.play.lesson_state import Desk
from downhill.play.view_axes import aimed, first_aims
from downhill.session import replay
from downhill.session.fragment import Address, finite
from downhill.text.mistake import Mistake

RATE, LOG, KEPT = "rate", "log", "kept"
NUMBERS, TEXTS = (RATE, LOG), (KEPT, "curve", "slice")
RESERVED = (*NUMBERS, *TEXTS)  # what no slider, choice or entry of a lesson may be called
JOINT = "~"  # between the axes of a picture


def settings_of(desk: Desk) -> dict[str, str | float]:
    """What differs from the start, by its name in the lesson."""
    first = desk.plain.first_choices()
    settings: dict[str, str | float] = {n: option for n, option in desk.choices.items() if option != first[n]}
    pairs = zip(desk.lesson.sliders, desk.values, strict=True)
    settings |= {slider.name: value for slider, value in pairs if value != slider.start}
    if desk.rate != desk.variant.rates.good:
        settings[RATE] = desk.rate
    if desk.log:
        settings[LOG] = 1.0
    if runs := replay.written(desk.shelf):
        settings[KEPT] = runs
    plain = first_aims(desk.plain)
    return settings | {name: JOINT.join(axes) for name, axes in desk.aims.items() if axes != plain[name]}


def restore(desks: Mapping[str, Desk], link: Address) -> tuple[str, ...]:
    """Put all desks where a link says; the parts that made no sense are returned and change nothing."""
    ignored = [*link.ignored]
    for name in link.settings:
        lesson, _, what = name.partition(".")
        if lesson not in desks or what not in _settable(desks[lesson]):
            ignored.append(name[:40])
    for id_, desk in desks.items():
        ignored += (f"{id_}.{name}" for name in _restore(desk, _said_of(id_, link)))
    return tuple(ignored)


def _settable(desk: Desk) -> set[str]:
    return {s.name for s in desk.lesson.sliders} | set(desk.choices) | set(RESERVED)


def _said_of(lesson: str, link: Address) -> dict[str, str]:
    """What a link says of one lesson, by its name there."""
    pairs = ((name.partition("."), text) for name, text in link.settings.items())
    return {what: text for (id_, _, what), text in pairs if id_ == lesson}


def _restore(desk: Desk, said: Mapping[str, str]) -> Iterable[str]:
    """Set one desk from texts; returns the names of those that made no sense."""
    ignored = _restore_choices(desk, said)
    plain = {slider.name for slider in desk.lesson.sliders} | set(NUMBERS)
    numbers = {name: finite(text) for name, text in said.items() if name in plain}
    ignored += [name for name, value in numbers.items() if value is None]
    desk.restart()
    ignored += _restore_runs(desk, said.get(KEPT, ""))
    values = ((slider.start, numbers.get(slider.name)) for slider in desk.lesson.sliders)
    desk.place([start if value is None else value for start, value in values])
    rate = numbers.get(RATE)
    desk.set_rate(desk.variant.rates.good if rate is None else rate)
    desk.log = bool(numbers.get(LOG))
    return ignored + _restore_aims(desk, said)


def _restore_runs(desk: Desk, text: str) -> list[str]:
    """Walk the kept runs again."""
    desk.shelf = Shelf()
    try:
        for walk in replay.read(text, len(desk.lesson.sliders)) if text else ():
            replay.walk_again(desk, walk)
    except ValueError:
        return [KEPT]
    return []


def _restore_aims(desk: Desk, said: Mapping[str, str]) -> list[str]:
    """Let the views of the loss have the axes that a link names."""
    desk.aims, ignored = first_aims(desk.plain), []
    for name in desk.aims.keys() & said.keys():
        try:
            desk.aims = aimed(desk.plain, desk.aims, name, said[name].split(JOINT))
        except KeyError:
            ignored.append(name)
    return ignored


def _restore_choices(desk: Desk, said: Mapping[str, str]) -> list[str]:
    """Set a desk's switches and texts; those that made no sense stay as they open, and are returned."""
    ignored = []
    written = {entry.name for entry in desk.plain.entries}
    for name, first in desk.plain.first_choices().items():
        take = desk.enter if name in written else desk.choose
        try:
            take(name, said.get(name, first))
        except (KeyError, Mistake):
            take(name, first)
            ignored.append(name)
    return ignored
