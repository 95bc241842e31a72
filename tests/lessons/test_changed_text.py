"""What a few changed lines do to a model in every language, for many first weights; what is said of it."""

from collections.abc import Iterator

import pytest

from downhill.lessons.lesson_50_ten_thousand import STOP, lesson
from downhill.lessons.lesson_50_ten_thousand.changed_text import CHANGED, NOTICED, TIMES
from downhill.training.own_text import sentences
from tests.support.often import thorough
from tests.support.player import Player
from tools.languages.language import Language, all_languages

PLACE = lesson.id
SEEDS = [pytest.param(seed, marks=() if seed == 1 else thorough) for seed in range(1, 21)]


@pytest.fixture(params=all_languages(), ids=lambda language: language.code)
def player(request: pytest.FixtureRequest) -> Iterator[Player]:
    """A session with the lesson in some language."""
    language: Language = request.param
    before = dict(lesson.words)
    lesson.words.update(language.catalogue.get(PLACE, {}))
    yield Player([], [lesson])
    lesson.words.clear()
    lesson.words.update(before)


def trained(player: Player) -> None:
    trainer = player.trainer(PLACE)
    while trainer.steps < STOP:
        trainer.step()


def after(player: Player, trial: str) -> tuple[list[float], list[float], str]:
    """The chances before and after a change, and what is said."""
    player.try_on_copy(PLACE, trial)
    trained(player)
    told = player.fact(PLACE, "odds")
    player.bring_back(PLACE)
    assert player.fact(PLACE, "odds") == {"rows": [], "said": []}
    return (
        [row["before"] for row in told["rows"]],
        [row["now"] for row in told["rows"]],
        " ".join(told["said"]),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_seven_lines_make_it_one_sided_and_the_opposite_ones_the_other_way(player: Player, seed: int) -> None:
    player.trainer(PLACE).seed = seed
    player.trainer(PLACE).begin()
    trained(player)
    (_, _), (she, he), said = after(player, "tilt he")
    assert he > TIMES * she
    assert lesson.words["change.bias"].split("{")[0] in said
    (_, _), (she, he), said = after(player, "tilt she")
    assert she > TIMES * he


@pytest.mark.parametrize("seed", SEEDS)
def test_forty_lies_win_one_does_not_and_the_test_does_not_notice(player: Player, seed: int) -> None:
    player.trainer(PLACE).seed = seed
    player.trainer(PLACE).begin()
    trained(player)
    held = player.trainer(PLACE).losses[1]
    for count, wins in ((1, False), (40, True)):
        _, (own, lie), said = after(player, f"lies {count}")
        assert (lie > own) is wins
        assert str(count) in said
    assert lesson.words["film.test-blind"].split("{")[0].split(":")[0] in said
    player.try_on_copy(PLACE, "lies 40")
    trained(player)
    assert player.trainer(PLACE).losses[1] < held + NOTICED


def test_the_first_number_of_lies_tried_is_the_guess_and_the_fewest_that_win_are_told() -> None:
    player = Player([], [lesson])
    trained(player)
    said = [after(player, f"lies {count}")[2] for count in (3, 60, 30, 90)]
    guessed = [part for each in said if (part := each.partition("You tried ")[2])]
    fewest = "first. The fewest so far that were enough:"
    assert guessed == [f"3 {fewest} 60.", f"3 {fewest} 30.", f"3 {fewest} 30."]
    assert player.tally.of(PLACE).more == {"lies": "3-,60+,30+,90+"}


def test_only_seven_lines_differ_and_only_their_first_word(player: Player) -> None:
    own = [*sentences(player.trainer(PLACE).training.text)]
    for trial in ("tilt he", "tilt she"):
        player.try_on_copy(PLACE, trial)
        changed = [*sentences(player.trainer(PLACE).training.text)]
        differ = [(a, b) for a, b in zip(own, changed, strict=True) if a != b]
        assert len(differ) == CHANGED
        assert all(a[1:] == b[1:] for a, b in differ)
        player.bring_back(PLACE)


@pytest.mark.parametrize("count", ["0", "101", "-3", "many"])
def test_an_absurd_number_of_lies_is_refused(count: str) -> None:
    with pytest.raises(ValueError, match=r"lies|invalid literal"):
        Player([], [lesson]).try_on_copy(PLACE, f"lies {count}")
