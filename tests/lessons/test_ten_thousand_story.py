"""The story of lesson five: its facts and what its film says hold, by seeds and in all languages."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest

from downhill.lesson import Payoff
from downhill.lessons import all_models
from downhill.lessons.lesson_50_ten_thousand import film, kinds, stage_pictures
from downhill.text.format import fill, number
from downhill.text.language import speaking
from downhill.training.landmarks import is_right
from downhill.training.tokens import tokens_of, written
from tests.support.often import slow, thorough
from tests.support.player import Player
from tools.languages.language import all_languages

pytestmark = slow  # each plays a whole training

LESSON, NEXT = all_models()[:2]
NAME = LESSON.id
LANGUAGES = {language.code: language for language in all_languages()}
SEEDS = [pytest.param((code, seed), marks=thorough) for code in LANGUAGES for seed in range(2, 11)]
RUNS = [*((code, 1) for code in LANGUAGES), *SEEDS]


@pytest.fixture(scope="module", params=RUNS, ids=str)
def story(request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    """All facts of the story, and all that its film says from its first shot to its last."""
    code, seed = request.param
    with speaking(LANGUAGES[code].catalogue, all_models()):
        yield told(begun(seed)) | {"run": (code, seed)}


def begun(seed: int = 1) -> Player:
    player = Player([], [LESSON])
    player.trainers[NAME].seed = seed
    player.trainers[NAME].begin()
    return player


def fact(player: Player, name: str) -> dict[str, Any]:
    found: dict[str, Any] = player.ask("fact", NAME, name)
    return found


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
    fact(player, "key")
    found |= {name: said(player, name) for name in ("nonsense", "surprise", "each", "keyed")}
    train(player, film.EARLY, ("repeats", "right"))
    found["first-words"], found["early"] = said(player, "first-words"), (trainer.steps, trainer.landmarks)
    train(player, film.SOON, ("right",))
    found["first-sentence"], found["soon"] = said(player, "first-sentence"), trainer.landmark
    found["right"] = trainer.steps, trainer.in_words(trainer.write())
    found["lasts"] = all([*_is_right(player, film.STOP)])
    found["stop"], found["now"] = (trainer.steps, trainer.pauses_at), player.view(NAME).outcome
    found["groups"], found["five"] = fact(player, "groups"), fact(player, "five")["sentences"]
    found["writes"], found["good"] = said(player, "writes"), LESSON.goal(trainer.standing())
    before, found["pages"] = trainer.training.weights.copy(), [*trainer.pages]
    for trial, names in {"on": ("by-heart",), "lies": ("lies",), "huge": ("thrown", "wild")}.items():
        player.ask("try_on_copy", NAME, trial)
        for name in names:
            train(player, film.LONG, ("stop",))
            found[f"{name}-fact"] = fact(player, "heart" if trial == "on" else trial)
            found[name] = said(player, name)
        found[f"{trial}-copy"] = player.trainers[NAME]
    player.ask("bring_back", NAME)
    found["same"] = player.trainers[NAME] is trainer and np.array_equal(before, trainer.training.weights)
    return found | {"text": trainer.training.text, "then": LESSON.words["then"]}


def keys(found: Payoff) -> list[str]:
    return [each.key for each in found.said]


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


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_answer_key_is_a_sentence_of_the_text_that_is_learned(code: str) -> None:
    with speaking(LANGUAGES[code].catalogue, all_models()):
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
    if story["run"][1] == 1:
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


def test_it_writes_where_it_has_learned_its_text_and_kinds_of_words_gather_on_the_map(
    story: dict[str, Any],
) -> None:
    assert story["stop"] == (film.STOP, "stop")
    assert keys(story["writes"]) == ["film.it-writes" if story["good"] else "film.it-does-not", "film.groups"]
    words = [word for kind in kinds.KINDS for word in LESSON.words[f"kinds.{kind}"].split()]
    assert len({*words}) == len(words)
    assert {*words} <= {*story["text"].tokens}
    sizes = np.array([len(names) for names in story["groups"]["kinds"].values()])
    assert sizes.min() > 10
    same = story["writes"].said[1].numbers["same"]
    assert same == story["groups"]["same"] > max(70, 100 * ((sizes / sizes.sum()) ** 2).sum() + 25)


def test_the_five_sentences_are_what_it_wrote_on_the_way_and_the_last_is_of_now(
    story: dict[str, Any],
) -> None:
    *rows, last = story["five"]
    assert last == {"steps": film.STOP, "shown": number(film.STOP, 0), "text": story["now"]}
    steps = [row["steps"] for row in rows]
    assert steps == sorted({*steps})
    assert steps[0] == 0
    assert {(row["steps"], row["text"]) for row in rows} <= {
        (page.steps, page.text) for page in story["pages"]
    }
    assert 3 <= len(rows) <= 4


def test_what_is_learned_by_heart_grows_and_new_text_suffers(story: dict[str, Any]) -> None:
    kept, now = story["by-heart-fact"]["kept"], story["by-heart-fact"]["now"]
    assert now["copied"] >= max(2 * kept["copied"], 25)
    assert now["held"] > kept["held"] + 0.2
    assert now["loss"] < kept["loss"] - 0.1
    whole = {written(tokens_of(line)) for part in LESSON.corpus for line in LESSON.words[part].splitlines()}
    assert all((each["text"] in whole) == each["copied"] for each in now["written"])
    assert all(len(each["words"]) == len(each["lit"]) for each in now["written"])
    assert keys(story["by-heart"]) == ["film.by-heart", "film.overfitting"]


def test_twenty_lies_are_enough_and_the_test_stays_as_it_was(story: dict[str, Any]) -> None:
    lies, own, lied = story["lies-fact"], story["text"], story["lies-copy"].training.text
    assert all(map(np.array_equal, lied.held_out, own.held_out))
    assert len(lied.learned.after) == len(own.learned.after) + 20 * len(own.tokens_in(LESSON.words["lie"]))
    assert story["lies-copy"].rate == pytest.approx(0.1)
    assert lies["now"]["lie"] > lies["now"]["own"]
    assert lies["kept"]["lie"] < 0.05 < lies["kept"]["own"]
    assert abs(lies["now"]["held"] - lies["kept"]["held"]) < 0.25
    assert story["lies-copy"].writes().startswith(lies["text"].rstrip(".。"))
    blind = lies["now"]["held"] <= lies["kept"]["held"] + 0.1
    assert keys(story["lies"]) == ["film.lies-win", "film.test-blind" if blind else "film.test-noticed"]
    assert story["lies"].right == "20"


def test_huge_steps_are_not_mended_by_small_ones(story: dict[str, Any]) -> None:
    thrown, mended = story["thrown-fact"], story["wild-fact"]
    assert thrown["now"] > 2 * thrown["first"]
    assert thrown["thrown"] > 0.5
    assert story["huge-copy"].rate == LESSON.rates.good
    assert mended["kept"] + 1 < mended["now"] < thrown["now"]
    assert keys(story["thrown"]) == ["film.thrown"]
    assert keys(story["wild"])[0] == "film.not-mended"


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
