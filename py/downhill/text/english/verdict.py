"""What a run of gradient descent amounts to, in words: the page's own, since they serve every lesson.

`downhill.maths.truths` and `downhill.play.verdicts` say when each is true. What to do about it is a
sentence of its own.
"""

from __future__ import annotations

VERDICTS: dict[str, str] = {
    "verdict.converged": "Gradient descent has converged: the ground is level here, so there is no downhill "
    "left to walk.",
    "verdict.stuck": "Gradient descent has stopped in a place that is level but not the lowest. "
    "It only feels the slope under its feet and can’t see that there is lower ground elsewhere.",
    "verdict.rests": "Gradient descent has stopped: the ground is level here. Whether there is lower ground "
    "elsewhere, it can’t feel from where it stands.",
    "verdict.hovering": "Gradient descent now hovers: it gets no lower. This ground has corners, where the "
    "slope does not fade to zero, so steps of a fixed size keep jumping over the bottom. A smaller learning "
    "rate hovers closer.",
    "verdict.diverging": "Diverging: every step lands higher than the last one. The learning rate is so "
    "large that each step jumps right over the valley.",
    "verdict.held": "Too far: the steps jump from side to side over the valley, and only the sliders’ ends "
    "cut them short.",
    "verdict.bouncing": "Bouncing: each step jumps across the valley, and the next one nearly as far back.",
    "verdict.jumping": "Jumping: not every step lands lower now, because the steps leap over low ground. "
    "A smaller learning rate leaps less far.",
    "verdict.hopeless": "Hardly any progress, and no learning rate arrives soon: in these units the ground "
    "curves {times:big} times as much one way as the other. A rate that the steep way survives is far too "
    "small for the gentle one.",
    "verdict.crawling": "Crawling: every step lands lower, but the steps are tiny.",
    "verdict.converging": "Converging: every step goes downhill, and the steps shrink as the slope flattens.",
    "verdict.downhill": "Downhill: every step lands lower than the last one.",
    "verdict.creased": "Downhill: every step lands lower than the last one. Where the ground has corners, "
    "the slope does not fade on the way down, and so the steps do not fade either.",
    "verdict.edge": "The next step would leave the sliders, so gradient descent stops at their end.",
    "verdict.undefined": "No step was taken: where it would lead, there is no value.",
    "verdict.overflow": "This step was not taken: the numbers would have grown too large to count.",
    "advice.diverging": "The run is paused; choose a smaller learning rate.",
    "advice.held": "The run is paused; choose a smaller learning rate.",
    "advice.bouncing": "Try a smaller learning rate.",
    "advice.crawling": "Try a larger learning rate.",
    "advice.undefined": "Choose another learning rate, or begin somewhere else.",
    "advice.overflow": "Choose a smaller learning rate.",
    "said.more": "{said} {more}",
}
