"""What kind of host hands out a build: a sentence for each of `docs/browsers.md` that shows from outside."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from tools.release import host_files, host_headers
from tools.release.remote import Answer


class Finding(NamedTuple):
    """The name of a kind of host, and what that means.

    It is `wrong` where Python can't start, or where not all comes as it was built.
    """

    name: str
    sentence: str
    wrong: bool

    def __str__(self) -> str:
        return f"{self.name}: {self.sentence}"


Look = Callable[[list[Answer]], str]
WRONG: dict[str, Look] = {
    "wrong type of scripts": host_files.wrong_type_of_scripts,
    "known types only": host_files.known_types_only,
    "gzip in name only": host_files.gzip_in_name_only,
    "sign-in for files": host_files.sign_in,
    "sign-in by redirect": host_files.sign_in_by_redirect,
    "script in pages": host_files.script_in_pages,
    "scripts rewritten": host_files.scripts_rewritten,
    "resets": host_files.resets,
    "silence": host_files.silence,
    "some files fail": host_files.some_files_fail,
    "strict policy": host_headers.strict_policy,
}
ADVICE: dict[str, Look] = {
    "redirects": host_files.redirects,
    "plain": host_headers.plain,
    "gzip for all": host_headers.gzip_for_all,
    "no-store": host_headers.no_store,
    "no-cache": host_headers.no_cache,
    "max-age": host_headers.max_age,
    "all for ever": host_headers.all_for_ever,
    "vary by anything": host_headers.vary,
    "wrong type of wasm": host_headers.wrong_type_of_wasm,
    "wrong type of bin": host_headers.wrong_type_of_bin,
}
CLOCKS = ("clock in 1970", "clock in 2099")
OPEN = "http"


def findings(home: str, found: list[Answer], now: datetime) -> Iterator[Finding]:
    """Yield what kinds of host these answers from a folder's address show, at the time `now`."""
    for looks, wrong in ((WRONG, True), (ADVICE, False)):
        for name, look in looks.items():
            if sentence := look(found):
                yield Finding(name, sentence, wrong)
    if sentence := host_headers.without_https(home):
        yield Finding(OPEN, sentence, False)
    if off := host_headers.clock(found, now):
        yield Finding(CLOCKS[off.startswith("ahead")], off, False)


def names() -> set[str]:
    """The names of all kinds of host that can be found."""
    return {*WRONG, *ADVICE, *CLOCKS, OPEN}
