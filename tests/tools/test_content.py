import gzip
import os
from pathlib import Path

import pytest

from tools.server import content


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("pyodide.mjs", "text/javascript; charset=utf-8"),
        ("core.js", "text/javascript; charset=utf-8"),
        ("pyodide.asm.wasm", "application/wasm"),
        ("worker/main.py", "text/x-python; charset=utf-8"),
        ("lock.json", "application/json"),
        ("line.svg", "image/svg+xml"),
        ("sans.woff2", "font/woff2"),
        ("downhill.webmanifest", "application/manifest+json"),
        ("numpy.whl", "application/zip"),
        ("dump.bin.gz", "application/gzip"),
        ("PICTURE.PNG", "image/png"),
        ("unknown.xyz", "application/octet-stream"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_every_file_has_its_type(name: str, kind: str) -> None:
    assert content.kind(Path(name)) == kind


def test_a_tag_follows_the_bytes_and_not_the_date(tmp_path: Path) -> None:
    path = tmp_path / "a.js"
    path.write_text("one")
    first = content.tag(content.version(path))
    os.utime(path, (1, 1))
    assert content.tag(content.version(path)) == first
    path.write_text("two")
    assert content.tag(content.version(path)) != first


def test_compressed_bytes_are_the_files(tmp_path: Path) -> None:
    path = tmp_path / "a.js"
    path.write_text("x" * 1000)
    data = content.compressed(content.version(path))
    assert gzip.decompress(data) == path.read_bytes()
    assert len(data) < 100


@pytest.mark.parametrize("header", ["gzip", "br, gzip", "gzip;q=0.5", "GZIP", "deflate,gzip ;q=1", "*"])
def test_a_browser_that_takes_gzip_is_believed(header: str) -> None:
    assert content.accepts_gzip(header)


@pytest.mark.parametrize("header", [None, "", "br", "gzip;q=0", "gzip; q=0.000", "x-gzip-not"])
def test_a_browser_that_does_not_take_gzip_is_not_given_it(header: str | None) -> None:
    assert not content.accepts_gzip(header)
