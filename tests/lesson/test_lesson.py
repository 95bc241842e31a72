"""Sliders and lessons: the nouns themselves."""

from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from downhill.lesson import Choice, Lesson, Rates, Slider, Variant
from downhill.lesson.parameters import MEASURED

SIZES = st.floats(1e-4, 1e4)


@st.composite
def sliders(draw: st.DrawFn) -> Slider:
    low, span = draw(st.floats(-1e4, 1e4)), draw(SIZES)
    step = span / draw(st.integers(1, 1000))
    assume(low < low + span)
    return Slider("x", low, low + span, low, step)


@given(sliders(), st.floats(allow_nan=False))
@settings(deadline=None)
def test_clamping_twice_is_clamping_once_and_never_leaves_the_slider(slider: Slider, value: float) -> None:
    once = slider.clamp(value)
    assert slider.low <= once <= slider.high
    assert slider.clamp(once) == once


@given(sliders(), st.floats(0, 1))
@settings(deadline=None)
def test_snapping_moves_a_value_by_half_a_step_at_most(slider: Slider, share: float) -> None:
    value = slider.clamp(slider.low + share * slider.span)
    assert abs(slider.snap(value) - value) <= 0.51 * slider.step


@pytest.mark.parametrize(
    ("low", "high", "start", "step"),
    [
        (1, 0, 0, 1),
        (0, 0, 0, 1),
        (0, 1, 2, 1),
        (0, 1, -1, 1),
        (0, 1, 0, 0),
        (0, 1, 0, -1),
        (0, float("nan"), 0, 1),
    ],
)
def test_a_slider_that_makes_no_sense_is_refused_by_name(
    low: float, high: float, start: float, step: float
) -> None:
    with pytest.raises(ValueError, match="slider knob: expected low < high"):
        Slider("knob", low, high, start, step)


@pytest.mark.parametrize(
    ("step", "decimals"), [(10, 0), (1, 0), (0.5, 1), (0.1, 1), (0.05, 2), (0.01, 2), (1e-3, 3)]
)
def test_a_slider_shows_as_many_decimals_as_its_step_needs(step: float, decimals: int) -> None:
    assert Slider("x", 0, 100, 0, step).decimals == decimals


class Square(NamedTuple):
    loss: float
    x: float


WORDS = dict.fromkeys("title prose task picture learned loss loss.short slider.x".split(), "word") | {
    "now.here": "x"
}


def tiny(**changes: Any) -> Lesson:
    """A lesson of one slider and next to nothing else."""
    parts: dict[str, Any] = {
        "id": "tiny",
        "words": WORDS,
        "sliders": (Slider("x", -1, 1, 1, 0.1),),
        "measure": lambda x: Square(x * x, x),
        "draw": lambda figure, look: lambda scene: None,
        "describe": lambda measured: "here",
        "goal": 0.01,
        "rates": Rates(0.01, 0.1, 1.0),
    }
    return Lesson(**parts | changes)


SHAPED: dict[str, Any] = {
    "choices": (Choice("shape", ("off", "on"), shown="switch"),),
    "words": WORDS | {"choice.shape": "Shape"},
}


def test_a_lesson_whose_measure_takes_other_names_is_refused_with_both_lists() -> None:
    with pytest.raises(
        ValueError, match=r"lesson tiny: measure takes \['y'\], expected only names from \['x'\]"
    ):
        tiny(measure=lambda y: Square(y, y))


def test_a_lesson_whose_measure_leaves_a_slider_out_is_refused() -> None:
    with pytest.raises(ValueError, match=r"lesson tiny: measure leaves out the sliders \['x'\]"):
        tiny(measure=lambda: Square(0, 0))


@pytest.mark.parametrize("name", ["gradient", "table", "outcome", "defined", "variant"])
def test_a_function_with_a_parameter_of_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(
        ValueError, match=rf"lesson tiny: {name} takes \['shap'\], expected only names from \["
    ):
        tiny(
            **SHAPED,
            **{name: lambda *measured, shap: None} if name in MEASURED else {name: lambda shap: None},
        )


def test_functions_are_handed_what_they_name_of_sliders_choices_and_the_data_of_the_variant() -> None:
    lesson = tiny(
        **SHAPED,
        variant=lambda shape: Variant(data={"far": 2.0 if shape == "on" else 1.0}),
        measure=lambda x, far: Square(far * x, x),
        gradient=lambda far: (far,),
        describe=lambda measured, shape: "here" if shape == "off" else "there",
    )
    seen = [lesson.chosen({"shape": shape}) for shape in ("off", "on")]
    assert [chosen.measure_at([3.0]).loss for chosen in seen] == [3.0, 6.0]
    assert [chosen.gradient(x=3.0) for chosen in seen if chosen.gradient] == [(1.0,), (2.0,)]
    assert [chosen.describe(chosen.measure_at([3.0])) for chosen in seen] == ["here", "there"]


def test_two_stars_take_all_sliders_that_are_not_named() -> None:
    lesson = tiny(
        sliders=(Slider("x", -1, 1, 1, 0.1), Slider("y", -1, 1, 1, 0.1)),
        words=WORDS | dict.fromkeys(["slider.y", "axis.x", "axis.y"], "word"),
        measure=lambda **values: Square(values["x"] + values["y"], 0),
        gradient=lambda x, **others: (x, *others.values()),
    ).chosen({})
    assert lesson.measure_at((1.0, 2.0)).loss == 3.0
    assert lesson.gradient is not None
    assert lesson.gradient(x=1.0, y=2.0) == (1.0, 2.0)


def test_a_variant_takes_the_place_of_what_the_lesson_says_and_may_say_all() -> None:
    slider = Slider("x", 0, 2, 1, 0.5)
    found: dict[str, Any] = {
        "goal": 0.5,
        "rates": Rates(0.1, 0.2, 0.3),
        "sliders": (slider,),
        "scaling": ((2.0,),),
        "notes": [("now.here", {})],
        "loss_decimals": 5,
        "table_decimals": 6,
    }
    lesson = tiny(
        sliders=(), goal=None, rates=None, variant=lambda: Variant(**found, words={"title": "Other"})
    )
    chosen = lesson.chosen({})
    assert {name: getattr(chosen, name) for name in found} == found
    assert (chosen.words["title"], lesson.words["title"]) == ("Other", "word")
    assert lesson.sliders == (slider,)


def test_a_lesson_without_goal_or_rates_and_one_whose_variants_have_other_data_are_refused() -> None:
    with pytest.raises(ValueError, match=r"lesson tiny: no goal or no rates with \{\}"):
        tiny(goal=None)
    lesson = tiny(**SHAPED, variant=lambda shape: Variant(data={f"is_{shape}": True}))
    with pytest.raises(ValueError, match=r"lesson tiny: data \['is_on'\], expected \['is_off'\]"):
        lesson.chosen({"shape": "on"})


def test_data_with_the_name_of_a_slider_is_refused() -> None:
    with pytest.raises(ValueError, match=r"lesson tiny: .* share the names \['x'\]"):
        tiny(variant=lambda: Variant(data={"x": 1.0}))


def test_a_sentence_a_gap_or_a_column_without_words_is_refused() -> None:
    with pytest.raises(
        ValueError, match=r"lesson tiny: no words for now\.high, which describe returns at \(1,\)"
    ):
        tiny(describe=lambda measured: "high" if measured.x > 0 else "here")
    with pytest.raises(
        ValueError, match=r"lesson tiny: now\.here has a gap 'y'; measure returns \['loss', 'x'\]"
    ):
        tiny(words=WORDS | {"now.here": "{y:1}"})
    with pytest.raises(ValueError, match=r"lesson tiny: no words for column\.2$"):
        tiny(table=lambda measured: [[1.0, 2.0]], words=WORDS | {"column.1": "One"})


@pytest.mark.parametrize("key", sorted(set(WORDS) - {"now.here"}))
def test_a_lesson_without_a_word_it_needs_is_refused_and_the_word_is_named(key: str) -> None:
    with pytest.raises(ValueError, match=f"lesson tiny: no words for {key}$"):
        tiny(words={name: text for name, text in WORDS.items() if name != key})


def test_a_choice_needs_a_word_for_itself_and_for_each_option() -> None:
    choice = Choice("shape", ("bowl", "edge"))
    with pytest.raises(ValueError, match=r"choice\.shape, choice\.shape\.bowl, choice\.shape\.edge"):
        tiny(choices=(choice,), measure=lambda x, shape: Square(x, x))


def test_labels_of_sliders_choices_and_options_are_words_and_a_word_that_is_there_stays() -> None:
    words = {key: text for key, text in WORDS.items() if key != "slider.x"} | {"choice.shape.edge": "an edge"}
    lesson = tiny(
        words=words,
        sliders=(Slider("x", -1, 1, 1, 0.1, label="place"),),
        choices=(Choice("shape", ("bowl", "edge"), label="Shape", labels=("A bowl", "An edge")),),
    )
    assert lesson.words is words
    keys = ("slider.x", "choice.shape", "choice.shape.bowl", "choice.shape.edge")
    assert [words[key] for key in keys] == ["place", "Shape", "A bowl", "an edge"]
    assert not {key for key in tiny(sliders=lesson.sliders).words if key.startswith("choice.")}


def test_a_choice_with_more_labels_than_options_is_refused() -> None:
    with pytest.raises(ValueError, match=r"choice shape: the options \('a', 'b'\) have the labels \('A',\)"):
        Choice("shape", ("a", "b"), labels=("A",))


def test_a_word_may_have_a_form_for_the_variant_that_is_chosen() -> None:
    lesson = tiny(words={**WORDS, "loss.squared": "sum of squares"})
    assert lesson.word("loss", {"error": "squared"}) == "sum of squares"
    assert lesson.word("loss", {"error": "absolute"}) == "word"
    assert lesson.word("loss.unit", {"error": "squared"}) == ""
