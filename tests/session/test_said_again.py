"""Who opens a link to a model reads what its maker read: random states, each in a fresh session."""

import random

import pytest

from downhill.lesson.way import BETAS, WAYS
from downhill.lessons import all_lessons, all_models
from downhill.training.guess import FREQUENT
from downhill.training.time_slices import Slices
from downhill.training.trainer_view import ModelView
from tests.support.often import slow
from tests.support.player import Player

MODEL = all_models()[0]
NAME = MODEL.id


def opened(link: str) -> Player:
    """A fresh session in which a link was opened, and all steps that it tells of are taken."""
    session = Player(all_lessons(), all_models())
    assert session.restore(link) == ()
    trainer = session.trainers[NAME]
    while trainer.behind:
        trainer.step()
    return session


class Reader:
    """Does this and that with the model, by chance."""

    def __init__(self, seed: int) -> None:
        self.dice, self.session = random.Random(seed), Player(all_lessons(), all_models())
        self.trainer = self.session.trainers[NAME]
        self.few = [self.dice.randrange(len(self.trainer.training.weights)) for _ in range(3)]

    def drag(self) -> None:
        """Take one of few weights, move it a few times, and perhaps let go."""
        self.session.choose_weight(NAME, self.dice.choice(self.few))
        for _ in range(self.dice.randrange(1, 4)):
            self.session.move(NAME, "weight", round(self.dice.uniform(-3, 3), 3))
        if self.dice.random() < 0.7:
            self.session.settle(NAME)

    def again(self) -> None:
        """Move the weight that is chosen once more."""
        self.session.move(NAME, "weight", round(self.dice.uniform(-3, 3), 3))
        self.session.settle(NAME)

    def steps(self) -> None:
        """Take some steps."""
        self.session.step(NAME, self.dice.choice((1, 2, 7, 60)))

    def rate(self) -> None:
        """Choose another learning rate."""
        self.session.set_rate(NAME, self.dice.choice((0.1, 0.3, 1.0)))

    def way(self) -> None:
        """Choose a way downhill, and perhaps what it keeps, and take a step."""
        way = self.dice.choice([each for each in WAYS if each != self.trainer.ways.name])
        self.session.set_way(NAME, way)
        for name in BETAS[way]:
            if self.dice.random() < 0.5:
                self.session.set_beta(NAME, name, round(self.dice.random(), 2))
        self.session.step(NAME, 1)

    def write(self) -> None:
        """Choose a card, another prompt, or other first weights."""
        verb, *arguments = self.dice.choice(
            (("choose_card", FREQUENT), ("enter", "prompt", "the sea"), ("reseed",))
        )
        self.session.ask(verb, NAME, *arguments)

    def train(self) -> None:
        """Train for a turn, and move a weight or change the rate before the machine rests."""
        slices = Slices(iter(range(10**6)).__next__, lambda work: work())
        self.session.train(NAME, slices, lambda: None, self.dice.choice((10, 40)))
        self.dice.choice((self.drag, self.rate, self.again))()

    def rest(self) -> ModelView:
        """The machine rests, and the hand."""
        self.session.look(NAME)
        seen: ModelView = self.session.settle(NAME)
        return seen

    def play(self) -> ModelView:
        """Several of these one after the other."""
        doings = (
            self.drag,
            self.again,
            self.steps,
            self.steps,
            self.rate,
            self.way,
            self.write,
            self.train,
            self.rest,
        )
        for doing in self.dice.choices((*doings, self.train, self.rest), k=self.dice.randrange(1, 9)):
            doing()
        return self.rest()


@slow
@pytest.mark.parametrize("seed", range(30))
def test_a_link_to_a_model_says_the_sentence_that_was_said(seed: int) -> None:
    reader = Reader(seed)
    seen = reader.play()
    link = reader.session.fragment(NAME)
    other = opened(link)
    again = other.look(NAME)
    for part in (
        "sentence",
        "loss",
        "held",
        "steps",
        "outcome",
        "rate",
        "way",
        "prompt",
        "cards",
        "read_now",
    ):
        assert getattr(again, part) == getattr(seen, part), part
    one, two = reader.trainer, other.trainers[NAME]
    assert (one.training.weights == two.training.weights).all()
    assert (one.map.axes == two.map.axes).all()
    assert one.seed == two.seed
    assert one.landmarks == two.landmarks or one.prompt != MODEL.words["prompt"]  # they were another prompt's
    assert other.fragment(NAME) == link


@slow
def test_what_was_moved_amid_a_training_is_measured_once_it_rests() -> None:
    reader = Reader(1)
    trainer, session = reader.trainer, reader.session
    session.step(NAME, 30)
    before = trainer.losses[0]
    session.choose_weight(NAME, 9900)
    trainer.is_training = True
    session.move(NAME, "weight", 3.0)
    assert trainer.change == 0
    session.look(NAME)
    assert trainer.change == trainer.losses[0] - before != 0
    assert trainer.training.weights[9900] == 3.0
