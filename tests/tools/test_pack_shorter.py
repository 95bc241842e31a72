"""What the pack holds in fewer bytes than its source: matplotlib's settings."""

import importlib
import runpy
from pathlib import Path
from typing import Any

import matplotlib

from tools.startup.snapshot import HERE


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
