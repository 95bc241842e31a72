"""The film of the lesson on ten thousand weights: what it says holds, by seeds and in all languages."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest

from downhill.lesson import Payoff
from downhill.lessons import all_models
from downhill.lessons.lesson_50_ten_thousand import film, stage_pictures
from downhill.text.format import fill
from downhill.text.language import speaking
from downhill.training.landmarks import is_right
from tests.support.often import slow, thorough
from tests.support.player import Player
from tools.languages.language import all_languages

pytestmark = slow  # each plays a whole training


LESSON, NEXT = all_models()[:2]
NAME = LESSON.id
LANGUAGES = {language.code: language for language in all_languages()}
SEEDS = [pytest.param(("en", seed), marks=thorough) for seed in range(2, 11)]
RUNS = [*((code, 1) for code in LANGUAGES), *SEEDS]


@pytest.fixture(scope="module", params=RUNS, ids=str)
def story(request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    """All that a film says from its first shot to its last, with the facts that it goes by."""
    code, seed = request.param
    with speaking(LANGUAGES[code].catalogue, all_models()):
        player = Player([], [LESSON])
        player.trainers[NAME].seed = seed
        player.trainers[NAME].begin()
        yield told(player) | {"seed": seed, "then": LESSON.words["then"]}


def said(player: Player, payoff: str) -> Payoff:
    found = film.FILM.payoffs[payoff](player.trainers[NAME].scene())
    for each in found.said:
        assert "{" not in fill(LESSON.words[each.key], each.numbers)
    return found


def train(player: Player, to: int, ends: tuple[str, ...] = ()) -> None:
    trainer = player.trainers[NAME]
    while trainer.steps < to and trainer.step():
        if trainer.pauses_at in ends:
            return


def _is_right(player: Player, to: int) -> Iterator[bool]:
    """Whether what is written is a right sentence, after every tenth step."""
    trainer = player.trainers[NAME]
    begun = trainer.begun()
    while trainer.steps < to:
        train(player, min(trainer.steps + 10, to))
        yield is_right(trainer.training.text, trainer.training.write(begun), len(begun))


def told(player: Player) -> dict[str, Any]:
    """Play the film's deeds: every payoff's words by its name, and facts by theirs."""
    trainer = player.trainers[NAME]
    found: dict[str, Any] = {}
    player.ask("fact", NAME, "key")
    found |= {name: said(player, name) for name in ("nonsense", "surprise", "each", "keyed")}
    train(player, film.EARLY, ("repeats", "right"))
    found["first-words"], found["early"] = said(player, "first-words"), (trainer.steps, trainer.landmarks)
    train(player, film.SOON, ("right",))
    found["first-sentence"], found["soon"] = said(player, "first-sentence"), trainer.landmark
    found["right"] = trainer.steps, trainer.in_words(trainer.write())
    found["lasts"] = all([*_is_right(player, film.STOP)])
    player.ask("fact", NAME, "groups")
    found["writes"], found["good"] = said(player, "writes"), LESSON.goal(trainer.standing())
    before = trainer.training.weights.copy()
    for trial, names in {"on": ("by-heart",), "lies": ("lies",), "huge": ("thrown", "wild")}.items():
        player.ask("try_on_copy", NAME, trial)
        for name in names:
            train(player, film.LONG, ("stop",))
            fact = "heart" if trial == "on" else trial
            found[f"{name}-fact"] = player.ask("fact", NAME, fact)
            found[name] = said(player, name)
    player.ask("bring_back", NAME)
    found["same"] = player.trainers[NAME] is trainer and np.array_equal(before, trainer.training.weights)
    return found


def keys(found: Payoff) -> list[str]:
    return [each.key for each in found.said]


def test_an_untrained_model_is_surprised_and_the_text_has_as_many_answers_as_questions(
    story: dict[str, Any],
) -> None:
    assert keys(story["nonsense"]) == ["film.by-chance"]
    assert keys(story["surprise"])[0] == "film.surprise"
    assert story["surprise"].said[0].numbers["one_in"] > 50
    assert story["keyed"].said[0].numbers["count"] > 1500


def test_its_first_words_are_told_as_they_were_and_one_card_is_right(story: dict[str, Any]) -> None:
    steps, landmarks = story["early"]
    names = [each.name for each in landmarks if each.steps == steps]
    right = "repeat" if "repeats" in names else "sentence" if "right" in names else "rubbish"
    assert story["first-words"].right == right
    assert ("film.first-sentence" in keys(story["first-sentence"])) == bool(
        story["soon"] and story["soon"].name == "right"
    )


def test_its_first_right_sentence_comes_by_luck_and_does_not_last(story: dict[str, Any]) -> None:
    steps, sentence = story["right"]
    found = "film.first-sentence" in keys(story["first-sentence"])
    assert not (found and story["lasts"])
    if story["seed"] == 1:
        assert found
        assert steps < film.SOON
        assert all(part in story["then"] for part in (str(steps), sentence))


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_it_is_told_in_the_end_is_the_story_with_which_the_next_lesson_begins(code: str) -> None:
    with speaking(LANGUAGES[code].catalogue, all_models()):
        words, next_one = LESSON.words, Player([], [NEXT]).trainers[NEXT.id]
        story = "".join(next_one.text_of("known").split())  # type: ignore[attr-defined]
        assert "".join((words["film.bridge.far"] + words["film.bridge.near"]).split()) == story
        found = next_one.scene()
        assert found.answer in words["film.gone"]  # type: ignore[attr-defined]
        assert story[: len(found.pieces[0].text)] in words["beat.take-away.go"]  # type: ignore[attr-defined]


def test_it_writes_where_it_has_learned_its_text(story: dict[str, Any]) -> None:
    assert keys(story["writes"]) == ["film.it-writes" if story["good"] else "film.it-does-not", "film.groups"]
    assert story["writes"].said[1].numbers["same"] > 70


def test_each_way_to_spoil_it_is_told_by_its_numbers(story: dict[str, Any]) -> None:
    heart, lies, thrown, wild = (story[f"{name}-fact"] for name in ("by-heart", "lies", "thrown", "wild"))
    assert heart["now"]["held"] > heart["kept"]["held"]
    assert keys(story["by-heart"]) == ["film.by-heart", "film.overfitting"]
    assert lies["now"]["lie"] > lies["now"]["own"]
    blind = lies["now"]["held"] <= lies["kept"]["held"] + 0.1
    assert keys(story["lies"]) == ["film.lies-win", "film.test-blind" if blind else "film.test-noticed"]
    assert story["lies"].right == "20"
    assert keys(story["thrown"]) == ["film.thrown"]
    assert thrown["now"] > film.FAR * thrown["first"]
    assert keys(story["wild"])[0] == "film.not-mended"
    assert wild["now"] > wild["kept"] + 0.3


def test_what_copies_come_to_is_told_by_their_numbers_whatever_these_are() -> None:
    player, seen, some = Player([], [LESSON]), set(), (0.01, 0.5, 1.3, 1.5, 4.8, 9.0)
    told = player.trainers[NAME].told
    for first, second, third in product(some, repeat=3):
        now, kept = {"held": first, "loss": second}, {"held": third, "loss": 1.4}
        told["heart"] = {"now": now, "kept": kept}
        told["huge"] = {"first": first, "kept": second, "now": third}
        told["lies"] = {
            "count": 20,
            "now": {"lie": first, "own": second, "held": third},
            "kept": {"held": 1.4},
        }
        heart, huge, thrown, lies = (
            keys(said(player, name)) for name in ("by-heart", "wild", "thrown", "lies")
        )
        assert (heart == ["film.by-heart", "film.overfitting"]) == (first > third and second < 1.4)
        assert (thrown == ["film.thrown"]) == (third > 1.5 * first)
        assert (huge[0] == "film.not-mended") == (third > second + 0.3)
        assert (lies[0] == "film.lies-win") == (first > second)
        assert (lies[1] == "film.test-noticed") == (third > 1.5)
        seen |= {*heart, *huge, *thrown, *lies}
    assert len(seen) == 3 + 3 + 2 + 4


def test_after_the_experiments_the_model_is_bit_for_bit_the_kept_one(story: dict[str, Any]) -> None:
    assert story["same"]


@pytest.mark.parametrize(("wide", "high"), [(970, 562), (390, 500)])
def test_the_page_has_a_bar_for_every_question_and_four_for_every_lie(wide: int, high: int) -> None:
    text = LESSON.text()
    own, lies = stage_pictures.page(text, wide, high, 20)
    assert len(own) == len(text.learned.after)
    assert len(lies) == 4 * 20
    for bars in (own, lies):
        assert (bars >= 0).all()
        assert (bars[..., 0] <= wide).all()
        assert (bars[..., 1] <= high).all()
