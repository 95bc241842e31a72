"""What the pack holds in fewer bytes than its sources: long tables of numbers, and matplotlib's settings."""

import gzip
import importlib
import marshal
import runpy
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import matplotlib
import pytest
from matplotlib import _cm_bivar, _cm_listed

from tools.common import paths
from tools.startup.snapshot import HERE


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """All that the step of the build has which shortens tables."""
    monkeypatch.syspath_prepend(str(paths.ROOT / "py"))
    return runpy.run_path(str(HERE / "inside" / "tables.py"))


def weight(code: CodeType) -> int:
    """The bytes of a module in the pack."""
    return len(gzip.compress(marshal.dumps(code)))


@pytest.mark.parametrize("module", [_cm_bivar, _cm_listed])
def test_every_map_of_colours_comes_out_as_it_was(tables: dict[str, Any], module: ModuleType) -> None:
    file = Path(str(module.__file__))
    source = file.read_bytes()
    code = compile(tables["short"](str(file), source), str(file), "exec")
    again: dict[str, Any] = {"__name__": module.__name__, "__package__": "matplotlib"}
    exec(code, again)
    maps = {name: value for name, value in vars(module).items() if isinstance(value, list)}
    cmaps: dict[str, object] = vars(module)["cmaps"]
    assert [again[name] == value for name, value in maps.items()] == [True] * len(maps)
    assert {**cmaps}.keys() == eval("{**cmaps}", again).keys()
    assert weight(code) < 0.5 * weight(compile(source, str(file), "exec"))


@pytest.mark.parametrize(
    "numbers",
    [
        [0.1, 0.2, 0.3],  # few
        [[0.1, 0.2, 0.3], [1.0]] * 100,  # no table
        [1 / 3] * 300,  # no decimals
        ["red"] * 300,
        [0.5] * 301,  # no colours
    ],
)
def test_what_is_no_table_of_colours_stays(tables: dict[str, Any], numbers: list[Any]) -> None:
    assert tables["shortened"](numbers) is None


def test_large_and_negative_numbers_come_out_exactly(tables: dict[str, Any]) -> None:
    numbers = [[-1.000001 * n, 0.000001 * n, 999.5] for n in range(100)]
    rounded = [[round(number, 6) for number in row] for row in numbers]
    assert eval(tables["shortened"](rounded)) == rounded


def test_modules_without_maps_are_not_touched(tables: dict[str, Any]) -> None:
    assert tables["short"]("/lib/other.py", b"x = 1") == b"x = 1"


def test_settings_without_comments_say_the_same(tmp_path: Path) -> None:
    module = importlib.import_module("matplotlib")
    whole = Path(matplotlib.get_data_path()) / "matplotlibrc"
    without = runpy.run_path(str(HERE / "inside" / "plain_settings.py"))["without_comments"]
    (tmp_path / "matplotlibrc").write_text(without(whole.read_text(encoding="utf-8")), encoding="utf-8")

    def read(file: Path) -> Any:
        return module._rc_params_in_file(
            file, transform=lambda line: line.removeprefix("#"), fail_on_error=True
        )

    assert read(tmp_path / "matplotlibrc") == read(whole)
    assert (tmp_path / "matplotlibrc").stat().st_size < 0.6 * whole.stat().st_size
