"""Scripts and style sheets as they are sent: without the comments for those who read their sources."""

import re

IN_SCRIPTS = re.compile(r"^[ \t]*//.*$", re.MULTILINE)  # such as stand on a line of their own
IN_STYLES = re.compile(r"/\*.*?\*/", re.DOTALL)


def script_without(text: str) -> str:
    """A script without its comments; each line keeps its number, which errors tell."""
    return IN_SCRIPTS.sub("", text)


def style_without(text: str) -> str:
    """A style sheet without its comments, nor lines without anything and blanks around lines."""
    return re.sub(r"\s*\n\s*", "\n", IN_STYLES.sub("", text))
