"""Renders the page natively from the lessons themselves: words, sliders, tables and first pictures."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from downhill.drawing.themes import COLOURS
from downhill.lesson import Lesson, LessonFields
from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.pictures.runs import DASHES
from downhill.play.lesson_state import LessonState
from downhill.session import python_values
from downhill.session.keepsake import cells
from downhill.session.kinds import texts_of
from downhill.session.lesson_view import view
from downhill.session.result import MOST_ANSWER, QUESTIONS
from downhill.session.session import Session
from downhill.session.step_in_numbers import maths
from downhill.session.view import View
from downhill.text.essay import PROSE
from downhill.text.language import speaking
from downhill.training.model_lesson import ModelLesson
from downhill.training.trainer import trainer_of
from downhill.training.trainer_view import view as view_of_model
from tools.artwork import fonts
from tools.artwork.figures import stills
from tools.common import inside
from tools.languages.language import Language
from tools.pages import shown_python
from tools.pages.beats import beats, tucked
from tools.pages.ending import ending, rows, sources
from tools.pages.first_screen import prologue
from tools.pages.frame import frame
from tools.pages.glossary import again, linked
from tools.pages.markdown import formula, prose
from tools.pages.page_pictures import Drawn, shown
from tools.pages.papers import FOOT, nearest
from tools.pages.shown_python import CLASSES, INKS
from tools.pages.template import templates
from tools.pages.worksheets import SHEETS
from tools.release import changelog
from tools.single import download

LAYERS = ("base", "parts", "narrow", "stage", "print")  # files or folders of web/style; later ones override


def write_style(file: Path, signs: Iterable[str] = ()) -> None:
    """Write the style sheet, with the colors of the pictures.

    There is a typeface next to it for these `signs` in the names of languages.
    """
    colours = {
        theme: {k: v for k, v in inks.items() if isinstance(v, str)} for theme, inks in COLOURS.items()
    }
    ids = [lesson.id for lesson in every_lesson()]
    values = {"themes": colours, **colours, "run_dashes": DASHES, "lessons": ids}
    values["inks"] = INKS
    values["ink_classes"] = CLASSES
    values["ranges"] = {part: fonts.unicode_range(each) for part, each in fonts.PARTS.items()}
    values["signs"] = fonts.unicode_range(map(ord, signs))
    sheets = [f"@layer {', '.join(LAYERS)};"]
    for layer in LAYERS:
        names = [name for name in templates().list_templates() if re.match(f"style/{layer}[./]", name)]
        rules = [templates().get_template(name).render(**values) for name in names]
        sheets.append("\n\n".join([f"@layer {layer} {{", *rules, "}"]))
    file.write_text(inside.style_without("\n".join(sheets)) + "\n", encoding="utf-8")


def write_page(
    out: Path,
    folders: dict[str, str],
    language: Language,
    spoken: Sequence[Language],
    lessons_with_stills: Sequence[Lesson | ModelLesson] | None = None,
) -> None:
    """Write the page in a language into `out`; `spoken` are all languages that have a page.

    `folders` are the addresses of the app and of the third-party parts. Stills are made for
    `lessons_with_stills`, by default all lessons; for them models must be trained.
    """
    with_stills = every_lesson() if lessons_with_stills is None else lessons_with_stills
    with speaking(language.catalogue, every_lesson()):
        text = _page(out, folders, language, spoken, with_stills)
    (out / language.page).write_text(text, encoding="utf-8")


def _page(
    out: Path,
    folders: dict[str, str],
    language: Language,
    spoken: Sequence[Language],
    with_stills: Sequence[Lesson | ModelLesson],
) -> str:
    views = {lesson.id: _view(lesson) for lesson in all_lessons()}
    lessons = [lesson.chosen(lesson.first_choices()) for lesson in all_lessons()]
    spoken_now = {lesson.id: lesson for lesson in lessons}
    drawn = Drawn(out, folders["app"], language.code)
    return (
        templates()
        .get_template("index.html.jinja")
        .render(
            lessons=lessons,
            every_lesson=[spoken_now.get(lesson.id, lesson) for lesson in every_lesson()],
            models={model.id: _model(model, drawn) for model in all_models()},
            prologue=prologue(all_models()[0]),
            opening=prose(PROSE["opening"]),
            closing={part: prose(PROSE[part]) for part in ("back", "closing", "scale", "end", "left")},
            keepsake=cells(Session(all_lessons(), all_models()), ()),
            questions=QUESTIONS,
            most_answer=MOST_ANSWER,
            ending=ending(all_models()[0]),
            table={key.partition(".")[2]: text for key, text in PROSE.items() if key.startswith("scale.")},
            giants=rows(),
            sources=sources(),
            prose={lesson.id: _prose(lesson) for lesson in lessons},
            beats={lesson.id: beats(lesson) for lesson in every_lesson()},
            linked={lesson.id: _linked(lesson, language) for lesson in every_lesson()},
            again={each.lesson: each.label for each in again(language)},
            tucked={lesson.id: tucked(lesson) for lesson in lessons},
            stills={lesson.id: _stills(lesson, drawn) for lesson in with_stills},
            python_shown={lesson.id: shown_python.of_lesson(lesson) for lesson in every_lesson()},
            python_ways=shown_python.of_ways(),
            python_without={lesson.id: shown_python.without(lesson) for lesson in every_lesson()},
            python_values=_python_values(),
            losses={lesson.id: list(_variants(lesson, "loss")) for lesson in lessons},
            formulas={lesson.id: _formulas(lesson) for lesson in lessons},
            pictures={lesson.id: shown(lesson, drawn) for lesson in all_lessons()},
            view=by_field(views),
            challenge_texts={
                lesson.id: {each.id: texts_of(lesson, each) for each in lesson.challenges}
                for lesson in every_lesson()
            },
            rate={lesson.id: shown_rate(views[lesson.id]) for lesson in lessons},
            sheets={sheet: language.beside(sheet) for sheet in SHEETS},
            papers=[nearest(name, language) for name in FOOT],
            taken={"file": download.file_of(language), "size": download.SIZE},
            version=changelog.newest().number,
            **frame(out, folders, language, spoken),
        )
    )


def _view(lesson: Lesson) -> View:
    """Return what the page shows of a lesson as it opens, with the next step in numbers."""
    state = LessonState(lesson)
    return view(state, maths=maths(state))


def _python_values() -> dict[str, dict[str, str]]:
    """Return the values beside every lesson's Python as it opens."""
    found = {lesson.id: python_values.of_sliders(LessonState(lesson)) for lesson in all_lessons()}
    return found | {model.id: python_values.of_model(trainer_of(model)) for model in all_models()}


def _model(model: ModelLesson, drawn: Drawn) -> dict[str, Any]:
    """Return what the page shows of a model as it opens."""
    shown_first, words = view_of_model(trainer_of(model)), model.words
    rate = {end: math.log10(getattr(model.rates, end)) for end in ("low", "good", "high")}
    return {
        "view": shown_first,
        "prose": {part: prose(words[part]) for part in ("prose", "then")},
        "task": prose(words["task"], inline=True),
        "pictures": shown(model, drawn),
        "rate": {end: f"{power:.4f}" for end, power in rate.items()},
        "tokens": ", ".join(sorted(model.text().tokens, key=str.casefold)),
    }


def _stills(lesson: Lesson | ModelLesson, drawn: Drawn) -> dict[str, Any]:
    """Return the stills of a lesson's story by beat: address, size in CSS pixels, what is true in it."""
    return {
        still.beat: {
            "file": drawn.address(still.file),
            "width": round(still.picture.width),
            "height": round(still.picture.height),
            "told": still.told,
        }
        for still in stills(lesson)
    }


def by_field(views: dict[str, View]) -> dict[str, dict[str, Any]]:
    """Regroup the views: by field, then by lesson."""
    fields: dict[str, dict[str, Any]] = {
        field: {id_: getattr(view, field) for id_, view in views.items()} for field in View._fields
    }
    return fields | {"loss": fields["loss_shown"]}


def _prose(lesson: LessonFields) -> dict[str, Any]:
    tasks = [(option, prose(text, inline=True)) for option, text in _variants(lesson, "task")]
    return {
        "prose": prose(lesson.words["prose"]),
        "then": prose(lesson.words.get("then", "")),
        "tasks": tasks,
    }


def _linked(lesson: Lesson | ModelLesson, language: Language) -> dict[str, Markup]:
    longer = [prose(lesson.words.get(part, "")) for part in ("prose", "then")]
    return linked(lesson.id, language, beats(lesson), longer)


def _variants(lesson: LessonFields, key: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a lesson's word: pairs of option and text; the option is '' if there is one form."""
    options = [option for choice in lesson.choices for option in choice.options]
    special = {option for option in options if f"{key}.{option}" in lesson.words}
    for choice in lesson.choices:
        if special & set(choice.options):
            yield from ((option, lesson.word(key, {"": option})) for option in choice.options)
            return
    yield "", lesson.words[key]


def _formulas(lesson: LessonFields) -> list[tuple[str, Markup]]:
    marked = {key.partition(".")[2]: text for key, text in lesson.words.items() if key.startswith("formula.")}
    return [(option, formula(text)) for option, text in marked.items()]


def shown_rate(view: View) -> dict[str, str]:
    """Return the learning rate's slider: its ends and start as powers of ten, and the rate as it is shown."""
    exponents = {"low": view.rate_low, "good": view.rate, "high": view.rate_high}
    return {name: f"{math.log10(rate):.4f}" for name, rate in exponents.items()} | {"shown": view.rate_shown}
