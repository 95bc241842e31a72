"""Reads the command line of `python3 serve.py` with argparse, before any package is installed."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

FIRST_PORT = 8000
FIRST_LANGUAGE = "en"


class Options(NamedTuple):
    """The options on the command line. `port` is None if any free one will do.

    `out` is the folder and `zip` the file that `build` writes; `single` is the page as one file, in the
    language `lang`, the small one if `packed`. `scorm` is the package for a learning platform, of the
    `lesson` alone if one is named, passed with `needed` challenges, or with all of them if that is None.
    `cartridge` is the course for such a platform, with links to the page at the address `site`.
    `target` is what `check` checks. `real` asks for the page as it is published, never a draft; `watch` makes
    an open page reload by itself.
    """

    command: str
    browser: bool = True
    port: int | None = None
    host: str = "127.0.0.1"
    out: Path | None = None
    zip: Path | None = None
    target: str = ""
    single: Path | None = None
    lang: str = ""
    packed: bool = False
    scorm: Path | None = None
    lesson: str = ""
    needed: int | None = None
    cartridge: Path | None = None
    site: str = ""
    real: bool = False
    watch: bool = False


def parse(arguments: Sequence[str]) -> Options:
    """Read the command line; exits with one sentence and code 2 if it can't be read."""
    words = list(arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words.insert(0, "serve")  # the default command
    parser = _parser()
    found = vars(parser.parse_args(words))
    if found["command"] == "build":
        if not any(found[name] for name in ("out", "zip", "single", "scorm", "cartridge")):
            parser.error(
                "build writes a folder, a zip, one file, a package, or a course: "
                "name it with --out, --zip, --single, --scorm, or --cartridge"
            )
        if found["lang"] and not (found["single"] or found["scorm"] or found["cartridge"]):
            parser.error(
                "--lang is for one file, a package, or a course: "
                "name it with --single, --scorm, or --cartridge"
            )
        if found["site"] and not found["cartridge"]:
            parser.error("--site is for the links of a course: name it with --cartridge")
        if found["packed"] and not found["single"]:
            parser.error("--packed is for one file: name it with --single")
        if not found["scorm"] and (found["lesson"] or found["needed"] is not None):
            parser.error("--lesson and --needed are for a package: name it with --scorm")
        found["lang"] = found["lang"] or FIRST_LANGUAGE
    if found.get("watch") is None:
        found["watch"] = sys.stdout.isatty()
    return Options(**{name: value for name, value in found.items() if value is not None})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="serve.py",
        usage="serve.py [serve] [--real] [--[no-]watch] [--lang CODE] [--no-browser] [--port PORT]\n"
        "                [--host HOST]\n"
        "       serve.py build [--out DIR] [--zip FILE]\n"
        "       serve.py build --single FILE [--lang CODE] [--packed]\n"
        "       serve.py build --scorm FILE [--lang CODE] [--lesson ID] [--needed COUNT]\n"
        "       serve.py build --cartridge FILE [--lang CODE] [--site ADDRESS]\n"
        "       serve.py check DIR_OR_URL\n"
        "       serve.py [serve | build | check] --help",
        description="Set up what Downhill needs, build the page, and serve it on this machine.",
        epilog="Without a command, it serves. The first start downloads about 150 MB; later ones need no "
        "network. Downloads are kept in the platform's cache folder, or in DOWNHILL_CACHE.",
    )
    commands = parser.add_subparsers(dest="command", metavar="command", prog="serve.py")
    serve = commands.add_parser(
        "serve",
        help="serve the page, or a draft of it once a source has changed (the default)",
    )
    serve.add_argument(
        "--real",
        action="store_true",
        help="build the page if a source has changed, instead of serving a draft",
    )
    serve.add_argument(
        "--watch",
        action=argparse.BooleanOptionalAction,
        help="reload an open page when a source changes (default: on a terminal)",
    )
    serve.add_argument("--lang", metavar="CODE", help="the language to open (default: the browser's)")
    serve.add_argument("--no-browser", dest="browser", action="store_false", help="don't open a browser")
    serve.add_argument(
        "--port", type=_port, help=f"the port to serve on (default: {FIRST_PORT} or the next free one)"
    )
    serve.add_argument("--host", default="127.0.0.1", help="the address to serve on (default: 127.0.0.1)")
    build = commands.add_parser(
        "build",
        help="write the page to publish: a folder or its zip for any static host, one file, "
        "or a package or a course for a learning platform",
    )
    whole = "completely or not at all"
    build.add_argument("--out", type=_path, metavar="DIR", help=f"write the folder, {whole}")
    build.add_argument("--zip", type=_path, metavar="FILE", help=f"write a zip of that folder, {whole}")
    build.add_argument(
        "--single", type=_path, metavar="FILE", help=f"write the page as one HTML file, {whole}"
    )
    build.add_argument(
        "--scorm",
        type=_path,
        metavar="FILE",
        help=f"write a SCORM package for a learning platform, {whole}",
    )
    build.add_argument(
        "--cartridge",
        type=_path,
        metavar="FILE",
        help=f"write the course for a learning platform, as a Common Cartridge, {whole}",
    )
    build.add_argument(
        "--site",
        metavar="ADDRESS",
        help="where the page is, for that course's links (default: DOWNHILL_ADDRESS)",
    )
    build.add_argument(
        "--lang", metavar="CODE", help="the language of that file, package, or course (default: en)"
    )
    build.add_argument(
        "--packed", action="store_true", help="make that one file smaller and its start slower"
    )
    build.add_argument("--lesson", metavar="ID", help="the only lesson of the package (default: all)")
    build.add_argument(
        "--needed", type=_count, metavar="COUNT", help="how many challenges pass the package (default: all)"
    )
    check = commands.add_parser("check", help="check whether a folder or an address is still what was built")
    check.add_argument("target", metavar="DIR_OR_URL", help="the folder, or the page's address")
    return parser


def _path(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a number of challenges, 1 or more, not {text}")
    return int(text)


def _port(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = -1
    if not 0 < number < 65536:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text}")
    return number
