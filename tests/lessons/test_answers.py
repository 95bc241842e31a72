"""What a model answers to what its text doesn't say, in every language: it answers, and no weight changes."""

from downhill.lessons.lesson_50_ten_thousand import lesson
from downhill.lessons.lesson_50_ten_thousand.answers import is_in, letters
from downhill.training.tokens import ENDS
from tests.lessons.test_changed_text import PLACE, trained
from tests.lessons.test_changed_text import player as player
from tests.support.player import Player


def lines() -> list[str]:
    return [
        line.strip() for part in lesson.corpus for line in lesson.words[part].splitlines() if line.strip()
    ]


def plain(line: str) -> str:
    return line.casefold().replace(" ", "")


def test_it_answers_what_its_text_does_not_say_and_asking_changes_no_weight(player: Player) -> None:
    trained(player)
    trainer = player.trainer(PLACE)
    weights = trainer.training.weights.copy()
    lie = lesson.words["lie"].rstrip("".join(ENDS))
    made_up = player.fact(PLACE, f"asked {lie}")
    said = player.fact(PLACE, f"asked {lesson.words['prompt']}")
    assert made_up["text"].startswith(lie)
    assert not made_up["stands"]
    assert (made_up["changed"], said["changed"]) == (0, 0)
    assert (trainer.training.weights == weights).all()
    for number, fact in enumerate((made_up, said), 1):
        assert str(number) in fact["told"][0]
        assert any(digit.isdigit() for digit in fact["likely"])


def test_whether_an_answer_is_in_the_text_is_what_the_lines_of_the_text_say(player: Player) -> None:
    trained(player)
    text = player.trainer(PLACE).training.text
    whole = {plain(line) for line in lines()}
    prompts = {" ".join(text.tokens_in(line)[:3]) for line in lines()[:60]}
    found = [player.fact(PLACE, f"asked {prompt}") for prompt in sorted(prompts)]
    for fact in found:
        assert fact["stands"] == any(plain(fact["text"]) in line for line in whole), fact
    assert {fact["stands"] for fact in found} == {True, False}


def test_letters_are_those_of_the_lines(player: Player) -> None:
    text = player.trainer(PLACE).training.text
    assert letters(text) == sum(len(token) for line in lines() for token in text.tokens_in(line))
    assert is_in(text, [text.number(token) for token in text.tokens_in(lines()[-1])])  # type: ignore[misc]
    assert not is_in(text, [text.end, text.end])


def test_an_unknown_word_gets_a_sentence_and_training_starts_the_count_anew() -> None:
    player = Player([], [lesson])
    assert "zebra" in player.fact(PLACE, "asked I pet the zebra")["mistake"]
    player.fact(PLACE, "asked The cat")
    assert "Questions: 2." in player.fact(PLACE, "asked The dog")["told"][0]
    player.trainer(PLACE).step()
    after = player.fact(PLACE, "asked The cat")
    assert "Questions: 1." in after["told"][0]
    assert after["changed"] == 0


def test_the_view_counts_what_asking_changed_but_not_what_a_step_or_a_hand_did(player: Player) -> None:
    trained(player)
    trainer = player.trainer(PLACE)
    for prompt in (lesson.words["prompt"], ""):
        trainer.enter("prompt", prompt)
        assert player.view(PLACE).changed == 0
    trainer.training.weights[:7] += 1.0
    assert player.view(PLACE).changed == 7
    assert player.fact(PLACE, "asked")["changed"] == 7
    trainer.put(0, 2.0)
    assert player.view(PLACE).changed == 0
    weights = trainer.training.weights.copy()
    assert trainer.step()
    assert (trainer.training.weights != weights).mean() > 0.5
    assert player.view(PLACE).changed == 0
