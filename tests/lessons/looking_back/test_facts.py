"""What the story of the lesson on looking back says, recomputed: by seeds, in all languages."""

from typing import Any, cast

import pytest

from downhill.lessons.lesson_60_looking_back import lesson
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from tests.lessons.looking_back.conftest import NAME, spoken
from tests.lessons.looking_back.worlds import WORLDS
from tests.support.often import slow, thorough
from tests.support.player import Player

CASES = [(code, 1) for code in WORLDS]
MORE = [pytest.param(code, seed, marks=thorough) for code in WORLDS for seed in range(2, 11)]


def begun(seed: int = 1) -> Player:
    player = Player([], [lesson])
    player.trainers[NAME].seed = seed
    player.trainers[NAME].begin()
    return player


def fact(player: Player, name: str) -> dict[str, Any]:
    found: dict[str, Any] = player.ask("fact", NAME, name)
    return found


def test_the_answer_stands_fifteen_words_back_signs_not_counted() -> None:
    player = begun()
    told = fact(player, "back")
    assert told == {"word": "cat", "place": 4, "back": 15}
    words = player.view(NAME).prompt.replace(".", "").split()
    assert words[-told["back"]] == "cat"
    player.ask("choose_weight", NAME, told["place"])
    assert "15" in player.view(NAME).sentence


@slow
@pytest.mark.parametrize("code", WORLDS)
def test_after_fifty_steps_three_words_say_the_same_whatever_the_story_says(code: str) -> None:
    with spoken(code):
        player = begun()
        told = fact(player, "always")
        assert told["same"] == told["stories"] == 800
        assert told["said"] != told["right"] == fact(player, "back")["word"]
        seen = player.ask("choose", NAME, "eyes", "window")
        assert told["said"] in seen.sentence
        if code == "en":
            assert told["said"] == "hamster"


@slow
@pytest.mark.parametrize(("code", "seed"), [*CASES, *MORE])
def test_trained_it_follows_is_fooled_and_makes_something_up(code: str, seed: int) -> None:
    with spoken(code):
        player, pauses = begun(seed), []
        player.ask("choose", NAME, "eyes", "model")
        texts = fact(player, "texts")
        player.ask("enter", NAME, "prompt", texts["new"])
        trainer = cast(Looking, player.trainers[NAME])
        while trainer.steps < 300:
            trainer.step()
            pauses += [trainer.pauses_at] * bool(trainer.pauses_at)
        assert pauses == ["fall", "stop"]
        answers = fact(player, "answers")
        assert (answers["texts"], answers["facts"]) == (100, 6)
        assert min(answers["new"], answers["six"]) >= (100 if seed == 1 else 97)
        weights = trainer.training.weights.copy()
        new = fact(player, "telling")
        assert new["said"] == new["right"]
        assert new["chance"] > 0.8
        player.ask("choose", NAME, "swap", "1")
        swapped = fact(player, "telling")
        assert swapped["said"] == swapped["right"] != new["said"]
        assert (swapped["whose"], swapped["asked"]) == (new["asked"],) * 2
        player.ask("choose", NAME, "hide", str(fact(player, "back")["place"]))
        covered = fact(player, "telling")
        assert covered["right"] == swapped["right"]
        assert covered["share"] == 0
        if seed == 1:
            assert covered["said"] == new["said"]
            assert covered["whose"] not in ("", covered["asked"])
        player.ask("enter", NAME, "prompt", texts["long"])
        assert fact(player, "telling")["said"] == fact(player, "telling")["right"]
        player.ask("enter", NAME, "prompt", texts["nobody"])
        made_up = fact(player, "telling")
        assert made_up["right"] == ""
        assert made_up["thing"]
        assert made_up["asked"] not in texts["nobody"].replace("。", ".").rpartition(".")[0]
        assert made_up["chance"] == pytest.approx(float(trainer.at_text().chances.max()))
        assert seed > 1 or made_up["chance"] > 0.9
        assert trainer.steps == 300
        assert (trainer.training.weights == weights).all()
