"""Texts of a reader's own: how they are read, what is told of them, and that a model learns them by heart."""

import pytest

from downhill.lessons.lesson_50_ten_thousand import lesson
from downhill.lessons.lesson_50_ten_thousand.learned_text import NEAR
from downhill.session.copy_verbs import LONGEST_LINK
from downhill.session.fragment import decode
from downhill.session.result import Result
from downhill.session.result_code import decode as decode_result
from downhill.text.mistake import Mistake
from downhill.training.own_text import MOST, RARE, VOCABULARY, read_own
from downhill.training.sgd import Training
from downhill.training.tokens import EVERY
from tests.support.player import Player

SONG = """The river runs, the river sings,
The river tells of many things.
It tells of rain, it tells of snow,
And where the little fishes go.
The river runs beneath the bridge,
Around the hill, below the ridge.
It tells the fields of rain and snow,
And how the tall green rushes grow.
The moon looks down, the moon looks long,
And in the reeds begins a song."""
CHINESE = "今天天气很好。我和妈妈去公园。公园里有很多花。妈妈说，花很好看！我们在公园里吃了午饭，然后回家。"
ARABIC = (
    "ذهب الولد إلى المدرسة صباحا. ثم عاد إلى البيت في المساء. لعب الولد مع أخيه في الحديقة. "
    "قرأ كتابا عن القطط والكلاب."
)
PLACE = lesson.id


@pytest.mark.parametrize(
    ("source", "words", "has", "end"),
    [
        (SONG, 68, {"river", "tells", ","}, "."),
        (CHINESE, 41, {"公", "园", "，"}, "。"),
        (ARABIC, 22, {"الولد", "إلى"}, "."),
        ("\ufeff" + SONG.replace("\n", "\r\n"), 68, {"river"}, "."),
        ("<p>" + SONG.replace("river", "<b class='x'>river</b>") + "</p>", 68, {"river"}, "."),
        (" ".join(f"word{n}" for n in range(20)), 20, {"word7"}, "."),
    ],
)
def test_a_text_is_read_in_any_script_with_marks_left_out(
    source: str, words: int, has: set[str], end: str
) -> None:
    own = read_own(source)
    assert own.text.words == words
    assert has <= {*own.text.tokens}
    assert own.text.tokens[own.text.end] == end
    assert own.text.sentences >= EVERY
    assert min(len(own.text.learned.after), len(own.text.held_out.after)) > 0
    assert own.source == source
    assert all(own.text.number(token) is not None for token in own.text.tokens_in(own.begin))
    assert not {"<", ">", "\ufeff"} & {*"".join(own.text.tokens)}


def test_the_reader_is_told_what_was_left_out_what_was_rare_and_what_was_met_once() -> None:
    many = " ".join(f"word{n} goes (on)." for n in range(VOCABULARY + 50)) + SONG
    own = read_own(many)
    assert VOCABULARY - 5 <= len(own.text.tokens) <= VOCABULARY
    assert RARE in own.text.tokens
    words = {token for token in own.text.tokens if token[0].isalnum()}
    assert own.rare + len(words) >= VOCABULARY + 50
    assert own.left_out == ("(", ")")
    assert read_own(SONG).once == sum(
        [*map(str.casefold, SONG.replace(",", "").replace(".", "").split())].count(word) == 1
        for word in {*map(str.casefold, SONG.replace(",", "").replace(".", "").split())}
    )
    assert read_own(SONG).rare == 0


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("", "own.short"),
        ("<b>two</b> words", "own.short"),
        ("word " * (MOST + 1), "own.long"),
        ("x" * 10_000_000, "own.long"),
        ("word " * 1000, "own.same"),
        ("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 50, "own.not-text"),
        ("PK\x03\x04\x14\x00\x06\x00 a word file " * 20, "own.not-text"),
        ("%PDF-1.7 \ufffd\ufffd\ufffd\ufffd\x00 " * 20, "own.not-text"),
    ],
)
def test_what_a_model_can_not_learn_gets_a_sentence(source: str, key: str) -> None:
    with pytest.raises(Mistake) as caught:
        read_own(source)
    assert caught.value.key == key
    assert key in lesson.words


def test_a_small_text_is_learned_by_heart_while_the_test_gets_worse() -> None:
    own, shares = read_own(SONG), []
    for seed in range(1, 21):
        training = Training(own.text, seed)
        before, held = own.copied(training), training.loss_held_out()
        while training.steps < 1500:
            training.step(0.3)
        shares.append(own.copied(training))
        assert before <= 0.1
        assert training.loss() < 1.5
        assert training.loss_held_out() > held
    assert min(shares) > 0.5


def test_a_copy_learns_it_the_readers_model_is_kept_and_comes_back_to_the_last_digit() -> None:
    player = Player([], [lesson])
    own = player.trainer(PLACE)
    for _ in range(5):
        own.step()
    weights = own.training.weights.copy()
    player.read_text(PLACE, SONG)
    copy = player.trainer(PLACE)
    assert copy is not own
    assert (copy.steps, copy.trial) == (0, "own")
    for _ in range(100):
        copy.step()
    seen = player.look(PLACE)
    assert seen.more["corpus"] == "own"
    assert 0 <= seen.more["copied"] <= 1
    assert seen.copy["trial"] == "own"
    assert player.read_text(PLACE, "too short").mistake["sentence"] == (
        "This has 2 words. The model needs at least 20."
    )
    assert player.trainer(PLACE) is copy
    player.reset(PLACE)
    assert (copy.steps, copy.trial, copy.own_text.source) == (0, "own", SONG)
    player.bring_back(PLACE)
    assert player.trainer(PLACE) is own
    assert (own.training.weights == weights).all()
    assert player.look(PLACE).more == {}


def test_too_few_sentences_are_cut_and_the_reader_is_told_of_both_numbers() -> None:
    player = Player([], [lesson])
    player.read_text(
        PLACE, "My dog runs in the park. My cat sleeps on the sofa. The park is big. The sofa is soft."
    )
    told = player.fact(PLACE, "own_text")["told"]
    assert told[0].startswith("The copy reads 20 words in 4 sentences.")
    assert told[1] == "The longest were cut in two until there were 10 pieces: one in ten is held out."


def test_lines_that_a_mail_broke_are_one_sentence_and_those_of_a_song_are_not() -> None:
    mail = (
        "The moth flew over the hill and then it went down to the old\nriver, where it sat on a stone.\n" * 5
    )
    assert read_own(mail).sentences == 5
    assert (
        read_own("by the river I walk\nby the river I sing\nby the hill I sleep alone\n" * 2).sentences == 6
    )


def test_what_is_told_of_it_agrees_with_the_text_and_lit_words_stand_in_it() -> None:
    player = Player([], [lesson])
    player.read_text(PLACE, SONG)
    copy = player.trainer(PLACE)
    for _ in range(600):
        copy.step()
    told = player.fact(PLACE, "own_text")
    assert told["told"][0].startswith("The copy reads 68 words in 10 sentences.")
    assert any(any(each["lit"]) for each in told["written"])
    lines = [line.strip(",.").casefold() for line in SONG.splitlines()]
    for each in told["written"]:
        assert bool(each["stands"]) == any(each["lit"])
        assert not each["stands"] or each["stands"].rstrip(".").casefold() in lines
        assert len(each["words"]) == len(each["lit"])


def test_a_link_brings_the_text_which_is_read_only_when_somebody_asks_for_it() -> None:
    player, fresh = Player([], [lesson]), Player([], [lesson])
    player.read_text(PLACE, SONG)
    link = player.text_link(PLACE)
    assert len(link) <= LONGEST_LINK
    assert decode(link).settings[f"{PLACE}.text"] == SONG
    assert fresh.restore(link) == ()
    assert fresh.trainer(PLACE).own_text is None
    assert fresh.look(PLACE).more == {"corpus": "brought"}
    assert fresh.fact(PLACE, "own_text") == {"source": SONG}
    player.read_text(PLACE, " ".join(f"word{n * n}" for n in range(2000)))
    assert player.text_link(PLACE) == ""


@pytest.mark.parametrize("source", [SONG, CHINESE, ARABIC])
def test_whether_a_training_was_stopped_in_time_agrees_with_its_losses(source: str) -> None:
    player, seen = Player([], [lesson]), set()
    player.read_text(PLACE, source)
    copy = player.trainer(PLACE)
    for steps in (*[1] * 20, *[25] * 40):
        for _ in range(steps):
            copy.step()
        copy.is_training = True
        assert player.fact(PLACE, "own_text")["stopped"] == ""
        copy.pause()
        told = player.fact(PLACE, "own_text")
        held, lowest = copy.losses[1], copy.course.seen[:, 2].min()
        begins = {key: lesson.words[f"own.{key}"][:8] for key in ("early", "good", "late")}
        key = next(key for key, begin in begins.items() if told["stopped"].startswith(begin))
        assert (key == "late") == (held > lowest + NEAR)
        assert (key == "early") == (held <= lowest)
        assert f"{held:.2f}" in told["stopped"]
        seen.add(key)
        stopped, copied = player.tally.of(PLACE).more["stopped"].split(",")[-1].split(":")
        assert int(stopped) == copy.steps
        assert int(copied) == round(100 * copy.own_text.copied(copy.training))
    assert {"late", *["early"] * (source == SONG)} <= seen


def test_where_it_was_stopped_is_in_the_result_code() -> None:
    player = Player([], [lesson])
    player.read_text(PLACE, SONG)
    player.trainer(PLACE).step()
    player.fact(PLACE, "own_text")
    found = decode_result(player.result(None, "", "", [])["code"])
    assert isinstance(found, Result)
    assert found.lessons[PLACE].more == {"stopped": "1:0"}
