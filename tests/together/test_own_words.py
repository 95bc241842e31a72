"""Groups with texts of their own: a teacher's words in a link, and the teacher's sentences as the test."""

from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.lessons.lesson_50_ten_thousand import lesson
from downhill.text.mistake import Mistake
from downhill.together.averaging import EQUALLY
from downhill.together.class_text import ClassText, trained
from downhill.together.collecting import averaged, collected
from downhill.together.model_code import encode
from downhill.together.own_words import blank, learned, packed, taught, tokens, unpacked
from downhill.training.own_text import RARE
from tests.together.test_asked import Page

ANIMALS = ("dog", "cat", "horse", "bird", "cow", "duck")
PLACES = ("garden", "river", "kitchen", "forest", "street")


def invented(verb: str, adverb: str) -> str:
    """Sentences that a program made up."""
    found = [f"The {animal} {verb} in the {place} {adverb}." for animal in ANIMALS for place in PLACES]
    return " ".join(found)


GROUPS = (invented("sleeps", "today"), invented("sings", "again"), invented("runs", "alone"))
TEACHER = (
    " ".join(
        f"The {animal} {verb} in the {place} {adverb}."
        for at, animal in enumerate(ANIMALS)
        for place, (verb, adverb) in zip(
            PLACES[at % 3 :], (("sleeps", "today"), ("sings", "again"), ("runs", "alone")), strict=False
        )
    )
    + " A teacher made this up for my class."
)


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_mean_of_three_texts_beats_the_best_alone_on_the_teachers_text(seed: int) -> None:
    read = taught(TEACHER)
    codes = []
    for group, source in enumerate(GROUPS, start=1):
        text = learned(source, read.words).own.text
        model = ClassText(text, ()).model(trained(text, seed), seed, group=group, steps=300)
        codes.append(encode(model))
    found = collected((), "\n".join(codes), "", read.test, seed)
    assert [*found.codes] == [1, 2, 3]
    alone = [
        read.test.loss(averaged(found._replace(codes={1: code}), read.test, seed, EQUALLY).weights)
        for code in codes
    ]
    assert read.test.loss(averaged(found, read.test, seed, EQUALLY).weights) < min(alone)


@given(st.lists(st.from_regex(r"[a-zäßøñжα猫犬_0-9’]{1,9}", fullmatch=True), max_size=60))
def test_every_list_of_a_text_goes_through_a_link_and_gives_no_order_away(found: list[str]) -> None:
    try:
        words = taught(". ".join(found)).words
    except Mistake:
        return
    assert unpacked(packed(words)) == words == tuple(sorted(words, key=str.casefold))
    assert not {".", RARE} & {*words}
    assert "&" not in packed(words)
    assert blank(words).text.tokens == tokens(words)


GOOD = [f"word{at:02}" for at in range(20)]


@pytest.mark.parametrize(
    "link",
    [
        "",
        "+".join(GOOD[1:]),
        "+".join([*GOOD, GOOD[-1]]),
        "+".join([*GOOD, GOOD[-1].upper()]),
        "+".join(reversed(GOOD)),
        "+".join([*GOOD, "<b>"]),
        "+".join([*GOOD, "x%00"]),
        "+".join([*GOOD, "x" * 31]),
        "+".join(f"word{at:03}" for at in range(301)),
        "a" * 1_000_000,
    ],
    ids=["none", "few", "twice", "capital", "order", "markup", "control", "long", "many", "huge"],
)
def test_a_list_that_no_page_wrote_is_refused(link: str) -> None:
    with pytest.raises(Mistake, match=r"words\.broken"):
        unpacked(link)


def test_words_off_the_list_are_unknown_and_chinese_is_read_sign_by_sign() -> None:
    read = learned(GROUPS[0] + " The zebra? Dogs!", taught(TEACHER).words)
    assert (read.total - read.known, read.unknown) == (2, ("zebra", "dogs"))
    text = read.own.text
    assert text.tokens[:2] == (RARE, ".")
    assert 0 in [*text.learned.after, *text.held_out.after]
    chinese = taught("一二三四五六七八九十大小上下左右天地人口。\n我看见一只小猫在天上。")
    assert "猫" in chinese.words
    assert tokens(chinese.words)[1] == "。"


def code_of(page: Page, group: int, listed: str, source: str, begun: str = "-") -> str:
    """The code of a group that has learned its own text."""
    page.train(f"{group} 3 {begun} {quote(listed)} {quote(source)}")
    code: str = page.ask("mine")["model"]
    return code


def test_groups_learn_their_texts_and_a_teacher_collects_them_but_no_codes_of_topics() -> None:
    page = Page()
    listed = page.ask("teach", text=TEACHER)["listed"]
    assert page.ask("bring", listed=listed, seed=3)["said"].startswith("Your class has its own word list: 2")
    assert page.ask("own", listed=listed, text=GROUPS[0])["isFit"]
    codes = [code_of(page, group, listed, GROUPS[group - 1]) for group in (1, 2)]
    assert page.player.text_link(lesson.id) == "", "a group's text goes into no link"
    told: dict[str, Any] = {"codes": [], "begun": "", "seed": 3, "way": "equally"}
    found = page.ask("collect", text=" ".join(codes), own=TEACHER, **told)
    assert [row["title"] for row in found["rows"]] == ["Group 1", "Group 2"]
    assert found["rows"][0]["writes"].startswith("The dog")
    assert "other words" in page.ask("collect", text=codes[0], **told)["said"][0]
    page.player.try_on_copy(lesson.id, "class 1 3")
    page.player.trainer(lesson.id).step()
    topic = page.ask("mine")["model"]
    assert "other words" in page.ask("collect", text=topic, own=TEACHER, **told)["said"][0]
    mean = found["mean"]["model"]
    assert page.ask("mean", text=mean, seed=3, listed=listed)["begun"] == mean
    later = code_of(page, 1, listed, GROUPS[0], mean)
    again = page.ask("collect", text=later, own=TEACHER, **told | {"begun": mean})
    assert again["rows"][0]["loss"] < found["mean"]["loss"] + 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("too short", "This has 2 words."),
        ("word and word " * 20, "different words"),
        (" ".join(f"x{at}" for at in range(301)), "more than 300"),
        ("one two three four five six seven eight nine ten. " * 3, "at least 20"),
    ],
)
def test_a_teachers_text_that_gives_no_list_is_told_why(text: str, why: str) -> None:
    found = Page().ask("teach", text=text)
    assert (found["listed"], found["isFit"]) == ("", False)
    assert why in found["said"]
