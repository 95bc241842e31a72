"""How matplotlib draws on this page: its settings for a look, and the typeface."""

from __future__ import annotations

from pathlib import Path

from matplotlib import font_manager

from downhill.drawing.names import SIZE
from downhill.lesson import Look

FONT = "Downhill Sans"
OTHERS = "Downhill Han"  # Chinese characters, on the page that needs them
families = [FONT]  # what one typeface lacks is taken from the next


def load_fonts(folder: Path, family: str = FONT) -> None:
    """Register the typeface in a folder with matplotlib: the page's own, or one for what that lacks.

    Raises `FileNotFoundError` when the folder holds none.
    """
    files = sorted(folder.glob("*.ttf"))
    if not files:
        raise FileNotFoundError(f"no .ttf font in {folder}")
    for file in files:
        font_manager.fontManager.addfont(str(file))
    if family not in families:
        families.append(family)


def style(look: Look) -> dict[str, object]:
    """Return matplotlib's settings for one look: no chart junk, the page's own typeface, size and colors."""
    return {
        "font.family": families,
        "font.size": SIZE,
        "text.color": look.text,
        "text.hinting": "none",
        "text.parse_math": False,  # a dollar is a dollar
        "axes.labelcolor": look.quiet,
        "axes.labelsize": SIZE,
        "axes.edgecolor": look.faint,
        "axes.facecolor": look.paper,
        "axes.linewidth": 1.0,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.unicode_minus": True,
        "axes.formatter.useoffset": False,
        "figure.facecolor": look.paper,
        "xtick.color": look.faint,
        "ytick.color": look.faint,
        "xtick.labelcolor": look.quiet,
        "ytick.labelcolor": look.quiet,
        "xtick.labelsize": SIZE - 1,
        "ytick.labelsize": SIZE - 1,
        "xtick.major.size": 4.0,
        "ytick.major.size": 4.0,
        "lines.solid_capstyle": "round",
        "path.simplify": True,
        "svg.fonttype": "path",
        "svg.hashsalt": "downhill",
    }
