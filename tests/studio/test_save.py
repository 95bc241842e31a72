"""What a reader takes along: pictures with caption and link, and the run as a table, bit by bit."""

import csv
import io
import random
import re
import struct
import xml.etree.ElementTree as ET
from html import escape
from typing import Any

import numpy as np
import pytest
from PIL import Image

from downhill.drawing.photo import CAPTION, LINK, MARGIN, breadth, wrapped
from downhill.lesson import Lesson, Look, Show
from downhill.lessons import all_models
from downhill.play.lesson_state import LessonState
from downhill.session.fragment import decode
from downhill.session.kinds import loss_rows, run_rows
from downhill.studio.picture import pictures
from downhill.studio.save import csv as as_csv
from downhill.studio.save import link, save_file
from downhill.studio.saved_picture import photo, png
from downhill.studio.studio import Studio
from downhill.training.model_lesson import ModelLesson
from downhill.training.trainer import trainer_of
from tests.drawing.test_easel import play
from tests.support.often import FULLY
from tests.support.player import Player
from tests.support.states import LESSONS

PAGE_ADDRESS = "https://school.example/downhill/"
pytestmark = pytest.mark.usefixtures("typefaces")
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
MODELS = all_models()
EVERY: tuple[Lesson | ModelLesson, ...] = (*LESSONS, *MODELS)
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
each_picture = pytest.mark.parametrize(
    ("lesson", "picture"),
    [(lesson.id, picture.name) for lesson in EVERY for picture in pictures(lesson)],
)


def done() -> Studio:
    """All pictures of a session in which something was done."""
    session = Player(LESSONS, MODELS)
    for model in MODELS:
        session.step(model.id, 30)
    for lesson in LESSONS:
        session.move(lesson.id, lesson.sliders[0].name, lesson.sliders[0].high)
        session.step(lesson.id, 3)
    return Studio(session)


@pytest.fixture
def studio() -> Studio:
    """A studio that a test may change."""
    return done()


@pytest.fixture(scope="module")
def seen() -> Studio:
    """A studio of which tests only take things along."""
    return done()


def walked(lesson: Lesson, moves: int) -> LessonState:
    state = LessonState(lesson)
    play(state, random.Random(lesson.id), moves)
    return state


@each_lesson
@pytest.mark.parametrize("moves", [0, 40, 1200])  # of 1200 the oldest are forgotten
def test_the_table_of_a_run_read_back_is_the_history_bit_by_bit(lesson: Lesson, moves: int) -> None:
    state = walked(lesson, moves)
    trail, names = state.trail, [slider.name for slider in lesson.sliders]
    text = as_csv(run_rows(state))
    *lines, last = text.split("\r\n")  # as RFC 4180 says
    assert (last, len({line.count(",") for line in lines})) == ("", 1)
    assert text.isascii()
    assert not set('"; ') & set(text)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(trail)
    values = np.array([[float(row[name]) for name in names] for row in rows])
    assert values.tobytes() == np.ascontiguousarray(trail.values).tobytes()
    losses = np.array([float(row["loss"]) for row in rows])
    assert losses.tobytes() == trail.losses.tobytes()
    assert [row["mover"] == "machine" for row in rows] == trail.by_machine.tolist()
    assert [int(row["place"]) for row in rows] == list(range(trail.forgotten, trail.forgotten + len(trail)))
    for row, standing in zip(rows, trail.standings, strict=True):
        assert (int(row["hand_moves"]), int(row["machine_steps"])) == standing[:2]
        assert float(row["rate"] or 0) == standing.rate


def test_where_there_is_no_loss_its_cell_is_empty() -> None:
    valley = next(lesson for lesson in LESSONS if lesson.id == "valley")
    state = LessonState(valley)
    state.choose("shape", "own")
    state.enter("f", "sqrt(x)")
    state.move("x", -2.0)
    state.move("x", 2.0)
    losses = [row["loss"] for row in csv.DictReader(io.StringIO(as_csv(run_rows(state))))]
    assert losses[-2] == ""
    assert float(losses[-1]) == state.now.loss


@each_picture
def test_a_png_shows_the_picture_at_twice_its_size_with_the_words_beneath(
    seen: Studio, lesson: str, picture: str
) -> None:
    taken = save_file(seen, lesson, "png", picture, PAGE_ADDRESS)
    assert taken.name == f"downhill-{lesson}-{picture}.png"
    image = Image.open(io.BytesIO(taken.data))
    usual = seen.pictures[lesson, picture]
    larger = 1.5 if usual.width < 500 else 1
    assert image.width == 2 * larger * usual.width
    assert image.height > 2 * larger * usual.height
    paper = image.getpixel((0, image.height - 1))  # a hill fills all of its picture
    pixels = np.asarray(image.convert("RGB"), dtype=int)
    foot = pixels[int(2 * larger * usual.height) + 1 :]  # a row may be shared
    inked = np.argwhere((foot != paper).any(axis=2))
    assert len(inked) > 500, "there are no words"
    (top, left), (bottom, right) = inked.min(axis=0), inked.max(axis=0)
    assert top > 0
    assert left >= 2 * MARGIN - 4
    assert right <= image.width - 2 * MARGIN + 4, "a line is cut off"
    assert bottom < len(foot) - MARGIN


@each_picture
def test_an_svg_has_the_caption_as_its_title_and_the_link_to_follow(
    seen: Studio, lesson: str, picture: str
) -> None:
    taken = save_file(seen, lesson, "svg", picture, PAGE_ADDRESS)
    root = ET.fromstring(taken.data)
    sentence = seen.session.view(lesson).sentence
    title = root.findtext("{http://www.w3.org/2000/svg}title") or ""
    assert title.endswith(sentence)
    links = {
        each.get("{http://www.w3.org/1999/xlink}href") for each in root.iter("{http://www.w3.org/2000/svg}a")
    }
    assert links == {link(seen, lesson, PAGE_ADDRESS)}
    assert root.find(".//{http://www.w3.org/2000/svg}text") is None  # letters are shapes
    if picture == "trace":  # strokes that move are there, too
        look = seen.easels[lesson, picture].look
        assert {*re.findall("#[0-9a-f]{6}", taken.data.decode())} >= {look.machine, look.hand}


def test_a_link_that_a_picture_brings_is_not_in_the_svg(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = studio.pictures["line", "picture"]

    def draw(figure: Any, look: Look) -> Show:
        figure.text(0.5, 0.5, "here", url="javascript:alert('<document.domain>')")
        return usual.draw(figure, look)

    monkeypatch.setitem(studio.pictures, ("line", "picture"), usual._replace(draw=draw))
    taken = save_file(studio, "line", "svg", "picture", PAGE_ADDRESS).data.decode()
    assert "javascript" not in taken
    assert escape(link(studio, "line", PAGE_ADDRESS)) in taken


def test_taking_a_picture_along_changes_nothing_of_what_is_on_the_page(studio: Studio) -> None:
    scene, stand = studio.session.state("line").scene(), studio.easels["line", "map"]
    before = np.array(stand.paint(scene))
    for kind in ("png", "svg"):
        save_file(studio, "line", kind, "map", PAGE_ADDRESS)
    assert (np.array(stand.paint(scene)) == before).all()
    stand.begun = False
    assert (np.array(stand.paint(scene)) == before).all()


@pytest.mark.parametrize("lesson", EVERY, ids=lambda lesson: lesson.id)
def test_the_link_leads_to_the_lesson_as_it_stands_and_the_others_at_their_start(
    seen: Studio, lesson: Lesson | ModelLesson
) -> None:
    address, _, fragment = link(seen, lesson.id, PAGE_ADDRESS).partition("#")
    assert address == PAGE_ADDRESS
    found, whole = decode(fragment), decode(seen.session.fragment(lesson.id))
    assert found.place == lesson.id
    assert found.settings == {
        name: text for name, text in whole.settings.items() if name.startswith(f"{lesson.id}.")
    }
    assert found.settings


@each_model
def test_the_table_of_a_training_read_back_is_what_was_measured_bit_by_bit(model: ModelLesson) -> None:
    trainer = trainer_of(model)
    for _ in range(120):
        trainer.step()
    rows = list(csv.DictReader(io.StringIO(as_csv(loss_rows(trainer)), newline="")))
    noted = [0, 1, 2, 5, 10, 20, 30, 40, 50, 70, 100, 120]
    steps = [int(row["steps"]) for row in rows]
    assert steps == sorted({*noted, *range(0, 120, trainer.course.every)})
    losses = np.array([[float(row["training_loss"]), float(row["held_out_loss"])] for row in rows])
    assert losses.tobytes() == np.ascontiguousarray(trainer.course.seen[:, 1:3]).tobytes()
    assert tuple(losses[-1]) == trainer.training.losses()


def test_a_picture_is_taken_in_the_theme_that_the_page_has(studio: Studio) -> None:
    studio.set_theme("dark")
    taken = photo(studio, "valley", "picture", PAGE_ADDRESS)
    assert taken.look.paper == studio.easels["valley", "picture"].look.paper != "#fdfcf9"


@pytest.mark.filterwarnings("ignore:Glyph")  # Chinese has a typeface of its own
@pytest.mark.parametrize("size", [CAPTION, LINK])
@pytest.mark.parametrize(
    "text",
    [
        "A short one.",
        "The line is too flat: large homes cost more than it predicts, small ones cost less. " * 4,
        PAGE_ADDRESS + "#line&v=2&line.points~=p12" + "0123456789" * (190 if FULLY else 40),
        "直线太平" * 60 + "，太平。",
        "",
    ],
)
def test_a_text_is_wrapped_within_its_width_and_nothing_is_lost(text: str, size: float) -> None:
    lines = wrapped(text, size, 420.0)
    assert all(breadth(line, size) <= 420.0 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_png_file_is_read_as_the_same_pixels_with_its_texts_and_its_size_in_print() -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (7, 5, 4), dtype=np.uint8)
    image = Image.open(io.BytesIO(png(pixels, 144, {"Description": "héllo ≤ 可"})))
    assert (np.asarray(image) == pixels[:, :, :3]).all()
    assert image.info["Description"] == "héllo ≤ 可"
    assert image.info["dpi"] == pytest.approx((144, 144), abs=0.1)
    assert struct.unpack(">II", png(pixels)[16:24]) == (5, 7)


@pytest.mark.parametrize(
    ("kind", "picture", "named"),
    [("png", "nothing", "nothing"), ("gif", "picture", "gif"), ("png", "card", "no lesson 'line'")],
)
def test_what_a_lesson_does_not_have_to_save_is_named(
    seen: Studio, kind: str, picture: str, named: str
) -> None:
    with pytest.raises(KeyError, match=named):
        save_file(seen, "line", kind, picture, PAGE_ADDRESS)
