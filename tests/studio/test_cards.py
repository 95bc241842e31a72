"""Cards to keep: counts and sentences are the page's own, nothing on them is cut off, and they are saved."""

import io

import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from downhill.drawing.photo import breadth
from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.session.keepsake import COUNTS, FIRST, MADE_UP, SENTENCE, SENTENCES, cells, keepsake
from downhill.session.result import Result
from downhill.session.result_code import decode
from downhill.session.result_verbs import result
from downhill.studio import saved_picture, sentence_card
from downhill.studio.keepsake_card import NUMBER, card, height, save_keepsake
from downhill.studio.save import save_file
from downhill.studio.sentence_card import EDGE, SIZE, WIDTH, parts
from downhill.studio.studio import Studio
from downhill.text.format import PAGE, fill, number
from downhill.text.language import speaking
from tests.support.player import Player
from tools.languages.language import all_languages

pytestmark = [pytest.mark.usefixtures("typefaces"), pytest.mark.filterwarnings("ignore:Glyph")]
PAGE_OF_SCHOOL = "https://school.example/downhill/"


@pytest.fixture
def session() -> Player:
    return Player(all_lessons(), all_models())


def play(session: Player) -> None:
    """Something is done in three lessons, and some of it is reset."""
    for value in (10, 20):
        session.move("line", "m", value)
        session.settle("line")
    session.step("line", 4)
    session.reset("line")
    session.step("valley", 3)
    while not session.look("valley").solved:
        session.step("valley", 10)
    session.step("ten-thousand", 31)
    session.ask("choose", "attention", "text", "nobody")
    session.ask("fact", "attention", "made_up")


def test_the_counts_are_those_that_the_page_has_counted(session: Player) -> None:
    play(session)
    kept = keepsake(session, ["line/hand", "line/none", "junk"])
    tallies = [session.tally.of(lesson.id) for lesson in every_lesson()]
    assert kept.moves == sum(each.moves for each in tallies) == 3
    assert kept.steps == sum(each.steps for each in tallies)
    assert kept.solved == sum(each.solved for each in tallies) >= 1
    assert (kept.challenges, kept.lessons) == (1, len(every_lesson()))
    assert kept.there == sum(len(lesson.challenges) for lesson in every_lesson())
    assert kept.sentence == session.look("ten-thousand").outcome
    assert kept.sentence.startswith(kept.prompt)
    told = decode(result(session, "", "", ["line/hand", "line/none", "junk"])["code"])
    assert isinstance(told, Result)
    done = told.lessons.values()
    assert (kept.moves, kept.steps) == (sum(each.moves for each in done), sum(each.steps for each in done))
    assert kept.challenges == sum(len(each.done + each.before) for each in done)
    assert kept.sentence in [each.text for each in done]


def test_what_is_not_there_yet_is_told_kindly_and_goes_as_it_comes(session: Player) -> None:
    before = cells(session, [])
    assert [name for name, cell in before.items() if not cell.hint] == [FIRST]
    assert before[FIRST].value == ""
    assert before[SENTENCE].value == ""
    assert f"lesson {len(every_lesson()) - 1}" in before[SENTENCE].hint
    assert [before[name].value for name in ("moves", "steps")] == ["0", "0"]
    play(session)
    after = cells(session, ["valley/escape"], (1, 2))
    assert not any(cell.hint for cell in after.values())
    assert after["steps"].value == number(keepsake(session, []).steps, 0)
    assert after["guesses"].value == fill(PAGE["collect.of"], {"count": 1, "all": 2})


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_card_is_saved_with_all_that_stands_on_it_for_who_cannot_see_it(
    session: Player, kind: str
) -> None:
    play(session)
    studio = Studio(session)
    file = save_keepsake(studio, kind, [], PAGE_OF_SCHOOL)
    assert file.name == f"downhill-keepsake.{kind}"
    shown = cells(session, [])
    if kind == "png":
        image = Image.open(io.BytesIO(file.data))
        told, source = image.info["Description"], image.info["Source"]
        assert image.width == 1440
    else:
        told = source = file.data.decode()
    assert source.find(PAGE_OF_SCHOOL) >= 0
    for name in (*COUNTS, *SENTENCES):
        assert f"{PAGE[f'keepsake.{name}']}: {shown[name].value or shown[name].hint}" in told


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_nothing_on_the_card_runs_into_another_thing(session: Player, language: object) -> None:
    play(session)
    session.tally.done["valley"] = session.tally.of("valley")._replace(moves=9_999_999, steps=9_999_999)
    with speaking(language.catalogue, every_lesson()):  # type: ignore[attr-defined]
        kept, shown = keepsake(session, []), cells(session, [])
        studio = Studio(session)
        save_keepsake(studio, "png", [], PAGE_OF_SCHOOL)
        figure = Figure((WIDTH / 72, height(kept, shown) / 72))
        card(kept, shown)(figure, next(iter(studio.easels.values())).look)
    texts = figure.axes[0].texts
    drawn = [(*each.get_position(), each.get_text(), float(each.get_fontsize())) for each in texts]
    assert len(drawn) > len(COUNTS) + len(SENTENCES)
    for left, middle, text, size in drawn:
        assert size <= NUMBER
        right = left + breadth(text, size)
        beside = [other for other in drawn if other[0] > left and abs(other[1] - middle) < size]
        assert all(right < other[0] + 1 for other in beside), text
        assert right < WIDTH
        assert middle + size / 2 < height(kept, shown)


def test_the_sentences_are_those_of_lesson_five_whose_first_ones_chance_drew_before_all_training(
    session: Player,
) -> None:
    session.ask("choose", "ten-thousand", "writing", "chance")
    drawn = session.look("ten-thousand").outcome
    session.ask("step", "ten-thousand", 40)
    session.ask("step", "attention", 2)
    shown = cells(session, [])
    assert shown[FIRST].value == drawn
    assert shown[SENTENCE].value == session.view("ten-thousand").outcome != drawn


def test_while_a_copy_is_spoiled_the_card_tells_of_the_model_that_is_kept(session: Player) -> None:
    session.ask("step", "ten-thousand", 40)
    before = cells(session, [])
    session.ask("try_on_copy", "ten-thousand", "lies")
    session.ask("step", "ten-thousand", 10)
    after = cells(session, [])
    assert [after[name] for name in SENTENCES] == [before[name] for name in SENTENCES]


def test_what_was_made_up_stays_on_the_card_and_nothing_that_the_text_has_told_is_called_so(
    session: Player,
) -> None:
    session.ask("choose", "attention", "text", "known")
    session.ask("fact", "attention", "made_up")
    assert cells(session, [])[MADE_UP].value == ""
    assert cells(session, [])[MADE_UP].hint
    session.ask("choose", "attention", "eyes", "model")
    session.ask("step", "attention", 60)
    session.ask("choose", "attention", "text", "nobody")
    wrote = session.look("attention").outcome
    session.ask("fact", "attention", "made_up")
    session.ask("choose", "attention", "text", "known")
    assert cells(session, [])[MADE_UP] == (wrote, "")


MODEL = all_models()[0]
TEXTS = (
    ("I pet the", "I pet the cat."),
    (
        "The cat",
        "The cat sat on the roof and the dog waited in front of the old house until it rained.",
    ),
    ("", "the the the"),
)


@pytest.mark.parametrize(("prompt", "text"), TEXTS)
def test_all_of_the_text_stands_in_its_lines_the_prompt_apart(prompt: str, text: str) -> None:
    lines = list(parts(text, len(prompt)))
    pieces = [part for line in lines for part in line]
    shown = ["".join(part.text for part in pieces if part.asked is asked) for asked in (True, False)]
    assert [each.replace(" ", "") for each in shown] == [
        prompt.replace(" ", ""),
        text[len(prompt) :].replace(" ", ""),
    ]
    assert all(part.left + breadth(part.text, SIZE) <= WIDTH - EDGE + 1 for part in pieces)
    assert sentence_card.height(text) >= len(lines) * SIZE


@pytest.mark.parametrize("steps", [0, 31])
def test_a_card_is_saved_with_the_sentence_and_how_it_came_about(steps: int) -> None:
    session = Player([], [MODEL])
    if steps:
        session.step(MODEL.id, steps)
    studio, view = Studio(session), session.view(MODEL.id)
    caption = saved_picture.card(studio, MODEL.id, "").caption
    weights = len(session.trainers[MODEL.id].training.weights)
    for told in (number(weights, 0), f" {steps} ", number(view.loss, 2)):
        assert told in caption
    file = save_file(studio, MODEL.id, "png", "card", PAGE_OF_SCHOOL)
    assert file.name == "downhill-ten-thousand-card.png"
    image = Image.open(io.BytesIO(file.data))
    assert image.size[0] == 2 * WIDTH
    assert "#ten-thousand" in image.info["Source"]
    assert np.ptp(np.asarray(image)[: image.size[1] // 2, :, :3]) > 100
