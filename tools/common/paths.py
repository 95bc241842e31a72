"""Where things are: in the project folder, in a cache outside of it, and on the network once published."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.common.console import Problem

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
SITE = BUILD / "site"
LOCK = ROOT / "tools" / "runtime.lock.json"
REQUIREMENTS = ROOT / "tools" / "requirements"


def cache(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder that keeps the browser's runtime.

    It is `DOWNHILL_CACHE` if that is set, else `downhill` in the platform's usual folder for caches.
    """
    if environment.get("DOWNHILL_CACHE"):
        return Path(environment["DOWNHILL_CACHE"]).expanduser().resolve()
    if environment.get("XDG_CACHE_HOME"):
        return Path(environment["XDG_CACHE_HOME"]) / "downhill"
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "downhill"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches" / "downhill"
    return Path.home() / ".cache" / "downhill"


ADDRESS = "DOWNHILL_ADDRESS"


def published_at(environment: Mapping[str, str] = os.environ) -> str:
    """Return the address of the site's folder, with a slash at its end; '' if it isn't set.

    Raises `Problem` if it isn't a valid address.
    """
    return folder_address(environment.get(ADDRESS, "").strip(), ADDRESS)


def folder_address(told: str, name: str) -> str:
    """Return an address with a slash at its end; '' stays ''. Raises `Problem` if it isn't valid."""
    if told and not told.startswith(("https://", "http://")):
        raise Problem(f"{name} must be the page's address, https://…, not {told}")
    return told and told.rstrip("/") + "/"
