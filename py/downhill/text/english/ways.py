"""The page's sentences on the ways downhill: plain descent, momentum, Adam; part of `PAGE`.

`downhill.maths.memory_truths` says when each verdict is true.
"""

from __future__ import annotations

WAYS: dict[str, str] = {
    "way": "Way downhill",
    "way.plain": "plain",
    "way.momentum": "momentum",
    "way.adam": "Adam",
    "way.beta": "β, kept of the last step",
    "way.beta1": "β₁, kept of the mean slope",
    "way.beta2": "β₂, kept of the mean square",
    "way.spoken": "{share}, steps that are remembered: about {steps:0}",
    "way.said.plain": "Each step depends on the slope where it begins, and on nothing else.",
    "way.said.momentum": "Each step repeats a share of the one before it, too: it picks up speed, and rolls "
    "past the bottom.",
    "way.said.adam": "The mean of earlier slopes, divided by their usual size: each step is about as long as "
    "the learning rate.",
    "way.memory": "Its memory is empty when a run begins, when you move a slider, and when you change the "
    "way.",
    "way.rests": "Your own step rests meanwhile, as it belongs to another way.",
    "python.momentum": "One step with momentum",
    "python.adam": "One step of Adam",
    "verdict.first": "Adam’s first step is as long as the learning rate, however steep the ground is.",
    "verdict.uphill": "Uphill, on purpose: what it keeps of earlier steps carries it on against the slope.",
    "verdict.rolling": "Rolling: this step landed lower, and was longer than the one before.",
    "verdict.striding": "Striding: this step landed lower, and was about as long as the one before. Adam "
    "ignores a slope’s size.",
    "verdict.slowing": "Slowing: this step landed lower, and was shorter than the one before.",
    "kept.verdict.first": "after one step",
    "kept.verdict.uphill": "rolling uphill",
    "kept.verdict.rolling": "rolling downhill",
    "kept.verdict.striding": "going downhill",
    "kept.verdict.slowing": "going downhill",
    "maths.velocity": "velocity",
    "maths.mean": "mean",
    "maths.square": "mean square",
    "maths.before": "{name} before",
    "maths.scaled.adam": "Adam works in standardized units here; gradient, mean and mean square are shown "
    "in them, and only the last line is in the slider’s own.",
    "maths.own": "Your own function takes this step: its lines are in The Python.",
}
