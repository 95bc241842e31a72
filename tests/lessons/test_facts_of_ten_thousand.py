"""What the story of the lesson on ten thousand weights says, recomputed: by seeds, in all languages."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest

from downhill.lessons import all_models
from downhill.lessons.lesson_50_ten_thousand import kinds
from downhill.text.format import number
from downhill.text.language import speaking
from downhill.training.tokens import tokens_of, written
from tests.support.often import slow, thorough
from tests.support.player import Player
from tools.languages.language import all_languages

pytestmark = slow  # each plays a whole training


LESSON = all_models()[0]
NAME = LESSON.id
CODES = [language.code for language in all_languages()]
SOME = [(code, 1) for code in CODES]
ALL = [*SOME, *(pytest.param((code, seed), marks=thorough) for code in CODES for seed in range(2, 11))]
each_seed = pytest.mark.parametrize("trained", ALL, indirect=True)


def begun(seed: int = 1) -> Player:
    player = Player([], [LESSON])
    player.trainers[NAME].seed = seed
    player.trainers[NAME].begin()
    return player


def train(player: Player, steps: int) -> None:
    trainer = player.trainers[NAME]
    assert all(trainer.step() for _ in range(steps))


@cache
def trained_once(code: str, seed: int) -> Player:
    """A model of the language that is spoken; all tests share it, and none may change it but on a copy."""
    player = begun(seed)
    train(player, 1800)
    return player


@pytest.fixture
def trained(request: pytest.FixtureRequest) -> Iterator[Player]:
    """A model of a language and a seed that has taken all steps of the story."""
    code, seed = request.param
    language = next(each for each in all_languages() if each.code == code)
    with speaking(language.catalogue, all_models()):
        player = trained_once(code, seed)
        yield player
        player.bring_back(NAME)


def fact(player: Player, name: str) -> dict[str, Any]:
    found: dict[str, Any] = player.ask("fact", NAME, name)
    return found


def test_an_untrained_model_writes_by_chance_and_one_weight_turned_changes_no_word() -> None:
    player = begun()
    assert player.ask("choose", NAME, "writing", "chance").outcome == "I pet the garden fire to fell city we."
    told = fact(player, "turn")
    assert (told["index"], round(told["before"], 2), told["others"]) == (3049, 0.23, 9956)
    view = player.ask("try_on_copy", NAME, "turn")
    assert view.weight["index"] == told["index"]
    moved = player.ask("move", NAME, "weight", told["after"])
    assert moved.weight["value"] == told["after"] != view.weight["value"]
    assert moved.outcome == view.outcome
    assert player.ask("bring_back", NAME).weight["value"] != told["after"]
    train(player, 1)
    assert player.view(NAME).outcome == player.trainers[NAME].in_words(player.trainers[NAME].write())


def test_a_link_tells_that_it_writes_by_chance() -> None:
    player, other = begun(), begun()
    player.ask("choose", NAME, "writing", "chance")
    assert other.restore(player.fragment(NAME)) == ()
    assert other.view(NAME).outcome == player.view(NAME).outcome
    assert other.restore(f"{NAME}&v=2&{NAME}.writing=pen") == (f"{NAME}.writing",)


@pytest.mark.parametrize("code", CODES)
def test_the_answer_key_is_a_sentence_of_the_text_that_is_learned(code: str) -> None:
    language = next(each for each in all_languages() if each.code == code)
    with speaking(language.catalogue, all_models()):
        player = begun()
        told, text = fact(player, "key"), player.trainers[NAME].training.text
        lines = [line for part in LESSON.corpus for line in LESSON.words[part].splitlines() if line.strip()]
        learned = [line for i, line in enumerate(lines) if i % 10 != 9]
        kept = {written(tokens_of(line)) for line in learned}
        assert (told["lines"], told["held"]) == (len(learned), len(lines) - len(learned))
        assert told["asked"] == sum(len(tokens_of(line)) for line in learned)
        words = [each["covered"] for each in told["questions"]]
        assert written(words) in kept
        for each in told["questions"]:
            before = text.tokens_in(each["before"])
            chances = player.trainers[NAME].training.chances([text.number(token) or 0 for token in before])
            assert each["chance"] == chances[text.number(each["covered"])]
            assert each["one_in"] == round(1 / each["chance"])
        options = {each["word"] for each in told["options"]}
        assert len(options) == 4
        assert words[told["at"]] in options
        assert {text.number(option) for option in options} <= {*text.learned.after.tolist()}
    if code == "en":
        assert (told["lines"], told["asked"], told["held"]) == (292, 2135, 32)


def test_it_pauses_at_its_landmarks_and_stops_where_the_story_stops() -> None:
    player, pauses = begun(), []
    trainer = player.trainers[NAME]
    while trainer.steps < 1800:
        train(player, 1)
        if trainer.pauses_at:
            pauses.append((trainer.steps, player.view(NAME).landmark))
    assert pauses == [(14, "repeats"), (31, "right"), (1800, "stop")]
    assert player.view(NAME).outcome == "I pet the cat in the garden all day."


@each_seed
def test_what_is_learned_by_heart_grows_and_new_text_suffers(trained: Player) -> None:
    trained.ask("try_on_copy", NAME, "on")
    train(trained, 8000 - 1800)
    assert trained.view(NAME).landmark == "stop"
    told = fact(trained, "heart")
    kept, now = told["kept"], told["now"]
    assert now["copied"] >= 2 * kept["copied"]
    assert now["copied"] >= 25
    assert now["held"] > kept["held"] + 0.2
    assert now["loss"] < kept["loss"] - 0.1
    whole = {written(tokens_of(line)) for part in LESSON.corpus for line in LESSON.words[part].splitlines()}
    assert all((each["text"] in whole) == each["copied"] for each in now["written"])
    assert all(len(each["words"]) == len(each["lit"]) for each in now["written"])


@each_seed
def test_twenty_lies_are_enough_and_the_test_stays_as_it_was(trained: Player) -> None:
    trained.ask("try_on_copy", NAME, "lies")
    copy = trained.trainers[NAME]
    own, lied = trained.kept[NAME][0].training.text, copy.training.text
    assert all(map(np.array_equal, lied.held_out, own.held_out))
    assert len(lied.learned.after) == len(own.learned.after) + 20 * len(own.tokens_in(LESSON.words["lie"]))
    train(trained, 1500)
    assert copy.rate == pytest.approx(0.1)
    train(trained, 300)
    told = fact(trained, "lies")
    assert told["now"]["lie"] > told["now"]["own"]
    assert told["kept"]["lie"] < 0.05 < told["kept"]["own"]
    assert abs(told["now"]["held"] - told["kept"]["held"]) < 0.25
    assert copy.writes().startswith(told["text"].rstrip(".。"))


@each_seed
def test_huge_steps_are_not_mended_by_small_ones(trained: Player) -> None:
    trained.ask("try_on_copy", NAME, "huge")
    train(trained, 100)
    thrown = fact(trained, "huge")
    assert thrown["now"] > 2 * thrown["first"]
    assert thrown["thrown"] > 0.5
    train(trained, 2000)
    mended = fact(trained, "huge")
    assert trained.trainers[NAME].rate == LESSON.rates.good
    assert mended["kept"] + 1 < mended["now"] < thrown["now"]


@each_seed
def test_kinds_of_words_gather_on_the_map(trained: Player) -> None:
    told, tokens = fact(trained, "groups"), trained.trainers[NAME].training.text.tokens
    words = [word for kind in kinds.KINDS for word in LESSON.words[f"kinds.{kind}"].split()]
    assert len({*words}) == len(words)
    assert {*words} <= {*tokens}
    sizes = np.array([len(names) for names in told["kinds"].values()])
    assert told["same"] > 100 * ((sizes / sizes.sum()) ** 2).sum() + 25
    assert sizes.min() > 10


@each_seed
def test_the_five_sentences_are_what_it_wrote_on_the_way_and_the_last_is_of_now(trained: Player) -> None:
    trainer, rows = trained.trainers[NAME], fact(trained, "five")["sentences"]
    assert rows[0]["steps"] == 0
    assert rows[-1] == {"steps": 1800, "shown": number(1800, 0), "text": trained.view(NAME).outcome}
    assert [row["steps"] for row in rows] == sorted({row["steps"] for row in rows})
    assert {(row["steps"], row["text"]) for row in rows[:-1]} <= {(p.steps, p.text) for p in trainer.pages}
    assert 4 <= len(rows) <= 5


@thorough
@pytest.mark.parametrize("seed", range(1, 4))
def test_five_lies_are_not_enough(seed: int) -> None:
    player = begun(seed)
    train(player, 1800)
    player.ask("try_on_copy", NAME, "lies 5")
    train(player, 1800)
    told = fact(player, "lies")
    assert told["count"] == 5
    assert told["now"]["lie"] < told["now"]["own"]


def test_the_numbers_of_the_first_model_are_those_that_the_story_was_written_with() -> None:
    player = begun()
    train(player, 1800)
    found = {}
    for trial, steps in (("on", 6200), ("lies", 1800), ("huge", 2100)):
        player.ask("try_on_copy", NAME, trial)
        train(player, steps)
        found[trial] = fact(player, "heart" if trial == "on" else trial)
    heart, lies, huge = found.values()
    assert (heart["kept"]["copied"], heart["now"]["copied"]) == (7, 55)
    assert [round(heart[each]["held"], 2) for each in ("kept", "now")] == [1.92, 2.54]
    assert [round(heart[each]["loss"], 2) for each in ("kept", "now")] == [1.35, 1.06]
    assert [round(lies["now"][each], 2) for each in ("lie", "own", "held")] == [0.66, 0.23, 1.92]
    assert (lies["lie"], lies["own"], lies["count"]) == ("plane", "cat", 20)
    assert (round(huge["first"], 1), round(huge["now"], 1)) == (4.8, 3.6)
    assert player.ask("bring_back", NAME).outcome == "I pet the cat in the garden all day."
