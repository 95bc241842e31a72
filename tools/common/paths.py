"""Where things are: in the project folder, and in a cache outside of it."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

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
