"""The page on which a reader makes a lesson: it has places for any lesson, and starts with an example."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from downhill.lesson import Lesson, Slider
from downhill.lessons import every_lesson
from downhill.play.lesson_state import LessonState
from downhill.session.lesson_view import view
from downhill.session.session import Session
from downhill.session.step_in_numbers import maths
from downhill.studio.making.maker import PICTURES, Maker
from downhill.studio.making.written import MOST
from downhill.studio.picture import titled
from downhill.studio.studio import Studio
from downhill.text.format import PAGE
from downhill.text.language import speaking
from tools.languages.language import Language
from tools.languages.translations import WITH_CODE
from tools.new_lesson import TEMPLATE
from tools.pages.frame import frame
from tools.pages.page import by_field, shown_rate
from tools.pages.page_pictures import Shown
from tools.pages.template import templates

NAME = "make"
SIZES = {"picture": (720, 400), "overshoot": (720, 300), "map": (352, 300), "trace": (720, 200)}
READ = ("map", "trace")  # pictures whose points are read out


def write(out: Path, folders: dict[str, str], language: Language, spoken: Sequence[Language]) -> None:
    """Write the page in a language into the site `out`."""
    with speaking(language.catalogue, every_lesson()):
        text = _page(out, folders, language, spoken)
    (out / language.beside(NAME)).write_text(text, encoding="utf-8")


def _page(out: Path, folders: dict[str, str], language: Language, spoken: Sequence[Language]) -> str:
    text = TEMPLATE.read_text(encoding="utf-8")
    session = Session([])
    session.maker = Maker(Studio(session), text)
    used = len(session.state(session.maker.id).lesson.sliders)
    lesson = _with_all_places(session.state(session.maker.id).plain)
    state = LessonState(lesson)
    seen = view(state, maths=maths(state))
    texts = {key: text for key, text in PAGE.items() if key.startswith(("editing.", "making."))}
    worker = {room: dict(language.catalogue.get(room, {})) for room in WITH_CODE}
    told = {"page": texts, "worker": worker}
    pictures = [_shown(lesson, name) for name in PICTURES]
    return (
        templates()
        .get_template("make.html.jinja")
        .render(
            lesson=lesson,
            lessons=[lesson],
            models={},
            used=used,
            made=session.codes[session.maker.id].made,
            text=text,
            texts=told,
            hidden={"map"} if used != 2 else set(),
            pictures=pictures,
            view=by_field({lesson.id: seen}),
            rate=shown_rate(seen),
            **frame(out, folders, language, spoken, making=True),
        )
    )


def _with_all_places(lesson: Lesson) -> Lesson:
    """Return a lesson with as many sliders as there are places; the extra ones do nothing."""
    own = [slider.name for slider in lesson.sliders]
    more = [Slider(f"s{place + 1}", 0.0, 1.0, 0.0, 1.0, label="–") for place in range(len(own), MOST)]
    return Lesson(
        id=lesson.id,
        words=dict(lesson.words),
        sliders=(*lesson.sliders, *more),
        measure=lambda **values: lesson.measure(**{name: values[name] for name in own}),
        draw=lesson.draw,
        describe=lesson.describe,
        goal=lesson.goal,
        rates=lesson.rates,
        loss_decimals=lesson.loss_decimals,
    )


def _shown(lesson: Lesson, name: str) -> Shown:
    """Return a place for a picture, which is empty until Python draws it."""
    points = name == "map"
    hint = " ".join([PAGE["picture.point"]] * points + [PAGE["picture.keys"]] * (name in READ))
    more: dict[str, Any] = {"folded": False, "at_need": name == "overshoot", "aims": {}, "sketch": None}
    return Shown(name, titled(lesson, name), *SIZES[name], "", [], points, name in READ, hint, **more)
