"""Ways downhill in a link: the chosen one, and the one used for each leg of a kept run."""

from __future__ import annotations

from downhill.lesson.way import ADAM, BETAS, MOMENTUM, PLAIN, Way, clamped
from downhill.play.ways import Ways
from downhill.session.fragment import finite

JOINT = "~"  # between the name of a way and the shares that it keeps
LETTERS = {MOMENTUM: "m", ADAM: "a"}  # before each number of a leg


def written_number(value: float) -> str:
    """Write a number with all its digits, as short as possible."""
    return repr(value).removesuffix(".0")


def written_way(ways: Ways) -> str:
    """Write the chosen way, as `adam~0.9~0.999`; '' for plain descent."""
    name, betas, _ = ways.way()
    return "" if name == PLAIN else JOINT.join([name, *map(written_number, betas)])


def read_way(text: str) -> Way:
    """Read a way from such a text. Raises `ValueError` if the text is malformed."""
    name, *texts = text.split(JOINT)
    return _checked(name or PLAIN, texts)


def written_rate(rate: float, way: Way) -> str:
    """Write the learning rate of a leg, with the way: `0.5`, or `m0.9m0.05` with momentum."""
    letter = LETTERS.get(way.name, "")
    return "".join(letter + written_number(number) for number in (*way.betas, rate))


def read_rate(text: str) -> tuple[float, Way]:
    """Read the learning rate and the way of a leg. Raises `ValueError` if the text is malformed."""
    name = next((name for name, letter in LETTERS.items() if text.startswith(letter)), PLAIN)
    *betas, last = text[1:].split(LETTERS[name]) if name in LETTERS else [text]
    rate = finite(last)
    if rate is None:
        raise ValueError(f"not a learning rate: {text[:40]!r}")
    return rate, _checked(name, betas)


def _checked(name: str, texts: list[str]) -> Way:
    betas = [beta for beta in map(finite, texts) if beta is not None]
    names = BETAS.get(name)
    if names is None or len(betas) != len(texts) or len(betas) != len(names):
        raise ValueError(f"not a way downhill: {name[:40]!r} with {texts[:4]}")
    return Way(name, tuple(clamped(*pair) for pair in zip(names, betas, strict=True)))
