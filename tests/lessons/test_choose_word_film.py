"""The film of the lesson on choosing a word: its words are true of what is drawn, with many seeds."""

from itertools import pairwise

import numpy as np
import pytest

from downhill.lessons.lesson_40_choose_word import film, lesson, moments
from downhill.lessons.lesson_40_choose_word.moments import SEEDS, TEMPERATURE, moment, reel_of, sentence
from downhill.lessons.lesson_40_choose_word.ngrams import END, following
from downhill.lessons.lesson_40_choose_word.stage import stage
from downhill.lessons.lesson_40_choose_word.token_text import text
from downhill.maths import probability
from downhill.play.lesson_state import LessonState
from tests.support.player import Player

BEGINNING = following(())
REELS = [reel_of(name, nth) for name, seeds in SEEDS.items() for nth in range(len(seeds))]
SIZES = [(970.0, 562.0), (390.0, 524.0), (360.0, 442.0), (320.0, 310.0)]


def at(reel: str, share: float, temperature: float = 1.0) -> LessonState:
    state = LessonState(lesson)
    state.place([temperature])
    state.show_reel(reel, share)
    return state


def written(reel: str, temperature: float = 1.0) -> LessonState:
    name, _, nth = reel.partition("-")
    return at(reel, float(len(moments.stack(name)[int(nth)])), temperature)


@pytest.mark.parametrize("name", SEEDS)
def test_the_film_writes_what_the_buttons_of_the_lesson_write_with_its_seeds(name: str) -> None:
    for seed, tokens in zip(SEEDS[name], moments.stack(name), strict=True):
        player = Player([lesson])
        player.move(lesson.id, "temperature", TEMPERATURE[name])
        player.enter(lesson.id, "seed", str(seed))
        while "add" in player.act(lesson.id, "add").offered:
            pass
        assert player.state(lesson.id).choices["sentence"].split() == [*tokens]


def test_the_three_sentences_of_the_stack_are_different_and_the_first_word_is_not_the_highest() -> None:
    stack = [text(lesson.words, tokens) for tokens in moments.stack("warm")]
    assert stack == [
        "I pet the horse because it neighed.",
        "I pet the cat because it jumped.",
        "I pet the dog and it slept happily again.",
    ]
    assert film.third(written("warm-2").scene()).said[0].key == "film.different.3"


def test_the_place_that_is_told_of_the_first_word_is_that_of_its_score(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = set()
    for seed in range(1, 150):
        monkeypatch.setitem(SEEDS, "warm", (seed,))
        scene = written("warm-0").scene()
        payoff, word = film.first(scene), sentence(seed, 1.0)[0]
        higher = sum(score > BEGINNING[word] for score in BEGINNING.values())
        assert payoff.said[0].key == f"film.rank.{1 + higher}"
        assert payoff.said[0].numbers["word"] == word
        assert payoff.right == (word if word in ("cat", "dog") else "other")
        told.add(payoff.said[0].key)
    assert len(told) == len(BEGINNING)


def test_how_many_sentences_differ_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    for seeds in [(1, 12, 20), (12, 14, 1), (12, 1, 14), (12, 14, 12), (1, 1, 7)]:
        monkeypatch.setitem(SEEDS, "warm", seeds)
        stack = [sentence(seed, 1.0) for seed in seeds]
        assert film.third(written("warm-2").scene()).said[0].key == f"film.different.{len({*stack})}"
        another = film.second(written("warm-1").scene()).said[0].key == "film.another"
        assert another == (stack[0] != stack[1])


@pytest.mark.parametrize("reel", REELS)
def test_a_sentence_grows_word_by_word_and_chance_stops_at_the_word_that_joins(reel: str) -> None:
    name, _, nth = reel.partition("-")
    tokens = moments.stack(name)[int(nth)]
    assert tokens[-1] == END
    for place, token in enumerate(tokens):
        for share in np.linspace(0.005, 0.985, 50):
            now = moment(at(reel, place + float(share), TEMPERATURE[name]).scene())
            assert now.written == tokens[: place + (share >= moments.JOINED)]
            assert now.asked == tokens[:place]
            assert 0 <= now.grown <= 1
            assert (now.won >= 0) == (share >= moments.PICKED)
            assert now.won in (-1, list(following(now.asked)).index(token))
            slices = np.cumsum(moments.chances(now.asked, TEMPERATURE[name]))
            assert list(following(now.asked))[int(np.searchsorted(slices, now.lot))] == token
    assert moment(written(reel).scene()).heap[-1] == tokens


def test_a_pin_hits_the_word_that_joins_and_is_the_first_of_the_thousand() -> None:
    now = moment(at(moments.PIN, 1.0).scene())
    slices = np.cumsum(moments.chances((), 1.0))
    assert now.written == (list(BEGINNING)[int(np.searchsorted(slices, now.lot))],)
    assert now.lot == probability.uniforms(moments.PIN_SEED, 0, moments.PINS)[0]
    assert film.pin(at(moments.PIN, 1.0).scene()).said[1].numbers["word"] == now.written[0]


def test_pins_are_counted_as_they_land_and_the_verdict_on_them_is_true() -> None:
    shares = moments.chances((), 1.0)
    lots = probability.uniforms(moments.PIN_SEED, 0, moments.PINS)
    for share in np.linspace(0, 1, 21):
        fallen, found = moments.rained(float(share))
        down = lots[fallen >= 1]
        hits = np.bincount(np.searchsorted(np.cumsum(shares), down), minlength=len(shares))
        assert found.tolist() == hits.tolist()
        assert film.raining(at(moments.RAIN, float(share)).scene()).said[0].numbers["pins"] == len(down)
    verdict, widest = film.rain(at(moments.RAIN, 1.0).scene()).said
    assert verdict.key == "film.wider"
    assert found.sum() == moments.PINS
    assert widest.numbers["hits"] == found[0] != moments.PINS * shares[0]
    assert widest.numbers["share"] == pytest.approx(100 * shares[0])


def test_what_is_said_of_wide_and_narrow_slices_holds_for_other_seeds() -> None:
    seen = set()
    for seed in range(1, 300):
        found = probability.counts(moments.chances((), 1.0), seed, 0, 40 if seed % 2 else 1000).tolist()
        key = film.wider(found)
        seen.add(key)
        falls = all(one > other for one, other in pairwise(found))
        assert (key == "film.wider") == falls
        if key == "film.mostly":
            assert sorted(found, reverse=True)[:2] in (found[:2], found[1::-1])
    assert seen == {"film.wider", "film.mostly", "film.odd"}


def test_what_is_said_of_a_temperature_is_true_of_its_slices() -> None:
    seen = []
    for temperature in np.linspace(0.05, 3, 60):
        payoff = film.warmth(at("bars", 0, float(temperature)).scene())
        shares = sorted(probability.probabilities([*BEGINNING.values()], float(temperature)), reverse=True)
        key = payoff.said[0].key
        if key == "film.cold":
            assert sum(shares[2:]) < 0.0101
        elif key == "film.hot":
            assert shares[-1] >= 0.1
        else:
            assert sum(shares[2:]) >= 0.01
            assert shares[-1] < 0.1
        assert payoff.right == ("same" if key == "film.cold" else "any")
        seen.append(key)
    assert list(dict.fromkeys(seen)) == ["film.cold", "film.between", "film.hot"]
    cold, hot = (film.warmth(written(f"{name}-1", TEMPERATURE[name]).scene()) for name in ("cold", "hot"))
    assert (cold.said[0].key, hot.said[0].key) == ("film.cold", "film.hot")


@pytest.mark.parametrize("size", SIZES)
def test_bars_and_slices_lie_within_the_stage_and_a_strip_is_as_wide_as_its_shares(
    size: tuple[float, float],
) -> None:
    place = stage(*size, 5.0)
    bars = place.bars(np.array([*BEGINNING.values()]))
    assert (bars[:, :2] >= place.left).all()
    assert (bars[:, :2] <= place.right).all()
    assert (np.diff(bars[:, 2]) > bars[1:, 3]).all()
    assert bars[-1, 2] + bars[-1, 3] / 2 <= size[1] - 130
    shares = moments.chances((), 1.0)
    for warm in (False, True):
        slices = place.slices(shares, warm)
        assert np.diff(slices[:, :2]).ravel() == pytest.approx(shares * (place.right - place.left) - 3)
        assert (slices[1:, 0] > slices[:-1, 1]).all()
