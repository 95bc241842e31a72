"""The log of a training: rows that were written when they say so, the last of them now."""

from downhill.lessons import all_models
from downhill.training.time_slices import Slices
from downhill.training.trainer import Trainer
from tests.support.often import slow
from tests.support.player import Player

MODEL = all_models()[0]
NAME = MODEL.id


def catch_up(trainer: Trainer, steps: int) -> None:
    """Take the same steps one by one."""
    while trainer.steps < steps:
        assert trainer.step()


def number(row: list[str]) -> int:
    """The steps of a row."""
    return int(row[0].replace(",", ""))


def turns(session: Player, count: int) -> None:
    """Train for `count` turns of some 130 steps."""
    for _ in range(count):
        session.train(NAME, Slices(iter(range(10**6)).__next__, lambda work: work()), lambda: None, 400)


@slow
def test_the_last_row_is_that_of_now_and_the_others_are_milestones() -> None:
    session = Player([], [MODEL])
    assert [row[0] for row in session.look(NAME).pages] == ["0"]
    assert [row[0] for row in session.step(NAME, 30).pages] == ["0", "1", "2", "5", "10", "20", "30"]
    seen = session.step(NAME, 20)
    assert [row[0] for row in seen.pages] == ["0", "1", "2", "5", "10", "20", "50"]
    assert seen.pages[-1][3] == seen.outcome
    assert session.enter(NAME, "prompt", "The cat").pages[-1][3].startswith("The cat")
    assert [row[0] for row in session.reset(NAME).pages] == ["0"]


@slow
def test_a_row_holds_what_was_written_at_its_step_while_the_machine_was_at_work_too() -> None:
    session, trainer = Player([], [MODEL]), Trainer(MODEL)
    turns(session, 3)
    rows = session.view(NAME).pages
    assert trainer.steps < number(rows[-1]) > 500
    for steps, loss, held, text in rows[:-1]:
        catch_up(trainer, int(steps))
        assert text == trainer.writes(), steps
        assert (loss, held) == tuple(f"{each:.2f}" for each in trainer.losses)


@slow
def test_while_the_machine_is_at_work_the_row_of_now_has_losses_only_where_they_were_measured() -> None:
    session, trainer = Player([], [MODEL]), Trainer(MODEL)
    for _ in range(4):
        turns(session, 1)
        row = session.view(NAME).pages[-1]
        catch_up(trainer, number(row))
        assert row[3] == trainer.writes()
        assert (row[1], row[2]) in (("", ""), tuple(f"{each:.2f}" for each in trainer.losses))
    assert session.look(NAME).pages[-1][1:3] == [f"{each:.2f}" for each in trainer.losses]


@slow
def test_a_weight_counts_as_picked_when_a_hand_has_taken_it_and_until_all_begins_anew() -> None:
    session = Player([], [MODEL])
    assert not session.look(NAME).picked
    assert session.choose_weight(NAME, 0).picked
    assert session.step(NAME, 3).picked
    assert not session.reset(NAME).picked
    assert session.move(NAME, "weight", 1.0).picked
    assert not session.reseed(NAME).picked
