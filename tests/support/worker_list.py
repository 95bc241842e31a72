"""What the built service worker keeps, read from its list."""

import json
import re
from pathlib import Path
from typing import Any

FILES = re.compile(r"const FILES = \[\n(.*?)\n\];", re.DOTALL)
KEY = re.compile(r"([{,] )(\w+): ")


def rows(site: Path) -> list[dict[str, Any]]:
    """Every file that is listed, with what is said of it."""
    found = FILES.search((site / "sw.js").read_text(encoding="utf-8"))
    assert found
    return [json.loads(KEY.sub(r'\1"\2": ', line.strip().removesuffix(","))) for line in found[1].split("\n")]


def kept(site: Path, language: str) -> set[str]:
    """The files that a reader of a language keeps, as paths inside the site."""
    mine = [row["url"] for row in rows(site) if language in row.get("readers", [language])]
    return {url.removeprefix("./") or "index.html" for url in mine}


def given(site: Path, name: str) -> list[str]:
    """A list that the worker has, as paths inside the site."""
    found = re.search(f"const {name} = (.+?);", (site / "sw.js").read_text(encoding="utf-8"))
    assert found
    return [url.removeprefix("./") for url in json.loads(found[1])]
