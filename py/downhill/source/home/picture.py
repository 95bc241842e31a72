"""The picture at the end of a file: the lesson's own, and the loss from step to step."""

from __future__ import annotations

from collections.abc import Sequence

from downhill.source.home.literals import label
from downhill.source.home.said import Said

WIDE = "\u2e80"  # from here on a sign needs a typeface that matplotlib doesn't bring along
TYPEFACES = """
#: typefaces
from matplotlib import font_manager

there = {font.name for font in font_manager.fontManager.ttflist}
wanted = ["Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "SimHei"]
plt.rcParams["font.family"] = [*(name for name in wanted if name in there), "DejaVu Sans"]

"""
TWO = """
figure, (axes, course) = plt.subplots(1, 2, figsize=(11, 4.5), layout="constrained")
"""


def pictured(say: Said, own: str, loss: str, shows: Sequence[str] = ()) -> str:
    """The code of a picture: `own` draws on `axes`; beside it stand the losses, named `loss`."""
    course = (
        'course.plot(losses, "D-", color="tab:blue", markersize=3)\n'
        f"course.set(xlabel={label(say('steps'))}, ylabel={label(loss)})\n"
    )
    return typefaces(say, [*shows, loss, say("steps")]) + say.code(TWO) + "\n" + own + "\n" + course


def typefaces(say: Said, shows: Sequence[str]) -> str:
    """Code that looks for a typeface for these texts; none where matplotlib has one for them."""
    return say.code(TYPEFACES) + "\n" if any(sign >= WIDE for text in shows for sign in text) else ""
