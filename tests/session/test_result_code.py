"""Result codes: what was told comes back, slips are found, every text is read, what cannot be is told."""

import random
import re
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.session.code_finder import search
from downhill.session.compact import deflate, to_base64url
from downhill.session.result import (
    LARGEST,
    MOST_ANSWER,
    MOST_NAME,
    MOST_TEXT,
    QUESTIONS,
    Lesson,
    Result,
    cleaned,
    read,
    write,
)
from downhill.session.result_code import (
    BROKEN,
    LONGEST,
    MISFIT,
    NEWER,
    NO_CODE,
    PREFIX,
    decode,
    encode,
)
from downhill.session.result_fit import known, misfits
from downhill.session.result_verbs import result
from downhill.text.language import speaking
from tests.support.often import a_few, slow
from tests.support.player import Player
from tools.languages.language import all_languages

LESSONS = known(every_lesson())
ALL = [(lesson.id, challenge.id) for lesson in every_lesson() for challenge in lesson.challenges]
counts = st.integers(0, LARGEST)
words = st.text(max_size=30).map(lambda text: cleaned(text, MOST_NAME))
ids = st.lists(st.sampled_from(("predict", "rate", "hand", "few-steps")), unique=True).map(tuple)
fields = st.dictionaries(st.sampled_from(("told", "beat")), words.filter(bool), max_size=2)
lesson = st.builds(Lesson, counts, counts, st.booleans(), ids, ids, words, fields)
answers = st.dictionaries(st.sampled_from(QUESTIONS), words.filter(bool))
results = st.builds(
    Result,
    words,
    words,
    st.dictionaries(st.sampled_from([*LESSONS, "later"]), lesson),
    fields,
    answers,
    counts,
)


def sealed(text: str) -> str:
    """A code with a right sum around any text."""
    data = deflate(text.encode())
    return PREFIX + to_base64url(zlib.crc32(data).to_bytes(4, "big") + data)


def played() -> tuple[Player, str]:
    """A session in which everything was done, one thing twice, and its code; the device remembers it all."""
    session = Player(all_lessons(), all_models())
    for name, challenge in (*ALL, ALL[0]):
        session.challenge(name, challenge)
        for verb, *arguments in session.at_work(name).plain.challenge(challenge).solution:
            session.ask(verb, name, *arguments)
    return session, result(session, "x" * 20, "k3j9x2m4", [*map("/".join, ALL)])["code"]


@given(results)
def test_what_was_told_comes_back(told: Result) -> None:
    there = {name: found for name, found in told.lessons.items() if not found.is_empty}
    code = encode(told)
    assert decode(code) == told._replace(lessons=there)
    assert re.fullmatch(r"downhill1\.[\w-]+", code, re.ASCII)


@given(st.text(max_size=80), st.text(max_size=400), st.text(max_size=300))
def test_any_name_and_text_are_told_in_one_line_that_can_be_seen(name: str, text: str, answer: str) -> None:
    told = Result(name, "", {"line": Lesson(1, text=text)}, answers={"hand": answer})
    found = decode(encode(told))
    assert isinstance(found, Result)
    assert found.name == cleaned(name, MOST_NAME)
    assert found.lessons["line"].text == cleaned(text, MOST_TEXT)
    assert found.answers.get("hand", "") == cleaned(answer, MOST_ANSWER)
    assert all(sign.isprintable() for sign in found.name + found.lessons["line"].text)


def test_the_longest_answers_in_any_signs_are_read_and_joined_from_a_mail() -> None:
    dice = random.Random(5)
    most = {lesson.id: Lesson(LARGEST, LARGEST, True, text="t" * MOST_TEXT) for lesson in every_lesson()}
    told = {
        id_: "".join(chr(dice.randrange(0x1F300, 0x1FAFF)) for _ in range(MOST_ANSWER)) for id_ in QUESTIONS
    }
    told = {id_: cleaned(text + "🙂" * MOST_ANSWER, MOST_ANSWER) for id_, text in told.items()}
    code = encode(Result("x" * 20, "123456789", most, answers=told))
    assert len(code) < LONGEST / 1.3
    found = decode(code)
    assert isinstance(found, Result)
    assert found.answers == told
    mail = "\n".join(f"> {code[at : at + 72]}" for at in range(0, len(code), 72))
    assert [each.code for each in search(mail).found] == [code]
    assert decode(code[:-3]) == decode(code[:900] + code[901:]) == BROKEN


@given(st.text(max_size=200) | st.text(max_size=200).map(PREFIX.__add__))
def test_any_text_is_a_result_or_has_a_reason(text: str) -> None:
    assert isinstance(decode(text), Result) or decode(text) in (NO_CODE, BROKEN, NEWER, MISFIT)


@given(st.text(max_size=300))
def test_any_lines_with_a_right_sum_are_a_result_or_do_not_fit(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    found = decode(sealed(text))
    if isinstance(found, Result):
        assert read(write(found)) == found._replace(
            lessons={name: each for name, each in found.lessons.items() if not each.is_empty}
        )
    else:
        assert found == MISFIT


@slow
def test_every_sign_that_is_lost_changed_or_too_many_is_found() -> None:
    _, code = played()
    dice = random.Random(3)
    signs = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
    for at in range(len(PREFIX), len(code)):
        other = dice.choice(signs.replace(code[at], ""))
        assert decode(code[:at] + other + code[at + 1 :]) == BROKEN
        assert decode(code[:at]) == BROKEN
        assert decode(code[:at] + other + code[at:]) == BROKEN
    assert isinstance(decode(code), Result)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", NO_CODE),
        ("hello", NO_CODE),
        ("downhill.abc", NO_CODE),
        ("downhill0.abc", NO_CODE),
        ("downhill2.abc", NEWER),
        ("downhill10.", NEWER),
        ("downhill1.", BROKEN),
        ("downhill1.abc", BROKEN),
        (PREFIX + "A" * 2 * LONGEST, BROKEN),
        (sealed("a" * 10_000_000), BROKEN),
        (sealed("line.moves=-3"), MISFIT),
        (sealed("line.moves=many"), MISFIT),
        (sealed("line.steps=99999999999"), MISFIT),
        (sealed("line.steps=1.5"), MISFIT),
        (sealed("answer-hand=so\nchanged=-1"), MISFIT),
    ],
)
def test_reasons_are_told_apart(text: str, reason: str) -> None:
    assert decode(text) == reason


def test_a_code_of_an_older_page_is_read_and_fields_of_a_later_one_are_kept() -> None:
    old = sealed("name=Ada\nvisit=7\nline.moves=3\nline.solved=1")
    assert decode(old) == Result("Ada", "7", {"line": Lesson(3, solved=True)})
    found = decode(sealed("name=Ada\nroom=7b\nvalley.moves=3\nvalley.flag=-2.0\nlater.moves=1"))
    assert found == Result(
        "Ada", "", {"valley": Lesson(3, more={"flag": "-2.0"}), "later": Lesson(1)}, {"room": "7b"}
    )


@slow
@a_few(2)
@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_a_whole_session_is_told_in_450_signs_in_every_language_and_fits(language: object) -> None:
    with speaking(language.catalogue, every_lesson()):  # type: ignore[attr-defined]
        session, code = played()
        assert len(code) <= 450
        found = decode(code)
        assert isinstance(found, Result)
        assert list(misfits(found, known(every_lesson()))) == []
        assert {name: each.done for name, each in found.lessons.items()} == {
            name: tuple(challenge for lesson, challenge in ALL if lesson == name) for name in LESSONS
        }
        assert not any(each.before for each in found.lessons.values())
        model = found.lessons["ten-thousand"]
        assert model.text == cleaned(session.leave("ten-thousand").outcome, MOST_TEXT)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            {"answers": {"hand": " too  many \n", "sentence": " "}, "changed": 2},
            Result(answers={"hand": "too many"}, changed=2),
        ),
        ({"answers": {"sentence": "\n"}}, None),
        (
            {"asked": {"pair": "otter472", "test-before": "1a:rrrrrrr.5"}},
            Result(more={"pair": "otter472", "test-before": "1a:rrrrrrr.5"}),
        ),
        ({"asked": {"pair": "otter472"}}, None),
    ],
)
def test_answers_and_questionnaires_are_something_to_hand_in(
    more: dict[str, Any], told: Result | None
) -> None:
    found = result(Player(all_lessons(), all_models()), "", "", [], **more)
    assert found["empty"] == (told is None)
    assert told is None or decode(found["code"]) == told


def test_only_what_was_touched_is_told_and_marks_of_earlier_visits_are_told_apart() -> None:
    session = Player(all_lessons(), all_models())
    assert result(session, "", "", []) == {"code": encode(Result()), "empty": True}
    session.move("line", "m", 77)
    told = result(session, " Ada ", "v", ["valley/escape", "line/none", "cellar/rate", "junk"])
    assert decode(told["code"]) == Result(
        "Ada", "v", {"valley": Lesson(before=("escape",)), "line": Lesson(moves=1)}
    )
    assert not told["empty"]


@pytest.mark.parametrize(
    ("name", "told", "fields"),
    [
        ("line", Lesson(solved=True), ["solved"]),
        ("line", Lesson(moves=5, done=("donut",)), ["done"]),
        ("line", Lesson(before=("donut",)), ["before"]),
        ("line", Lesson(steps=5, done=("hand",)), ["done"]),
        ("line", Lesson(moves=5, done=("rate",)), ["done"]),
        ("line", Lesson(before=("hand", "rate")), []),
        ("valley", Lesson(done=("predict",)), []),
        ("later", Lesson(solved=True, done=("new",)), []),
    ],
)
def test_what_cannot_be_is_named_and_what_can_is_left_alone(
    name: str, told: Lesson, fields: list[str]
) -> None:
    assert [*misfits(Result(lessons={name: told}), LESSONS)] == [f"{name}.{field}" for field in fields]
