"""Landmarks of a training: what is said at each of them, held against text and numbers, over many runs."""

import re
from collections.abc import Iterator

import pytest

from downhill.lessons import all_models
from downhill.text.format import number
from downhill.text.language import speaking
from downhill.training.landmarks import is_right, repeated, repetition
from downhill.training.time_slices import Slices
from downhill.training.tokens import tokens_of
from downhill.training.trainer import Trainer
from downhill.training.trainer_view import view
from tests.support.often import slow
from tests.support.player import Player
from tools.languages.language import Language, all_languages

LESSON = all_models()[0]
NAME = LESSON.id
TEXT = LESSON.text()
RUNS = [(1, 0.3), (2, 0.3), (3, 1.0), (4, 0.1), (5, 2.0)]  # seeds and learning rates
GO_ON = "Press Train"
AT_ONCE = Slices(lambda: 0.0, lambda work: work())


def trained(seed: int, rate: float) -> Trainer:
    trainer = Trainer(LESSON)
    trainer.seed = seed
    trainer.restart()
    trainer.set_rate(rate)
    return trainer


def sentences() -> list[list[str]]:
    """The sentences of the lesson's text, in the language that is spoken, in small letters."""
    lines = (line for key in LESSON.corpus for line in LESSON.words[key].splitlines())
    return [tokens_of(line.casefold()) for line in lines if line.strip()]


def written_by_the_text(told: str, begun: int) -> bool:
    """Whether a sentence's words behind the first `begun` each follow the same three words in the text."""
    empty = ["."] * 3
    known = {tuple([*empty, *sentence][i : i + 4]) for sentence in sentences() for i in range(len(sentence))}
    words = [*empty, *tokens_of(told.casefold())]
    return all(tuple(words[i - 3 : i + 1]) in known for i in range(3 + begun, len(words)))


def found(trainer: Trainer, steps: int) -> Iterator[tuple[str, Trainer]]:
    """The names of landmarks while they are reached."""
    for _ in range(steps):
        if not trainer.step():
            return
        if trainer.landmark:
            yield trainer.landmark.name, trainer


def check(name: str, trainer: Trainer) -> None:
    """Hold the sentence and the pin of a landmark against the model."""
    seen, mark = view(trainer), trainer.landmark
    assert mark is not None
    assert (seen.landmark, mark.name) == (name, name)
    assert GO_ON in seen.said
    text = seen.outcome.casefold()
    if name == "repeats":
        words = re.compile("writes “(.*?)”").findall(seen.said)[0]
        assert words == repetition(mark.word)
        assert words in text.removeprefix(trainer.prompt.casefold())
        assert seen.said.count(mark.word) >= 3
        count = sum(sentence.count(mark.word.casefold()) for sentence in sentences())
        assert f"{number(count, 0)} times" in seen.said
        assert mark.at == trainer.steps
        assert mark.loss == pytest.approx(trainer.losses[0])
    elif name == "right":
        told = re.compile("by luck: “(.*?)”").findall(seen.said)[0]
        assert told == seen.outcome
        assert written_by_the_text(told, len(tokens_of(trainer.prompt)))
        assert told.endswith(".")
        assert mark.at == trainer.steps
        assert mark.loss == pytest.approx(trainer.losses[0])
    else:
        steps, _, held = trainer.course.seen.T
        assert number(steps[held.argmin()], 0) in seen.said
        assert (mark.at, mark.loss) == (steps[held.argmin()], held.min())
        assert mark.at < trainer.steps
        assert seen.held > held.min()
        assert seen.loss < trainer.course.seen[held.argmin(), 1]


@slow
@pytest.mark.parametrize(("seed", "rate"), RUNS)
def test_what_is_said_at_landmarks_is_true_and_each_comes_once(seed: int, rate: float) -> None:
    names = []
    for name, trainer in found(trained(seed, rate), 700):
        check(name, trainer)
        names.append(name)
    assert names
    assert len(set(names)) == len(names)


@slow
def test_where_held_out_text_turns_up_is_told_truly() -> None:
    names = []
    for name, trainer in found(trained(1, 1.0), 1600):
        check(name, trainer)
        names.append(name)
    assert names == ["repeats", "right", "risen"]


@slow
def test_before_a_landmark_nothing_of_its_kind_was_written() -> None:
    trainer = trained(1, 0.3)
    begun = len(tokens_of(trainer.prompt))
    for _ in range(31):
        known = {mark.name for mark in trainer.landmarks}
        tokens = trainer.training.write(trainer.begun())
        if trainer.steps:
            assert ("repeats" in known) >= (repeated(TEXT, tokens[begun:]) is not None)
            assert ("right" in known) >= is_right(TEXT, tokens, begun)
        trainer.step()


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_in_every_language_it_reaches_a_right_sentence(language: Language) -> None:
    with speaking(language.catalogue, all_models()):
        trainer = trained(1, 0.3)
        at = next(at for name, at in found(trainer, 400) if name == "right")
        assert view(at).outcome in view(at).said
        if language.code != "zh-Hans":  # whose corpus has spaces between words
            assert written_by_the_text(at.writes(), len(tokens_of(at.prompt)))


@pytest.mark.parametrize(
    ("added", "word"),
    [
        ("the the the", "the"),
        ("cat the the the the", "the"),
        ("the the cat the", None),
        (". . .", None),
        ("", None),
    ],
)
def test_a_word_is_repeated_where_it_stands_three_times_in_a_row(added: str, word: str | None) -> None:
    tokens = [TEXT.tokens.index(token) for token in added.split()]
    seen = repeated(TEXT, tokens)
    assert (None if seen is None else TEXT.tokens[seen]) == word


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("I pet the cat .", True),
        ("I pet the plane .", False),
        ("I pet the cat", False),  # without an end
        ("I pet the", False),  # nothing added
    ],
)
def test_a_sentence_is_right_where_each_added_word_follows_so_in_the_text(sentence: str, right: bool) -> None:
    tokens = [TEXT.number(token) for token in sentence.split()]
    assert is_right(TEXT, [token for token in tokens if token is not None], 3) == right


def test_a_turn_takes_no_more_steps_than_it_may_and_measures_at_its_end() -> None:
    session, told = Player([], [LESSON]), []
    trainer = session.trainers[NAME]
    session.train(NAME, AT_ONCE, lambda: told.append(trainer.steps), 1e9, 3)
    assert told == [3]
    assert trainer.latest_losses() == trainer.training.losses()


def test_a_turn_that_pauses_ends_at_each_landmark_once() -> None:
    session, ends = Player([], [LESSON]), []
    trainer = session.trainers[NAME]
    for _ in range(3):
        session.train(
            NAME, AT_ONCE, lambda: ends.append((trainer.steps, session.view(NAME).landmark)), 1e9, 40, True
        )
    assert ends[:2] == [(14, "repeats"), (31, "right")]
    assert ends[2] == (71, "")


def test_without_a_tempo_nothing_pauses_and_the_landmarks_are_found_all_the_same() -> None:
    session = Player([], [LESSON])
    trainer = session.trainers[NAME]
    session.train(NAME, AT_ONCE, lambda: None, 1e9, 60)
    assert trainer.steps == 60
    assert [mark.name for mark in trainer.landmarks] == ["repeats", "right"]
