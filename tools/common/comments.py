"""Removes comments from scripts and style sheets before they are sent."""

import re

IN_SCRIPTS = re.compile(r"^[ \t]*//.*$", re.MULTILINE)  # only those on a line of their own
IN_STYLES = re.compile(r"/\*.*?\*/", re.DOTALL)


def script_without(text: str) -> str:
    """Return a script without its comments; lines keep their numbers, which errors mention."""
    return IN_SCRIPTS.sub("", text)


def style_without(text: str) -> str:
    """Return a style sheet without its comments, empty lines, and indentation."""
    return re.sub(r"\s*\n\s*", "\n", IN_STYLES.sub("", text))
