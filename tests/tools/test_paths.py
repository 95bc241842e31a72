from pathlib import Path

from tools.common import paths


def test_the_cache_is_where_the_variable_says(tmp_path: Path) -> None:
    assert paths.cache({"DOWNHILL_CACHE": str(tmp_path), "XDG_CACHE_HOME": "elsewhere"}) == tmp_path


def test_the_cache_follows_the_platforms_custom(tmp_path: Path) -> None:
    assert paths.cache({"XDG_CACHE_HOME": str(tmp_path)}, "linux") == tmp_path / "downhill"
    assert paths.cache({"LOCALAPPDATA": str(tmp_path)}, "win32") == tmp_path / "downhill"
    assert paths.cache({}, "linux") == Path.home() / ".cache" / "downhill"
    assert paths.cache({}, "darwin") == Path.home() / "Library" / "Caches" / "downhill"


def test_the_cache_lies_outside_the_project() -> None:
    assert not paths.cache({}, "linux").is_relative_to(paths.ROOT)
