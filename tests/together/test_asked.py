"""What the page asks of a class: at home, in a group, and of a teacher's codes, as the page asks it."""

import json
from typing import Any

import pytest

from downhill.lessons.lesson_50_ten_thousand import lesson
from downhill.text.english.together import TOGETHER
from downhill.text.format import number
from downhill.together.class_text import ROUND
from downhill.together.model_code import Model, decode
from tests.support.often import slow
from tests.support.player import Player

PLACE = lesson.id


class Page:
    """A page at work, asked as the browser asks it."""

    def __init__(self) -> None:
        self.player = Player([], [lesson])

    def ask(self, what: str, **more: Any) -> dict[str, Any]:
        """What the page is told, as it travels."""
        answer = self.player.fact(PLACE, "together " + json.dumps({"do": what, **more}))
        plain: dict[str, Any] = json.loads(json.dumps(answer))
        return plain

    def train(self, trial: str) -> None:
        """Train a copy for a round."""
        self.player.try_on_copy(PLACE, f"class {trial}")
        while self.player.trainer(PLACE).steps < ROUND:
            self.player.trainer(PLACE).step()


def test_the_page_gets_its_sentences() -> None:
    ask = Page().ask
    told = ask("begin", told={})
    assert told["said"]["mine.train"] == "Train for 300 steps"
    assert "I pet the plane" in told["said"]["poison.how"]
    with pytest.raises(KeyError, match="no request 'delete', only"):
        ask("delete")


@slow
def test_a_group_trains_a_copy_hands_in_a_code_and_goes_on_from_the_mean() -> None:
    page = Page()
    player, ask = page.player, page.ask
    assert ask("mine") == {}
    codes = []
    for group in (1, 2):
        page.train(f"{group} 4")
        handed = ask("mine", name="  Ada ")
        codes.append(handed["model"])
        assert abs(handed["coded"] - handed["exact"]) < 0.1
        for loss in (handed["exact"], handed["coded"]):
            assert number(loss, 2) in handed["cost"]
        model = decode(handed["model"])
        assert isinstance(model, Model)
        assert (model.group, model.round, model.seed, model.steps, model.name) == (group, 1, 4, ROUND, "Ada")
    found = ask("collect", codes=[], text=" ".join(codes), begun="", seed=4, way="steps")
    assert [row["title"] for row in found["rows"]] == ["Group 1 (Ada): pets", "Group 2 (Ada): planes"]
    mean = ask("mean", text=f"https://school.example/#model={found['mean']['model']}", seed=4)
    assert mean == {
        "begun": found["mean"]["model"],
        "said": "This goes on from the class’s model of round 1.",
    }
    assert ask("mean", text=codes[0], seed=4)["said"] == TOGETHER["mine.unfit"].replace("{seed}", "4")
    assert ask("mean", text="", seed=4) == {"begun": "", "said": ""}
    page.train(f"1 4 {mean['begun']}")
    assert len(player.trainer(PLACE).trial) == 40
    later = decode(ask("mine")["model"])
    assert isinstance(later, Model)
    assert later.round == 2
    again = ask("collect", codes=[], text=ask("mine")["model"], begun=mean["begun"], seed=4, way="equally")
    assert again["mean"]["round"] == 2
    player.bring_back(PLACE)
    assert player.trainer(PLACE).steps == 0
    assert player.trainer(PLACE).seed == 1


def test_a_number_that_no_group_has_and_a_code_that_is_no_mean_begin_nothing() -> None:
    player = Player([], [lesson])
    for trial in ("class 0 1", "class 100 1", "class 1 1 downhill-model1.AAAA"):
        with pytest.raises(ValueError, match="expected groups 1 to 99 and a mean"):
            player.try_on_copy(PLACE, trial)
        player.bring_back(PLACE)


@slow
def test_what_is_said_of_other_first_weights_and_of_a_lie_is_what_the_numbers_say() -> None:
    ask = Page().ask
    for guess, said in (("worse", TOGETHER["apart.right"]), ("better", TOGETHER["apart.wrong"])):
        found = ask("apart", seed=1, guess=guess)
        assert "so it is worse than every group." in found["said"]
        assert found["said"].endswith(said)
    assert [len(picture["alike"]) for picture in found["pictures"]] == [48, 48]
    lied = [ask("poison", honest=honest, way="equally", seed=1) for honest in range(9)]
    least = min(n for n in range(1, 9) if all(each["lie"] < each["true"] for each in lied[n:]))
    told = ask("poisoned", least=least, guess=2, way="equally")["said"]
    assert told == f"mean: it takes {least}. You guessed 2."
    assert "even 8 are not enough" in ask("poisoned", least=0, guess=2, way="median")["said"]


def test_a_groups_topic_is_told_with_its_sentences() -> None:
    counts = [Page().ask("topic", group=group, seed=7)["said"] for group in (1, 2, 3, 4, 5)]
    assert counts[0] == counts[4]
    assert counts[0].startswith("Your topic: pets.")
    assert "seed 7" in counts[2]
