"""How large models have become, starting from this page's four sliders: every number with its source.

The build writes these numbers into the page; nothing here is needed while it is played.
"""

from __future__ import annotations

from typing import NamedTuple

SOURCES = (
    *("lenet", "alexnet", "gpt2", "gpt3", "patterson", "bigscience", "bloom", "llama", "deepseek", "kimi"),
    *("eia", "dauphin", "ouyang", "dodge", "ji"),
)
HOME = 10.715  # MWh that an American home used in 2020
SMALLEST_GPT2 = 124e6  # weights; source: gpt2


class LargeModel(NamedTuple):
    """A model: how many weights, tokens of text, steps of descent and MWh; None if unpublished.

    `name` is its own, or a key of `PROSE`. `sources` are of `SOURCES`, whose texts are `source.…` in `PROSE`.
    """

    name: str
    year: int | None
    weights: float
    tokens: float | None = None
    steps: float | None = None
    energy: float | None = None
    sources: tuple[str, ...] = ()


def steps_for(tokens: float, *sizes: tuple[float, float]) -> float:
    """Return how many steps it takes to read `tokens` tokens when steps grow along the way.

    `sizes` are pairs: from how many tokens on, and how many tokens a step then has; the first is from 0.
    """
    ends = [*(start for start, _ in sizes[1:]), tokens]
    return sum((end - start) / size for (start, size), end in zip(sizes, ends, strict=True))


# The Llama 3 Herd of Models, 2024, section 3.4.1.
LLAMA = (0, 4e6), (252e6, 8e6), (2.87e12, 16e6)
GIANTS = (
    LargeModel("giant.four", None, 4),
    LargeModel("giant.thousands", None, 10_000),
    LargeModel("LeNet-5", 1998, 60e3, sources=("lenet",)),
    LargeModel("AlexNet", 2012, 60e6, sources=("alexnet",)),
    LargeModel("GPT-2", 2019, 1.5e9, sources=("gpt2",)),
    LargeModel("GPT-3", 2020, 175e9, 300e9, steps_for(300e9, (0, 3.2e6)), 1287, ("gpt3", "patterson")),
    LargeModel("BLOOM", 2022, 176e9, 366e9, energy=433, sources=("bigscience", "bloom")),
    LargeModel(
        "Llama 3.1", 2024, 405e9, 15.6e12, steps_for(15.6e12, *LLAMA), 30.84e6 * 700 / 1e6, ("llama",)
    ),
    LargeModel("DeepSeek-V3", 2024, 671e9, 14.8e12, sources=("deepseek",)),
    LargeModel("Kimi K2", 2025, 1e12, 15.5e12, sources=("kimi",)),
)
