"""Temperature against an independent search, and a sentence that grows by pressing buttons."""

import math

import numpy as np
import pytest

from downhill.drawing.names import Names
from downhill.lessons.lesson_40_choose_word import lesson
from downhill.lessons.lesson_40_choose_word.bars_picture import ROWS
from downhill.lessons.lesson_40_choose_word.people import BEST, GOAL, SCORES, SHARES
from downhill.maths.probability import probabilities
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import easel, pictures
from downhill.text.mistake import Mistake
from tests.support.often import slow
from tests.support.player import Player


def loss(temperature: float) -> float:
    """The surprise, worked out in another way: from the logarithm of the sum of e to the power of scores."""
    scaled = SCORES / temperature
    return float(math.log(np.exp(scaled).sum()) - SHARES @ scaled)


NAME = lesson.id


@pytest.fixture
def session() -> Player:
    return Player([lesson])


def test_the_best_temperature_is_the_one_that_a_fine_search_finds() -> None:
    grid = np.linspace(0.05, 3, 29_501)
    assert pytest.approx(min(grid, key=loss), abs=1e-4) == BEST
    assert loss(BEST) + 0.01 == pytest.approx(GOAL)


def test_the_numbers_in_the_prose_are_those_of_the_lesson() -> None:
    entropy = -sum(float(share) * math.log(share) for share in SHARES)
    assert f"below {entropy:.3f} here" in lesson.words["then"]
    assert f"down to {loss(BEST):.3f}" in lesson.words["then"]
    assert 100 * SHARES[2:].sum() == pytest.approx(16)
    assert 100 * SHARES[4:].sum() == pytest.approx(2)


def test_drawing_changes_neither_the_loss_nor_the_run(session: Player) -> None:
    session.set_rate("choose-word", 0.2)
    before = session.step("choose-word", 5)
    for name in ("draw", "many", "reseed", "add", "begin"):
        after = session.act("choose-word", name)
        same = "loss rows rate machine_steps places verdict mover maths".split()
        assert [getattr(after, field) for field in same] == [getattr(before, field) for field in same], name
    assert after.entries["seed"] == "2"
    assert session.choose("choose-word", "pick", "highest").machine_steps == 5


def test_the_drawn_word_joins_the_sentence_until_a_full_stop(session: Player) -> None:
    session.act("choose-word", "many")
    chosen = session.look("choose-word").outcome.partition("drawn last is ")[2].partition(".")[0]
    seen = session.act("choose-word", "add")
    assert seen.entries["sentence"] == chosen
    assert (seen.entries["drawn"], seen.table[0][2], seen.table[1][0]) == (
        "0",
        chosen,
        f"I pet the {chosen}…",
    )
    while "add" in seen.offered:
        seen = session.act("choose-word", "add")
    assert seen.entries["sentence"].endswith(".")
    assert seen.offered == ["begin", "reseed"]
    assert session.act("choose-word", "begin").entries["sentence"] == ""


@pytest.mark.parametrize(
    ("entry", "text", "place"),
    [
        ("seed", "0", (0, 1)),
        ("seed", "two", (0, 3)),
        ("drawn", "20001", (0, 5)),
        ("drawn", "-1", (0, 2)),
        ("sentence", "cat and purred", (8, 14)),
        ("sentence", "zebra", (0, 5)),
        ("sentence", "cat . and", (6, 9)),
    ],
)
def test_a_mangled_part_of_a_link_is_named_with_its_place(
    entry: str, text: str, place: tuple[int, int]
) -> None:
    with pytest.raises(Mistake) as caught:
        LessonState(lesson).enter(entry, text)
    assert (caught.value.start, caught.value.end) == place
    assert caught.value.key in lesson.words
    assert Player([lesson]).restore(f"choose-word&choose-word.{entry}={text}") == (f"choose-word.{entry}",)


def shares(temperature: float) -> str:
    """How the table tells the probabilities of the words that may follow the beginning."""
    names = "cat dog hamster horse cloud plane".split()
    pairs = zip(names, probabilities(SCORES, temperature), strict=True)
    return ", ".join(f"{word} {share:.0%}" for word, share in pairs)


def test_the_table_keeps_the_probabilities_of_the_moment_of_choice(session: Player) -> None:
    session.move(NAME, "temperature", 3.0)
    session.enter(NAME, "seed", str(_hot_seed()))
    session.act(NAME, "add")
    chosen = session.look(NAME).table[0]
    assert chosen == ["I pet the…", shares(3.0), "plane", "3.00"]
    session.move(NAME, "temperature", 0.05)
    seen = session.act(NAME, "add")
    assert seen.table[0] == chosen
    assert [row[3] for row in seen.table] == ["3.00", "0.05"]
    assert seen.causes["temperatures"] == "3.00, 0.05"
    session.rewind(NAME, 0)
    assert session.look(NAME).table[0] == chosen
    assert session.look(NAME).table == seen.table
    link = session.fragment(NAME)
    other = Player([lesson])
    assert other.restore(link) == ()
    assert other.look(NAME).table == session.look(NAME).table
    assert other.fragment(NAME) == link


def _hot_seed() -> int:
    """The first seed with which a plane is drawn at temperature 3."""
    for seed in range(1, 99):
        session = Player([lesson])
        session.move(NAME, "temperature", 3.0)
        session.enter(NAME, "seed", str(seed))
        if session.act(NAME, "add").entries["sentence"] == "plane":
            return seed
    raise AssertionError("no plane")


def test_a_link_of_an_older_page_says_that_it_does_not_know_the_temperatures() -> None:
    session = Player([lesson])
    assert session.restore(f"{NAME}&v=2&{NAME}.temperature=0.5&{NAME}.sentence=dog%20and") == ()
    seen = session.look(NAME)
    assert [row[0] for row in seen.table] == ["I pet the…", "I pet the dog…", "I pet the dog and…"]
    assert seen.table[0][1:] == [shares(0.5), "dog", "not known, shown for 0.50"]
    assert seen.table[2][3] == "0.50"
    session.move(NAME, "temperature", 2.0)
    assert session.act(NAME, "add").entries["temperatures"] == "- - 2"
    assert session.look(NAME).causes["temperatures"] == "–, –, 2.00"
    other = Player([lesson])
    other.restore(session.fragment(NAME))
    assert other.look(NAME).table == session.look(NAME).table


@pytest.mark.parametrize("text", ["9", "0", "x", "1.5 nan", "1e0", "-1", "٣", "1.5 " * 30, "9" * 999])
def test_temperatures_that_make_no_sense_are_left_out_and_the_sentence_stays(text: str) -> None:
    session = Player([lesson])
    link = f"{NAME}&v=2&{NAME}.sentence=dog%20and&{NAME}.temperatures={text.replace(' ', '%20')}"
    assert session.restore(link) == (f"{NAME}.temperatures",)
    assert session.look(NAME).entries["sentence"] == "dog and"
    assert session.look(NAME).entries["temperatures"] == ""


def test_more_temperatures_than_words_do_no_harm() -> None:
    session = Player([lesson])
    assert session.restore(f"{NAME}&v=2&{NAME}.sentence=dog&{NAME}.temperatures=1.5%202%203") == ()
    assert session.act(NAME, "add").entries["temperatures"] == "1.5 1.5"


def finished(session: Player) -> None:
    while "add" in session.act(NAME, "add").offered:
        pass


def test_after_the_full_stop_the_bars_are_those_of_the_beginning_and_follow_the_temperature(
    session: Player,
) -> None:
    first = session.state(NAME).now
    finished(session)
    now = session.state(NAME).now
    assert now.tokens[-1] == "."
    assert (now.asked, now.words) == ((), first.words)
    assert (now.chances == first.chances).all()
    assert now.found.sum() == 0
    seen = session.step(NAME, 5)
    assert session.state(NAME).now.chances == pytest.approx(
        probabilities(SCORES, seen.rows["temperature"].value)
    )
    assert len(seen.table) == len(now.tokens)
    assert seen.outcome.endswith("The picture shows the beginning again.")


def test_the_first_button_that_is_offered_is_the_next_thing_to_do(session: Player) -> None:
    assert session.look(NAME).offered == ["draw", "many", "add", "reseed"]
    assert session.act(NAME, "draw").offered == ["draw", "many", "add", "begin", "reseed"]
    finished(session)
    assert session.look(NAME).offered == ["begin", "reseed"]
    for name in ("draw", "many", "add"):
        before = session.look(NAME)
        assert session.act(NAME, name) == before
    begun = session.act(NAME, "begin")
    assert begun.entries == {"seed": "1", "drawn": "0", "sentence": "", "temperatures": ""}


@slow
@pytest.mark.parametrize("width", [260.0, 680.0])
def test_the_picture_says_what_its_marks_are_beside_them(width: float) -> None:
    (picture,) = [each for each in pictures(lesson) if each.name == "picture"]
    stand = easel(lesson, picture._replace(width=width, height=230.0), "light")
    session = Player([lesson])
    stand.paint(session.at_work(NAME).scene())
    axes = stand.figure.axes[0]
    (note,) = [text for text in axes.texts if "people" in text.get_text()]
    assert note.get_text().startswith(f"{100 * max(SHARES):.0f} ")
    assert note.get_visible()
    (drawn,) = [artist for artist in axes.artists if isinstance(artist, Names)]
    assert not drawn.words
    for count in range(1, 30):
        session.act(NAME, "draw")
        stand.paint(session.at_work(NAME).scene())
        found = session.state(NAME).scene().now.found
        assert found.sum() == count
        for text, (x, y) in zip(drawn.words, drawn.points, strict=True):
            row = round(ROWS - 1 - y - 0.25)
            assert text == f"drawn: {found[row]:.0f}"
            assert found[row] > 0
            assert x >= found[row] / count
    assert drawn.words
    session.act(NAME, "add")
    stand.paint(session.at_work(NAME).scene())
    assert not note.get_visible()
    assert not drawn.words
