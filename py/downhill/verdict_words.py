"""What a run of gradient descent amounts to, in words: the page's own, since they serve every lesson."""

from __future__ import annotations

VERDICTS: dict[str, str] = {
    "verdict.converged": "Gradient descent has converged: the ground is level here, so there is no downhill "
    "left to walk.",
    "verdict.stuck": "Gradient descent has stopped in a place that is level but not the lowest. "
    "It only feels the slope under its feet and can’t see the deeper valley.",
    "verdict.hovering": "Gradient descent now hovers around the lowest place. This error has corners: its "
    "slope never fades to zero, so steps of a fixed size keep jumping over the bottom. A smaller learning "
    "rate hovers closer.",
    "verdict.diverging": "Diverging: every step lands higher than the last one. The learning rate is so "
    "large that each step jumps right over the valley. The run is paused; choose a smaller learning rate.",
    "verdict.bouncing": "Bouncing: each step jumps across the valley and nearly as far back. Try a smaller "
    "learning rate.",
    "verdict.hopeless": "Crawling, and no learning rate would help: in these units the ground curves "
    "{times:big} times as much one way as the other. A rate that the steep way survives is far too small for "
    "the gentle one.",
    "verdict.crawling": "Crawling: downhill is clear, but the steps are tiny. Try a larger learning rate.",
    "verdict.converging": "Converging: every step goes downhill, and the steps shrink as the slope flattens.",
    "verdict.edge": "The next step would leave the sliders, so gradient descent stops at their end.",
    "verdict.undefined": "No step was taken: where it would lead, there is no value. Choose another learning "
    "rate, or begin somewhere else.",
    "verdict.overflow": "This step was not taken: the numbers would have grown too large to count. "
    "Choose a smaller learning rate.",
}
