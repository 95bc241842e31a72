from pathlib import Path

from tools import places


def test_the_cache_is_where_the_variable_says(tmp_path: Path) -> None:
    assert places.cache({"DOWNHILL_CACHE": str(tmp_path), "XDG_CACHE_HOME": "elsewhere"}) == tmp_path


def test_the_cache_follows_the_platforms_custom(tmp_path: Path) -> None:
    assert places.cache({"XDG_CACHE_HOME": str(tmp_path)}, "linux") == tmp_path / "downhill"
    assert places.cache({"LOCALAPPDATA": str(tmp_path)}, "win32") == tmp_path / "downhill"
    assert places.cache({}, "linux") == Path.home() / ".cache" / "downhill"
    assert places.cache({}, "darwin") == Path.home() / "Library" / "Caches" / "downhill"


def test_the_cache_lies_outside_the_project() -> None:
    assert not places.cache({}, "linux").is_relative_to(places.ROOT)
