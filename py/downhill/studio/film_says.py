"""Answers the questions of a lesson's film: words and where to put them, places to go to, conditions."""

from __future__ import annotations

from typing import Any

from downhill.lesson.film import Payoff, Said
from downhill.studio.picture import OWN
from downhill.studio.studio import Studio
from downhill.text.format import fill


def film_says(studio: Studio, lesson: str, kind: str, name: str) -> Any:
    """Call one of a film's `payoffs`, `places` or `rules`, by name, on the lesson's current state.

    Raises `KeyError` for a name that the film doesn't have.
    """
    state = studio.session.at_work(lesson)
    found = getattr(state.plain.film, kind)[name](state.scene())
    return _words(studio, lesson, found) if kind == "payoffs" else found


def _words(studio: Studio, lesson: str, payoff: Payoff) -> dict[str, Any]:
    words = studio.session.at_work(lesson).lesson.words
    said = [
        {
            "text": fill(words[each.key], each.numbers),
            "kind": each.kind,
            "tone": each.tone,
            "at": _place(studio, lesson, each),
        }
        for each in payoff.said
    ]
    return {"said": said, "right": payoff.right}


def _place(studio: Studio, lesson: str, said: Said) -> str | list[float]:
    """Return a named place, or where a place on the axes appears, in percent of the picture's size.

    A picture can name its own places: `named_places` of its figure, in CSS pixels from the top left.
    """
    if isinstance(said.at, str) and said.kind != "hero":
        return said.at
    stand = studio.drawn(lesson, OWN)
    named = getattr(stand.figure, "named_places", {})
    if isinstance(said.at, str) and said.at not in named:
        return said.at
    x, y = named[said.at] if isinstance(said.at, str) else stand.seen([said.at])[0]
    return [100 * x / stand.width, 100 * y / stand.height]
