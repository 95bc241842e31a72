"""A platform whose run-time is scorm-again, as many have it, on a server that keeps what is committed."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

from tests.support import gradebook
from tools.server.handler import Handler
from tools.server.server import AT_THE_ROOT, Server, running
from tools.setup import npm

KEPT = "/kept"
SCRIPT = Path(__file__).with_suffix(".js")


class Host(Server):
    """Serves a folder, and keeps what a run-time commits by `version`; while it `is_down` that fails."""

    def __init__(self, folder: Path) -> None:
        self.kept: dict[str, dict[str, Any]] = {}
        self.is_down = False
        super().__init__(folder, settings=AT_THE_ROOT._replace(plain=True), handler=HostHandler)


class HostHandler(Handler):
    """Answers what a run-time asks."""

    server: Host

    def do_GET(self) -> None:
        """Tell what is kept, or send a file."""
        if self.path.startswith(KEPT):
            self._say(HTTPStatus.OK, self.server.kept.get(self.path.rpartition("/")[2], {}))
        else:
            super().do_GET()

    def do_POST(self) -> None:  # noqa: N802
        """Keep what is committed."""
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.server.is_down:
            self._say(HTTPStatus.SERVICE_UNAVAILABLE, {"result": False, "errorCode": 101})
            return
        self.server.kept[self.path.rpartition("/")[2]] = told["cmi"]
        self._say(HTTPStatus.OK, {"result": True, "errorCode": 0})

    def _say(self, status: HTTPStatus, told: dict[str, Any]) -> None:
        data = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def hosting(packages: Path, folder: Path) -> Iterator[Host]:
    """Serve a platform from an empty folder, with the packages that `gradebook.write` has written."""
    run_time = npm.tools(print).parent / "scorm-again" / "dist" / "scorm-again.js"
    shutil.copy(run_time, folder)
    shutil.copy(packages / "page.html", folder)
    shutil.copy(SCRIPT, folder / "host.js")
    gradebook.host(folder, "host.html", ["scorm-again.js", "host.js"])
    host = Host(folder)
    with running(host):
        yield host


def core(kept: dict[str, Any]) -> dict[str, Any]:
    """What is kept of a visit itself, in either version."""
    found: dict[str, Any] = kept.get("core", kept)
    return found
