"""Maps and names of colours that are read late are those that matplotlib has."""

import importlib
import types
from pathlib import Path
from typing import Any

import matplotlib
import pytest
from matplotlib import _color_data, cm, colors

from tests.support.often import slow

PY = Path(__file__).parents[2] / "py"


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """The module; here matplotlib was imported without stand-ins."""
    monkeypatch.syspath_prepend(str(PY))
    return importlib.import_module("worker.late_colours")


def test_every_name_means_what_it_means_in_matplotlib(late: types.ModuleType) -> None:
    names = late.all_names()
    assert names == dict(colors.get_named_colors_mapping())
    assert len(names) > 1000
    assert {len(name) for name in names if len(name) < late.SHORTEST} == {1}


def test_what_is_known_of_colours_at_the_start_is_true(late: types.ModuleType) -> None:
    known = importlib.import_module("worker.stand_ins").known
    importlib.import_module("worker.stand_in_names")
    for name in ("BASE_COLORS", "CSS4_COLORS", "TABLEAU_COLORS", "XKCD_COLORS"):
        assert known[f"matplotlib._color_data.{name}"].items() <= getattr(_color_data, name).items()


@slow
def test_every_map_is_made_as_matplotlib_makes_it(late: types.ModuleType) -> None:
    before = dict(matplotlib.colormaps)
    assert late.all_maps() == before
    assert cm._colormaps._builtin_cmaps == tuple(before)  # type: ignore[attr-defined]


def test_the_map_of_a_collection_has_the_colours_of_the_true_one(late: types.ModuleType) -> None:
    late_map, true = late.DefaultMap("viridis"), matplotlib.colormaps["viridis"]
    assert late_map == true
    assert late_map.copy()(0.3) == true(0.3)
    assert late_map.reversed() == true.reversed()
    assert late_map.resampled(7) == true.resampled(7)


def filled(late: types.ModuleType) -> Any:
    """A dict with one entry, to which two belong."""
    return late.Filled(lambda: {"a": 1, "b": 2}, {"c": 3, "a": 0})


@pytest.mark.parametrize(
    "look",
    [
        lambda some: some["b"] == 2,
        lambda some: "b" in some and "d" not in some,
        lambda some: sorted(some) == ["a", "b", "c"],
        lambda some: len(some) == 3,
        lambda some: sorted(some.keys()) == ["a", "b", "c"],
        lambda some: sorted(some.values()) == [0, 2, 3],
        lambda some: dict(some.items()) == {"a": 0, "b": 2, "c": 3},
        lambda some: some.get("b") == 2 and some.get("d", 7) == 7,
        lambda some: {**some} == {"a": 0, "b": 2, "c": 3},
    ],
)
def test_whoever_looks_for_the_rest_finds_it(late: types.ModuleType, look: Any) -> None:
    some = filled(late)
    assert look(some)
    assert not some.fill


@pytest.mark.parametrize("key", ["#0a66b2", "0.5", "C0", "C11", "o", "s-", (1, 2, 3)])
def test_what_can_be_no_name_brings_no_names(late: types.ModuleType, key: Any) -> None:
    names = late.Names({"k": (0, 0, 0)})
    with pytest.raises(KeyError):
        names[key]
    assert names.fill
    assert names["hotpink"] == "#FF69B4"
