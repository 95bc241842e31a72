import gzip
from http import HTTPStatus
from pathlib import Path

import pytest

from tools.common import policy
from tools.server.answer import AT_THE_ROOT, Answer, Settings, answer

CSS = "/app-0123abcd/style.css"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "app-0123abcd").mkdir()
    (tmp_path / "index.html").write_text("<p>hello")
    (tmp_path / "app-0123abcd" / "style.css").write_text("p { color: red }" * 20)
    (tmp_path / "app-0123abcd" / "a.png").write_bytes(b"png" * 50)
    return tmp_path


def ask(site: Path, target: str, settings: Settings = AT_THE_ROOT, /, **headers: str) -> Answer:
    return answer(site, settings, target, {name.replace("_", "-"): value for name, value in headers.items()})


def bytes_of(reply: Answer) -> bytes:
    assert reply.body
    source, (first, length) = reply.body
    data = source if isinstance(source, bytes) else source.read_bytes()
    assert int(reply.headers["Content-Length"]) == length
    return data[first : first + length]


def test_a_file_is_sent_whole_with_its_type_and_the_policy(site: Path) -> None:
    reply = ask(site, "/")
    assert reply.status == HTTPStatus.OK
    assert bytes_of(reply) == b"<p>hello"
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    assert reply.headers["Content-Security-Policy"] == policy.SENT
    assert reply.headers["X-Content-Type-Options"] == "nosniff"


def test_a_hashed_name_is_kept_for_ever_and_the_page_is_asked_for_again(site: Path) -> None:
    assert ask(site, CSS).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert ask(site, "/").headers["Cache-Control"] == "no-cache"
    assert ask(site, "/app-0123abcd/gone.css").headers["Cache-Control"] == "no-cache"


def test_what_the_browser_has_is_not_sent_again(site: Path) -> None:
    first = ask(site, "/")
    for headers in (
        {"if_none_match": first.headers["ETag"]},
        {"if_none_match": f'"other", W/{first.headers["ETag"]}'},
        {"if_none_match": "*"},
        {"if_modified_since": first.headers["Last-Modified"]},
    ):
        reply = ask(site, "/", **headers)
        assert (reply.status, reply.body) == (HTTPStatus.NOT_MODIFIED, None)
        assert reply.headers["ETag"] == first.headers["ETag"]
        assert "Content-Length" not in reply.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"if_none_match": '"other"'},
        {"if_modified_since": "Sat, 01 Jan 2000 00:00:00 GMT"},
        {"if_modified_since": "yesterday"},
        {"if_modified_since": "Sat, 01 Jan 2050 00:00:00"},
        {"if_none_match": '"other"', "if_modified_since": "Sat, 01 Jan 2050 00:00:00 GMT"},
    ],
)
def test_what_the_browser_has_not_is_sent(site: Path, headers: dict[str, str]) -> None:
    assert ask(site, "/", **headers).status == HTTPStatus.OK


def test_a_range_is_a_part_of_the_file(site: Path) -> None:
    reply = ask(site, "/", range="bytes=1-3")
    assert reply.status == HTTPStatus.PARTIAL_CONTENT
    assert bytes_of(reply) == b"p>h"
    assert reply.headers["Content-Range"] == "bytes 1-3/8"


def test_a_range_after_the_end_is_refused_with_the_size(site: Path) -> None:
    reply = ask(site, "/", range="bytes=8-")
    assert reply.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    assert reply.headers["Content-Range"] == "bytes */8"


def test_a_range_of_bytes_that_changed_meanwhile_is_the_whole_file(site: Path) -> None:
    first = ask(site, "/")
    for condition in (first.headers["ETag"], first.headers["Last-Modified"]):
        assert ask(site, "/", range="bytes=1-3", if_range=condition).status == HTTPStatus.PARTIAL_CONTENT
    assert ask(site, "/", range="bytes=1-3", if_range='"older"').status == HTTPStatus.OK


def test_text_is_compressed_for_who_takes_it_where_that_is_wanted(site: Path) -> None:
    reply = ask(site, CSS, Settings(gzip=True), accept_encoding="gzip")
    assert reply.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(bytes_of(reply)) == (site / CSS[1:]).read_bytes()
    assert reply.headers["Vary"] == "Accept-Encoding"
    assert reply.headers["ETag"] != ask(site, CSS).headers["ETag"]
    for plain in (ask(site, CSS, Settings(gzip=True)), ask(site, CSS, accept_encoding="gzip")):
        assert "Content-Encoding" not in plain.headers


def test_a_compressed_sibling_is_sent_in_the_place_of_its_file(site: Path) -> None:
    (site / (CSS[1:] + ".gz")).write_bytes(gzip.compress(b"ready"))
    reply = ask(site, CSS, accept_encoding="gzip")
    assert gzip.decompress(bytes_of(reply)) == b"ready"
    assert reply.headers["Content-Type"] == "text/css; charset=utf-8"
    assert ask(site, CSS + ".gz").headers["Content-Type"] == "application/gzip"


def test_a_picture_is_not_compressed_and_a_range_neither(site: Path) -> None:
    settings = Settings(gzip=True)
    picture = ask(site, "/app-0123abcd/a.png", settings, accept_encoding="gzip")
    part = ask(site, CSS, settings, accept_encoding="gzip", range="bytes=0-3")
    for reply in (picture, part):
        assert "Content-Encoding" not in reply.headers


def test_a_plain_server_knows_no_special_headers(site: Path) -> None:
    headers = ask(site, CSS, Settings(plain=True)).headers
    assert set(headers) == {"Content-Type", "Content-Length", "Last-Modified", "Accept-Ranges", "Vary"}


def test_a_folder_moves_to_its_slash_and_a_missing_file_is_said_to_be(site: Path) -> None:
    moved = ask(site, "/app-0123abcd")
    assert (moved.status, moved.headers["Location"]) == (HTTPStatus.MOVED_PERMANENTLY, "/app-0123abcd/")
    assert bytes_of(ask(site, "/gone")) == b"404 Not Found\n"


def test_no_header_of_the_request_gets_into_the_answer(site: Path) -> None:
    (site / "a\r\nb").mkdir()
    moved = ask(site, "/a%0d%0ab?x\r\ny: z")
    assert not any("\r" in value or "\n" in value for value in moved.headers.values())
