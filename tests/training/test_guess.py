"""Three cards before a training: which one comes true is held against the text, for seeds, rates, prompts."""

from collections.abc import Iterator, Sequence

import pytest

from downhill.lessons import all_models
from downhill.training.guess import AFTER, FEW, FREQUENT, JUMBLE, KINDS, RIGHT, Follows, cards, kind_of
from downhill.training.prompt import numbers
from downhill.training.tokens import Text, tokens_of
from downhill.training.trainer import Trainer
from downhill.training.training_texts import card_texts
from tests.support.often import slow
from tests.support.player import Player

MODEL = all_models()[0]
NAME = MODEL.id
# Seeds and rates: some of it learns too slowly, some well, some too fast.
LONGEST, HARDLY_ALL = 100, 12  # signs of the sentence, and of what it tells of a text that is longer
RUNS = [(1, 0.03), (1, 0.3), (2, 0.3), (2, 1.0), (1, 3.0)]


class Sentences:
    """All sentences of a text as numbers of tokens, looked through one by one."""

    def __init__(self, text: Text) -> None:
        self.end = text.end
        number = {token: i for i, token in enumerate(text.tokens)}
        words = [tokens_of(line) for part in MODEL.corpus for line in MODEL.words[part].splitlines() if line]
        self.lines = [
            [*[text.end] * 3, number.get(first, number.get(first[:1].lower() + first[1:], -1))]
            + [number[token] for token in rest]
            for first, *rest in words
        ]
        self.found: dict[tuple[int, ...], set[int]] = {}

    def follow(self, tokens: Sequence[int]) -> set[int]:
        """What follows these tokens, by as many of the last three as stand so somewhere."""
        seen = (*[self.end] * 3, *tokens)[-3:]
        if seen not in self.found:
            ways = ([*self._after([*seen[-length:]])] for length in (3, 2, 1))
            self.found[seen] = next((set(way) for way in ways if way), set())
        return self.found[seen]

    def _after(self, asked: list[int]) -> Iterator[int]:
        size = len(asked)
        for line in self.lines:
            for i in range(3 - size, len(line) - size):
                if line[i : i + size] == asked:
                    yield line[i + size]

    def fits(self, prompt: Sequence[int], new: Sequence[int]) -> list[bool]:
        """Whether each new token follows those before it."""
        return [token in self.follow([*prompt, *new[:i]]) for i, token in enumerate(new)]

    def kind(self, prompt: Sequence[int], new: Sequence[int]) -> str:
        """The kind of what was written."""
        if all(self.fits(prompt, new)):
            return RIGHT
        return FREQUENT if all(token in range(FEW) for token in new) else JUMBLE


def test_each_card_is_of_its_own_kind_and_goes_on_from_the_prompt(text: Text) -> None:
    follows, sentences = Follows(text), Sentences(text)
    for number in (1, 2, 3):
        prompt = numbers(text, MODEL.words[f"prompts.{number}"])
        for seed in (1, 2, 9999):
            made = cards(follows, tuple(prompt), seed)
            assert {*made} == {*KINDS}
            for name, card in made.items():
                assert [*card.prompt] == prompt
                assert sentences.kind(prompt, card.new) == name
            assert made[JUMBLE] == cards(follows, tuple(prompt), seed)[JUMBLE]
            assert made[JUMBLE] != cards(follows, tuple(prompt), seed + 1)[JUMBLE]


def test_every_word_can_be_gone_on_from_on_every_card(text: Text) -> None:
    follows = Follows(text)
    for token in range(len(text.tokens)):
        for prompt in ([token], [token, token], []):
            for name, card in cards(follows, tuple(prompt), 1).items():
                assert kind_of(follows, card) == name


@slow
def test_which_card_came_true_is_told_by_what_was_written_after_twenty_steps(text: Text) -> None:
    sentences = Sentences(text)
    for seed, rate in RUNS:
        trainers = {name: Trainer(MODEL) for name in KINDS}
        for name, trainer in trainers.items():
            trainer.seed = seed
            trainer.restart()
            trainer.set_rate(rate)
            trainer.guess(name)
            while trainer.steps < AFTER:  # it stops where the rate is too high, and may go on
                assert trainer.came is None
                trainer.step()
            prompt = trainer.begun()
            new = trainer.training.write(prompt)[len(prompt) :]
            came, good = sentences.kind(prompt, new), sentences.fits(prompt, new)
            often = [token < FEW for token in new]
            as_said = {
                RIGHT: good,
                FREQUENT: often,
                JUMBLE: [not (a or b) for a, b in zip(good, often, strict=True)],
            }[name]
            verdict = "hit" if came == name else "near" if 2 * sum(as_said) >= len(new) else "miss"
            said = card_texts(trainer)["said"]
            assert said.startswith(MODEL.words[f"guess20.{verdict}"].split("{")[0])
            shown = said.partition(": ")[2] or said.rpartition("：")[2]
            assert trainer.writes().startswith(shown.rstrip("…").rstrip())
            assert len(said) <= LONGEST
            assert shown == trainer.writes() or len(shown) > HARDLY_ALL
            fact = MODEL.words[f"guess20.{came}"].split("{")[0]
            assert fact in said


@slow
def test_what_is_guessed_after_twenty_steps_is_no_guess_and_reset_begins_anew() -> None:
    session = Player([], [MODEL])
    assert session.look(NAME).cards["open"]
    assert session.ask("choose_card", NAME, JUMBLE).cards["state"] == JUMBLE
    assert session.ask("choose_card", NAME, RIGHT).cards["state"] == RIGHT
    seen = session.step(NAME, AFTER)
    assert not seen.cards["open"]
    assert session.ask("choose_card", NAME, FREQUENT).cards == seen.cards
    assert session.step(NAME, 50).cards["said"] == seen.cards["said"] != ""
    assert session.enter(NAME, "prompt", "The cat").cards["said"] == seen.cards["said"]
    assert session.reset(NAME).cards["state"] == ""
    session.step(NAME, AFTER)
    assert session.ask("choose_card", NAME, RIGHT).cards["state"] == ""
    with pytest.raises(KeyError, match="no card 'nothing', only"):
        session.ask("choose_card", NAME, "nothing")
