"""The pictures of a model that looks back: what they show, what is found in them, and room for all words."""

from itertools import pairwise
from pathlib import Path
from typing import cast

import numpy as np
import pytest

from downhill.drawing.themes import look
from downhill.lessons.lesson_60_looking_back import lesson
from downhill.lessons.lesson_60_looking_back.map_picture import grid_of
from downhill.lessons.lesson_60_looking_back.telling import FINDERS
from downhill.lessons.lesson_60_looking_back.text_layout import laid_out
from downhill.lessons.lesson_60_looking_back.text_picture import WIDEST, curves
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.session.session import Session
from downhill.studio.picture import easel, pictures
from downhill.studio.reader import Reader
from downhill.studio.studio import Studio
from downhill.studio.weight_picker import WeightPicker
from downhill.training.model_lesson import Frame
from tests.lessons.looking_back.conftest import NAME, Trained, spoken
from tests.lessons.looking_back.worlds import WORLDS

SIZES = ((880.0, 300.0), (600.0, 364.0), (358.0, 220.0), (300.0, 130.0))
LOOK = look("light", lesson.words)


@pytest.fixture(autouse=True)
def _letters(typefaces: Path) -> None:
    """The page's own letters, by which words are as wide as on the page."""


def wide(text: str, size: float) -> float:
    """How wide a text is; letters that no typeface here has are as wide as high, as Chinese ones are."""
    return LOOK.width_of(text, size) or size * len(text)


@pytest.mark.parametrize("code", WORLDS)
@pytest.mark.parametrize("size", SIZES)
def test_words_lie_in_the_picture_and_none_over_another(code: str, size: tuple[float, float]) -> None:
    with spoken(code):
        trainer = cast(Looking, Session([], [lesson]).trainer(NAME))
        for key in ("known", "long"):
            trainer.enter("prompt", trainer.text_of(key))
            pieces = trainer.scene().pieces
            layout = laid_out(pieces, *size, wide)
            for (_, right, row), (left, _, below) in pairwise(layout.spans):
                assert row < below or right <= left + 1e-9
                assert right <= 0.75 * size[0]
            if size[0] > 300:  # else a long sentence may be broken
                assert [row for *_, row in layout.spans[:-1]] == [piece.sentence for piece in pieces]
            assert layout.line(layout.spans[-1][2]) < size[1]
            for number, (left, right, row) in enumerate(layout.spans[:-1]):
                assert layout.at((left + right) / 2, layout.line(row)) == number


def test_arcs_are_as_wide_as_their_shares_and_lead_from_the_gap_to_the_word(trained: Trained) -> None:
    trainer = cast(Looking, trained(125).trainer(NAME))
    scene, frame = trainer.scene(), Frame(600, 364)
    layout = laid_out(scene.pieces, *frame[:2], LOOK.width_of)
    lines, widths = curves(scene, layout, frame)
    seen = np.sort(scene.shares[scene.shares >= 0.01])
    assert widths == pytest.approx(np.maximum(WIDEST * seen, 0.6))
    gap = layout.spans[-1]
    for line in lines:
        assert line[0] == pytest.approx([(gap[0] + gap[1]) / 2, layout.line(gap[2]) - 0.6 * layout.size])
        assert (line >= 0).all()
        assert (line <= frame[:2]).all()
    most = int(scene.shares.argmax())
    assert abs(lines[-1][-1, 1] - layout.line(layout.spans[most][2])) < layout.high


def test_every_picture_changes_with_the_look_and_with_training(trained: Trained) -> None:
    trainer = cast(Looking, trained(300).trainer(NAME))
    for picture in pictures(lesson):
        stand = easel(lesson, picture, "light")
        before = np.array(stand.paint(trainer.scene()))
        trainer.rewind(8)
        after = np.array(stand.paint(trainer.scene()))
        assert (before != after).any(), picture.name
        trainer.rewind(99)
        assert (np.array(stand.paint(trainer.scene())) == before).all(), picture.name


def test_pointer_and_keys_find_words_and_cells_and_each_is_told(trained: Trained) -> None:
    session = trained(300)
    studio = Studio(session)
    studio.prerender()
    picker, reader, trainer = WeightPicker(studio), Reader(studio), cast(Looking, session.trainer(NAME))
    stand = studio.easels[NAME, "picture"]
    layout = laid_out(trainer.scene().pieces, stand.width, stand.height, stand.look.width_of)
    right = trainer.at_text().right[0]
    left, end, row = layout.spans[right - 1]
    found = picker.find(NAME, (left + end) / 2, layout.line(row))
    share = 100 * trainer.at_text().shares[right]
    assert found == {"index": right, "told": f"After “her” it looks at “cat” with {share:.0f} of 100."}
    assert picker.find(NAME, stand.width - 1, 1) == {}
    assert picker.beside(NAME, -1, 0)["index"] == len(trainer.begun()) - 2
    trainer.select_weight(right)
    assert picker.beside(NAME, 0, 1)["index"] == right + 2  # the beginning of the next sentence
    assert reader.walk(NAME, "words", 0, 0) == f"“…” looks at “cat” with {share:.0f} of 100."
    assert reader.walk(NAME, "words", 1, 0).startswith("“…” looks at “.”")
    assert reader.walk(NAME, "words", 0, 1).startswith("“her” looks at “.”")
    words = studio.easels[NAME, "words"]
    grid = grid_of(trainer.scene(), words.width, words.height, 1.0, words.look)
    x, y = (grid.beside + right - 0.5) * grid.side, (grid.above + grid.rows - 0.5) * grid.side
    assert reader.read(NAME, "words", x, y) == f"“…” looks at “cat” with {share:.0f} of 100."
    assert reader.read(NAME, "words", 1, 1) == ""


def test_an_empty_text_has_a_picture_and_nothing_is_found_in_it() -> None:
    session = Session([], [lesson])
    trainer = cast(Looking, session.trainer(NAME))
    trainer.choose("eyes", "model")
    trainer.enter("prompt", "")
    for picture in pictures(lesson):
        easel(lesson, picture, "light").paint(trainer.scene())
    assert FINDERS["picture"].at(trainer, LOOK, Frame(600, 300), 20, 150) is None
    assert session.view(NAME).more["chosen"] == -1
