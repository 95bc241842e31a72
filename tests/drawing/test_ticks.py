"""The numbers along the axes in another language."""

from collections.abc import Iterator

import pytest
from matplotlib import rc_context
from matplotlib.figure import Figure

from downhill.drawing.axis_names import localize, thin_out
from downhill.text.format import Signs, write_numbers_with


@pytest.fixture(autouse=True)
def commas() -> Iterator[None]:
    """Numbers with a decimal comma, for a while."""
    write_numbers_with(Signs(",", "."))
    yield
    write_numbers_with(Signs())


def labels(figure: Figure) -> list[str]:
    figure.draw_without_rendering()
    return [label.get_text() for label in figure.axes[0].get_xticklabels()]


def test_numbers_along_an_axis_have_the_decimal_mark_of_the_language() -> None:
    figure = Figure()
    axes = figure.add_subplot(xlim=(0, 1), xticks=[0, 0.5, 1])
    assert labels(figure) == ["0.0", "0.5", "1.0"]
    for _ in range(2):  # once is enough, and twice is no harm
        localize(axes)
    assert labels(figure) == ["0,0", "0,5", "1,0"]


def test_what_a_lessons_own_formatter_writes_the_english_way_has_it_too() -> None:
    figure = Figure()
    axes = figure.add_subplot(xlim=(0, 1), xticks=[0, 0.5])
    axes.xaxis.set_major_formatter(lambda value, position: f"{value:.2f} km")
    localize(axes)
    assert labels(figure) == ["0,00 km", "0,50 km"]


def test_long_numbers_are_in_groups_and_years_are_not() -> None:
    figure = Figure()
    axes = figure.add_subplot(xlim=(0, 60000), xticks=[0, 1960, 20000, 60000])
    axes.xaxis.set_major_formatter(lambda value, position: f"{value:g}")
    localize(axes)
    assert labels(figure) == ["0", "1960", "20.000", "60.000"]


def test_words_along_an_axis_stay_as_they_are() -> None:
    figure = Figure()
    figure.add_subplot().set_xticks([0, 1, 2], ["v. Chr.", "a. b", "Llama 3.1"])
    localize(figure.axes[0])
    assert labels(figure) == ["v. Chr.", "a. b", "Llama 3.1"]


@pytest.mark.parametrize(("height", "expected"), [(300, 6), (80, 6), (45, 4), (20, 2)])
def test_numbers_above_each_other_stand_apart(height: int, expected: int) -> None:
    """An axis so many points high shows no more of the six numbers from −200 to 300 than fit."""
    figure = Figure(figsize=(3, height / 72), dpi=144)
    figure.subplots_adjust(bottom=0, top=1)
    axes = figure.add_subplot(ylim=(-200, 300))
    axes.locator_params(nbins=5)
    with rc_context({"font.size": 11}):
        thin_out(axes)
    seen = [number for number in axes.get_yticks() if -200 <= number <= 300]
    assert 2 <= len(seen) <= expected
    assert len(seen) == 6 or expected < 6
