"""Which sliders are the axes of the views of the loss, where the reader can choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from downhill.lesson import LessonFields

Aims = dict[str, tuple[str, ...]]  # by the picture's name: sliders across, and then up


def first_aims(lesson: LessonFields) -> Aims:
    """Return the default axes: one slider for the curve, two for the slice."""
    names = tuple(slider.name for slider in lesson.sliders)
    return {"curve": names[:1], "slice": names[:2]}


def aimed(
    lesson: LessonFields, aims: Mapping[str, tuple[str, ...]], picture: str, names: Sequence[str]
) -> Aims:
    """Return the aims with other axes for one picture.

    Raises `KeyError` for a slider that the lesson doesn't have, for a picture whose axes can't be chosen,
    and for too few axes, too many, or one twice.
    """
    if picture not in aims or len(set(names)) != len(names) or len(names) != len(aims[picture]):
        raise KeyError(f"lesson {lesson.id} has no {picture!r} over {list(names)}, only like {dict(aims)}")
    return {**aims, picture: tuple(lesson.slider(name).name for name in names)}
