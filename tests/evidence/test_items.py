"""The items: their numbers are worked out again, and their sentences are held to what a pupil can read."""

import re

import pytest
from numpy import arange, array, diff, sign

from downhill.evidence.asked import asked, step_to
from downhill.evidence.curves import CURVES
from downhill.evidence.items import BY_ID, CROSSES, FORMS, IDS, ITEMS, LATER, MISCONCEPTIONS, ids_asked
from downhill.text.english.evidence import EVIDENCE

EVERY = [(item.id, form) for item in ITEMS for form in item.values]
LONG = 4  # words by which options of one item may differ


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z’0-9.]+", text)


def syllables(word: str) -> int:
    """A count by groups of vowels, good enough for a grade."""
    groups = len(re.findall(r"[aeiouy]+", word.lower().removesuffix("e")))
    return max(1, groups)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text."""
    every, sentences = words(text), len(re.findall(r"[.?!:;](?= |$|”)", text)) or 1
    return 0.39 * len(every) / sentences + 11.8 * sum(map(syllables, every)) / len(every) - 15.59


@pytest.mark.parametrize("form", FORMS)
def test_a_curve_has_its_dips_and_hilltop_where_it_says(form: str) -> None:
    curve = CURVES[form]
    places = arange(curve.low, curve.high, 0.001)
    turns = places[:-1][diff(sign(array([*map(curve.slope, places)]))) != 0]
    assert len(turns) == 5
    assert [turns[0], turns[2], turns[4]] == pytest.approx([curve.K, curve.L, curve.M], abs=0.002)
    assert turns[1] == pytest.approx(curve.top, abs=0.002)
    assert curve.K < curve.S < curve.L


@pytest.mark.parametrize("form", FORMS)
def test_descent_rests_at_the_right_dip_and_the_lowest_one_lies_behind_the_hilltop(
    form: str,
) -> None:
    curve, roles = CURVES[form], BY_ID["D1"].values[form]
    at = {name: getattr(curve, str(name)) for name in roles.values()}
    assert curve.rest(curve.S) == pytest.approx(at[roles["r"]], abs=0.002)
    assert min(at, key=lambda name: curve.height(at[name])) == roles["v"]
    assert sorted([curve.S, at[roles["v"]]])[0] < curve.top < sorted([curve.S, at[roles["v"]]])[1]


def test_one_step_is_right_against_the_slope_times_the_rate() -> None:
    for values in BY_ID["D2"].values.values():
        x, slope, rate = (float(values[name]) for name in ("x", "slope", "rate"))
        assert step_to("r", values) == x - rate * slope
        assert len({step_to(letter, values) for letter in "ruls"}) == 4


@pytest.mark.parametrize("form", FORMS)
def test_the_steepest_way_moves_both_sliders_of_a_cross_and_one_of_them_farther(form: str) -> None:
    slopes, values = CROSSES[form].slopes, BY_ID["D4"].values[form]
    for slider, slope in zip("ab", slopes, strict=True):
        assert values[slider] == ("D4.up" if slope < 0 else "D4.down")
    steeper = "ab"[abs(slopes[1]) > abs(slopes[0])]
    assert values["one"] == steeper
    assert values[steeper] == "D4.up"  # which the option “only …, up” says


@pytest.mark.parametrize("form", ["a", "b"])
def test_of_many_draws_about_as_many_are_each_word_as_the_right_option_says(form: str) -> None:
    values = BY_ID["L3"].values[form]
    p, q, count, most, rest = (float(values[name]) for name in ("p", "q", "count", "most", "rest"))
    assert (p + q, count * p / 100, count * q / 100) == (100, most, rest)


def test_a_doubled_rate_halves_the_steps_and_the_wrong_option_goes_on_with_that() -> None:
    for values in BY_ID["D3"].values.values():
        assert float(values["large"]) == 2 * float(values["small"])
        assert values["many"] == 2 * int(values["fewer"]) == 4 * int(values["half"])


def test_every_item_has_both_forms_and_the_later_ones_have_a_third() -> None:
    for item in ITEMS:
        assert "".join(item.values) == ("abc" if item.id in LATER else "ab")
        assert item.letters[0] == "r"
        assert len(set(item.letters)) == 4
        assert set(item.shows) <= set(item.letters[1:])
    shown = {name for item in ITEMS for name in item.shows.values()}
    assert shown == set(MISCONCEPTIONS)
    assert (*ids_asked("before"), "W") == IDS


@pytest.mark.parametrize(("id_", "form"), EVERY)
def test_an_item_is_short_and_plain_and_its_right_option_is_not_the_only_longest(id_: str, form: str) -> None:
    found = asked(id_, form, EVIDENCE)
    lengths = {letter: len(words(text)) for letter, text in found.options.items() if letter != "t"}
    assert len(words(found.stem)) <= 45
    assert max(len(words(text)) for text in found.options.values()) <= 13
    assert max(lengths.values()) - min(lengths.values()) <= LONG
    assert len(set(found.options.values())) == 4
    assert len(found.options["r"]) < max(len(text) for letter, text in found.options.items() if letter != "r")
    text = " ".join([found.stem, *found.options.values()])
    assert grade(text) <= 6
    assert not re.search(r"gradient|descent|\bloss|parameter|token|softmax|hallucinat", text, re.IGNORECASE)


@pytest.mark.parametrize("form", ["a", "b"])
def test_all_eight_are_read_in_less_than_three_and_a_half_minutes(form: str) -> None:
    texts = (asked(id_, form, EVIDENCE) for id_ in IDS)
    count = sum(len(words(" ".join([each.stem, *each.options.values()]))) for each in texts)
    assert count / 150 < 3.5


def test_what_a_picture_shows_is_told_without_the_answer() -> None:
    for form in FORMS:
        told = asked("D1", form, EVIDENCE).picture
        assert all(re.search(rf"\b{name} at height \d", told) for name in "KLMS")
        assert "rest" not in told
        cross = asked("D4", form, EVIDENCE).cross
        assert sorted(int(cell) for row in cross[1:] for cell in row[1:] if cell) == sorted(CROSSES[form])
