"""Temperature against an independent search, and a sentence that grows by pressing buttons."""

import math

import numpy as np
import pytest

from downhill.chance import probabilities
from downhill.desk import Desk
from downhill.lesson import Mistake
from downhill.lessons.lesson_40_choose_word import BEST, GOAL, SCORES, SHARES, lesson, measure, table
from downhill.session import Session


def loss(temperature: float) -> float:
    """The surprise, worked out in another way: from the logarithm of the sum of e to the power of scores."""
    scaled = SCORES / temperature
    return float(math.log(np.exp(scaled).sum()) - SHARES @ scaled)


def measured(temperature: float = 1.0, **chosen: str) -> object:
    return measure(temperature, **{"pick": "sample", "seed": "1", "drawn": "0", "sentence": "", **chosen})


@pytest.fixture
def session() -> Session:
    return Session([lesson])


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


def test_a_hand_finds_the_goal_on_a_mark_of_the_slider(session: Session) -> None:
    assert session.move("choose-word", "temperature", BEST).solved


def test_descent_ends_at_the_best_temperature() -> None:
    desk = Desk(lesson)
    while desk.step() and not desk.finished:
        pass
    assert desk.values[0] == pytest.approx(BEST, abs=1e-3)


def test_drawing_changes_neither_the_loss_nor_the_run(session: Session) -> None:
    session.set_rate("choose-word", 0.2)
    before = session.step("choose-word", 5)
    for name in ("draw", "many", "reseed", "add", "begin"):
        after = session.act("choose-word", name)
        same = "loss rows rate machine_steps places verdict mover maths".split()
        assert [getattr(after, field) for field in same] == [getattr(before, field) for field in same], name
    assert session.choose("choose-word", "pick", "highest").machine_steps == 5


def test_the_counts_follow_from_seed_temperature_and_number_alone(session: Session) -> None:
    first = session.act("choose-word", "many").outcome
    session.act("choose-word", "reseed")
    assert session.look("choose-word").outcome != first
    session.enter("choose-word", "seed", "1")
    assert session.look("choose-word").outcome == first
    assert Session([lesson]).act("choose-word", "many").outcome == first


def test_a_thousand_draws_and_one_are_a_thousand_and_one(session: Session) -> None:
    session.act("choose-word", "draw")
    session.act("choose-word", "many")
    desk = session.desk("choose-word")
    assert desk.choices["drawn"] == "1001"
    assert desk.now.found.sum() == 1001
    assert "within three standard deviations" in session.look("choose-word").outcome


def test_the_highest_score_is_chosen_every_time(session: Session) -> None:
    session.choose("choose-word", "pick", "highest")
    session.act("choose-word", "many")
    assert session.desk("choose-word").now.found.tolist() == [1000, 0, 0, 0, 0, 0]
    for _ in range(7):
        session.act("choose-word", "add")
    assert session.desk("choose-word").choices["sentence"] == "cat and it purred ."


def test_the_drawn_word_joins_the_sentence_until_a_full_stop(session: Session) -> None:
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


def test_different_seeds_write_different_sentences_and_the_same_seed_the_same() -> None:
    written = [[_written(seed) for seed in range(1, 30)] for _ in range(2)]
    assert written[0] == written[1]
    assert len(set(written[0])) > 10


def _written(seed: int) -> str:
    session = Session([lesson])
    session.enter("choose-word", "seed", str(seed))
    while "add" in session.act("choose-word", "add").offered:
        pass
    return session.desk("choose-word").choices["sentence"]


def test_a_link_restores_sentence_seed_and_draws(session: Session) -> None:
    session.move("choose-word", "temperature", 2.0)
    for name in ("reseed", "add", "many", "draw"):
        session.act("choose-word", name)
    other = Session([lesson])
    assert other.restore(session.fragment("choose-word")) == ()
    for field in ("outcome", "table", "entries", "loss"):
        assert getattr(other.look("choose-word"), field) == getattr(session.look("choose-word"), field)


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
        Desk(lesson).enter(entry, text)
    assert (caught.value.start, caught.value.end) == place
    assert caught.value.key in lesson.words
    assert Session([lesson]).restore(f"choose-word&choose-word.{entry}={text}") == (f"choose-word.{entry}",)


def test_no_more_words_are_drawn_than_there_is_room_for(session: Session) -> None:
    seen = session.enter("choose-word", "drawn", "20000")
    assert "draw" not in seen.offered
    assert session.act("choose-word", "many") == seen


def test_the_table_shows_every_step_at_the_present_temperature() -> None:
    rows = table(measured(0.5, sentence="dog and"))  # type: ignore[arg-type]
    assert [row[0] for row in rows] == ["I pet the…", "I pet the dog…", "I pet the dog and…"]
    first = probabilities(SCORES, 0.5)
    assert rows[0][1] == ", ".join(
        f"{word} {share:.0%}"
        for word, share in zip("cat dog hamster horse cloud plane".split(), first, strict=True)
    )
    assert [row[2] for row in rows] == ["dog", "and", ""]
