from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.server.resolve import Found, resolve


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to serve, with something beside it that must never be served."""
    around = tmp_path_factory.mktemp("around")
    (around / "secret.txt").write_text("secret")
    (around / "site-secret").mkdir()
    (around / "site-secret" / "index.html").write_text("secret")
    site = around / "site"
    (site / "app-0123abcd").mkdir(parents=True)
    (site / "empty").mkdir()
    for name in ("index.html", "a b.txt", "über.txt", "app-0123abcd/index.html", "app-0123abcd/style.css"):
        (site / name).write_text(name)
    (site / "inner").symlink_to(site / "app-0123abcd")
    (site / "outer").symlink_to(around)
    (site / "outer.txt").symlink_to(around / "secret.txt")
    (site / "loop").symlink_to(site / "loop")
    return site


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("/", "index.html"),
        ("/?x=1", "index.html"),
        ("/index.html?a=../../secret.txt", "index.html"),
        ("/a%20b.txt", "a b.txt"),
        ("/%C3%BCber.txt", "über.txt"),
        ("/app-0123abcd/", "app-0123abcd/index.html"),
        ("/app-0123abcd/style.css", "app-0123abcd/style.css"),
        ("/inner/style.css", "app-0123abcd/style.css"),
    ],
)
def test_an_address_finds_its_file(site: Path, target: str, name: str) -> None:
    found = resolve(site, target)
    assert isinstance(found, Found)
    assert found.path == site.resolve() / name


@pytest.mark.parametrize(
    "target",
    [
        "",
        "index.html",
        "*",
        "//",
        "//index.html",
        "/app-0123abcd//style.css",
        "/index.html/",
        "/empty/",
        "/gone",
        "/../secret.txt",
        "/app-0123abcd/../../secret.txt",
        "/app-0123abcd/../index.html",
        "/./index.html",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/../site-secret/index.html",
        "/outer/secret.txt",
        "/outer.txt",
        "/outer/",
        "/loop",
        "/loop/",
        "/index.html%00",
        "/%ff.txt",
        "/C:/index.html",
        "/index.html::$DATA",
        "/" + "x" * 5000,
        "http://127.0.0.1/index.html",
    ],
)
def test_what_is_not_in_the_folder_is_not_found(site: Path, target: str) -> None:
    assert resolve(site, target) is None


def test_a_folder_without_its_slash_is_the_folder_itself(site: Path) -> None:
    assert resolve(site, "/app-0123abcd?x=1") == Found(site.resolve() / "app-0123abcd", immutable=False)


def test_a_site_can_lie_at_a_sub_path(site: Path) -> None:
    found = resolve(site, "/school/downhill/app-0123abcd/style.css", "/school/downhill/")
    assert isinstance(found, Found)
    assert found.path.name == "style.css"
    assert resolve(site, "/school/downhill", "/school/downhill/") == Found(site, immutable=False)
    assert resolve(site, "/app-0123abcd/style.css", "/school/downhill/") is None
    assert resolve(site, "/school/downhill/../index.html", "/school/downhill/") is None


PIECES = st.sampled_from(
    r"""
    .. . / \ %2e %2E%2e %2f %5c %00 %20 % %zz ? # ~ : ü
    outer outer.txt secret.txt loop app-0123abcd index.html site site-secret
    """.split()
)


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join))
def test_no_address_whatever_leads_out_of_the_folder(site: Path, address: str) -> None:
    found = resolve(site, "/" + address)
    if isinstance(found, Found):
        assert found.path.is_relative_to(site.resolve())
        assert found.path.is_dir() or found.path.read_text() != "secret"
