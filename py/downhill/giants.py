"""How large models have become, from the four sliders of this page on: every number with its source.

The page is told from these numbers when it is built; nothing here is needed while it is played.
"""

from __future__ import annotations

from typing import NamedTuple

SOURCES = ("lenet", "alexnet", "gpt2", "gpt3", "patterson", "bloom", "llama", "deepseek", "kimi", "eia")
HOME = 10.715  # MWh that an American home used in 2020


class Giant(NamedTuple):
    """A model: how many weights, tokens of text, steps of descent and MWh; None where nobody has told.

    `name` is its own, or a key of `PROSE`. `sources` are of `SOURCES`, whose texts are `source.…` in `PROSE`.
    """

    name: str
    year: int | None
    weights: float
    tokens: float | None = None
    steps: float | None = None
    energy: float | None = None
    sources: tuple[str, ...] = ()


GIANTS = (
    Giant("giant.four", None, 4),
    Giant("giant.thousands", None, 10_000),
    Giant("LeNet-5", 1998, 60e3, sources=("lenet",)),
    Giant("AlexNet", 2012, 60e6, sources=("alexnet",)),
    Giant("GPT-2", 2019, 1.5e9, sources=("gpt2",)),
    Giant("GPT-3", 2020, 175e9, 300e9, 300e9 / 3.2e6, 1287, ("gpt3", "patterson")),
    Giant("BLOOM", 2022, 176e9, energy=433, sources=("bloom",)),
    Giant("Llama 3.1", 2024, 405e9, 15.6e12, 15.6e12 / 16e6, 30.84e6 * 700 / 1e6, ("llama",)),
    Giant("DeepSeek-V3", 2024, 671e9, 14.8e12, sources=("deepseek",)),
    Giant("Kimi K2", 2025, 1e12, 15.5e12, sources=("kimi",)),
)
