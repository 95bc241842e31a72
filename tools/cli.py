"""The one command: set up, fetch, build, and then serve or publish."""

import errno
import sys
import webbrowser
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Timer

from tools.common import paths
from tools.common.console import MEGABYTE, Problem, guarded, say
from tools.common.file_lock import one_at_a_time, undisturbed
from tools.common.paths import folder_address, published_at
from tools.draft.server import DraftServer
from tools.options import FIRST_PORT, Options, parse
from tools.release import check, manifest, publish
from tools.scorm import scorm_file
from tools.scorm.scorm_file import course_of
from tools.server.server import Server
from tools.setup import environment, runtime
from tools.single import single_file

TRIED_PORTS = 100
SITE_LOCK = paths.BUILD / "site.lock"


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; return the exit code."""
    options = parse(arguments)
    return guarded(lambda: _run(options, arguments))


def _run(options: Options, arguments: Sequence[str]) -> int:
    if options.command == "check":
        return check.check(options.target, manifest.read(paths.SITE), say)
    _refuse(options)  # before the long part, not after it
    if options.port:
        bound(options.host, options.port, paths.SITE).server_close()
    environment.enter("build", [str(paths.ROOT / "serve.py"), *arguments])
    if options.scorm or options.cartridge:
        sys.path.insert(0, str(paths.ROOT / "py"))  # the lessons say which challenges there are
    if options.scorm:
        course_of(options.lang, options.lesson, options.needed)
    if options.command == "build":
        return _publish(built(), options)
    known = manifest.read(paths.SITE)
    if options.real or known is None or known.inputs == publish.inputs(paths.ROOT):
        built()
    kind = Server if options.real else partial(DraftServer, watched=options.watch)
    return _serve(options, bound(options.host, options.port, paths.SITE, kind))


def is_built() -> bool:
    """Return whether the build is up to date with its sources."""
    return publish.current(paths.SITE, publish.inputs(paths.ROOT))


def built() -> Path:
    """Return the folder of the up-to-date page; fetch and build what is missing. Needs the venv."""
    parts = runtime.ensure(paths.cache(), say)
    if is_built():
        return paths.SITE
    inputs = publish.inputs(paths.ROOT)
    with one_at_a_time(SITE_LOCK, say):
        if not publish.current(paths.SITE, inputs):
            say("Building the page")
            sys.path.insert(0, str(paths.ROOT / "py"))  # the lessons draw their own first pictures
            from tools import site  # imports matplotlib: only when there is something to build

            publish.publish(paths.SITE, inputs, lambda out: site.build(out, parts, say))
    return paths.SITE


def _refuse(options: Options) -> None:
    for out in filter(None, (options.out, options.zip, options.single, options.scorm, options.cartridge)):
        for room in ("py", "web", "tools", "tests", "bench"):
            if out.resolve().is_relative_to(paths.ROOT / room):
                raise Problem(f"{out} is inside the sources: name a folder outside {room}/ to build into.")
    if options.out:
        publish.refuse_foreign(options.out)
    if options.zip:
        publish.refuse_foreign_zip(options.zip)
    if options.lang:
        single_file.page_of(options.lang)
    if options.single:
        single_file.refuse(options.single)
    for package in filter(None, (options.scorm, options.cartridge)):
        scorm_file.refuse(package)
    if options.cartridge:
        _address(options)


def _address(options: Options) -> str:
    """Return where the links of a course lead. Raises `Problem` if nobody has said it."""
    address = folder_address(options.site, "--site") or published_at()
    if not address:
        raise Problem(
            "a course has links to the page: say where the page is, as with --site https://example.org/"
        )
    return address


def _publish(site: Path, options: Options) -> int:
    with undisturbed(SITE_LOCK, say):
        if options.out and options.out.resolve() != site.resolve():
            publish.publish(options.out, publish.inputs(paths.ROOT), publish.copy(site))
        if options.zip:
            publish.write_zip(site, options.zip)
        if options.single:
            size = single_file.write(site, options.single, options.lang, options.packed, published_at())
            told = f"{size / MEGABYTE:.1f} MB: it opens with a double-click, without a network."
            say(f"Wrote {options.single}, {told}")
        if options.scorm:
            course = course_of(options.lang, options.lesson, options.needed)
            size = scorm_file.write(site, options.scorm, course, published_at())
            told = (
                f"{size / MEGABYTE:.1f} MB, passed by {course.needed} of {len(course.challenges)} challenges"
            )
            say(f"Wrote {options.scorm}, {told}: docs/gradebook.md says where to upload it.")
        if options.cartridge:
            from tools.school import cartridge  # imports matplotlib

            size = cartridge.write_course(site, options.cartridge, options.lang, _address(options))
            say(f"Wrote {options.cartridge}, {size / MEGABYTE:.1f} MB: docs/gradebook.md has the rest.")
    if options.out:
        say(f"Wrote {options.out}: put it on any static host, at any path.")
    if options.zip:
        say(f"Wrote {options.zip}: unpack it on any static host; README.txt inside has the rest.")
    return 0


def bound(
    host: str, port: int | None, folder: Path, kind: Callable[[Path, str, int], Server] = Server
) -> Server:
    """Return a server on the port, or if none is named, on 8000 or the next free one.

    Raises Problem when the port is taken or the host isn't this machine's.
    """
    wanted = [port] if port else list(range(FIRST_PORT, FIRST_PORT + TRIED_PORTS))
    for number in wanted:
        try:
            return kind(folder, host, number)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise Problem(f"can't serve on the host {host}: {error.strerror or error}.") from None
    if port:
        raise Problem(f"port {port} is taken: name another port with --port, or leave it out.")
    raise Problem(f"no port from {FIRST_PORT} to {wanted[-1]} is free: name one with --port.")


def _serve(options: Options, server: Server) -> int:
    address = server.address + (f"?lang={options.lang}" if options.lang else "")
    with server:
        say(f"Downhill is at {address}  (Ctrl-C stops it)")
        if options.browser:
            opening = Timer(0.1, webbrowser.open, [address])
            opening.daemon = True
            opening.start()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("\nStopped.")
    return 0
