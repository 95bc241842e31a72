"""What a run of gradient descent amounts to, in words: the page's own, since they serve every lesson.

`downhill.maths.truths` and `downhill.play.verdicts` say when each is true. What to do about it is a
sentence of its own.
"""

from __future__ import annotations

VERDICTS: dict[str, str] = {
    "verdict.converged": "Converged: the ground is level here, so there is no downhill left to walk.",
    "verdict.stuck": "Stopped where it is level: gradient descent feels only the slope here, and can’t see "
    "lower ground elsewhere.",
    "verdict.rests": "Stopped: the ground is level here. Whether there is lower ground elsewhere, it can’t "
    "feel from here.",
    "verdict.hovering": "Hovering: it gets no lower, as its steps keep jumping over the bottom. A smaller "
    "learning rate hovers closer.",
    "verdict.diverging": "Diverging: the steps jump over the valley and land higher and higher now.",
    "verdict.held": "Too far: the steps jump from side to side, and only the sliders’ ends cut them short.",
    "verdict.bouncing": "Bouncing: each step jumps across the valley, and the next one nearly as far back.",
    "verdict.jumping": "Jumping: not every step lands lower now, as they leap over low ground. A smaller "
    "learning rate leaps less far.",
    "verdict.hopeless": "Hardly any progress, and no learning rate arrives soon: one way the ground curves "
    "{times:big} times as much as the other.",
    "verdict.crawling": "Crawling: the steps land lower and lower now, but they are tiny.",
    "verdict.converging": "Converging: the steps land lower and lower now, and shrink as the slope flattens.",
    "verdict.downhill": "Downhill: the steps land lower and lower now.",
    "verdict.creased": "Downhill: the steps land lower and lower now. Toward a corner the slope does not "
    "fade, and neither do the steps.",
    "verdict.edge": "The next step would leave the sliders, so gradient descent stops at their end.",
    "verdict.undefined": "No step was taken: where it would lead, there is no value.",
    "verdict.overflow": "This step was not taken: the numbers would have grown too large to count.",
    "advice.diverging": "Paused: choose a smaller learning rate.",
    "advice.held": "Paused: choose a smaller learning rate.",
    "advice.bouncing": "Try a smaller learning rate.",
    "advice.crawling": "Try a larger learning rate.",
    "advice.undefined": "Choose another learning rate, or begin somewhere else.",
    "advice.overflow": "Choose a smaller learning rate.",
    "said.more": "{said} {more}",
}
